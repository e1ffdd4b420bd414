import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Ore } from '../../kernel/money.ts';
import type { Bar, Pairs } from './bars.ts';
import type { CatalogueSpec } from './catalogue.ts';
import type { PlacematSpec } from './placemat.ts';

/** The organisation as its papers show it. `colour` is any hex colour; it is made dark enough for text by itself. */
export interface Brand {
  readonly name: string;
  readonly colour: string;
  readonly logo: { readonly bytes: Uint8Array; readonly kind: 'svg' | 'png' | 'jpg'; readonly alt: string } | null;
  /** Street and town, one line each. */
  readonly address: readonly string[];
  readonly telephone: string | null;
  readonly mail: string | null;
  readonly web: string | null;
}

interface Common {
  readonly language: Language;
  /** Also the title in the file's properties: never empty. */
  readonly title: string;
}

/** What stands in the running text of a letter, a report or minutes. A subheading belongs under a heading. */
export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | {
      readonly kind: 'amounts';
      readonly caption: string;
      readonly rows: readonly AmountRow[];
      readonly total: AmountRow | null;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'chart';
      readonly caption: string;
      readonly alt: string;
      readonly unit: string;
      readonly bars: readonly Bar[];
    }
  | Pairs
  | {
      /** What happened, the oldest first, along a line: under a heading. */
      readonly kind: 'timeline';
      readonly title: string;
      readonly note: string;
      readonly steps: readonly { readonly when: string; readonly text: string }[];
    }
  | { readonly kind: 'callout'; readonly label: string; readonly text: string }
  | ({ readonly kind: 'qr' } & Qr);

