import { MS_PER_DAY } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';

export type WebhookId = Id<'webhook'>;

export const URL_LENGTH = 500;
/** In one house. Each costs a request for everything that happens. */
export const MOST_WEBHOOKS = 20;
/** Entries that one errand hands over at most, and for how long it goes on. */
export const MOST_AT_ONCE = 20;
// Few workers make the calls of all houses: no receiver that dawdles keeps one for long.
export const ERRAND_MS = 10_000;
/** After so long whoever is out with a webhook's messages is taken for lost. */
export const LOST_AFTER_MS = 180_000;
export const PATIENCE_MS = 10_000;
/** A secret that was replaced signs beside the new one for so long. */
export const OVERLAP_MS = MS_PER_DAY;
/** It has failed for so long that nobody seems to look after it. */
const GIVE_UP_MS = 5 * MS_PER_DAY;
export const LOG_DAYS = 30;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** When to try again after so many tries in vain: 30 seconds, doubled each time, at most 6 hours. */
export function nextTry(tries: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20), LONGEST_WAIT_MS));
}

export interface Webhook {
  readonly id: WebhookId;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly madeAt: Date;
  readonly handedOver: number;
  readonly tries: number;
  readonly failingSince: Date | null;
  readonly nextTryAt: Date | null;
  readonly busyUntil: Date | null;
  /** Why nothing is sent now; null while it is. */
  readonly paused: 'person' | 'failing' | 'gone' | null;
}

/** How one try went. */
export interface Tried {
  readonly seq: number | null;
  readonly kind: string;
  readonly sentAt: Date;
  readonly status: number | null;
  readonly problem: 'url' | 'address' | 'name' | 'unreachable' | 'slow' | null;
  readonly ms: number;
}

export function wentWell({ status }: Pick<Tried, 'status'>): boolean {
  return status !== null && status >= 200 && status < 300;
}

const GONE = 410;

/** After a try in vain: again later, or no more. 410 says that nobody wants them. */
export function afterFailure(
  webhook: Pick<Webhook, 'tries' | 'failingSince'>,
  tried: Pick<Tried, 'status'>,
  now: Date,
): {
  readonly tries: number;
  readonly failingSince: Date;
  readonly again: Date | null;
  readonly why: 'failing' | 'gone';
} {
  const tries = webhook.tries + 1;
  const failingSince = webhook.failingSince ?? now;
  if (tried.status === GONE) return { tries, failingSince, again: null, why: 'gone' };
  const over = now.getTime() - failingSince.getTime() >= GIVE_UP_MS;
  return { tries, failingSince, again: over ? null : nextTry(tries, now), why: 'failing' };
}
