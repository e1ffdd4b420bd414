import { defineText } from '../../kernel/language.ts';
import type { Point } from './grey.ts';
import type { Pair } from './plane.ts';

/**
 * What a photo says. `read`: every box has a label. `retake`: it is a sheet of ours, but the photo must be taken again.
 * `reject`: the photo does not show one sheet of those that were asked for.
 */
export interface SheetReading {
  readonly status: 'read' | 'retake' | 'reject';
  /** Null when it was read. */
  readonly reason: Reason | null;
  /** The name of the layout, as soon as the sheet is known; also for a retake. */
  readonly layout: string | null;
  readonly sheet: SeenSheet | null;
  /** In the order of the layout; none when the sheet is not known. For a retake they are what could be seen all the same. */
  readonly boxes: readonly BoxReading[];
}

export type Reason =
  /** retake */
  | 'too-small'
  | 'blurred'
  | 'dark'
  | 'hidden'
  /** reject */
  | 'not-found'
  | 'unknown-sheet'
  | 'several-sheets';

export interface BoxReading {
  readonly id: string;
  readonly label: 'empty' | 'V' | 'X' | 'unsure';
  /** The probability that the label is right: for `unsure`, that the box holds neither nothing nor a plain V nor X. */
  readonly confidence: number;
  /** What is likeliest in an unsure box, as a first suggestion to the person asked; else the label itself. Null: no idea. */
  readonly guess: 'empty' | 'V' | 'X' | null;
  /** How likely the network holds empty, V, X and anything else, in that order; null for a box outside the picture. */
  readonly chances: readonly number[] | null;
  /** Was its printed frame seen? "I see 29 of 30 boxes." */
  readonly seen: boolean;
}

/** How the sheet lies in the photo. Plain data: it survives JSON, and `cropOf` works from it. */
export interface SeenSheet {
  /** The number that its markers carry. */
  readonly number: number;
  /** Markers that were read, of eight. */
  readonly markers: number;
  /** The corners of the paper in pixels of the photo, from the upper left of the print and clockwise. */
  readonly corners: readonly Point[];
  /** The width of a box in pixels of the photo (the median). */
  readonly boxPixels: number;
  /** Places on the paper (mm) and where they are in the photo (pixels). */
  readonly knots: readonly Pair[];
}

/** The reason in words that help the one who holds the telephone. */
export const reasonText = defineText({
  da: {
    'too-small': 'Arket fylder for lidt i billedet. Gå tættere på, og tag det igen.',
    blurred: 'Billedet er uskarpt. Hold telefonen stille, og tag det igen.',
    dark: 'Billedet er for mørkt. Find mere lys, og tag det igen.',
    hidden: 'En del af arket er skjult. Få hele arket med, uden kop og hånd på mærkerne i kanten, og tag det igen.',
    'not-found': 'Der er intet ark at se i billedet. Alle otte mærker i arkets kant skal med.',
    'unknown-sheet': 'Det er et ark, men ikke et af dem, der hører til her.',
    'several-sheets': 'Der er flere ark i billedet. Tag et billede af ét ark ad gangen.',
    unreadable: 'Filen kan ikke læses som et billede. Måske er den skåret over undervejs. Send den igen.',
    missing: 'Filen findes ikke.',
    'too-large': 'Billedet har for mange pixels. Send et på højst 60 millioner.',
  },
  en: {
    'too-small': 'The sheet is too small in the picture. Go closer, and take it again.',
    blurred: 'The picture is blurred. Hold the telephone still, and take it again.',
    dark: 'The picture is too dark. Find more light, and take it again.',
    hidden:
      'Part of the sheet is hidden. Show all of it, no cup or hand on the marks along the edge, and take it again.',
    'not-found': 'There is no sheet in the picture. All eight marks along its edge must be seen.',
    'unknown-sheet': 'It is a sheet, but none of those that belong here.',
    'several-sheets': 'There are several sheets in the picture. Take a picture of one at a time.',
    unreadable: 'The file cannot be read as a picture. Perhaps it was cut off on its way. Send it again.',
    missing: 'There is no such file.',
    'too-large': 'The picture has too many pixels. Send one of 60 million at most.',
  },
});
