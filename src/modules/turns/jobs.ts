import type { Role } from '../../kernel/actor.ts';
import { addDays, type Day, utc } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type AnyJobKind, enqueue, type JobKind } from '../../platform/jobs/jobs.ts';
import { anchorJournal } from '../../platform/journal/anchor.ts';
import { type MailCarrier, MailNotTaken } from '../../platform/mail/mail.ts';
import { messageHtml, messageText } from '../../platform/mail/message.ts';
import { SmsNotTaken } from '../../platform/sms/gateway.ts';
import { type SmsCarrier, smsSender } from '../../platform/sms/sms.ts';
import { contactsOf, loadActor, ownOrganisation, peopleHolding } from '../housing/public.ts';
import {
  delivered,
  dropUnwantedLetters,
  notDelivered,
  type Ready,
  readyToLeave,
  waitForWay,
} from './commands/delivery.ts';
import { send, type Way, wayBy, wayToPerson } from './commands/notify.ts';
import { type Tongue, tellTurns } from './commands/telling.ts';
import { digestSaid, frameOf, greeting, type Happening, smsOf, turnSaid } from './letters.ts';
import { digestWeek, JOBS, readTopic, type Stopper, type Topic, TURNS_A_PAGE, WORDS_KEPT_DAYS } from './rules.ts';
import {
  deleteOldDigests,
  digestTime,
  insertDigests,
  lastDigestBefore,
  linkDigest,
  personsWithTurns,
  rolesWithTurns,
  takeDigestWeek,
} from './store/digests.ts';
import { forgetWords } from './store/outgoing.ts';
import { addressHash, stoppedTopics, stopToken } from './store/stops.ts';
import { countTurnsOf, openTurnsOf, turnById } from './store/turns.ts';
import { stopPlace } from './urls.ts';

/** What happened in what a person is part of; told by the modules that know it. */
export interface News {
  /** Who may have something to hear of since then. */
  readers(tx: TenantDb, since: Date): Promise<Id<'person'>[]>;
  of(tx: TenantDb, personId: Id<'person'>, since: Date, language: Language): Promise<Happening[]>;
}

/** The ways out of the house. Null: no such way is set up; then mail waits, and SMS becomes mail or a letter. */
export interface Ways {
  readonly mail: MailCarrier | null;
  readonly sms: SmsCarrier | null;
}

export interface TurnsJobDeps extends Ways {
  readonly tongue: Tongue;
  readonly news: News;
}

const WEEK_DAYS = 7;
const DIGESTS_KEPT_DAYS = 365;
/** Whose digest carries the journal's seal: those who could be asked to keep it. */
const SEAL_READERS: readonly Role[] = ['consultant', 'secretariat', 'organisation_board', 'board_member'];

/** Everything this module does out of sight. `turns.digests` is asked every hour, `turns.tidy` once a day. */
export function turnsJobs(deps: TurnsJobDeps): AnyJobKind[] {
  return [tellJob(deps), sendJob(deps), digestsJob(deps), digestJob(deps), tidyJob];
}

/** A turn was opened: those it waits for hear of it. */
function tellJob({ tongue }: TurnsJobDeps): JobKind<{ turn: Id<'turn'> }> {
  return {
    ...JOBS.tell,
    async run(tx, payload) {
      const turn = await turnById(tx, payload.turn);
      if (!turn?.open) return;
      const people =
        'personId' in turn.assignee
          ? [turn.assignee.personId]
          : tongue.kinds[turn.kind]?.instant
            ? await holders(tx, turn.assignee.role, turn.assignee.departmentId)
            : [];
      // Nobody needs to be told what they have just written themselves.
      const others = people.filter((personId) => personId !== turn.openedBy);
      for (const [personId, contact] of await contactsOf(tx, others)) {
        const way = wayBy(personId, contact);
        if (way !== 'never') await tellOne(tx, tongue, turn, way);
      }
    },
  };
}

async function tellOne(
  tx: TenantDb,
  tongue: Tongue,
  turn: NonNullable<Awaited<ReturnType<typeof turnById>>>,
  way: Way,
): Promise<void> {
  if ((await stoppedTopics(tx, way.stopper)).has('turn')) return;
  const [told] = await tellTurns(tx, tongue, [turn], way.language);
  if (!told) return;
  const reader = { language: way.language, origin: tx.origin, sender: tx.tenant.name };
  await send(tx, { ...way, topic: 'turn', turnId: turn.id, said: turnSaid(told, reader) });
}

/** Those who hold a role in the department or in the whole house, each once. */
async function holders(tx: TenantDb, role: Role, departmentId: Id<'department'> | null): Promise<Id<'person'>[]> {
  const everywhere = await peopleHolding(tx, role, null);
  const here = departmentId ? await peopleHolding(tx, role, departmentId) : [];
  return [...new Set([...everywhere, ...here].map((person) => person.id))];
}

