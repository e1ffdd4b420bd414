import { createHash } from 'node:crypto';
import { actingPerson, type Channel, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { hashOfCode, newCode } from '../../../platform/secret/code.ts';
import { contactOf, personByContact } from '../../housing/public.ts';
import { closeTurns, type Note, notify, openTurn, wayToPerson } from '../../turns/public.ts';
import { type AnswerWay, type Description, type Idea, readBy, type Status, statusOf } from '../rules.ts';
import { insertOrigin } from '../store/changes.ts';
import { ideaByFollowHash, insertIdea, insertIdeaAnswer, lockIdea, setIdeaPerson } from '../store/ideas.ts';
import { lockInitiative } from '../store/initiatives.ts';
import { ideaAnswered, ideaReceived } from '../turns.ts';
import { followPlace } from '../urls.ts';
import { startInitiative } from './initiatives.ts';

export interface IdeaPosted {
  readonly said: string;
  readonly departmentId: Id<'department'> | null;
  /** What the form carried so that it counts once, however often it is sent; null when it carried nothing. */
  readonly once?: string | null;
  readonly contact: { readonly email?: string; readonly phone?: string; readonly name?: string };
  /** How it reached the staff member who writes it in; null when the person stands at the screen. */
  readonly onBehalf: Channel | null;
}

/** Lays an idea in front of the consultants. The code opens the page where its life can be followed; only its hash is kept. */
export async function postIdea(
  tx: TenantDb,
  posted: IdeaPosted,
): Promise<{ readonly id: Id<'idea'>; readonly code: string }> {
  const code = codeOf(posted);
  const due = readBy(tx.today);
  const registeredBy = posted.onBehalf ? personIdOf(tx.actor) : null;
  const id = await insertIdea(tx, {
    said: posted.said,
    departmentId: posted.departmentId,
    // An address is no proof: only staff, who met the person, may say by it who it was.
    personId: posted.onBehalf ? await knownPerson(tx, posted) : personIdOf(tx.actor),
    contactName: posted.contact.name ?? '',
    contactEmail: posted.contact.email ?? null,
    contactPhone: posted.contact.phone ?? null,
    followHash: hashOfCode(code),
    readBy: due,
    channel: posted.onBehalf ?? tx.channel,
    registeredBy,
  });
  if (!id) {
    const there = await ideaByCode(tx, code);
    if (!there) throw new Error('Cannot find the idea that was sent before with the same form');
    return { id: there.id, code };
  }
  record(tx, { kind: 'idea.posted', subject: { kind: 'idea', id }, facts: { channel: posted.onBehalf } });
  await openTurn(tx, {
    kind: 'idea.read',
    subject: { kind: 'idea', id },
    assignee: { role: 'consultant', departmentId: posted.departmentId },
    due,
    facts: { department: posted.departmentId },
  });
  const { email, name } = posted.contact;
  if (email && !posted.onBehalf) {
    await notify(tx, {
      to: { visitor: { email, name: name ?? null, language: tx.tenant.language } },
      topic: 'answer',
      say: ideaReceived(followPlace({ code })),
    });
  }
  return { id, code };
}

/** The same words from the same form have the same code, so that "back" and "send" again is not a second idea. */
function codeOf({ once, said, contact, onBehalf }: IdeaPosted): string {
  if (!once) return newCode();
  const words = JSON.stringify([once, said, contact.email, contact.phone, contact.name, onBehalf]);
  return createHash('sha256').update(words).digest().subarray(0, 15).toString('base64url');
}

/** The idea behind a link. Null when no idea has that code. */
export function ideaByCode(tx: TenantDb, code: string): Promise<Idea | null> {
  return ideaByFollowHash(tx, hashOfCode(code));
}

export type IdeaRefusal = 'answered' | 'unknown_initiative' | 'ended';

/** Staff who wrote it in have found out whose idea it is: the answer goes to that person. False when it is answered. */
export async function ideaIsFrom(tx: TenantDb, ideaId: Id<'idea'>, personId: Id<'person'>): Promise<boolean> {
  const idea = await lockIdea(tx, ideaId);
  if (!idea?.registeredBy || idea.answer) return false;
  await setIdeaPerson(tx, ideaId, personId);
  record(tx, { kind: 'idea.person_found', subject: { kind: 'idea', id: ideaId }, facts: { person: personId } });
  return true;
}

/** The way an answer would take now. */
export async function wayOfAnswer(tx: TenantDb, idea: Idea): Promise<AnswerWay> {
  if (idea.contactEmail || idea.contactPhone) return 'address';
  if (!idea.personId) return idea.registeredBy ? 'nobody' : 'link';
  const way = await wayToPerson(tx, idea.personId);
  if (typeof way === 'string') return way === 'never' ? 'never' : 'nobody';
  if (way.channel !== 'print') return way.channel;
  return (await contactOf(tx, idea.personId))?.address ? 'letter' : 'nobody';
}

/** The idea becomes an initiative. Its words go with it as the origin. */
export async function makeInitiative(
  tx: TenantDb,
  ideaId: Id<'idea'>,
  made: Description & { readonly words: string },
): Promise<Outcome<Id<'initiative'>, IdeaRefusal>> {
  const idea = await lockIdea(tx, ideaId);
  if (!idea || idea.answer) return refused('answered');
  const { words, ...description } = made;
  const initiativeId = await startInitiative(tx, {
    ...description,
    createdBy: idea.personId,
    onBehalf: idea.registeredBy ? { channel: idea.channel, registeredBy: idea.registeredBy } : null,
    origins: [{ sourceKind: 'idea', sourceId: idea.id, sentence: idea.said }],
  });
  await answer(tx, idea, 'made', initiativeId, words);
  return ok(initiativeId);
}

/** The idea is laid beside an initiative that wants the same. */
export async function joinIdea(
  tx: TenantDb,
  ideaId: Id<'idea'>,
  initiativeId: Id<'initiative'>,
  words: string,
): Promise<Outcome<Status, IdeaRefusal>> {
  const idea = await lockIdea(tx, ideaId);
  if (!idea || idea.answer) return refused('answered');
  const initiative = await lockInitiative(tx, initiativeId);
  if (!initiative) return refused('unknown_initiative');
  if (initiative.end) return refused('ended');
  await insertOrigin(tx, initiativeId, { sourceKind: 'idea', sourceId: idea.id, sentence: idea.said });
  await answer(tx, idea, 'joined', initiativeId, words);
  return ok(statusOf(initiative, tx.today));
}

/** Kind words, where nothing shall come of it now. */
export async function answerIdea(tx: TenantDb, ideaId: Id<'idea'>, words: string): Promise<Outcome<null, IdeaRefusal>> {
  const idea = await lockIdea(tx, ideaId);
  if (!idea || idea.answer) return refused('answered');
  await answer(tx, idea, 'words', null, words);
  return ok(null);
}

async function answer(
  tx: TenantDb,
  idea: Idea,
  how: 'made' | 'joined' | 'words',
  initiativeId: Id<'initiative'> | null,
  words: string,
): Promise<void> {
  await insertIdeaAnswer(tx, idea.id, { answer: how, initiativeId, words, answeredBy: actingPerson(tx) });
  record(tx, {
    kind: `idea.${how}`,
    subject: { kind: 'idea', id: idea.id },
    thread: initiativeId,
    facts: { initiative: initiativeId },
  });
  await closeTurns(tx, { subject: { kind: 'idea', id: idea.id } });
  await notify(tx, { to: whoHears(tx, idea), topic: 'answer', say: ideaAnswered(how, words, initiativeId) });
}

/** What was written on the idea itself comes before what we know of the person. */
function whoHears(tx: TenantDb, idea: Idea): Note['to'] {
  const { contactEmail: email, contactPhone: phone, contactName: name, personId } = idea;
  if (personId && !email && !phone) return { personId };
  return { visitor: { email, phone, name, language: tx.tenant.language } };
}

async function knownPerson(tx: TenantDb, { contact }: IdeaPosted): Promise<Id<'person'> | null> {
  if (contact.email) return (await personByContact(tx, { email: contact.email }))?.id ?? null;
  if (contact.phone) return (await personByContact(tx, { phone: contact.phone }))?.id ?? null;
  return null;
}
