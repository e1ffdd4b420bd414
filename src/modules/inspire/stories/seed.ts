import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { initiativeById } from '../../initiatives/public.ts';
import { publishStory, sendStory, withdrawStory } from './commands/publishing.ts';
import { answerReader, askReader, beginStory, writeStory } from './commands/writing.ts';
import type { Quote, StoryWords } from './rules/story.ts';
import { readingsOf } from './store/readings.ts';
import { storyById, storyOf } from './store/stories.ts';

export interface WantedStory extends Partial<StoryWords> {
  readonly quote?: Quote | null;
  readonly photos?: readonly Id<'fund_photo'>[];
  /** Where it shall have come to; a draft unless said. */
  readonly state?: 'sent' | 'published' | 'withdrawn';
}

/** The story of an initiative, by the same commands that people use: drafted, then written as wanted. */
export async function aStory(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  wanted: WantedStory = {},
): Promise<Id<'story'>> {
  const initiative = await initiativeById(tx, initiativeId);
  if (!initiative) throw new Error(`Cannot tell the story of initiative ${initiativeId}: it is not there`);
  const id = await beginStory(tx, initiative);
  const draft = await storyById(tx, id);
  if (!draft) throw new Error(`Cannot write story ${id}: it is not there`);
  const { quote = draft.quote, photos = [], heading = draft.heading, lead = draft.lead, body = draft.body } = wanted;
  const consents = { name: 'De har sagt ja til at blive nævnt.', photos: 'Alle på billedet har sagt ja.' };
  const written = await writeStory(tx, id, { heading, lead, body, quote, photos, consents, version: draft.version });
  if (!written.ok) throw new Error(`Cannot write story ${id}: somebody was faster`);
  if (wanted.state === 'sent') await sendStory(tx, id);
  if (wanted.state === 'published' || wanted.state === 'withdrawn') await published(tx, id);
  if (wanted.state === 'withdrawn') await withdrawStory(tx, id);
  return id;
}

/** As it stands, by an editor who has read it. False when it is out already. */
async function published(tx: TenantDb, id: Id<'story'>): Promise<boolean> {
  const version = (await storyById(tx, id))?.version ?? 0;
  return (await publishStory(tx, id, version)).ok;
}

/** The verbs of stories, for a story that is told event by event. */
export const verbs = {
  storyOf,
  readingsOf,
  askReader,
  answerReader,
  sendStory,
  publishStory: published,
  withdrawStory,
};
