import type { Id } from '../../kernel/id.ts';
import { readLanguage } from '../../kernel/language.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { AnyJobKind, Errand, ErrandKind, JobKind } from '../../platform/jobs/jobs.ts';
import { type MailCarrier, MailNotTaken } from '../../platform/mail/mail.ts';
import { type Message, messageHtml, messageText } from '../../platform/mail/message.ts';
import { SmsNotTaken } from '../../platform/sms/gateway.ts';
import { smsSize } from '../../platform/sms/segments.ts';
import { type SmsCarrier, smsSender } from '../../platform/sms/sms.ts';
import { contactIsTaken, contactOf, loadActor, type Person, personByContact, personById } from '../housing/public.ts';
import { maySmsBeSent } from './commands/asking.ts';
import { contactOfAddress, isGuessedOut } from './commands/codes.ts';
import { endLapsedRoles } from './commands/identities.ts';
import {
  changedMail,
  codeFrame,
  codeMail,
  codeSms,
  contactMail,
  lapsedMail,
  linkMail,
  linkSms,
  type NewWay,
  unknownMail,
  wayAddedMail,
  wayAddedSms,
} from './letters.ts';
import { CODE_MINUTES, JOBS, UNKNOWN_TOLD_HOURS } from './rules.ts';
import { deleteOldAttempts } from './store/attempts.ts';
import {
  deleteOldCodes,
  lockTurn,
  lockWish,
  makeSecrets,
  markToldUnknown,
  markWishSent,
  type Wish,
  wasToldUnknown,
} from './store/codes.ts';
import { contactCode, openContacts } from './store/contact-codes.ts';
import { deleteOldSmsDays, openWays } from './store/settings.ts';