export interface AmountRow {
  readonly label: string;
  readonly amount: Ore;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** A square code to photograph. `alt` says where it leads, for those who cannot see it. */
export interface Qr {
  readonly content: string;
  readonly caption: string;
  readonly alt: string;
}

/** A person who signs; the line above the name is left for a pen. */
export interface Signature {
  readonly name: string;
  readonly role: string;
}

export interface LetterSpec extends Common {
  readonly kind: 'letter';
  /** For a reader who sees badly: running text of 18 points, the rest in proportion. The window keeps its place. */
  readonly large?: boolean;
  /** As it stands in the window: name, street and number, postcode and town. At most six lines. */
  readonly recipient: readonly string[];
  readonly day: Day;
  readonly caseNumber: string | null;
  readonly body: readonly Block[];
  readonly greeting: string | null;
  readonly signatures: readonly Signature[];
}

/** How many letters one file may hold: 200 take 2 seconds, 1,000 take 24 and two gigabytes. */
export const LETTERS_PER_FILE = 250;

/** Many letters joined to one file for the printer; each begins on a new page with the number 1. At most LETTERS_PER_FILE. */
export interface LettersSpec extends Common {
  readonly kind: 'letters';
  readonly letters: readonly LetterSpec[];
}

export interface ReportSpec extends Common {
  readonly kind: 'report';
  readonly subtitle: string | null;
  readonly day: Day;
  /** One short line at the foot of every page. */
  readonly foot?: string;
  readonly body: readonly Block[];
  /** Letters of our own that follow as they were sent, each with its own page numbers. */
  readonly letters?: readonly LetterSpec[];
}

/** A paper of others that follows a report: the pages of a PDF, a picture, or a file that is only attached. */
export interface Appendix {
  readonly kind: 'pdf' | 'png' | 'jpg' | 'webp' | 'xml';
  readonly bytes: Uint8Array;
  readonly title: string;
  /** What it is, for those who cannot see it. */
  readonly alt: string;
  /** Said where it cannot be shown: encrypted, broken, or only attached. */
  readonly unshown: string;
  /** It lies in the file as it came, and none of its pages are shown: then the file is PDF/UA, whatever the paper is. XML always. */
  readonly attached?: boolean;
}

export interface MinutesSpec extends Common {
  readonly kind: 'minutes';
  readonly day: Day;
  /** "19.00-20.30". */
  readonly time: string | null;
  readonly place: string | null;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly AgendaItem[];
  readonly signatures: readonly Signature[];
  /** A correction is a new version with its reason; null for the first. */
  readonly correction: { readonly version: number; readonly reason: string } | null;
}

export interface AgendaItem {
  readonly title: string;
  readonly body: readonly Block[];
  /** Printed so that it can be found with half an eye. Null where nothing was decided. */
  readonly decision: string | null;
}

export interface PosterSpec extends Common {
  readonly kind: 'poster';
  /** A4 unless said. */
  readonly size?: 'a4' | 'a3';
  /** The language of the words (BCP 47), where it is none of the site's own: the day is written in it. */
  readonly speaks?: string;
  /** A short line over the title: "Kom og vær med". */
  readonly kicker: string | null;
  readonly day: Day | null;
  /** "kl. 17.30-20.00". */
  readonly time: string | null;
  readonly place: string | null;
  readonly paragraphs: readonly string[];
  /** A photograph; `alt` says what it shows, for those who cannot see it. */
  readonly picture?: { readonly kind: 'png' | 'jpg' | 'webp'; readonly bytes: Uint8Array; readonly alt: string };
  readonly qr: Qr | null;
  /** For those without a telephone that reads codes: "Ring til Mette på 12 34 56 78". */
  readonly contact: string | null;
}

export interface CardsSpec extends Common {
  readonly kind: 'cards';
  /** Ten a sheet, the size of a bank card, to cut out along the lines. */
  readonly cards: readonly Card[];
}

export interface Card {
  /** The reader's language, where it is another than the sheet's. */
  readonly language?: Language;
  /** The address or person that the card is bound to. */
  readonly heading: string;
  /** At most about 110 characters; what does not fit on the card is cut off. */
  readonly text: string;
  /** "482 913": large and easy to copy by hand. */
  readonly code: string | null;
  readonly qr: { readonly content: string; readonly alt: string } | null;
}

export interface PostcardsSpec extends Common {
  readonly kind: 'postcards';
  /** Four a sheet, A6, to cut out along the lines: questions with lines to write on. */
  readonly cards: readonly Postcard[];
}

export interface Postcard {
  readonly heading: string;
  /** What it is about: a title. */
  readonly about: string;
  readonly questions: readonly {
    readonly text: string;
    readonly lines: number;
    /** Below the question, to tick: "Ja", "Nej". */
    readonly boxes?: readonly string[];
    /** On one line with the question before it, half the width each. */
    readonly beside?: boolean;
  }[];
  /** Beside the code: where one can answer instead, and the code to type there. */
  readonly either: string;
  readonly site: string;
  readonly code: string;
  readonly qr: { readonly content: string; readonly alt: string };
}

export interface ListSpec extends Common {
  readonly kind: 'list';
  /** False: the rows are no addresses to be counted. */
  readonly counted?: false;
  readonly day: Day;
  readonly note: string | null;
  readonly columns: readonly Column[];
  /** Below the note. */
  readonly qr?: Qr | undefined;
  /** Empty boxes to tick, after the columns. */
  readonly checkboxes: readonly string[];
  /** One group a stairwell; rows as long as `columns`. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[];
}

/** One A4 page and never more: a form that is filled in, or empty for a pen. */
export interface SheetSpec extends Common {
  readonly kind: 'sheet';
  /** A short line over the title: whose form it is. */
  readonly over: string;
  /** Beside the title: numbers and days. */
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly intro: string | null;
  readonly parts: readonly SheetPart[];
  readonly foot: string;
}

export type SheetPart =
  /** Side by side, each an equal share of the width. */
  | { readonly kind: 'fields'; readonly fields: readonly SheetField[] }
  /** Boxes to tick with a pen. */
  | {
      readonly kind: 'choices';
      readonly label: string;
      readonly help: string | null;
      readonly options: readonly string[];
    }
  | {
      readonly kind: 'lines';
      readonly label: string;
      readonly help: string | null;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Empty rows for a pen. */
      readonly blank: number;
      readonly total: readonly string[] | null;
    };

export interface SheetField {
  readonly label: string;
  readonly help: string | null;
  /** Null: so many lines (`room`) for a pen. */
  readonly text: string | null;
  readonly room: number;
}

/** A card for the wallet (85.6 x 54 mm): alone on its page, or eight on a sheet to cut out. */
export interface SlipSpec extends Common {
  readonly kind: 'slip';
  readonly copies: 1 | 8;
  readonly heading: string;
  /** At most six; a value of about 25 characters fits its line. */
  readonly rows: readonly (readonly [term: string, value: string])[];
  readonly note: string;
  readonly codeLabel: string;
  /** Easy to copy by hand: "K7QX-4MTD". */
  readonly code: string;
  readonly qr: { readonly content: string; readonly alt: string };
}

export type DocumentSpec =
  | LetterSpec
  | LettersSpec
  | ReportSpec
  | MinutesSpec
  | PosterSpec
  | CardsSpec
  | PostcardsSpec
  | ListSpec
  | SheetSpec
  | SlipSpec
  | PlacematSpec
  | CatalogueSpec;
