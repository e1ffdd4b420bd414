import { type Id, readId } from '../../../../kernel/id.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { departmentNames } from '../../../housing/public.ts';
import { type Initiative, initiativeById } from '../../../initiatives/public.ts';
import { type May, mayWithStory } from '../access.ts';
import type { Reading, Story } from '../rules/story.ts';
import { readingsOf } from '../store/readings.ts';
import { storyById } from '../store/stories.ts';
import { storiesText } from '../text/stories.ts';
import { storiesPlace, storyPlace } from '../urls.ts';
import type { Common } from '../views/parts.tsx';

/** A visit to one story. */
export type OneStory = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

export interface Seen {
  readonly story: Story;
  readonly initiative: Initiative;
  readonly readings: readonly Reading[];
  readonly may: May;
}

/** The story in the path, for those who may read it; missing to everybody else. */
export async function seen({ tx, actor, params }: Pick<OneStory, 'tx' | 'actor' | 'params'>): Promise<Seen> {
  const id = readId<'story'>(params.id) ?? missing();
  const [story, readings] = await Promise.all([storyById(tx, id), readingsOf(tx, id)]);
  if (!story) missing();
  const initiative = (await initiativeById(tx, story.initiativeId)) ?? missing();
  const may = mayWithStory(actor, story, initiative, readings);
  return may.see ? { story, initiative, readings, may } : missing();
}

/** The same, for those who write it as it stands. */
export async function writable(visit: Pick<OneStory, 'tx' | 'actor' | 'params'>): Promise<Seen> {
  const one = await seen(visit);
  return one.may.write ? one : missing();
}

/** What every view is given. */
export async function commonOf({ tx, language }: Pick<Visit, 'tx' | 'language'>): Promise<Common> {
  return { language, lang: tx.tenant.language, departments: await departmentNames(tx) };
}

export function trailTo(
  { language }: Pick<Visit, 'language'>,
  story?: { readonly id: Id<'story'>; readonly heading: string },
) {
  return [
    { href: storiesPlace({}), label: storiesText(language).title },
    ...(story ? [{ href: storyPlace({ id: story.id }), label: story.heading }] : []),
  ];
}
