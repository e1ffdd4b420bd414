import { writeAtom } from '../../../../engines/news/write-atom.ts';
import { writeRss } from '../../../../engines/news/write-rss.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { Supported } from '../rules/supported.ts';
import { supportedText } from '../text/supported.ts';
import { projectPlace, resultsAtomPlace, resultsPlace, resultsRssPlace } from '../urls.ts';

export interface Feed {
  readonly language: Language;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
  readonly organisation: string;
  readonly today: Day;
  readonly supported: readonly Supported[];
  readonly departmentsOf: (one: Supported) => string;
}

/** RSS, the newest yes first. */
export function rssFeed(feed: Feed): string {
  const words = supportedText(feed.language);
  return writeRss({
    title: `${words.title}: ${feed.organisation}`,
    about: words.description,
    href: feed.origin + resultsPlace({}),
    self: feed.origin + resultsRssPlace({}),
    language: feed.language,
    items: feed.supported.map((one) => ({
      title: one.title,
      href: hrefOf(feed, one),
      at: at(one.on),
      text: storyOf(feed, one),
    })),
  });
}

/** The same as Atom. */
export function atomFeed(feed: Feed): string {
  return writeAtom({
    title: `${supportedText(feed.language).title}: ${feed.organisation}`,
    href: feed.origin + resultsPlace({}),
    self: feed.origin + resultsAtomPlace({}),
    author: feed.organisation,
    language: feed.language,
    updated: at(feed.today),
    entries: feed.supported.map((one) => ({
      id: one.id,
      title: one.title,
      href: hrefOf(feed, one),
      updated: at(one.on),
      summary: storyOf(feed, one),
    })),
  });
}

function at(day: Day): Date {
  return new Date(`${day}T10:00:00Z`);
}

function hrefOf({ origin }: Feed, { id }: Supported): string {
  return origin + projectPlace({ id });
}

function storyOf({ language, departmentsOf }: Feed, one: Supported): string {
  const words = supportedText(language);
  const came = typeof one.came === 'number' ? words.feedCame(one.came) : '';
  const best = one.best ? ` ${words.best}: ${one.best}` : '';
  return words.feedEntry(formatOre(one.committed, language), departmentsOf(one)) + came + best;
}
