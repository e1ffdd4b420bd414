import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { personByContact } from '../../../housing/public.ts';
import { notify } from '../../../turns/public.ts';
import { askedToJoin, joinDeclined } from '../letters/notices.ts';
import type { ApplicationId } from '../rules/application.ts';
import { applicationById } from '../store/applications.ts';
import { markDeclined, markInvited, uninvited } from '../store/codes.ts';
import { insertNamings } from '../store/namings.ts';
import { followPlace } from '../urls.ts';
import { write } from './case.ts';
import { invitationByCode } from './codes.ts';
import { mayMail } from './mailing.ts';
import { tellApplicant } from './telling.ts';

/** Whoever stands on the page with an address is asked by mail, once; the link in it is theirs. */
export async function inviteCoApplicants(tx: TenantDb, id: ApplicationId): Promise<void> {
  const asked = await uninvited(tx, id);
  const application = asked.length > 0 ? await applicationById(tx, id) : null;
  if (!application) return;
  for (const one of asked) {
    if (!one.email || !(await mayMail(tx, one.email))) continue;
    const code = newCode();
    const known = await personByContact(tx, { email: one.email });
    await markInvited(tx, one.id, { hash: hashOfCode(code), personId: known?.id ?? null });
    await notify(tx, {
      to: { visitor: { email: one.email, language: application.language } },
      topic: 'answer',
      say: askedToJoin(application)(followPlace({ code })),
    });
  }
  await insertNamings(tx, id);
}

/** They would rather not: the link closes, and the applicant hears of it. False when the link is none, or closed already. */
export async function declineToJoin(tx: TenantDb, code: string): Promise<boolean> {
  const invited = await invitationByCode(tx, code);
  const application = invited && (await applicationById(tx, invited.applicationId));
  if (!application) return false;
  await markDeclined(tx, invited.id);
  await write(tx, application, 'join_declined', {});
  await tellApplicant(tx, application, joinDeclined(application, invited.name));
  return true;
}
