import type { Channel } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { defineText, type Language } from '../../kernel/language.ts';
import type { IconName } from '../../ui/components/icon.tsx';
import type { Facts, JournalKinds, NamedKind, Telling } from './journal.ts';
import type { Entry } from './read.ts';

/** An entry as a person reads it. */
export interface ToldEntry {
  readonly seq: number;
  readonly at: Date;
  readonly sentence: string;
  readonly icon: IconName | null;
  readonly actorId: Id<'person'> | null;
  /** Shown when it was not the person at the screen: `paper`, `phone`. */
  readonly channel: Channel;
}

/** Ids to be named, by kind. */
export type WantedNames = Readonly<Record<NamedKind, readonly string[]>>;

/** Display names by id, of all kinds together. What is not there is told without name (erased, or not for this reader). */
export type LoadNames = (wanted: WantedNames) => Promise<ReadonlyMap<string, string>>;

const text = defineText({
  da: {
    actor: { visitor: 'En gæst', system: 'Grobund', person: 'En beboer' },
    person: 'en beboer',
    department: 'en afdeling',
    organisation: 'en organisation',
    initiative: 'et initiativ',
  },
  en: {
    actor: { visitor: 'A visitor', system: 'Grobund', person: 'A resident' },
    person: 'a resident',
    department: 'a department',
    organisation: 'an organisation',
    initiative: 'an initiative',
  },
});

/**
 * Turns entries into sentences. All names are loaded at once, whatever the number of entries. An entry of a kind that
 * this program no longer knows is left out. Neighbours that say the same are told as one where their kind says how: it has the number
 * and the time of the newest.
 */
export async function tellEntries(
  kinds: JournalKinds,
  entries: readonly Entry[],
  names: LoadNames,
  language: Language,
): Promise<ToldEntry[]> {
  const known = entries.filter((entry) => Object.hasOwn(kinds, entry.kind));
  const book = await names(wantedBy(kinds, known));
  const words = text(language);
  const tellingOf = (entry: Entry): Telling => ({
    language,
    facts: entry.facts,
    actor: (entry.actorId && book.get(entry.actorId)) ?? words.actor[entry.actorKind],
    name: (what, id) => book.get(id) ?? words[what],
  });
  const sentenceOf = (entry: Entry) => kinds[entry.kind]?.sentence(tellingOf(entry)) ?? '';
  return runsOf(kinds, known, sentenceOf).map(({ first, all, sentence: own }) => {
    const kind = kinds[first.kind];
    const facts = all.map((one) => one.facts);
    const sentence = all.length > 1 ? (kind?.together?.(tellingOf(first), facts) ?? own) : own;
    const { seq, at, actorId, channel } = first;
    return { seq, at, sentence, icon: kind?.icon ?? null, actorId, channel };
  });
}

/** Neighbours that would read the same, of a kind that is told together; of one day and about one thing. Others alone. */
function runsOf(kinds: JournalKinds, entries: readonly Entry[], sentenceOf: (entry: Entry) => string) {
  const runs: { readonly first: Entry; readonly all: Entry[]; readonly sentence: string }[] = [];
  for (const entry of entries) {
    const sentence = sentenceOf(entry);
    const run = runs.at(-1);
    const same =
      run?.sentence === sentence &&
      run.first.kind === entry.kind &&
      run.first.subject.id === entry.subject.id &&
      run.first.channel === entry.channel &&
      dayOf(run.first.at) === dayOf(entry.at);
    if (same && kinds[entry.kind]?.together) run.all.push(entry);
    else runs.push({ first: entry, all: [entry], sentence });
  }
  return runs;
}

function wantedBy(kinds: JournalKinds, entries: readonly Entry[]): WantedNames {
  return gatherNames(
    entries.map(({ kind, actorId, facts, thread }) => ({ facts, thread, person: actorId, names: kinds[kind]?.names })),
  );
}

/** What is told: its facts, which of them are ids and of what, the one who did it, and the initiative it belongs to. */
export interface Told {
  readonly facts: Facts;
  readonly names?: Readonly<Record<string, NamedKind>> | undefined;
  readonly person: Id<'person'> | null;
  readonly thread: Id<'initiative'> | null;
}

/** All ids that are to be named, each once, so that the names are loaded at once. */
export function gatherNames(told: readonly Told[]): WantedNames {
  const wanted = {
    person: new Set<string>(),
    department: new Set<string>(),
    organisation: new Set<string>(),
    initiative: new Set<string>(),
  };
  for (const { facts, names, person, thread } of told) {
    if (person) wanted.person.add(person);
    if (thread) wanted.initiative.add(thread);
    for (const [fact, what] of Object.entries(names ?? {})) {
      const id = facts[fact];
      if (typeof id === 'string') wanted[what].add(id);
    }
  }
  return {
    person: [...wanted.person],
    department: [...wanted.department],
    organisation: [...wanted.organisation],
    initiative: [...wanted.initiative],
  };
}
