import { dayOf } from '../../../kernel/day.ts';
import { formatRelativeDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { JournalKinds } from '../../../platform/journal/journal.ts';
import { type Audience, type Entry, threadEntries } from '../../../platform/journal/read.ts';
import { type LoadNames, tellEntries } from '../../../platform/journal/tell.ts';
import type { Visit } from '../../../platform/web/web.ts';
import type { ThreadEntry } from '../../../ui/components/thread.tsx';
import type { Initiative } from '../rules.ts';
import { WHOLE_THREAD } from '../urls.ts';

/** How the thread is told: every module's entries, and names as the reader may see them. Wired in `src/tellings.ts`. */
export interface ThreadTongue {
  readonly kinds: JournalKinds;
  names(tx: TenantDb, language: Language): LoadNames;
}

/** What stands on a page at first, and where the whole thread is asked for. */
const NEWEST = 20;
const LONGEST = 500;

interface Happened {
  readonly entries: readonly Entry[];
  /** There is more than is shown. */
  readonly more: boolean;
}

/** What happened in the thread, as far as the reader may see it: the newest, or all of it where `query` says so. */
export async function happenedIn(
  { tx, query }: Pick<Visit, 'tx' | 'query'>,
  tongue: ThreadTongue,
  id: Initiative['id'],
  audience: Audience,
): Promise<Happened> {
  const whole = query.get('traad') === WHOLE_THREAD.traad;
  const shown = whole ? LONGEST : NEWEST;
  const entries = await threadEntries(tx, id, { kinds: tongue.kinds, audience, limit: shown + 1 });
  return { entries: entries.slice(0, shown), more: entries.length > shown && !whole };
}

interface ThreadReader {
  readonly audience: Audience;
  readonly language: Language;
  /** Who else stands on the page and is to be named. */
  readonly people: readonly (string | null)[];
}

/**
 * The thread, newest first, with what people wrote beside what they did; and the names of everybody on the page. All
 * names are asked for at once.
 */
export async function threadOf(
  tx: TenantDb,
  tongue: ThreadTongue,
  initiative: Initiative,
  entries: readonly Entry[],
  { audience, language, people }: ThreadReader,
): Promise<{ readonly thread: readonly ThreadEntry[]; readonly names: ReadonlyMap<string, string> }> {
  const names = new Map<string, string>([[initiative.id, initiative.title]]);
  const load: LoadNames = async (wanted) => {
    const person = new Set([...wanted.person, ...people.filter((id) => id !== null)]);
    const others = wanted.initiative.filter((id) => id !== initiative.id);
    const asked = { ...wanted, person: [...person], initiative: others };
    for (const [id, name] of await tongue.names(tx, language)(asked)) names.set(id, name);
    return names;
  };
  const shown = audience === 'public' ? entries : entries.map(withNames);
  const told = await tellEntries(tongue.kinds, shown, load, language);
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const thread = told.map(({ seq, at, sentence, icon }) => ({
    when: formatRelativeDay(dayOf(at), tx.today, language),
    sentence,
    ...(icon ? { icon } : {}),
    quote: quoteOf(initiative, bySeq.get(seq), audience),
    lang: 'da',
  }));
  return { thread, names };
}

/** Among those who work with it everybody has a name; outside only who said yes to it. */
function withNames(entry: Entry): Entry {
  return { ...entry, facts: { ...entry.facts, named: true } };
}

/** The words lie on the rows, not in the journal, so that they can be erased. */
function quoteOf(initiative: Initiative, entry: Entry | undefined, audience: Audience): string | null {
  if (!entry) return null;
  const { facts, kind } = entry;
  const words = publicWords(initiative, kind, facts);
  if (words || audience === 'public') return words;
  if (kind === 'initiative.driver_asked') return initiative.asks.find((ask) => ask.id === facts.ask)?.words || null;
  if (kind.startsWith('initiative.answered_')) {
    return initiative.asks.find((ask) => ask.id === facts.ask)?.answerWords || null;
  }
  if (kind === 'initiative.quiet_answered') {
    return initiative.question?.id === facts.question ? initiative.question?.words || null : null;
  }
  if (kind !== 'initiative.stepped_down') return null;
  return initiative.drivers.find((driver) => driver.id === facts.driver)?.stoppedWords || null;
}

function publicWords(initiative: Initiative, kind: string, facts: Entry['facts']): string | null {
  if (kind.startsWith('initiative.step_')) return initiative.steps.find((step) => step.id === facts.step)?.says ?? null;
  if (kind.startsWith('initiative.ended_')) return initiative.end?.words || null;
  const parking = initiative.parkings.find((one) => one.id === facts.parking);
  if (kind === 'initiative.parked') return parking?.reason || null;
  return kind === 'initiative.woken' ? parking?.wakingWords || null : null;
}
