import type { Id } from '../../kernel/id.ts';
import { readLanguage } from '../../kernel/language.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { AnyJobKind, JobKind } from '../../platform/jobs/jobs.ts';
import { type MailCarrier, MailNotTaken } from '../../platform/mail/mail.ts';
import { type Message, messageHtml, messageText } from '../../platform/mail/message.ts';
import { SmsNotTaken } from '../../platform/sms/gateway.ts';
import { type SmsCarrier, smsSender } from '../../platform/sms/sms.ts';
import { contactIsTaken, loadActor, personByContact, personById } from '../housing/public.ts';
import { contactOfAddress } from './commands.ts';
import { changedMail, codeFrame, codeMail, codeSms, contactMail, unknownMail } from './letters.ts';
import { JOBS, UNKNOWN_TOLD_HOURS } from './rules.ts';
import { lockTurn, lockWish, makeSecrets, markToldUnknown, type Wish, wasToldUnknown } from './store/codes.ts';
import { contactCode, openContacts } from './store/contact-codes.ts';
import { deleteStale } from './store/devices.ts';

/** The ways out of the house; null where there is none. */
interface Ways {
  readonly mail: MailCarrier | null;
  readonly sms: SmsCarrier | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUIET_SESSION_DAYS = 30;
const SMS_KEPT_DAYS = 30;

/** Everything this module does out of sight. `signin.tidy` is asked once a day. */
export function signinJobs(ways: Ways): AnyJobKind[] {
  return [sendJob(ways), confirmJob(ways), tellChangedJob(ways), tidyJob];
}

/**
 * Makes the code and sends it, if anybody has the address. Tried again (with a fresh code) while the wish holds. A person
 * who is never to be contacted gets it too: it is the answer to their own asking. It does not wait for the quiet hours.
 */
function sendJob(ways: Ways): JobKind<{ code: Id<'sign_in_code'> }> {
  return {
    ...JOBS.send,
    async run(tx, payload) {
      const wish = await lockWish(tx, payload.code);
      if (!wish || wish.codeHash || wish.usedAt || wish.expiresAt <= tx.now) return;
      const person = await personByContact(tx, contactOfAddress(wish));
      const known = person && (await loadActor(tx, person.id));
      if (!person || !known) return tellUnknown(tx, ways, wish);
      const secrets = await makeSecrets(tx, wish.id, person.id);
      const language = readLanguage(wish.language) ?? person.language;
      if (wish.channel === 'sms' && ways.sms) {
        await smsTo(tx, ways.sms, wish.address, codeSms(secrets.code, language, tx.tenant.name));
        return;
      }
      // Where no SMS can be sent, the code still finds who has a mailbox too.
      const email = wish.channel === 'mail' ? wish.address : person.email;
      const from = { origin: tx.origin, sender: tx.tenant.name };
      if (email)
        await mailTo(tx, ways, { id: wish.id, email }, codeMail(secrets, { name: person.name, language }, from));
    },
  };
}

/** @throws when the gateway may take it later; then the job runs again. A number that cannot get SMS is let go. */
async function smsTo(tx: TenantDb, sms: SmsCarrier, to: string, text: string): Promise<void> {
  await sms.send(tx, { to, sender: smsSender(tx.tenant.name), text }).catch((error: unknown) => {
    if (!(error instanceof SmsNotTaken && error.code === 'refused')) throw error;
  });
}

/** An SMS to a stranger costs money and helps nobody; a mail helps who mistyped, once a day. */
async function tellUnknown(tx: TenantDb, ways: Ways, wish: Wish): Promise<void> {
  const since = new Date(tx.now.getTime() - UNKNOWN_TOLD_HOURS * HOUR);
  await lockTurn(tx, wish.address);
  if (wish.channel !== 'mail' || (await wasToldUnknown(tx, wish.address, since))) return;
  await markToldUnknown(tx, wish.id);
  const language = readLanguage(wish.language) ?? tx.tenant.language;
  await mailTo(
    tx,
    ways,
    { id: wish.id, email: wish.address },
    unknownMail(language, { origin: tx.origin, sender: tx.tenant.name }),
  );
}

/** @throws when the mail may be taken later; then the job runs again. An address that does not exist is let go. */
async function mailTo(
  tx: TenantDb,
  ways: Ways,
  to: { readonly id: string; readonly email: string },
  message: Message,
): Promise<void> {
  if (!ways.mail) throw new Error('Cannot send a code: no mail server is set up (SMTP_URL)');
  const frame = codeFrame(message.language, tx.tenant.name);
  const mail = {
    id: `${to.id}.${tx.now.getTime()}`,
    to: to.email,
    senderName: tx.tenant.name,
    subject: message.subject,
    text: messageText(message, frame),
    html: messageHtml(message, frame),
  };
  await ways.mail.send(mail).catch((error: unknown) => {
    if (!(error instanceof MailNotTaken && error.forever)) throw error;
  });
}

/** A code to an address that a person says is theirs. None to what somebody else has: it is not to be had. */
function confirmJob(ways: Ways): JobKind<{ person: Id<'person'>; to: string; language: string }> {
  return {
    ...JOBS.confirm,
    async run(tx, { person: id, to: closed, language: written }) {
      const person = await personById(tx, id);
      const [to] = await openContacts(tx, closed);
      if (!person || !to || (await contactIsTaken(tx, id, contactOfAddress(to)))) return;
      const code = await contactCode(tx, id, to);
      const language = readLanguage(written) ?? person.language;
      if (to.channel === 'mail') {
        const message = contactMail(code, { name: person.name, language }, tx.tenant.name);
        await mailTo(tx, ways, { id, email: to.address }, message);
      } else if (ways.sms) {
        await smsTo(tx, ways.sms, to.address, codeSms(code, language, tx.tenant.name));
      }
    },
  };
}

/** The mailbox from before hears that there is a new address: who did not do it can call. */
function tellChangedJob(ways: Ways): JobKind<{ person: Id<'person'>; to: string; channel: string }> {
  return {
    ...JOBS.tellChanged,
    async run(tx, { person: id, to: closed, channel }) {
      const person = await personById(tx, id);
      const [to] = await openContacts(tx, closed);
      if (!person || !to) return;
      await mailTo(
        tx,
        ways,
        { id: `changed.${channel}`, email: to.address },
        changedMail(channel, person, tx.tenant.name),
      );
    },
  };
}

/** Deletes what is of no more use. */
const tidyJob: JobKind<Record<never, never>> = {
  ...JOBS.tidy,
  async run(tx) {
    const ago = (days: number) => new Date(tx.now.getTime() - days * DAY);
    await deleteStale(tx, {
      codes: ago(1),
      quietSessions: ago(QUIET_SESSION_DAYS),
      sms: ago(SMS_KEPT_DAYS),
      counts: ago(2),
    });
  },
};
