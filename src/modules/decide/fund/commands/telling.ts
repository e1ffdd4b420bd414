import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { isMailAddress } from '../../../../platform/mail/mail.ts';
import { readPhone } from '../../../housing/public.ts';
import { type Note, type NoteFate, notify } from '../../../turns/public.ts';
import type { Notice } from '../letters/notices.ts';
import { type Application, type ApplicationId, carriedBy } from '../rules/application.ts';
import { applicationById } from '../store/applications.ts';
import { applicationPlace, followPlace } from '../urls.ts';
import { newFollowCode } from './codes.ts';

/**
 * Tells whoever carries the case by their own channel: a person as they like to be reached, somebody without account at
 * the address they left, with a link of its own. The adult who answers for a child hears it too.
 */
export async function tellApplicant(
  tx: TenantDb,
  application: Application,
  notice: Notice,
  enclosure: Note['enclosure'] = undefined,
): Promise<NoteFate> {
  await tellGuardian(tx, application, notice, enclosure);
  const personId = carriedBy(application);
  if (personId) {
    const say = notice(applicationPlace({ id: application.id }));
    return notify(tx, { to: { personId }, topic: 'answer', say, enclosure });
  }
  return tellGuest(
    tx,
    application,
    { email: application.applicantEmail, phone: application.applicantPhone },
    notice,
    enclosure,
  );
}

/** The same, for modules that know the case by its id. Nothing is said of one that is not there. */
export async function tellCarrier(tx: TenantDb, id: ApplicationId, notice: Notice): Promise<void> {
  const application = await applicationById(tx, id);
  if (application) await tellApplicant(tx, application, notice);
}

async function tellGuardian(
  tx: TenantDb,
  application: Application,
  notice: Notice,
  enclosure: Note['enclosure'],
): Promise<void> {
  if (application.applicantAge !== 'child') return;
  const typed = application.guardianContact;
  const email = isMailAddress(typed) ? typed : null;
  await tellGuest(tx, application, { email, phone: email ? null : readPhone(typed) }, notice, enclosure);
}

async function tellGuest(
  tx: TenantDb,
  application: Application,
  reach: { readonly email: string | null; readonly phone: string | null },
  notice: Notice,
  enclosure: Note['enclosure'],
): Promise<NoteFate> {
  if (!reach.email && !reach.phone) return 'no way';
  const code = await newFollowCode(tx, application.id);
  const visitor = { ...reach, name: application.applicantName, language: application.language };
  return notify(tx, { to: { visitor }, topic: 'answer', say: notice(followPlace({ code })), enclosure });
}
