import { deliverJob, neighbourBySlug } from '../../platform/across/across.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { answerCopy, COPY_RECEIVERS, type Sources, sendCopy } from './commands.ts';
import { type CopyAnswer, draftOf, type Source } from './rules.ts';
import { lettersWaiting, receivedPage } from './store/received.ts';

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
