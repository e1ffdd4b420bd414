import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { ApplicationId } from '../rules/application.ts';
import { UNDECIDED } from '../rules/status.ts';
import { casesIn } from '../store/cases.ts';
import { insertMeeting, replaceCases, replacePresent } from '../store/meetings.ts';

/** A meeting of the deciding body, with every case before it that is ready now. */
export async function callMeeting(
  tx: TenantDb,
  meeting: { readonly fundId: Id<'fund'>; readonly on: Day; readonly reference: string },
): Promise<Id<'fund_meeting'>> {
  const id = await insertMeeting(tx, meeting);
  const ready = await casesIn(tx, meeting.fundId, ['recommended']);
  await replaceCases(tx, id, ready);
  record(tx, { kind: 'fund.meeting_called', subject: { kind: 'fund', id: meeting.fundId }, facts: { on: meeting.on } });
  return id;
}

/** Which cases the meeting has before it. Only what can still be decided is put there; what it has decided stays. */
export async function putBefore(
  tx: TenantDb,
  meeting: { readonly id: Id<'fund_meeting'>; readonly fundId: Id<'fund'> },
  wanted: readonly ApplicationId[],
): Promise<void> {
  const open = new Set(await casesIn(tx, meeting.fundId, [...UNDECIDED, 'waiting_list']));
  await replaceCases(
    tx,
    meeting.id,
    wanted.filter((id) => open.has(id)),
  );
}

/** Who took part, in the words of the one who makes the minutes; instead of what was written before. */
export async function writePresent(
  tx: TenantDb,
  meeting: { readonly id: Id<'fund_meeting'>; readonly fundId: Id<'fund'> },
  people: readonly Id<'person'>[],
): Promise<void> {
  if (people.length === 0) throw new Error(`Cannot write who was at meeting ${meeting.id}: nobody was`);
  await replacePresent(tx, meeting.id, people);
  record(tx, {
    kind: 'fund.present_written',
    subject: { kind: 'fund', id: meeting.fundId },
    facts: { present: people.length },
  });
}
