import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { MessagePart } from '../../../platform/mail/message.ts';
import type { Path } from '../../../platform/web/path.ts';
import { mailBucket, withinRate } from '../../../platform/web/rate.ts';
import { type Contact, contactOf } from '../../housing/public.ts';
import { greeting } from '../letters.ts';
import { channelFor, JOBS, type OutgoingChannel, outOfQuietHours, type Stopper, type Topic } from '../rules.ts';
import { type Enclosure, insertOutgoing } from '../store/outgoing.ts';
import { addressHash, stoppedTopics } from '../store/stops.ts';
import { letterWaits } from './waiting.ts';

/** Somebody without an account who left a way to answer. `phone` is E.164. */
export interface Visitor {
  readonly email?: string | null;
  readonly phone?: string | null;
  /** As they wrote it, when they did: a mail begins with it. */
  readonly name?: string | null;
  readonly language: Language;
}

/** What to say, in the reader's language: said once, for mail, SMS and letter alike. The first paragraph is the SMS. */
export interface Saying {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, and where. */
  readonly action?: { readonly label: string; readonly path: Path };
}

export interface Note {
  readonly to: { readonly personId: Id<'person'> } | { readonly visitor: Visitor };
  /** What can be stopped: `answer` for an answer to something that the person wrote. */
  readonly topic: Topic;
  say(language: Language): Saying;
  /** Goes with a mail as a file, and instead of the words on paper. */
  readonly enclosure?: Enclosure | undefined;
}

/**
 * `waiting`: it leaves when the transaction commits (in the quiet hours at 8). Otherwise nothing is sent, and why; `no way`
 * also where a visitor wrote the address and may not have us send (more) there.
 */
export type NoteFate = 'waiting' | 'stopped' | 'never' | 'no way';

/** Tells somebody something that is not a turn: the answer to an idea, a changed time. Nothing leaves if the transaction fails. */
export async function notify(tx: TenantDb, note: Note): Promise<NoteFate> {
  const way = await wayTo(tx, note.to);
  if (typeof way === 'string') return way;
  if ((await stoppedTopics(tx, way.stopper)).has(note.topic)) return 'stopped';
  if ('visitor' in note.to && !(await mayLeave(tx, way))) return 'no way';
  const saying = note.say(way.language);
  await send(tx, {
    ...way,
    topic: note.topic,
    turnId: null,
    said: {
      subject: saying.subject,
      parts: [...helloTo(note.to, way), ...partsOf(tx, saying)],
      enclosure: note.enclosure,
    },
  });
  return 'waiting';
}

/** People we know are greeted when the message leaves, by the name they have then. An SMS has no room for it. */
function helloTo(to: Note['to'], { channel, language }: Way): MessagePart[] {
  return 'visitor' in to && to.visitor.name && channel === 'mail' ? [greeting(to.visitor.name, language)] : [];
}

/** So many a day go to one address at the word of visitors, whoever they are and wherever they wrote it. */
const TO_ONE = { times: 20, minutes: 24 * 60 };
/** So many SMS a day in all. */
const SMS_TO_ALL = { times: 200, minutes: 24 * 60 };

/**
 * An address that a visitor wrote is perhaps not theirs: it is not to be filled by us, nor are we to pay for SMS to numbers
 * abroad, by which others earn. What staff and the clock send has been seen by somebody, and always leaves.
 */
async function mayLeave(tx: TenantDb, { address, channel }: Way): Promise<boolean> {
  if (tx.actor.kind !== 'visitor' || !address) return true;
  if (channel === 'sms' && !address.startsWith('+45')) return false;
  if (!(await withinRate(tx, mailBucket('at visitors word', address), TO_ONE))) return false;
  return channel !== 'sms' || (await withinRate(tx, 'sms at visitors word', SMS_TO_ALL));
}

/** How somebody is reached, in which language, and whose stops count. */
export interface Way {
  readonly personId: Id<'person'> | null;
  readonly address: string | null;
  readonly channel: OutgoingChannel;
  readonly language: Language;
  readonly stopper: Stopper;
}

async function wayTo(tx: TenantDb, to: Note['to']): Promise<Way | 'never' | 'no way'> {
  if ('personId' in to) return wayToPerson(tx, to.personId);
  const { email, phone, language } = to.visitor;
  const address = email?.trim().toLowerCase() || phone;
  if (!address) return 'no way';
  const channel = email ? 'mail' : 'sms';
  const stopper = { kind: 'address', hash: addressHash(address) } as const;
  return { personId: null, address, channel, language, stopper };
}

/** The way to a person as things stand now; it is looked at again when the message leaves. */
export async function wayToPerson(tx: TenantDb, personId: Id<'person'>): Promise<Way | 'never' | 'no way'> {
  const contact = await contactOf(tx, personId);
  return contact ? wayBy(personId, contact) : 'no way';
}

/** The same, where the contact is known already. */
export function wayBy(personId: Id<'person'>, { language, ...reach }: Contact): Way | 'never' {
  const channel = channelFor(reach, 'can send');
  if (!channel) return 'never';
  return { personId, address: null, channel, language, stopper: { kind: 'person', personId } };
}

/** Puts a message on its way: a row, and a job that sends it. Letters wait for staff to print them. */
export async function send(
  tx: TenantDb,
  message: Way & {
    readonly topic: string;
    readonly turnId: Id<'turn'> | null;
    readonly said: {
      readonly subject: string;
      readonly parts: readonly MessagePart[];
      readonly enclosure?: Enclosure | undefined;
    };
  },
): Promise<Id<'outgoing'> | null> {
  const { personId, address, channel, topic, turnId, language, said } = message;
  const notBefore = outOfQuietHours(tx.now);
  const id = await insertOutgoing(tx, { personId, address, channel, topic, turnId, language, said, notBefore });
  if (id && channel === 'print') await letterWaits(tx);
  if (id && channel !== 'print') await enqueue(tx, JOBS.send, { outgoing: id }, { after: notBefore });
  return id;
}

function partsOf(tx: TenantDb, saying: Saying): MessagePart[] {
  const { action } = saying;
  return [
    ...saying.paragraphs.map((text): MessagePart => ({ kind: 'paragraph', text })),
    ...(action ? [{ kind: 'button', label: action.label, href: tx.origin + action.path } as const] : []),
  ];
}
