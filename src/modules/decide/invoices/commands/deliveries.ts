import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { STAFF } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { endingOf } from '../../../../platform/files/kinds.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { mailBucket, rateReached, withinRate } from '../../../../platform/web/rate.ts';
import { personByContact } from '../../../housing/public.ts';
import { openTurn } from '../../../turns/public.ts';
import { MOST_IN_A_MAIL } from '../rules/invoice.ts';
import { JOBS } from '../rules/jobs.ts';
import { type ArrivedMail, MAILS_OF_ALL, MAILS_OF_ONE, mayAnswerMail } from '../rules/mail.ts';
import {
  deleteDelivery,
  insertDelivery,
  isDelivered,
  isKnownSender,
  markDelivery,
  wasAnsweredToday,
} from '../store/deliveries.ts';
import { invoiceSettings } from '../store/settings.ts';
import { type ReceiveRefusal, receiveInvoice, receiveInvoices } from './receive.ts';

const MOST_WORDS = 2_000;

/** Is there room for another mail of this sender (`''`: a mail server itself)? Counts nothing; `takeMail` does. */
export async function mayMailNow(tx: TenantDb, envelopeFrom: string): Promise<boolean> {
  if (await rateReached(tx, EVERYBODY, MAILS_OF_ALL)) return false;
  return !(await rateReached(tx, bucketOf(envelopeFrom), MAILS_OF_ONE));
}

/**
 * Takes in a mail: each attached file is an invoice, or the picture of another. The very same mail again (a server that did
 * not hear us say yes) is known, and not taken twice. `later`: its sender has written too much this hour; nothing is kept.
 */
export async function takeMail(
  tx: TenantDb,
  incoming: { readonly to: string; readonly envelopeFrom: string; readonly raw: Buffer },
): Promise<'taken' | 'later'> {
  const digest = createHash('sha256').update('mail\0').update(incoming.raw).digest();
  if (await isDelivered(tx, digest)) return 'taken';
  // One sender's mails wait for each other here, in all processes: that limit is exact.
  if (!(await withinRate(tx, bucketOf(incoming.envelopeFrom), MAILS_OF_ONE))) return 'later';
  if (await rateReached(tx, EVERYBODY, MAILS_OF_ALL)) return 'later';
  const parsed = await PostalMime.parse(incoming.raw, { maxNestingDepth: 20 }).catch(() => null);
  const mail = toMail(parsed ?? UNREADABLE, incoming.envelopeFrom);
  const sender = addressIn(mail.from) ?? addressIn(incoming.envelopeFrom);
  const deliveryId = await insertDelivery(tx, { digest, way: 'mail', sender, subject: mail.subject, words: mail.text });
  if (!deliveryId) return 'taken';

  const files = filesOf(parsed ?? UNREADABLE);
  const refusals: string[] = parsed ? [] : ['unreadable'];
  if (files.length > MOST_IN_A_MAIL) refusals.push('too_many');
  const words = [mail.subject, mail.text].filter(Boolean).join('\n');
  const taken = await receiveInvoices(tx, {
    files: files.slice(0, MOST_IN_A_MAIL),
    way: 'mail',
    deliveryId,
    sender: { email: sender, words },
  });
  refusals.push(...taken.refusals.map(({ kind }) => kind));
  const invoices = taken.invoices.length;
  const answered = await answerIfKnown(tx, deliveryId, mail, incoming.to);
  await markDelivery(tx, deliveryId, { invoices, refusals, answered });
  if (invoices === 0) await askSomebody(tx, deliveryId);
  // Last, so that nobody waits for another's mail: the house's own limit is passed by those under way at most.
  await withinRate(tx, EVERYBODY, MAILS_OF_ALL);
  return 'taken';
}

const EVERYBODY = 'invoice mail';

/** By the envelope, which the server in front has held against the sender's own rules (SPF); the header says anything. */
function bucketOf(envelopeFrom: string): string {
  return mailBucket(EVERYBODY, envelopeFrom);
}

