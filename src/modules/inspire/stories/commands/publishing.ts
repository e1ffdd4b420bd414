import { personIdOf } from '../../../../kernel/actor.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { forgetInSearch } from '../../../../platform/search/search.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { isOut } from '../letters/messages.ts';
import { mayGoTo } from '../rules/story.ts';
import { insertState } from '../store/changes.ts';
import { readingsOf } from '../store/readings.ts';
import { held, makeFindable, note, subjectOf } from './entries.ts';

const TWO_WEEKS = 14;

/** To the editors. False when it is with them already, or out. */
export async function sendStory(tx: TenantDb, id: Id<'story'>): Promise<boolean> {
  const story = await held(tx, id);
  if (!mayGoTo(story.state, 'sent')) return false;
  await insertState(tx, id, 'sent');
  await closeTurns(tx, { kind: 'stories.answered', subject: subjectOf(id) });
  await openTurn(tx, {
    kind: 'stories.publish',
    subject: subjectOf(id),
    thread: story.initiativeId,
    assignee: { role: 'consultant', departmentId: null },
    due: addDays(tx.today, TWO_WEEKS),
  });
  note(tx, 'sent', story);
  return true;
}

/**
 * For everybody to read, on every page and in every feed. Whoever began it is told. `read`: the version that the editor has
 * read; another is refused as `changed`, so that nothing goes out unread. `out`: it is out already.
 */
export async function publishStory(
  tx: TenantDb,
  id: Id<'story'>,
  read: number,
): Promise<Outcome<null, 'changed' | 'out'>> {
  const story = await held(tx, id);
  if (!mayGoTo(story.state, 'published')) return refused('out');
  if (story.version !== read) return refused('changed');
  await insertState(tx, id, 'published');
  await nothingWaits(tx, id);
  await makeFindable(tx, story);
  note(tx, 'published', story);
  if (story.begunBy && story.begunBy !== personIdOf(tx.actor)) {
    await notify(tx, { to: { personId: story.begunBy }, topic: 'answer', say: isOut(story) });
  }
  return ok(null);
}

/** A draft again, and gone from every page and feed. False when it was one. */
export async function withdrawStory(tx: TenantDb, id: Id<'story'>): Promise<boolean> {
  const story = await held(tx, id);
  if (!mayGoTo(story.state, 'withdrawn')) return false;
  await insertState(tx, id, 'withdrawn');
  await forgetInSearch(tx, [id]);
  await nothingWaits(tx, id);
  note(tx, 'withdrawn', story);
  return true;
}

/** Neither for the editors nor for those who were asked to read it. */
async function nothingWaits(tx: TenantDb, id: Id<'story'>): Promise<void> {
  await closeTurns(tx, { subject: subjectOf(id) });
  for (const reading of await readingsOf(tx, id)) {
    if (reading.answer === null) await closeTurns(tx, { subject: { kind: 'story_reading', id: reading.id } });
  }
}
