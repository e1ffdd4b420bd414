import { dayOf } from '../../../kernel/day.ts';
import { defineText, type Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Telling } from '../../../platform/journal/journal.ts';
import { gatherNames, type LoadNames, type WantedNames } from '../../../platform/journal/tell.ts';
import type { ToldTurn, Turn } from '../rules.ts';
import { wordsOn } from '../store/words.ts';
import type { AskWords, TurnKind, TurnKinds } from '../turns.ts';

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

/**
 * The turns as sentences in the reader's language; `withWords`: and what people wrote. All names in one question and all
 * words in another, however many turns of whatever kinds. Unknown kinds are left out.
 */
export async function tellTurns(
  tx: TenantDb,
  tongue: Tongue,
  turns: readonly Turn[],
  language: Language,
  withWords = true,
): Promise<ToldTurn[]> {
  const known = turns.flatMap((turn) => {
    const kind = tongue.kinds[turn.kind];
    return kind ? [{ turn, kind }] : [];
  });
  if (known.length === 0) return [];
  const [names, words] = await Promise.all([
    tongue.names(tx, language)(wantedBy(known)),
    withWords ? wordsOn(tx, wordsWanted(tongue, known)) : new Map<string, string>(),
  ]);
  return known.map(({ turn, kind }) => {
    const said = kind.more && words.get(turn.subject.id);
    return {
      ...told(tx, turn, kind, names, language),
      words: (said && (kind.shorten?.(said) ?? said)) || null,
      subject: (said && kind.subject?.(language, said)) || null,
    };
  });
}

/** Every question that the tongue has, also where nothing is asked of it: so it is the same text for every page. */
function wordsWanted(
  { kinds }: Tongue,
  known: readonly { readonly turn: Turn; readonly kind: TurnKind }[],
): ReadonlyMap<AskWords, readonly string[]> {
  const wanted = new Map<AskWords, string[]>();
  for (const { more } of Object.values(kinds)) if (more) wanted.set(more, []);
  for (const { turn, kind } of known) if (kind.more) wanted.get(kind.more)?.push(turn.subject.id);
  return wanted;
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
