export interface NewsItem {
  /** The same for the same thing for ever. */
  readonly guid: string;
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

/** RSS 2.0, in the order given. */
export function writeRss(feed: NewsFeed): string {
  const items = feed.items.map(
    (one) => `<item>
<title>${xml(one.title)}</title>
<link>${xml(one.href)}</link>
<guid isPermaLink="false">${xml(one.guid)}</guid>
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

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
