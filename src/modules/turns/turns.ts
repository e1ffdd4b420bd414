import type { RawBuilder } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Subject, TenantDb } from '../../platform/db/tenant-db.ts';
import type { Facts, NamedKind, Telling } from '../../platform/journal/journal.ts';
import type { MessagePart } from '../../platform/mail/message.ts';
import type { Path } from '../../platform/web/path.ts';
import type { OutgoingChannel } from './rules.ts';
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
  /**
   * What somebody wrote: it lies on the row, not in the facts, so that it can be erased. Shown under the sentence. A
   * question for `id` and `words` of these subjects, asked together with every other kind's. Two kinds that ask the same
   * give the same function.
   */
  readonly more?: AskWords;
  /** What is shown of the words, where that is not their beginning. */
  shorten?(words: string): string;
  /** What a mail about it is called, from the words; the sentence, where it is not said. */
  subject?(language: Language, words: string): string;
  /** Something to be done, not a question to somebody: the message does not say that a no is fine too. */
  readonly errand?: boolean;
  /** Holders of a role hear of it at once, not only in the weekly digest. A turn of one person always goes at once. */
  readonly instant?: boolean;
  /** Answered without signing in: what the message to the one it waits for opens instead, asked when it is made. */
  readonly invitation?: AskInvitation;
}

/** A way in for one person alone; `parts` stand below the button. Null: the message leads to the turn's place. */
export type AskInvitation = (
  tx: TenantDb,
  subject: Subject,
  reader: { readonly personId: Id<'person'>; readonly language: Language; readonly channel: OutgoingChannel },
) => Promise<{ readonly path: Path; readonly parts: readonly MessagePart[] } | null>;

/** Asks for what was written on these rows: `select id, words …`. */
export type AskWords = (tx: TenantDb, subjects: readonly string[]) => RawBuilder<unknown>;

/** All kinds of one module, by name (`initiative.asked_to_drive`). Wired together in `src/tellings.ts`. */
export type TurnKinds = Readonly<Record<string, TurnKind>>;

/** What waits because of the messages themselves. */
export const turnsTurns: TurnKinds = {
  'turns.unreachable': {
    sentence: ({ language, facts, name }) =>
      facts.person
        ? turnsText(language).unreachable(name('person', String(facts.person)))
        : turnsText(language).unreachableVisitor,
    action: (language) => turnsText(language).unreachableAction,
    place: () => lettersPlace({}),
    names: { person: 'person' },
  },
  'turns.letters': {
    sentence: ({ language }) => turnsText(language).lettersTurn,
    action: (language) => turnsText(language).lettersTurnAction,
    place: () => lettersPlace({}),
  },
};
