import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { DecisionRefusal } from '../rules/deciding.ts';
import type { MeetingCase } from '../rules/meetings.ts';
import { asAdvised, isClosed } from '../rules/rounds.ts';
import { meetingOfCase, roundCases } from '../store/meetings.ts';
import { decide } from './decide.ts';

/** What became of one case when its round was decided; `refusal` when it could not be as advised, and waits still. */
export interface RoundAnswer {
  readonly one: MeetingCase;
  readonly refusal: DecisionRefusal | null;
}

/**
 * Every case of a closed round gets what was advised, in the order in which they came, each with the fund held and its
 * money counted anew. One that cannot is left as it is, and the others go on. Cases without an advice wait.
 */
export async function decideRound(
  tx: TenantDb,
  round: { readonly fundId: Id<'fund'>; readonly closesOn: Day; readonly reference: string },
): Promise<Outcome<readonly RoundAnswer[], 'round_open'>> {
  if (!isClosed(round, tx.today)) return refused('round_open');
  const answers: RoundAnswer[] = [];
  for (const one of await roundCases(tx, round.fundId, round.closesOn)) {
    const decision = asAdvised(one);
    if (!decision) continue;
    const meeting = round.reference === '' ? null : await meetingOfCase(tx, one.id);
    const meetingId = meeting?.reference === round.reference ? meeting.id : null;
    const done = await decide(tx, one.id, { ...decision, reference: round.reference, meetingId });
    answers.push({ one, refusal: done.ok ? null : done.refusal });
  }
  return ok(answers);
}
