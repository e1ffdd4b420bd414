import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';

export const STORIES_A_PAGE = 12;
export const CATEGORIES = ['homes', 'green', 'people'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Nothing below five people is shown, also not by subtraction. */
export const FEWEST = 5;

/** Letters that a field takes at most; `body` is advice up to here, and kept up to `longBody`. */
export const MOST = { heading: 90, lead: 240, body: 1200, longBody: 4000, said: 300, name: 80, photos: 4 } as const;

export const STORY_STATES = ['draft', 'sent', 'published', 'withdrawn'] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** The one text. */
export interface StoryWords {
  readonly heading: string;
  readonly lead: string;
  /** Paragraphs are parted by an empty line; a paragraph of lines that begin with "- " is a list. */
  readonly body: string;
}

export interface Quote {
  readonly said: string;
  /** '' where nobody is named. */
  readonly name: string;
  readonly personId: Id<'person'> | null;
}

/** A picture whose consent lets everybody see it, with what it shows. */
export interface StoryPhoto {
  readonly id: PhotoId;
  readonly alt: string;
  /** It was put with the story itself; false: it lies with the fund's case. */
  readonly own: boolean;
}

/** Those that were put with the story itself. */
export function ownPhotos({ photos }: Pick<Story, 'photos'>): readonly StoryPhoto[] {
  return photos.filter(({ own }) => own);
}

export type PhotoId = Id<'fund_photo'> | Id<'story_picture'>;

/** Whom one can know on a picture that is put with the story. */
export const ON_PICTURE = ['nobody', 'adults', 'children'] as const;
export type OnPicture = (typeof ON_PICTURE)[number];

/** One story as it may be shown now: a picture or a name that was taken back is not in it. */
export interface Story extends StoryWords {
  readonly id: Id<'story'>;
  readonly initiativeId: Id<'initiative'>;
  readonly version: number;
  readonly state: StoryState;
  /** The day on which it was published last; null while it is not. */
  readonly publishedOn: Day | null;
  readonly editedAt: Date;
  readonly begunBy: Id<'person'> | null;
  readonly quote: Quote | null;
  readonly photos: readonly StoryPhoto[];
  readonly category: Category;
  readonly departmentIds: readonly Id<'department'>[];
  readonly wholeOrganisation: boolean;
  readonly known: Known;
}

/** What Grobund knows of how it went. What is so few that they could be known is `few`. */
export interface Known {
  readonly came: number | 'few' | null;
  /** Times that the figure is added up from; 1 for what was told at once. */
  readonly times: number;
  readonly helpers: number | 'few' | null;
  /** Paid by the fund; null for nothing. */
  readonly paid: Ore | null;
}

/** A picture that can be chosen: everybody may see it, and nobody has hidden it. */
export interface Offered extends Omit<StoryPhoto, 'own'> {
  readonly id: Id<'fund_photo'>;
  /** Somebody can be known on it: then their yes to this use is asked for. */
  readonly known: boolean;
}

export interface StoryFilter {
  readonly departmentId: Id<'department'> | null;
  readonly category: Category | null;
}

export const NO_FILTER: StoryFilter = { departmentId: null, category: null };

/** Somebody was asked to read it. */
export interface Reading {
  readonly id: Id<'story_reading'>;
  readonly personId: Id<'person'>;
  readonly askedBy: Id<'person'> | null;
  readonly answer: 'good' | 'changes' | null;
  readonly words: string;
}

/** May a story be told of it: it has ended, or somebody has told what came of it so far. */
export function canBeTold(status: string, known: Pick<Known, 'came'>): boolean {
  return status === 'done' || status === 'ended' || known.came !== null;
}

/** What may happen next. A published story is withdrawn before it is a draft again. */
export function mayGoTo(state: StoryState, next: 'sent' | 'published' | 'withdrawn'): boolean {
  if (next === 'withdrawn') return state === 'published' || state === 'sent';
  if (next === 'sent') return state === 'draft' || state === 'withdrawn';
  return state !== 'published';
}

/** The paragraphs of a body, each a text or a list. */
export function paragraphsOf(body: string): readonly (string | readonly string[])[] {
  return body
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const lines = one.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- ')) ? lines.map((line) => line.slice(2)) : one;
    });
}
