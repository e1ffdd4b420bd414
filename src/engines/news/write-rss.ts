import { xml } from './xml.ts';

export interface NewsItem {
  /** The same for the same thing for ever; absent where its address is that. */
  readonly guid?: string;
  readonly title: string;
  /** Absolute. */
  readonly href: string;
  readonly at: Date;
  readonly text?: string;
}

export interface NewsFeed {
  readonly title: string;
  readonly about: string;
  /** The page that it tells of, and where the feed itself is: absolute. */
  readonly href: string;
  readonly self: string;
  readonly language: string;
  readonly items: readonly NewsItem[];
}

/** RSS 2.0 (rssboard.org/rss-specification), in the order given. */
export function writeRss(feed: NewsFeed): string {
  const items = feed.items.map(
    (one) => `<item>
<title>${xml(one.title)}</title>
<link>${xml(one.href)}</link>
<guid isPermaLink="${one.guid === undefined}">${xml(one.guid ?? one.href)}</guid>
<pubDate>${one.at.toUTCString()}</pubDate>
${one.text ? `<description>${xml(one.text)}</description>\n` : ''}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(feed.title)}</title>
<link>${xml(feed.href)}</link>
<description>${xml(feed.about)}</description>
<language>${xml(feed.language)}</language>
<atom:link href="${xml(feed.self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}
