import { readId } from '../../../kernel/id.ts';

/** What other systems may hear of: what happens to things. What happens to people, and who signs in, is nobody else's. */
export const EVENT_GROUPS = [
  'idea',
  'initiative',
  'fund',
  'invoice',
  'payment',
  'feedback',
  'event',
  'evaluation',
  'story',
  'report',
  'tenancy_import',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

export function groupOf(kind: string): EventGroup | null {
  const start = kind.slice(0, kind.indexOf('.'));
  return EVENT_GROUPS.find((group) => group === start) ?? null;
}

/** Of the groups above, what happens to people: who comes to an event, and who arranges it. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'event.signed_up',
  'event.sign_up_changed',
  'event.left',
  'event.moved_up',
  'event.list_printed',
  'event.organiser_added',
  'event.organiser_left',
  'event.forgotten',
]);

/** As `JournalKinds` of the platform: what matters here is which facts are ids, and of what. */
export type KnownKinds = Readonly<Record<string, { readonly names?: Readonly<Record<string, string>> }>>;

/** Of all kinds of journal entries those that may be told outside. */
export function offeredKinds(kinds: KnownKinds): readonly string[] {
  return Object.keys(kinds)
    .filter((kind) => groupOf(kind) !== null && !OF_PEOPLE.has(kind))
    .sort();
}

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The facts that may leave the house: codes, days and numbers, and ids of what is not a person. An id that the kind does
 * not say the meaning of stays here.
 */
function toldFacts(kinds: KnownKinds, kind: string, facts: Facts): Facts {
  const names = kinds[kind]?.names ?? {};
  const told = Object.entries(facts).filter(([name, value]) => {
    if (names[name]) return names[name] !== 'person';
    return typeof value !== 'string' || readId(value.toLowerCase()) === null;
  });
  return Object.fromEntries(told);
}

export interface Entry {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly thread: string | null;
  readonly facts: Facts;
}

/** One event, alike in the API and in a webhook. */
export interface ToldEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly initiativeId: string | null;
  readonly facts: Facts;
}

export function toldEvent(kinds: KnownKinds, entry: Entry): ToldEvent {
  return {
    id: String(entry.seq),
    type: entry.kind,
    at: entry.at.toISOString(),
    subject: entry.subject,
    initiativeId: entry.thread,
    facts: toldFacts(kinds, entry.kind, entry.facts),
  };
}
