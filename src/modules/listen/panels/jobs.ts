import type { Id } from '../../../kernel/id.ts';
import type { AnyJobKind, ErrandKind } from '../../../platform/jobs/jobs.ts';
import { morning } from './commands/morning.ts';
import { type Desk, prepareDraw } from './commands/running.ts';
import { JOBS } from './rules/jobs.ts';

/** `desk`: where a running draw writes how far it is, and hears that it was stopped; null where nobody looks. */
export function panelsJobs({ desk }: { readonly desk: Desk | null }): readonly AnyJobKind[] {
  const draw: ErrandKind<{ draw: string }> = {
    name: JOBS.draw,
    prepare: (tx, payload) => prepareDraw(tx, payload.draw as Id<'panel_draw'>, desk),
  };
  return [draw, { name: JOBS.morning, run: (tx) => morning(tx) }];
}
