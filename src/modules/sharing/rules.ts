import type { Id } from '../../kernel/id.ts';

export type Source = 'initiative' | 'paper';

/** As a source is called in an address. */
const SOURCE_NAMES = { initiativ: 'initiative', papir: 'paper' } as const;

export function readSource(text: string): Source | null {
  return Object.hasOwn(SOURCE_NAMES, text) ? SOURCE_NAMES[text as keyof typeof SOURCE_NAMES] : null;
}

export const nameOfSource = (source: Source): keyof typeof SOURCE_NAMES =>
  source === 'initiative' ? 'initiativ' : 'papir';

/** One part of what can be sent: a heading, and words. */
export interface Part {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
}

/** A thing of ours that can be sent, with the people whose names may stand in it. */
export interface Shareable {
  readonly source: Source;
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** People who have to do with it, by the names they have here. */
  readonly people: readonly string[];
}

/** What a copy weighs in bytes, with its files. */
export function weightOf(draft: Pick<Draft, 'title' | 'content'>, note: string, files: Shareable['files']): number {
  const words = Buffer.byteLength(draft.title + JSON.stringify(draft.content) + note);
  return files.reduce((sum, { bytes }) => sum + bytes.byteLength, words);
}

/** Why no more copies leave the house today; null while they may. */
export function dayIsFull(
  sent: { readonly copies: number; readonly bytes: number },
  bytes: number,
): 'tooMany' | 'tooMuch' | null {
  if (sent.copies >= MOST_A_DAY) return 'tooMany';
  return sent.bytes + bytes > MOST_BYTES_A_DAY ? 'tooMuch' : null;
}

/** What a copy says. Nobody's name but that of a sender who said so themselves. */
export interface Content {
  readonly parts: readonly Omit<Part, 'key'>[];
  readonly contact: { readonly name: string; readonly email: string | null } | null;
  readonly files: readonly string[];
}

export interface Draft {
  readonly title: string;
  readonly content: Content;
  /** How many names and addresses were left out. */
  readonly left: number;
}

export const MOST_NOTE = 600;
/** So many copies a day leave a house: more is no sharing any more. */
export const MOST_A_DAY = 50;
/** And so many bytes, files and all: they land in the receiver's database before anybody there has said yes. */
export const MOST_BYTES_A_DAY = 50_000_000;
export const ROWS_A_PAGE = 50;

const MARKS = { name: '[navn udeladt]', email: '[e-mail udeladt]', phone: '[telefon udeladt]' } as const;
const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>(),.]+/g;
/** Eight digits in twos, in one, or after +45. */
const PHONE = /(?<!\d)(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)/g;

/**
 * The chosen parts as they are sent: without names of people who have to do with it or are known here, without their
 * mail and telephone. A first name alone is left out too, where it is somebody's who has to do with it.
 */
export function draftOf(
  thing: Shareable,
  chosen: readonly string[],
  known: readonly string[],
  contact: Content['contact'],
): Draft {
  const first = thing.people.flatMap((name) => name.split(' ')[0] ?? []);
  const names = [...new Set([...thing.people, ...known, ...first])].filter((name) => name.length > 1);
  const strip = stripper(names);
  const parts = thing.parts
    .filter(({ key, text }) => chosen.includes(key) && text.trim() !== '')
    .map(({ heading, text }) => ({ heading, text: strip.from(text) }));
  const title = strip.from(thing.title);
  return { title, content: { parts, contact, files: thing.files.map(({ name }) => name) }, left: strip.left() };
}

function stripper(names: readonly string[]) {
  let left = 0;
  const put = (mark: string) => () => {
    left += 1;
    return mark;
  };
  const longest = [...names].sort((one, other) => other.length - one.length).map(escaped);
  const pattern =
    longest.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})s?(?![\\p{L}\\p{N}])`, 'gu') : null;
  return {
    left: () => left,
    from(text: string): string {
      const bare = text.replace(EMAIL, put(MARKS.email)).replace(PHONE, put(MARKS.phone));
      return pattern ? bare.replace(pattern, put(MARKS.name)) : bare;
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export type CopyAnswer = 'accepted' | 'declined';

interface Copy {
  readonly houseName: string;
  readonly source: Source;
  readonly edition: number;
  readonly title: string;
  readonly note: string;
  readonly content: Content;
  /** With its files. 0 for one that was declined, or sent before this was counted. */
  readonly bytes: number;
  readonly answer: { readonly answer: CopyAnswer; readonly words: string; readonly at: Date } | null;
  readonly recall: { readonly words: string } | null;
}

export interface SentCopy extends Copy {
  readonly id: Id<'sent_copy'>;
  readonly house: Id<'tenant'>;
  readonly reference: Uint8Array;
  readonly sentAt: Date;
}

export interface ReceivedCopy extends Copy {
  readonly id: Id<'received_copy'>;
  readonly house: Id<'tenant'>;
  readonly reference: Uint8Array;
  readonly sentOn: string;
}

/** Where a copy stands, whichever way it went. */
export function stateOf({
  answer,
  recall,
}: Pick<Copy, 'answer' | 'recall'>): 'waiting' | 'accepted' | 'declined' | 'recalled' {
  if (answer?.answer === 'declined') return 'declined';
  if (recall) return 'recalled';
  return answer ? 'accepted' : 'waiting';
}
