import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { personByContact } from '../../../housing/public.ts';
import { type NoteFate, notify } from '../../../turns/public.ts';
import { invitationLetter } from '../letters/messages.ts';
import { JOBS } from '../rules/jobs.ts';
import {
  type CheckItem,
  hasRoom,
  type Invitation,
  type Item,
  isAsked,
  MOST_INVITED,
  MOST_ITEMS,
  movesIn,
  turnoutOf,
} from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import {
  deleteInvitation,
  deleteItem,
  insertInvitation,
  insertItem,
  insertRelease,
  insertReturns,
  invitationByCode,
  invitationsOf,
  itemsOf,
  setAnswer,
  setAttendance,
  setSeat,
  setTicks,
} from '../store/plan.ts';
import { tablesOf } from '../store/tables.ts';
import { lockWorkshop, workshopById } from '../store/workshops.ts';
import { invitationAnswerPlace } from '../urls.ts';
import { told } from './telling.ts';

export async function addItem(
  tx: TenantDb,
  workshop: Workshop,
  item: Omit<Item, 'id'>,
): Promise<Outcome<null, 'full'>> {
  await lockWorkshop(tx, workshop.id);
  if ((await itemsOf(tx, workshop.id)).length >= MOST_ITEMS) return refused('full');
  await insertItem(tx, workshop.id, item);
  told(tx, 'workshop.programme', workshop.id);
  return ok(null);
}

/** False when there is none. */
export async function removeItem(tx: TenantDb, workshop: Workshop, id: Id<'workshop_item'>): Promise<boolean> {
  if (!(await deleteItem(tx, workshop.id, id))) return false;
  told(tx, 'workshop.programme', workshop.id);
  return true;
}

export async function tick(tx: TenantDb, workshop: Workshop, done: readonly CheckItem[]): Promise<void> {
  await setTicks(tx, workshop.id, done);
  told(tx, 'workshop.ticked', workshop.id, { done: done.length });
}

/** Who is asked, or came unasked (`came`). */
export type Asked = Pick<Invitation, 'personName' | 'email' | 'phone' | 'organisationId' | 'tableId' | 'part'> & {
  readonly came: boolean;
};

/**
 * Asks somebody to come, with a link that needs no account; whom the house knows by that address sees the workshop when
 * they sign in. Who came unasked is written in and gets no letter. Answers how the letter left.
 */
export async function invite(
  tx: TenantDb,
  workshop: Workshop,
  asked: Asked,
): Promise<Outcome<NoteFate | 'written in', 'full' | 'asked'>> {
  await lockWorkshop(tx, workshop.id);
  const all = await invitationsOf(tx, workshop.id);
  if (all.length >= MOST_INVITED) return refused('full');
  if (isAsked(all, asked)) return refused('asked');
  const { email, phone, came } = asked;
  const known = email ? await personByContact(tx, { email }) : phone ? await personByContact(tx, { phone }) : null;
  const code = newCode();
  const personId = known?.id ?? null;
  const row = { ...asked, personId, came: came || null, codeHash: came ? null : hashOfCode(code) };
  await insertInvitation(tx, workshop.id, row);
  told(tx, 'workshop.invited', workshop.id, { part: asked.part, unasked: came });
  if (came) return ok('written in');
  const to = known
    ? { personId: known.id }
    : { visitor: { email, phone, name: asked.personName, language: tx.tenant.language } };
  const say = (language: Parameters<typeof invitationLetter>[2]) =>
    invitationLetter(workshop, invitationAnswerPlace({ code }), language);
  return ok(await notify(tx, { to, topic: 'turn', say }));
}

/** What a letter's link opens. */
export async function invitationBehind(
  tx: TenantDb,
  code: string,
): Promise<{ readonly invitation: Invitation; readonly workshop: Workshop } | null> {
  const invitation = await invitationByCode(tx, hashOfCode(code));
  const workshop = invitation && (await workshopById(tx, invitation.workshopId));
  return invitation && workshop ? { invitation, workshop } : null;
}

/** Somebody says whether they come; they may change their mind until the day is over. */
export async function answerInvitation(
  tx: TenantDb,
  workshop: Workshop,
  invitation: Invitation,
  answer: 'yes' | 'no',
): Promise<Outcome<null, 'over' | 'full'>> {
  if (workshop.on < tx.today) return refused('over');
  await lockWorkshop(tx, workshop.id);
  const all = await invitationsOf(tx, workshop.id);
  const now = all.find(({ id }) => id === invitation.id) ?? invitation;
  if (answer === 'yes' && !hasRoom(turnoutOf(workshop, all), now)) return refused('full');
  await setAnswer(tx, invitation.id, answer);
  told(tx, 'workshop.invitation_answered', workshop.id, { answer });
  return ok(null);
}

/** The list at the door: who came, and who sits at another table than they had. */
export async function noteAttendance(
  tx: TenantDb,
  workshop: Workshop,
  came: readonly Id<'workshop_invitation'>[],
  seats: readonly Pick<Invitation, 'id' | 'tableId'>[],
): Promise<void> {
  await lockWorkshop(tx, workshop.id);
  await setAttendance(tx, workshop.id, came);
  told(tx, 'workshop.attendance', workshop.id, { came: came.length });
  const moves = movesIn(await invitationsOf(tx, workshop.id), seats, await tablesOf(tx, workshop.id));
  for (const move of moves) await setSeat(tx, workshop.id, move);
  if (moves.length > 0) told(tx, 'workshop.seated', workshop.id, { people: moves.length });
}

/** False when there is none. */
export async function removeInvitation(
  tx: TenantDb,
  workshop: Workshop,
  id: Id<'workshop_invitation'>,
): Promise<boolean> {
  if (!(await deleteInvitation(tx, workshop.id, id))) return false;
  told(tx, 'workshop.invitation_removed', workshop.id);
  return true;
}

/** Those who take part may see the total, and their own; they hear of it the first time. */
export async function release(tx: TenantDb, workshop: Workshop): Promise<void> {
  if (!(await insertRelease(tx, workshop.id))) return;
  told(tx, 'workshop.released', workshop.id);
  await enqueue(tx, JOBS.released, { workshop: workshop.id }, { key: workshop.id });
}

/** Their own sheet has been given to these tables. */
export async function giveBack(
  tx: TenantDb,
  workshop: Workshop,
  tables: readonly Id<'workshop_table'>[],
): Promise<void> {
  await insertReturns(tx, tables);
  told(tx, 'workshop.returned', workshop.id, { tables: tables.length });
}