/** The ways out of the house; null where there is none. */
interface Ways {
  readonly mail: MailCarrier | null;
  readonly sms: SmsCarrier | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything this module does out of sight. `signin.tidy` is asked once a day. */
export function signinJobs(ways: Ways): AnyJobKind[] {
  return [sendJob(ways), confirmJob(ways), tellChangedJob(ways), tellWayJob(ways), tellLapsedJob(ways), tidyJob];
}

/**
 * Makes the code and sends it, if anybody has the address. Tried again (with a fresh code) while the wish holds. A person
 * who is never to be contacted gets it too: it is the answer to their own asking. It does not wait for the quiet hours.
 */
function sendJob(ways: Ways): ErrandKind<{ code: Id<'sign_in_code'> }> {
  return {
    ...JOBS.send,
    async prepare(tx, payload) {
      const wish = await lockWish(tx, payload.code);
      if (!wish || wish.sentAt || wish.usedAt || wish.expiresAt <= tx.now) return null;
      const person = await personByContact(tx, contactOfAddress(wish));
      const known = person && (await loadActor(tx, person.id));
      if (!person || !known) return tellUnknown(tx, ways, wish);
      const secrets = await makeSecrets(tx, wish.id, person.id);
      const language = readLanguage(wish.language) ?? person.language;
      const sent = (after: TenantDb) => markWishSent(after, wish.id);
      const phone = await phoneFor(tx, wish, person);
      const from = { origin: tx.origin, sender: tx.tenant.name };
      // No code would be taken: the link is, and nobody guesses it.
      const linkAlone = await isGuessedOut(tx, wish.address);
      const text = linkAlone ? linkSms(secrets.link, language, from) : codeSms(secrets.code, language, tx.tenant.name);
      if (phone && ways.sms && (await maySendSms(tx, phone, text))) return smsTo(tx, ways.sms, phone, text, sent);
      // Where no SMS can be sent, the code still finds who has a mailbox too.
      const email = wish.channel === 'mail' ? wish.address : person.email;
      if (!email) return null;
      const to = { name: person.name, language };
      const message = linkAlone ? linkMail(secrets.link, to, from) : codeMail(secrets, to, from);
      return mailTo(tx, ways, { id: wish.id, email }, message, sent);
    },
  };
}

/** Where the code goes by SMS; null when it goes by mail. A number that was typed is a yes to SMS; an e-mail is none. */
async function phoneFor(tx: TenantDb, wish: Wish, person: Person): Promise<string | null> {
  if (!(await openWays(tx)).sms) return null;
  if (wish.channel === 'sms') return wish.address;
  if (!wish.bySms || !person.phone) return null;
  return (await contactOf(tx, person.id))?.channel === 'sms' ? person.phone : null;
}

function maySendSms(tx: TenantDb, phone: string, text: string): Promise<boolean> {
  return maySmsBeSent(tx, phone, smsSize(text).segments);
}

type WriteDown = (tx: TenantDb) => Promise<void>;

const nothingToWrite: WriteDown = async () => undefined;

/** Throws when the gateway may take it later; then the job runs again. A number that cannot get SMS is let go. */
function smsTo(tx: TenantDb, sms: SmsCarrier, to: string, text: string, sent = nothingToWrite): Errand {
  const sender = smsSender(tx.tenant.name);
  return async () => {
    const books = await sms.send({ to, sender, text, minutes: CODE_MINUTES }).catch((error: unknown) => {
      if (!(error instanceof SmsNotTaken && error.code === 'refused')) throw error;
      return nothingToWrite;
    });
    return async (after) => {
      await books(after);
      await sent(after);
    };
  };
}

/** An SMS to a stranger costs money and helps nobody; a mail helps who mistyped, once a day. */
async function tellUnknown(tx: TenantDb, ways: Ways, wish: Wish): Promise<Errand | null> {
  const since = new Date(tx.now.getTime() - UNKNOWN_TOLD_HOURS * HOUR);
  await lockTurn(tx, wish.address);
  if (wish.channel !== 'mail' || (await wasToldUnknown(tx, wish, since))) return null;
  await markToldUnknown(tx, wish.id);
  const language = readLanguage(wish.language) ?? tx.tenant.language;
  const message = unknownMail(language, { origin: tx.origin, sender: tx.tenant.name });
  const to = { id: wish.id, email: wish.address, again: 'same' } as const;
  return mailTo(tx, ways, to, message, (after) => markWishSent(after, wish.id));
}

/** Throws when the mail may be taken later; then the job runs again. An address that does not exist is let go. */
function mailTo(
  tx: TenantDb,
  { mail: carrier }: Ways,
  to: { readonly id: string; readonly email: string; readonly again?: 'same' },
  message: Message,
  sent = nothingToWrite,
): Errand {
  if (!carrier) throw new Error('Cannot send a code: no mail server is set up (SMTP_URL)');
  const frame = codeFrame(message.language, tx.tenant.name);
  const mail = {
    // Each try has a code of its own, so that a mailbox must not take two for the same mail; unless it says the same again.
    id: to.again === 'same' ? to.id : `${to.id}.${tx.now.getTime()}`,
    to: to.email,
    senderName: tx.tenant.name,
    subject: message.subject,
    text: messageText(message, frame),
    html: messageHtml(message, frame),
  };
  return async () => {
    await carrier.send(mail).catch((error: unknown) => {
      if (!(error instanceof MailNotTaken && error.forever)) throw error;
    });
    return sent;
  };
}

/** A code to an address that a person says is theirs. None to what somebody else has: it is not to be had. */
function confirmJob(ways: Ways): ErrandKind<{ person: Id<'person'>; to: string; language: string }> {
  return {
    ...JOBS.confirm,
    async prepare(tx, { person: id, to: closed, language: written }) {
      const person = await personById(tx, id);
      const [to] = await openContacts(tx, closed);
      if (!person || !to || (await contactIsTaken(tx, id, contactOfAddress(to)))) return null;
      const code = await contactCode(tx, id, to);
      const language = readLanguage(written) ?? person.language;
      if (to.channel === 'mail') {
        const message = contactMail(code, { name: person.name, language }, tx.tenant.name);
        return mailTo(tx, ways, { id, email: to.address }, message);
      }
      const text = codeSms(code, language, tx.tenant.name);
      return ways.sms && (await maySendSms(tx, to.address, text)) ? smsTo(tx, ways.sms, to.address, text) : null;
    },
  };
}

/** The mailbox from before hears that there is a new address: who did not do it can call. */
function tellChangedJob(ways: Ways): ErrandKind<{ person: Id<'person'>; to: string; channel: string }> {
  return {
    ...JOBS.tellChanged,
    async prepare(tx, { person: id, to: closed, channel }) {
      const person = await personById(tx, id);
      const [to] = await openContacts(tx, closed);
      if (!person || !to) return null;
      const message = changedMail(channel, person, tx.tenant.name);
      return mailTo(tx, ways, { id: `changed.${channel}`, email: to.address }, message);
    },
  };
}

/** There is a new way to sign in as the person: who did not do it can call. By mail; by SMS to who has no mailbox. */
function tellWayJob(ways: Ways): ErrandKind<{ person: Id<'person'>; way: NewWay }> {
  return {
    ...JOBS.tellWay,
    async prepare(tx, { person: id, way }) {
      const person = await personById(tx, id);
      if (person?.email) {
        const message = wayAddedMail(way, person, { origin: tx.origin, sender: tx.tenant.name });
        return mailTo(tx, ways, { id: `way.${id}`, email: person.email }, message);
      }
      if (!person?.phone || !ways.sms) return null;
      return smsTo(tx, ways.sms, person.phone, wayAddedSms(person.language, tx.tenant.name));
    },
  };
}

/** Their roles from the directory have ended: how to get them back. */
function tellLapsedJob(ways: Ways): ErrandKind<{ person: Id<'person'> }> {
  return {
    ...JOBS.tellLapsed,
    async prepare(tx, { person: id }) {
      const person = await personById(tx, id);
      if (!person?.email) return null;
      const { directoryDays } = await openWays(tx);
      const message = lapsedMail(directoryDays, person, { origin: tx.origin, sender: tx.tenant.name });
      return mailTo(tx, ways, { id: `lapsed.${id}`, email: person.email }, message);
    },
  };
}

/** Codes are deleted a day after their end; so are roles of a directory that was not asked for long. */
const tidyJob: JobKind<Record<never, never>> = {
  ...JOBS.tidy,
  async run(tx) {
    await deleteOldCodes(tx, new Date(tx.now.getTime() - DAY));
    await deleteOldSmsDays(tx);
    await deleteOldAttempts(tx);
    await endLapsedRoles(tx);
  },
};
