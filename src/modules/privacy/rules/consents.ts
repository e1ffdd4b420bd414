import type { Channel } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** What takes a yes: five ways to be reached, and two ways to be shown. */
export const TOPICS = ['mail', 'sms', 'paper', 'phone', 'photo', 'story'] as const;
export type Topic = (typeof TOPICS)[number];

/** One yes or no. The latest of a topic holds. */
export interface Consent {
  readonly topic: Topic;
  readonly given: boolean;
  readonly at: Date;
  readonly channel: Channel;
  /** Who wrote it down for the person; null when they did it themselves. */
  readonly registeredBy: Id<'person'> | null;
}

export type Standing = Readonly<Record<Topic, Consent | null>>;

/** The latest of each topic; `consents` from the newest to the oldest. */
export function standing(consents: readonly Consent[]): Standing {
  return Object.fromEntries(
    TOPICS.map((topic) => [topic, consents.find((one) => one.topic === topic) ?? null]),
  ) as unknown as Standing;
}

export type Reach = 'mail' | 'sms' | 'paper' | 'never';

/**
 * The way to reach somebody after they have said yes and no: the chosen one while it has not got a no; else the first
 * that has a yes and can be used; else none, and the house leaves them alone.
 */
export function reachAfter(
  chosen: Reach,
  said: Readonly<Partial<Record<Topic, boolean>>>,
  can: { readonly email: boolean; readonly phone: boolean },
): Reach {
  if (chosen === 'never' || said[chosen] !== false) return chosen;
  if (said.mail && can.email) return 'mail';
  if (said.sms && can.phone) return 'sms';
  return said.paper === false ? 'never' : 'paper';
}
