import { type AtomFeed, writeAtom } from '../../../../engines/news/write-atom.ts';
import { writeRss } from '../../../../engines/news/write-rss.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { storiesAtomPlace, storiesPlace, storiesRssPlace, storyPlace } from '../urls.ts';

export interface Feed {
  readonly language: Language;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
  readonly organisation: string;
  readonly now: Date;
  readonly stories: readonly Story[];
}

/** RSS, the newest story first. */
export function rssFeed(feed: Feed): string {
  const words = storiesText(feed.language);
  return writeRss({
    title: `${words.title}: ${feed.organisation}`,
    about: words.description,
    href: feed.origin + storiesPlace({}),
    self: feed.origin + storiesRssPlace({}),
    language: feed.language,
    items: feed.stories.map((story) => ({
      title: story.heading,
      href: feed.origin + storyPlace({ id: story.id }),
      at: new Date(`${story.publishedOn}T10:00:00Z`),
      text: story.lead,
    })),
  });
}

/** The same as Atom: an edited story is told anew. */
export function atomFeed(feed: Feed): string {
  const words = storiesText(feed.language);
  const parts: AtomFeed = {
    title: `${words.title}: ${feed.organisation}`,
    href: feed.origin + storiesPlace({}),
    self: feed.origin + storiesAtomPlace({}),
    author: feed.organisation,
    language: feed.language,
    updated: feed.now,
    entries: feed.stories.map((story) => ({
      id: story.id,
      title: story.heading,
      href: feed.origin + storyPlace({ id: story.id }),
      updated: story.editedAt,
      summary: story.lead,
    })),
  };
  return writeAtom(parts);
}
