import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { guestsNow } from '../../../gatherings/public.ts';
import { contactsOf } from '../../../housing/public.ts';
import { notify } from '../../../turns/public.ts';
import { resultReady } from '../letters/messages.ts';
import { type Asked, whoHears } from '../rules/hearing.ts';
import { type Invitation, isTheirs } from '../rules/plan.ts';
import type { Table } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { askedToHear } from '../store/hearing.ts';
import { invitationsOf, setInvitationCode } from '../store/plan.ts';
import { tablesOf } from '../store/tables.ts';
import { workshopById } from '../store/workshops.ts';
import { invitationAnswerPlace, resultPlace, wallPlace } from '../urls.ts';

/**
 * Everybody who took part, and can be reached, hears that the result is ready, each once: those invited by name with a way to
 * what is their own, the guests of the gathering it hangs on, and who asked to hear at the wall.
 */
export async function tellResult(tx: TenantDb, id: Id<'workshop'>): Promise<void> {
  const workshop = await workshopById(tx, id);
  if (!workshop) return;
  const [tables, invitations, asked, guests] = await Promise.all([
    tablesOf(tx, id),
    invitationsOf(tx, id),
    askedToHear(tx, id),
    workshop.gatheringId ? guestsNow(tx, workshop.gatheringId) : [],
  ]);
  const people = [...invitations.flatMap(({ personId }) => personId ?? []), ...guests];
  const hearing = whoHears(invitations, guests, asked, await contactsOf(tx, people));
  for (const one of hearing.invited) await tellInvited(tx, workshop, one, tables);
  for (const personId of hearing.guests) await tell(tx, workshop, { personId }, resultPlace({ id }));
  for (const one of hearing.asked) await tell(tx, workshop, visitor(tx, one), wallPlace({ code: workshop.code }));
}

/**
 * With an account on the page of the result; else by a fresh link of their own, which goes on working when the workshop's link
 * is renewed.
 */
async function tellInvited(tx: TenantDb, workshop: Workshop, one: Invitation, tables: readonly Table[]): Promise<void> {
  const { id, personId, email, phone } = one;
  const own = tables.some((table) => isTheirs(one, table));
  if (personId) return tell(tx, workshop, { personId }, resultPlace({ id: workshop.id }), own);
  if (!email && !phone) return;
  const code = newCode();
  await setInvitationCode(tx, id, hashOfCode(code));
  await tell(tx, workshop, visitor(tx, one), invitationAnswerPlace({ code }), own);
}

type To = Parameters<typeof notify>[1]['to'];

function visitor(tx: TenantDb, { email, phone, personName }: Asked): To {
  return { visitor: { email, phone, name: personName || null, language: tx.tenant.language } };
}

async function tell(tx: TenantDb, { name }: Workshop, to: To, path: Path, own = false): Promise<void> {
  await notify(tx, { to, topic: 'answer', say: (language) => resultReady({ workshop: name, own }, path, language) });
}