/** Takes in a file from the watched folder. The very same file again is known, and fine. */
export async function takeFromFolder(
  tx: TenantDb,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Outcome<Id<'invoice'> | null, ReceiveRefusal>> {
  const digest = createHash('sha256').update(`folder\0${file.name}\0`).update(file.bytes).digest();
  const deliveryId = await insertDelivery(tx, { digest, way: 'folder', sender: null, subject: file.name, words: '' });
  if (!deliveryId) return ok(null);
  const received = await receiveInvoice(tx, { ...file, way: 'folder', deliveryId });
  if (!received.ok) {
    await deleteDelivery(tx, deliveryId);
    return refused(received.refusal);
  }
  await markDelivery(tx, deliveryId, { invoices: 1, refusals: [], answered: false });
  return ok(received.value.id);
}

/** A kind word back, once a day, to those we know and who are no machine. True when one goes. */
async function answerIfKnown(
  tx: TenantDb,
  delivery: Id<'invoice_delivery'>,
  mail: ArrivedMail,
  to: string,
): Promise<boolean> {
  const { mailAddress } = await invoiceSettings(tx);
  if (!mayAnswerMail(mail, [to, mailAddress])) return false;
  const sender = mail.envelopeFrom.toLowerCase();
  const known = (await isKnownSender(tx, sender)) || (await personByContact(tx, { email: sender })) !== null;
  if (!known || (await wasAnsweredToday(tx, sender))) return false;
  await enqueue(tx, JOBS.arrival, { delivery });
  return true;
}

async function askSomebody(tx: TenantDb, id: Id<'invoice_delivery'>): Promise<void> {
  for (const role of STAFF) {
    await openTurn(tx, {
      kind: 'invoice.mail',
      subject: { kind: 'invoice_delivery', id },
      assignee: { role, departmentId: null },
    });
  }
}

/** What no program can take apart would come again for days if it were turned away: it is kept for somebody to look at. */
const UNREADABLE: Pick<Email, 'from' | 'subject' | 'text' | 'headers' | 'attachments'> = {
  headers: [],
  attachments: [],
};

/** RFC 5321, 4.5.3.1.3: no address is longer. */
const LONGEST_ADDRESS = 254;

function addressIn(text: string | null): string | null {
  const address = keepable(text ?? '').toLowerCase();
  return address !== '' && address.length <= LONGEST_ADDRESS ? address : null;
}

/** Without the sign that PostgreSQL takes in no text. */
function keepable(text: string): string {
  return text.replaceAll('\u0000', '');
}

function toMail(parsed: typeof UNREADABLE, envelopeFrom: string): ArrivedMail {
  return {
    envelopeFrom,
    from: parsed.from?.address ?? null,
    subject: keepable(parsed.subject ?? '').slice(0, 300),
    text: keepable(parsed.text ?? '')
      .trim()
      .slice(0, MOST_WORDS),
    headers: new Map(parsed.headers.map(({ key, value }) => [key.toLowerCase(), value])),
  };
}

/** What was attached. Pictures that stand in the text (a logo under the name) are none. */
function filesOf({ attachments }: Pick<Email, 'attachments'>): { readonly bytes: Uint8Array; readonly name: string }[] {
  return attachments.filter((one) => !isDecoration(one)).map((one) => ({ bytes: bytesOf(one), name: nameOf(one) }));
}

function isDecoration({ mimeType, disposition, contentId, related }: Attachment): boolean {
  if (/^(?:text\/calendar|text\/x-vcard|application\/(?:pgp|pkcs7|x-pkcs7)-)/.test(mimeType)) return true;
  return mimeType.startsWith('image/') && (related === true || (disposition !== 'attachment' && Boolean(contentId)));
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment): string {
  const name = filename ?? 'faktura';
  if (endingOf(name) !== '' || !/xml/.test(mimeType)) return name;
  return `${name}.xml`;
}
