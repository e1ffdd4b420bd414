import type { Html } from '#jsx/jsx-runtime';
import { readId } from '../../../../kernel/id.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import type { Visit, Web } from '../../../../platform/web/web.ts';
import { anyone, staff } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { isEditor } from '../access.ts';
import { atomFeed, type Feed, rssFeed } from '../letters/feeds.ts';
import { CATEGORIES, NO_FILTER, STORIES_A_PAGE, STORY_STATES, type Story, type StoryFilter } from '../rules/story.ts';
import { deskPage, publishedPage } from '../store/stories.ts';
import { storiesText } from '../text/stories.ts';
import { writingText } from '../text/writing.ts';
import { deskPlace, screenPlace, storiesAtomPlace, storiesPlace, storiesRssPlace, storyPlace } from '../urls.ts';
import { DeskPage, ListPage, NewestStories } from '../views/list.tsx';
import { type Common, placesOf } from '../views/parts.tsx';
import { ScreenPage } from '../views/screen.tsx';
import { commonOf, trailTo } from './seen.ts';

const IN_FEED = 30;

/** All stories: on a page, in feeds, on the screen in the entrance, and on the editors' desk. */
export function listRoutes(web: Web): void {
  web.get(storiesPlace, anyone, list);
  web.get(storiesRssPlace, anyone, async (visit) => {
    const bytes = rssFeed(await feedOf(visit));
    return visit.file({ bytes, type: 'application/rss+xml; charset=utf-8', name: 'rss.xml', inline: true });
  });
  web.get(storiesAtomPlace, anyone, async (visit) => {
    const bytes = atomFeed(await feedOf(visit));
    return visit.file({ bytes, type: 'application/atom+xml; charset=utf-8', name: 'atom.xml', inline: true });
  });
  web.get(screenPlace, anyone, screen);
  web.get(deskPlace, staff, desk);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const words = storiesText(language);
  const filter = filterOf(query);
  const page = pageNumber(query);
  const common = await commonOf(visit);
  const format = wantedFile(query);
  if (format) {
    const read = async (number: number) => (await publishedPage(tx, filter, number)).slice(0, STORIES_A_PAGE);
    return listFile(visit, format, storiesFile(common, tx.origin, read));
  }
  const stories = await publishedPage(tx, filter, page);
  return visit.page({ title: words.title, description: words.description, wide: true }, () => (
    <>
      {ListPage({
        ...common,
        stories: stories.slice(0, STORIES_A_PAGE),
        filter,
        page,
        more: stories.length > STORIES_A_PAGE,
        editor: isEditor(actor),
      })}
      <FileLinks language={language} query={query} />
    </>
  ));
}

function storiesFile(common: Common, origin: string, page: ListFile<Story>['page']): ListFile<Story> {
  const words = storiesText(common.language);
  const { columns } = words;
  return {
    title: words.title,
    columns: [
      [columns.heading, ({ heading }) => heading],
      [columns.lead, ({ lead }) => lead],
      [columns.department, (story) => placesOf(common, story)],
      [columns.category, ({ category }) => words.categories[category]],
      [columns.on, ({ publishedOn }) => publishedOn && { day: publishedOn }],
      [columns.link, ({ id }) => origin + storyPlace({ id })],
    ],
    page,
    size: STORIES_A_PAGE,
  };
}

/** What is not a choice is as if nothing was chosen. */
function filterOf(query: URLSearchParams): StoryFilter {
  return {
    departmentId: readId(query.get('afdeling') ?? ''),
    category: CATEGORIES.find((one) => one === query.get('emne')) ?? null,
  };
}

async function feedOf({ tx, language }: Visit): Promise<Feed> {
  const [organisation, stories] = await Promise.all([ownOrganisation(tx), publishedPage(tx, NO_FILTER, 1, IN_FEED)]);
  return {
    language,
    origin: tx.origin,
    organisation: organisation.name,
    now: tx.now,
    stories: stories.slice(0, IN_FEED),
  };
}

async function screen(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const common = await commonOf(visit);
  const [story = null] = await publishedPage(tx, NO_FILTER, 1, 1);
  const address = story ? tx.origin + storyPlace({ id: story.id }) : '';
  return visit.page({ title: storiesText(language).screenTitle, wide: true, unlisted: true }, () =>
    ScreenPage({ ...common, story, address }),
  );
}

async function desk(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const state = STORY_STATES.find((one) => one === query.get('vis')) ?? 'sent';
  const page = pageNumber(query);
  const stories = await deskPage(tx, state, page);
  const common = await commonOf(visit);
  return visit.page({ title: writingText(language).deskTitle, trail: trailTo(visit), wide: true }, () =>
    DeskPage({
      ...common,
      state,
      stories: stories.slice(0, STORIES_A_PAGE),
      page,
      more: stories.length > STORIES_A_PAGE,
    }),
  );
}

const ON_FRONT = 3;

/** The newest stories, for the front page; null where none is told. */
export async function newestStories(visit: Pick<Visit, 'tx' | 'language'>): Promise<Html | null> {
  const [stories, common] = await Promise.all([publishedPage(visit.tx, NO_FILTER, 1, ON_FRONT), commonOf(visit)]);
  return stories.length > 0 ? NewestStories({ ...common, stories: stories.slice(0, ON_FRONT) }) : null;
}
