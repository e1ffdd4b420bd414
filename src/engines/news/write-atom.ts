import { xml } from './xml.ts';

export interface AtomEntry {
  /** The same for the same thing for ever: a UUID. */
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly href: string;
  /** When it last changed in a way that a reader should know of. */
  readonly updated: Date;
  readonly summary: string;
}

export interface AtomFeed {
  readonly title: string;
  /** The page that it tells of, and where the feed itself is: absolute. */
  readonly href: string;
  readonly self: string;
  readonly author: string;
  readonly language: string;
  /** Where there is no entry. */
  readonly updated: Date;
  readonly entries: readonly AtomEntry[];
}

/** Atom (RFC 4287), in the order given; the feed changed when its newest entry did. */
export function writeAtom(feed: AtomFeed): string {
  const newest = feed.entries.reduce((last, { updated }) => Math.max(last, updated.getTime()), 0);
  const entries = feed.entries.map(
    (one) => `<entry>
<id>urn:uuid:${one.id}</id>
<title>${xml(one.title)}</title>
<link href="${xml(one.href)}"/>
<updated>${stamp(one.updated)}</updated>
<summary>${xml(one.summary)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${xml(feed.href)}</id>
<title>${xml(feed.title)}</title>
<updated>${stamp(newest === 0 ? feed.updated : new Date(newest))}</updated>
<author><name>${xml(feed.author)}</name></author>
<link href="${xml(feed.self)}" rel="self"/>
<link href="${xml(feed.href)}"/>
${entries.join('\n')}
</feed>
`;
}

function stamp(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z');
}
