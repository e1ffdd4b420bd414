import type { Language } from '../../kernel/language.ts';
import type { Subject, TenantDb } from '../../platform/db/tenant-db.ts';
import type { Facts, NamedKind, Telling } from '../../platform/journal/journal.ts';
import type { Path } from '../../platform/web/path.ts';
import { turnsText } from './text.ts';
import { lettersPlace } from './urls.ts';

/** One kind of thing that can wait for somebody: how it reads, what one does about it, and where. */
export interface TurnKind {
  /** What is asked, to the reader: "Mette spørger, om du vil drive Suppeaften i gården." */
  sentence(telling: Telling): string;
  /** The words on the button: "Svar Mette". */
  action(language: Language): string;
  place(subject: Subject, facts: Facts): Path;
  /** Which facts are ids to be named, and of what kind. */
  readonly names?: Readonly<Record<string, NamedKind>>;
  /** Holders of a role hear of it at once, not only in the weekly digest. A turn of one person always goes at once. */
  readonly instant?: boolean;
}

/** All kinds of one module, by name (`initiative.asked_to_drive`). Wired together in `src/app.tsx`. */
export type TurnKinds = Readonly<Record<string, TurnKind>>;

export interface Named {
  readonly kind: NamedKind;
  readonly id: string;
}

/** Display names by `kind:id`, in a fixed number of queries. */
export type NameReader = (tx: TenantDb, named: readonly Named[]) => Promise<ReadonlyMap<string, string>>;

/** What waits because of the messages themselves. */
export const turnsTurns: TurnKinds = {
  'turns.unreachable': {
    sentence: ({ language, facts, name }) => turnsText(language).unreachable(name('person', String(facts.person))),
    action: (language) => turnsText(language).unreachableAction,
    place: () => lettersPlace({}),
    names: { person: 'person' },
  },
};
