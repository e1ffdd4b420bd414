import { dayOf } from '../../../kernel/day.ts';
import { defineText, type Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Telling } from '../../../platform/journal/journal.ts';
import { gatherNames, type LoadNames, type WantedNames } from '../../../platform/journal/tell.ts';
import type { ToldTurn, Turn } from '../rules.ts';
import type { TurnKind, TurnKinds } from '../turns.ts';

/** For whom or what has no name here: erased, or not for this reader. */
const unnamed = defineText({
  da: { person: 'En beboer', department: 'en afdeling', organisation: 'en organisation', initiative: 'et initiativ' },
  en: {
    person: 'A resident',
    department: 'a department',
    organisation: 'an organisation',
    initiative: 'an initiative',
  },
});

/** How turns are told: what each kind says, and the names in it. Wired together in `src/tellings.ts`. */
export interface Tongue {
  readonly kinds: TurnKinds;
  /** Names as this reader may see them. */
  names(tx: TenantDb, language: Language): LoadNames;
}

/** The turns as sentences in the reader's language. All names at once, however many turns. Unknown kinds are left out. */
export async function tellTurns(
  tx: TenantDb,
  tongue: Tongue,
  turns: readonly Turn[],
  language: Language,
): Promise<ToldTurn[]> {
  const known = turns.flatMap((turn) => {
    const kind = tongue.kinds[turn.kind];
    return kind ? [{ turn, kind }] : [];
  });
  if (known.length === 0) return [];
  const [names, words] = await Promise.all([tongue.names(tx, language)(wantedBy(known)), wordsOf(tx, known)]);
  return known.map(({ turn, kind }) => ({
    ...told(tx, turn, kind, names, language),
    words: words.get(`${turn.kind} ${turn.subject.id}`) ?? null,
  }));
}

/** One question a kind, however many turns, all at once. By "kind id". */
async function wordsOf(
  tx: TenantDb,
  known: readonly { readonly turn: Turn; readonly kind: TurnKind }[],
): Promise<ReadonlyMap<string, string>> {
  const kinds = [...new Map(known.map(({ turn, kind }) => [turn.kind, kind]))];
  const said = await Promise.all(
    kinds.map(async ([name, kind]) => {
      const subjects = known.filter(({ turn }) => turn.kind === name).map(({ turn }) => turn.subject);
      const words = [...((await kind.more?.(tx, subjects)) ?? [])];
      return words.flatMap(([id, said]) => (said ? [[`${name} ${id}`, said] as const] : []));
    }),
  );
  return new Map(said.flat());
}

function wantedBy(known: readonly { readonly turn: Turn; readonly kind: TurnKind }[]): WantedNames {
  return gatherNames(
    known.map(({ turn, kind }) => ({
      facts: turn.facts,
      names: kind.names,
      person: turn.openedBy,
      thread: turn.thread,
    })),
  );
}

function told(
  tx: TenantDb,
  turn: Turn,
  kind: TurnKind,
  names: ReadonlyMap<string, string>,
  language: Language,
): ToldTurn {
  const telling: Telling = {
    language,
    facts: turn.facts,
    actor: (turn.openedBy && names.get(turn.openedBy)) || tx.tenant.name,
    name: (what, id) => names.get(id) ?? unnamed(language)[what],
  };
  const sentence = kind.sentence(telling);
  const about = (turn.thread && names.get(turn.thread)) || null;
  return {
    id: turn.id,
    sentence,
    action: kind.action(language),
    about: about && !sentence.includes(about) ? about : null,
    path: kind.place(turn.subject, turn.facts),
    due: turn.due,
    since: dayOf(turn.openedAt),
    personal: turn.personal,
    late: turn.due !== null && turn.due < tx.today,
    errand: kind.errand ?? false,
  };
}
