import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Errand } from '../../../platform/jobs/jobs.ts';
import { type Mail, type MailCarrier, MailNotTaken } from '../../../platform/mail/mail.ts';
import { messageHtml, messageText } from '../../../platform/mail/message.ts';
import { SmsNotTaken } from '../../../platform/sms/gateway.ts';
import { type Sms, type SmsCarrier, smsSender } from '../../../platform/sms/sms.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { frameOf, greeting, smsOf } from '../letters.ts';
import { readTopic, type Stopper } from '../rules.ts';
import { addressHash, stopToken } from '../store/stops.ts';
import { stopPlace } from '../urls.ts';
import { delivered, notDelivered, type Ready, readyToLeave, waitForWay } from './delivery.ts';
import { attachmentsOf, type Enclosures } from './enclosing.ts';

/** The ways out of the house. Null: no such way is set up; then mail waits, and SMS becomes mail or a letter. */
export interface Ways {
  readonly mail: MailCarrier | null;
  readonly sms: SmsCarrier | null;
  /** Papers of other modules that go with their messages. */
  readonly enclosures?: Enclosures;
}

type WriteDown = (tx: TenantDb) => Promise<void>;

const noBooks: WriteDown = async () => undefined;

/** Writes a message out in full; the errand hands it over, and what came of it is written down. Null: it does not leave now. */
export async function carryMessage(tx: TenantDb, ways: Ways, id: Id<'outgoing'>): Promise<Errand | null> {
  const { mail, sms, enclosures = {} } = ways;
  const ready = await readyToLeave(tx, id, sms ? 'can send' : 'cannot send');
  if (!ready) return null;
  const stopUrl = await stopUrlOf(tx, ready);
  if (ready.channel === 'sms') {
    const text = sms && smsFor(tx, ready, stopUrl);
    return text && (() => handOver(ready, () => sms.send(text)));
  }
  if (!mail) {
    await waitForWay(tx, ready);
    return null;
  }
  const attachments = await attachmentsOf(tx, enclosures, ready.message.said);
  const letter = { ...(await mailFor(tx, ready, stopUrl)), attachments };
  return () => handOver(ready, () => mail.send(letter).then(() => noBooks));
}

async function handOver(ready: Ready, carry: () => Promise<WriteDown>): Promise<WriteDown> {
  try {
    const books = await carry();
    return async (tx) => {
      await books(tx);
      await delivered(tx, ready);
    };
  } catch (error) {
    const { code, forever } = notTaken(error);
    return (tx) => notDelivered(tx, ready, code, forever);
  }
}

function notTaken(error: unknown): { readonly code: string; readonly forever: boolean } {
  if (error instanceof MailNotTaken) return error;
  if (error instanceof SmsNotTaken) return { code: `sms_${error.code}`, forever: error.code === 'refused' };
  throw error;
}

async function stopUrlOf(tx: TenantDb, { message, address }: Ready): Promise<string> {
  const { personId } = message;
  const stopper: Stopper = personId ? { kind: 'person', personId } : { kind: 'address', hash: addressHash(address) };
  return tx.origin + stopPlace({ token: await stopToken(tx, stopper, topicOf(message)) });
}

function topicOf({ topic }: Ready['message']) {
  return readTopic(topic) ?? 'answer';
}

function smsFor(tx: TenantDb, { message, address }: Ready, stopUrl: string): Sms {
  const sender = tx.tenant.name;
  const reader = { language: message.language, origin: tx.origin, sender, account: message.personId !== null };
  return { to: address, sender: smsSender(sender), text: smsOf(message.said, reader, stopUrl) };
}

async function mailFor(tx: TenantDb, { message, address, name }: Ready, stopUrl: string): Promise<Mail> {
  const { said, language } = message;
  const frame = frameOf(topicOf(message), language, tx.tenant.name, stopUrl);
  const parts = name === null ? said.parts : [greeting(name, language), ...said.parts];
  return {
    id: message.id,
    to: address,
    senderName: tx.tenant.name,
    replyTo: (await ownOrganisation(tx))?.email || null,
    subject: said.subject,
    text: messageText({ ...said, parts, language }, frame),
    html: messageHtml({ ...said, parts, language }, frame),
    unsubscribe: stopUrl,
  };
}