function sendJob(deps: TurnsJobDeps): JobKind<{ outgoing: Id<'outgoing'> }> {
  return {
    ...JOBS.send,
    async run(tx, payload) {
      const ready = await readyToLeave(tx, payload.outgoing, deps.sms ? 'can send' : 'cannot send');
      if (!ready) return;
      if (ready.channel === 'mail' && !deps.mail) return waitForWay(tx, ready);
      const problem = await carry(tx, deps, ready).then(() => null, notTaken);
      if (problem) await notDelivered(tx, ready, problem.code, problem.forever);
      else await delivered(tx, ready);
    },
  };
}

function notTaken(error: unknown): { readonly code: string; readonly forever: boolean } {
  if (error instanceof MailNotTaken) return error;
  if (error instanceof SmsNotTaken) return { code: `sms_${error.code}`, forever: error.code === 'refused' };
  throw error;
}

async function carry(tx: TenantDb, ways: Ways, { message, channel, address, name }: Ready): Promise<void> {
  const { said, language, personId } = message;
  const topic: Topic = readTopic(message.topic) ?? 'answer';
  const stopper: Stopper = personId ? { kind: 'person', personId } : { kind: 'address', hash: addressHash(address) };
  const stopUrl = tx.origin + stopPlace({ token: await stopToken(tx, stopper, topic) });
  const sender = tx.tenant.name;
  if (channel === 'sms') {
    const text = smsOf(said, { language, origin: tx.origin, sender }, stopUrl);
    await ways.sms?.send(tx, { to: address, sender: smsSender(sender), text });
    return;
  }
  const frame = frameOf(topic, language, sender, stopUrl);
  const parts = name === null ? said.parts : [greeting(name, language), ...said.parts];
  await ways.mail?.send({
    id: message.id,
    to: address,
    senderName: sender,
    replyTo: (await ownOrganisation(tx))?.email || null,
    subject: said.subject,
    text: messageText({ ...said, parts, language }, frame),
    html: messageHtml({ ...said, parts, language }, frame),
    unsubscribe: stopUrl,
  });
}

/** Once a week, in its hour or as soon after as the house is up: one small job for each person who may have something to read. */
function digestsJob({ news }: TurnsJobDeps): JobKind<Record<never, never>> {
  return {
    ...JOBS.digests,
    async run(tx) {
      const week = digestWeek(tx.now, await digestTime(tx));
      // Whoever gets something to do later in the day is told of it then, not by a late digest.
      if (!week || !(await takeDigestWeek(tx, week))) return;
      const people = new Set(await personsWithTurns(tx));
      for (const { role, departmentId } of await rolesWithTurns(tx)) {
        for (const id of await holders(tx, role, departmentId)) people.add(id);
      }
      for (const id of await news.readers(tx, await sinceLastDigest(tx, week))) people.add(id);
      for (const person of await insertDigests(tx, week, [...people])) await enqueue(tx, JOBS.digest, { person, week });
    },
  };
}

/** One person's week. Nothing to say: nothing is sent. */
function digestJob({ tongue, news }: TurnsJobDeps): JobKind<{ person: Id<'person'>; week: string }> {
  return {
    ...JOBS.digest,
    async run(tx, payload) {
      const personId = payload.person;
      const week = payload.week as Day;
      const way = await wayToPerson(tx, personId);
      const actor = await loadActor(tx, personId);
      if (typeof way === 'string' || actor?.kind !== 'person') return;
      if ((await stoppedTopics(tx, way.stopper)).has('digest')) return;
      const open = await openTurnsOf(tx, actor, { limit: TURNS_A_PAGE, offset: 0 });
      const turns = await tellTurns(tx, tongue, open, way.language);
      const happened = await news.of(tx, personId, await sinceLastDigest(tx, week), way.language);
      if (turns.length + happened.length === 0) return;
      const sealed = actor.grants.some((grant) => SEAL_READERS.includes(grant.role));
      const seal = sealed ? await anchorJournal(tx, 'weekly_digest') : null;
      const turnsInAll = await countTurnsOf(tx, actor);
      const reader = { language: way.language, origin: tx.origin, sender: tx.tenant.name };
      const said = digestSaid({ turns, turnsInAll, happened, seal }, reader);
      const id = await send(tx, { ...way, topic: 'digest', turnId: null, said });
      if (id) await linkDigest(tx, { personId, week }, id);
    },
  };
}

/** Nothing is told twice and nothing left out, also when a digest came late. The first one, and the first in long, tells of a week. */
async function sinceLastDigest(tx: TenantDb, week: Day): Promise<Date> {
  const earliest = new Date(utc(addDays(week, -2 * WEEK_DAYS)));
  return (await lastDigestBefore(tx, week, earliest)) ?? new Date(utc(addDays(week, -WEEK_DAYS)));
}

/** Letters that nobody wants any more leave the pile, and the words of old messages are deleted. */
const tidyJob: JobKind<Record<never, never>> = {
  ...JOBS.tidy,
  async run(tx) {
    await dropUnwantedLetters(tx);
    await forgetWords(tx, daysAgo(tx, WORDS_KEPT_DAYS));
    await deleteOldDigests(tx, daysAgo(tx, DIGESTS_KEPT_DAYS));
  },
};

function daysAgo(tx: TenantDb, days: number): Date {
  return new Date(tx.now.getTime() - days * 86_400_000);
}
