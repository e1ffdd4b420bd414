import { randomBytes } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { deliverJob, neighbourBySlug } from '../../platform/across/across.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { hex } from '../../platform/journal/chain.ts';
import { answerCopy, COPY_RECEIVERS, type Sources, sendCopy } from './commands.ts';
import { type CopyAnswer, draftOf, type Source } from './rules.ts';
import { lettersWaiting, receivedByReference, receivedPage } from './store/received.ts';

/** Sends a copy of the whole thing to the house of that slug, as the actor. */
export async function aCopy(
  tx: TenantDb,
  wanted: { readonly source: Source; readonly id: string; readonly to: string; readonly note?: string },
  sources: Sources,
): Promise<void> {
  const thing = await sources[wanted.source](tx, tx.actor, wanted.id);
  const house = await neighbourBySlug(tx, wanted.to);
  if (!thing || !house) throw new Error(`Cannot send ${wanted.source} to ${wanted.to}: one of them is not there`);
  const all = thing.parts.map(({ key }) => key);
  const sent = await sendCopy(tx, thing, draftOf(thing, all, [], null), { house, note: wanted.note ?? '' });
  if (!sent.ok) throw new Error(`Cannot send ${thing.title}: ${sent.refusal}`);
}

/** Takes all that lies in the letter box, as the job would. */
export async function deliverAll(tx: TenantDb): Promise<void> {
  for (const id of await lettersWaiting(tx)) await deliverJob(COPY_RECEIVERS).run(tx, { handover: id });
}

/** The actor answers the copy that came last. */
export async function answerNewest(tx: TenantDb, answer: CopyAnswer, words: string): Promise<void> {
  const [newest] = (await receivedPage(tx, 1)).rows;
  if (!newest) throw new Error('Cannot answer: no copy has come');
  const answered = await answerCopy(tx, newest, answer, words);
  if (!answered.ok) throw new Error(`Cannot answer ${newest.title}: ${answered.refusal}`);
}

/** A paper came from that house, and they want it back. Answers which copy it is. */
export async function aPaperAskedBack(
  tx: TenantDb,
  wanted: { readonly from: Id<'tenant'>; readonly title: string; readonly file: { name: string; bytes: Uint8Array } },
): Promise<Id<'received_copy'>> {
  const { from, title, file } = wanted;
  const reference = hex(randomBytes(32));
  const letter = { id: '' as Id<'handover'>, from, sentAt: tx.now };
  const content = { parts: [], contact: null, files: [file.name] };
  const body = { reference, source: 'paper', edition: 1, title, content, note: '' };
  await COPY_RECEIVERS['copy.sent']?.(tx, { ...letter, kind: 'copy.sent', body, files: [file] });
  const words = 'Der stod en forkert dag i den.';
  await COPY_RECEIVERS['copy.recalled']?.(tx, {
    ...letter,
    kind: 'copy.recalled',
    body: { reference, words },
    files: [],
  });
  const copy = await receivedByReference(tx, from, Buffer.from(reference, 'hex'));
  if (!copy) throw new Error(`Cannot receive ${title}: it did not come`);
  return copy.id;
}
