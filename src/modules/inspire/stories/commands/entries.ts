import type { Id } from '../../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import { indexForSearch } from '../../../../platform/search/search.ts';
import type { Story } from '../rules/story.ts';
import { lockStory } from '../store/stories.ts';
import { storyPlace } from '../urls.ts';

export function subjectOf(id: Id<'story'>): Subject {
  return { kind: 'story', id };
}

export async function held(tx: TenantDb, id: Id<'story'>): Promise<Story> {
  const story = await lockStory(tx, id);
  if (!story) throw new Error(`Cannot change story ${id}: it is not there`);
  return story;
}

/** Every entry stands in the thread of the initiative. */
export function note(tx: TenantDb, what: string, story: Pick<Story, 'id' | 'initiativeId'>, facts: Facts = {}): void {
  record(tx, { kind: `story.${what}`, subject: subjectOf(story.id), thread: story.initiativeId, facts });
}

/** A published story is found by its own words; nobody's name is among them. */
export async function makeFindable(
  tx: TenantDb,
  { id, heading, lead, body }: Pick<Story, 'id' | 'heading' | 'lead' | 'body'>,
): Promise<void> {
  await indexForSearch(tx, {
    kind: 'story',
    id,
    title: heading,
    body: `${lead}\n${body}`,
    path: storyPlace({ id }),
    audience: 'public',
  });
}
