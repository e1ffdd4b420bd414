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

/** RSS 2.0 (rssboard.org/rss-specification), the newest yes first. */
export function rssFeed(feed: Feed): string {
  const words = supportedText(feed.language);
  const items = feed.supported.map(
    (one) => `<item>
<title>${xml(one.title)}</title>
<link>${xml(hrefOf(feed, one))}</link>
<guid isPermaLink="true">${xml(hrefOf(feed, one))}</guid>
<pubDate>${new Date(`${one.on}T10:00:00Z`).toUTCString()}</pubDate>
<description>${xml(storyOf(feed, one))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(`${words.title}: ${feed.organisation}`)}</title>
<link>${xml(feed.origin + resultsPlace({}))}</link>
<description>${xml(words.description)}</description>
<language>${feed.language}</language>
<atom:link href="${xml(feed.origin + resultsRssPlace({}))}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
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

/** What XML 1.0 cannot hold is left out; what it can hold cannot be taken for markup. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
