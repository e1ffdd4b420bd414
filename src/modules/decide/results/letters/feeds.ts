import { writeRss } from '../../../../engines/news/write-rss.ts';
import { xml } from '../../../../engines/news/xml.ts';
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
      at: new Date(`${one.on}T10:00:00Z`),
      text: storyOf(feed, one),
    })),
  });
}

/** Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const words = supportedText(feed.language);
  const updated = feed.supported[0]?.on ?? feed.today;
  const entries = feed.supported.map(
    (one) => `<entry>
<id>urn:uuid:${one.id}</id>
<title>${xml(one.title)}</title>
<link href="${xml(hrefOf(feed, one))}"/>
<updated>${one.on}T10:00:00Z</updated>
<summary>${xml(storyOf(feed, one))}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${xml(feed.origin + resultsPlace({}))}</id>
<title>${xml(`${words.title}: ${feed.organisation}`)}</title>
<updated>${updated}T10:00:00Z</updated>
<author><name>${xml(feed.organisation)}</name></author>
<link href="${xml(feed.origin + resultsAtomPlace({}))}" rel="self"/>
<link href="${xml(feed.origin + resultsPlace({}))}"/>
${entries.join('\n')}
</feed>
`;
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
