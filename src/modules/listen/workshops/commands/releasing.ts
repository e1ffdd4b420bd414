import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { notify } from '../../../turns/public.ts';
import { resultReady } from '../letters/messages.ts';
import { type Invitation, isTheirs, tookPart } from '../rules/plan.ts';
import type { Table } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { invitationsOf, setInvitationCode } from '../store/plan.ts';
import { tablesOf } from '../store/tables.ts';
import { workshopById } from '../store/workshops.ts';
import { invitationAnswerPlace, resultPlace, wallPlace } from '../urls.ts';

/** Everybody who took part, and can be reached, hears that the result is ready, with a way to what is their own. */
export async function tellResult(tx: TenantDb, id: Id<'workshop'>): Promise<void> {
  const workshop = await workshopById(tx, id);
  if (!workshop) return;
  const [tables, invitations] = await Promise.all([tablesOf(tx, id), invitationsOf(tx, id)]);
  for (const one of invitations) if (tookPart(one)) await tellOne(tx, workshop, one, tables);
}

/** With an account on the page of the result; else by a fresh link to their table's answer, or to the wall. */
async function tellOne(tx: TenantDb, workshop: Workshop, one: Invitation, tables: readonly Table[]): Promise<void> {
  const { id, personId, email, phone, personName } = one;
  if (!personId && !email && !phone) return;
  const own = tables.some((table) => isTheirs(one, table));
  const code = newCode();
  const path = personId
    ? resultPlace({ id: workshop.id })
    : own
      ? invitationAnswerPlace({ code })
      : wallPlace({ code: workshop.code });
  if (!personId && own) await setInvitationCode(tx, id, hashOfCode(code));
  await notify(tx, {
    to: personId ? { personId } : { visitor: { email, phone, name: personName, language: tx.tenant.language } },
    topic: 'answer',
    say: (language) => resultReady({ workshop: workshop.name, own }, path, language),
  });
}
