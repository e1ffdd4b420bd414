import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { AnyJobKind, ErrandKind, JobKind } from '../../platform/jobs/jobs.ts';
import { announceTurn } from './commands/announcing.ts';
import { carryMessage, type Ways } from './commands/carrying.ts';
import { forgetOld } from './commands/delivery.ts';
import { askForDigests, type News, sendDigest } from './commands/digests.ts';
import type { Tongue } from './commands/telling.ts';
import { JOBS } from './rules.ts';

export interface TurnsJobDeps extends Ways {
  readonly tongue: Tongue;
  readonly news: News;
}

/** Everything this module does out of sight. `turns.digests` is asked every hour, `turns.tidy` once a day. */
export function turnsJobs({ tongue, news, ...ways }: TurnsJobDeps): AnyJobKind[] {
  const tell: JobKind<{ turn: Id<'turn'> }> = {
    ...JOBS.tell,
    run: (tx, { turn }) => announceTurn(tx, tongue, turn),
  };
  const send: ErrandKind<{ outgoing: Id<'outgoing'> }> = {
    ...JOBS.send,
    prepare: (tx, { outgoing }) => carryMessage(tx, ways, outgoing),
  };
  const digests: JobKind<Record<never, never>> = {
    ...JOBS.digests,
    run: (tx) => askForDigests(tx, news),
  };
  const digest: JobKind<{ person: Id<'person'>; week: string }> = {
    ...JOBS.digest,
    run: (tx, { person, week }) => sendDigest(tx, { tongue, news }, { person, week: week as Day }),
  };
  const tidy: JobKind<Record<never, never>> = { ...JOBS.tidy, run: forgetOld };
  return [tell, send, digests, digest, tidy];
}
