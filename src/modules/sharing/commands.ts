import { createHash, randomBytes } from 'node:crypto';
import { type Actor, actingPerson, personIdOf } from '../../kernel/actor.ts';
import { MS_PER_DAY } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import {
  bytesIn,
  type Handover,
  handOver,
  type Neighbour,
  neighbourById,
  type Receivers,
  textIn,
} from '../../platform/across/across.ts';
import { oneAtATime } from '../../platform/db/one-at-a-time.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { deleteFile, saveFile } from '../../platform/files/files.ts';
import { hex } from '../../platform/journal/chain.ts';
import { record } from '../../platform/journal/journal.ts';
import { closeTurns, openTurn } from '../turns/public.ts';
import {
  type Content,
  type CopyAnswer,
  type Draft,
  dayIsFull,
  type ReceivedCopy,
  type SentCopy,
  type Shareable,
  type Source,
  weightOf,
} from './rules.ts';
import {
  deleteReceivedFiles,
  emptyReceived,
  insertAnswer,
  insertReceived,
  insertReceivedFile,
  insertReceivedRecall,
  receivedByReference,
  receivedFiles,
} from './store/received.ts';
import { insertRecall, insertSent, insertSentAnswer, sentByReference, sentSince } from './store/sent.ts';

/** What can be sent, loaded by whoever keeps it; null: there is no such thing, or it is not this reader's to send. */
export type Sources = Readonly<Record<Source, (tx: TenantDb, actor: Actor, id: string) => Promise<Shareable | null>>>;

/** What was seen before it was sent, in short: what is sent must be the same. */
export function sealOf({ title, content }: Pick<Draft, 'title' | 'content'>): string {
  return createHash('sha256')
    .update(JSON.stringify([title, content]))
    .digest('base64url');
}

/** Sends exactly that draft, as the next edition of the thing to that house. */
export async function sendCopy(
  tx: TenantDb,
  thing: Shareable,
  draft: Draft,
  rest: { readonly house: Neighbour; readonly note: string },
): Promise<Outcome<Id<'sent_copy'>, 'tooMany' | 'tooMuch' | 'meanwhile'>> {
  const { house, note } = rest;
  const bytes = weightOf(draft, note, thing.files);
  await oneAtATime(tx, 'copies to other houses');
  const full = dayIsFull(await sentSince(tx, new Date(tx.now.getTime() - MS_PER_DAY)), bytes);
  if (full) return refused(full);
  const { title, content } = draft;
  const { source } = thing;
  const reference = randomBytes(32);
  const kept = await insertSent(tx, {
    house: house.id,
    houseName: house.name,
    source,
    sourceId: thing.id,
    title,
    content,
    note,
    bytes,
    reference,
    by: personIdOf(tx.actor),
  });
  if (!kept) return refused('meanwhile');
  const { edition } = kept;
  const body = { reference: hex(reference), source, edition, title, content, note };
  await handOver(tx, { to: house.id, kind: 'copy.sent', body, files: thing.files });
  record(tx, { kind: 'copy.sent', subject: { kind: 'sent_copy', id: kept.id }, facts: { edition } });
  return ok(kept.id);
}

/** Yes or no to a copy that came. `already`: somebody answered first. What is declined is not kept. */
export async function answerCopy(
  tx: TenantDb,
  copy: ReceivedCopy,
  answer: CopyAnswer,
  words: string,
): Promise<Outcome<null, 'already'>> {
  if (!(await insertAnswer(tx, copy.id, answer, words, actingPerson(tx)))) return refused('already');
  if (answer === 'declined') await throwAway(tx, copy.id);
  await closeTurns(tx, { kind: 'copy.arrived', subject: subjectOf(copy.id) });
  await handOver(tx, {
    to: copy.house,
    kind: 'copy.answered',
    body: { reference: hex(copy.reference), answer, words },
  });
  record(tx, { kind: `copy.${answer}`, subject: subjectOf(copy.id) });
  return ok(null);
}

async function throwAway(tx: TenantDb, copy: Id<'received_copy'>): Promise<void> {
  const files = await receivedFiles(tx, copy);
  await deleteReceivedFiles(tx, copy);
  for (const { file } of files) await deleteFile(tx, file);
  await emptyReceived(tx, copy);
}

/** Asks that a copy is no longer used. It stays where it is: it is theirs. */
export async function recallCopy(tx: TenantDb, copy: SentCopy, words: string): Promise<void> {
  if (!(await insertRecall(tx, copy.id, words, personIdOf(tx.actor)))) return;
  await handOver(tx, { to: copy.house, kind: 'copy.recalled', body: { reference: hex(copy.reference), words } });
  record(tx, { kind: 'copy.recalled', subject: { kind: 'sent_copy', id: copy.id } });
}

/** Somebody has read that the sender wants it back. */
export async function recallSeen(tx: TenantDb, copy: ReceivedCopy): Promise<void> {
  await closeTurns(tx, { kind: 'copy.recalled', subject: subjectOf(copy.id) });
}

/** What is done with the letters about copies that other houses send. */
export const COPY_RECEIVERS: Receivers = {
  'copy.sent': arrive,
  'copy.answered': async (tx, letter) => {
    const copy = await sentByReference(tx, letter.from, bytesIn(letter, 'reference'));
    const answer: CopyAnswer = letter.body.answer === 'accepted' ? 'accepted' : 'declined';
    if (!copy || !(await insertSentAnswer(tx, copy.id, answer, textIn(letter, 'words')))) return;
    record(tx, { kind: 'copy.answered', subject: { kind: 'sent_copy', id: copy.id }, facts: { answer } });
  },
  'copy.recalled': async (tx, letter) => {
    const copy = await receivedByReference(tx, letter.from, bytesIn(letter, 'reference'));
    if (!copy || !(await insertReceivedRecall(tx, copy.id, textIn(letter, 'words')))) return;
    await ask(tx, 'copy.recalled', copy.id);
    record(tx, { kind: 'copy.recall_came', subject: subjectOf(copy.id) });
  },
};

async function arrive(tx: TenantDb, letter: Handover): Promise<void> {
  const house = await neighbourById(tx, letter.from);
  if (!house) return;
  const { body } = letter;
  const id = await insertReceived(tx, {
    house: house.id,
    houseName: house.name,
    source: body.source as Source,
    edition: Number(body.edition),
    title: textIn(letter, 'title'),
    content: body.content as Content,
    note: textIn(letter, 'note'),
    // Counted here: another house may have been less careful.
    bytes: weightOf(
      { title: textIn(letter, 'title'), content: body.content as Content },
      textIn(letter, 'note'),
      letter.files,
    ),
    reference: bytesIn(letter, 'reference'),
    sentAt: letter.sentAt,
  });
  if (!id) return;
  for (const [at, { name, bytes }] of letter.files.entries()) {
    // Looked at as whatever is sent in: another house may have been less careful.
    const file = await saveFile(tx, { bytes, name, purpose: 'received_copy', allow: FILES });
    if (file.ok) await insertReceivedFile(tx, id, at + 1, file.value.id);
  }
  await ask(tx, 'copy.arrived', id);
  record(tx, { kind: 'copy.arrived', subject: subjectOf(id) });
}
const FILES = ['pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp'] as const;

async function ask(tx: TenantDb, kind: string, copy: Id<'received_copy'>): Promise<void> {
  await openTurn(tx, { kind, subject: subjectOf(copy), assignee: { role: 'secretariat', departmentId: null } });
}

function subjectOf(id: Id<'received_copy'>) {
  return { kind: 'received_copy', id };
}
