import { clarityOf } from '../../src/engines/sheet/own-frame.ts';
import { pictureOf } from '../../src/engines/sheet/picture.ts';
import { readSurvey } from '../../src/engines/sheet/read-sheet.ts';
import type { SheetReading } from '../../src/engines/sheet/reading.ts';
import { type Surveyed, survey } from '../../src/engines/sheet/survey.ts';
import { type Dice, diceOf } from '../../src/engines/sheet/synthetic/dice.ts';
import type { Glyphs } from '../../src/engines/sheet/synthetic/marks.ts';
import { trained } from '../../src/engines/sheet/trained.ts';
import type { GatheredBox, GatheredPhoto } from './gathered.ts';
import { type Habits, type PrintedPage, printedPages, type TakenPhoto, takePhoto, USUAL } from './photos.ts';
import { sceneFor } from './troubles.ts';

/** What photos are taken of: A3 mostly, as at most tables. */
export interface Prints {
  readonly a3: readonly PrintedPage[];
  readonly a2: readonly PrintedPage[];
  readonly a4: readonly PrintedPage[];
}

export type PrintedPaper = keyof Prints;

/** Prints with numbers of their own for each seed. */
export async function printsFor(seed: number): Promise<Prints> {
  return {
    a3: await printedPages('a3', 20_000 + 10 * seed, 2),
    a2: await printedPages('a2', 30_000 + 10 * seed, 1),
    a4: await printedPages('a4', 40_000 + 10 * seed, 1),
  };
}

/** `--sets easy=20,curl=5` as names and counts. */
export function setsIn(words: string): readonly (readonly [set: string, count: number])[] {
  return words.split(',').map((word) => {
    const [set = '', count] = word.split('=');
    return [set, Number(count)];
  });
}

export interface Turn {
  readonly name: string;
  readonly set: string;
  readonly dice: Dice;
}

/** Which photos to take, a few of each set in turn: whoever stops halfway has some of all. */
export function turnsOf(seed: number, sets: ReturnType<typeof setsIn>): readonly Turn[] {
  const most = Math.max(...sets.map(([, count]) => count));
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    sets.flatMap(([set, count], place) =>
      at < count ? [{ name: `${set}-${seed}-${at}`, set, dice: diceOf(seed * 1_000_003 + at * 101 + place * 17) }] : [],
    ),
  );
}

export interface Gathered {
  readonly photo: GatheredPhoto;
  readonly taken: TakenPhoto;
  /** Null when the sheet was not found, or another was seen in it. */
  readonly seen: Surveyed | null;
}

/** Somebody fills in a sheet, on this paper or (null) as at most tables, it is photographed and read. */
export async function gather(
  prints: Prints,
  glyphs: Glyphs,
  { name, set, dice }: Turn,
  habits: Habits = USUAL,
  paper: PrintedPaper | null = null,
): Promise<Gathered> {
  const page = paper ? dice.oneOf(prints[paper]) : pageFor(prints, dice);
  const scene = sceneFor(set, dice);
  // Twice the paper is photographed in a larger picture, as telephones do.
  const sized = page.layout.page.w > 500 ? { ...scene, long: Math.round(scene.long * 1.4) } : scene;
  const taken = await takePhoto(page, glyphs, sized, dice, habits);
  const layouts = [...prints.a3, ...prints.a2, ...prints.a4].map(({ layout }) => layout);
  const before = process.cpuUsage();
  const picture = pictureOf(taken.photo);
  const surveyed = survey(picture, layouts);
  const reading = readSurvey(surveyed, picture, trained());
  const spent = process.cpuUsage(before);
  const seen = surveyed.kind === 'found' && reading.layout === page.layout.layout ? surveyed : null;
  const photo = {
    ...{ name, set, layout: page.layout.layout, scene: sized, status: reading.status, reason: reading.reason },
    ...{ read: reading.layout, markers: reading.sheet?.markers ?? 0, pixels: reading.sheet?.boxPixels ?? 0 },
    ms: Math.round((spent.user + spent.system) / 1000),
    boxes: seen ? boxesOf(taken, seen, reading) : [],
  };
  return { photo, taken, seen };
}

function pageFor({ a3, a2, a4 }: Prints, dice: Dice): PrintedPage {
  if (dice.chance(0.2)) return a2[0] as PrintedPage;
  return dice.oneOf(dice.chance(0.15) ? a4 : a3);
}

function boxesOf({ truths, shot }: TakenPhoto, seen: Surveyed, { boxes }: SheetReading): readonly GatheredBox[] {
  return seen.boxes.map(({ box, frame, patch }, at) => {
    const truth = truths[at] as TakenPhoto['truths'][number];
    const read = boxes[at] as SheetReading['boxes'][number];
    const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    const found = seen.placing({ x: middle.x + frame.dx, y: middle.y + frame.dy });
    const real = shot.seen(middle);
    const off = patch ? Math.hypot(found.x - real.x, found.y - real.y) / patch.pixels : 9;
    return {
      ...{ id: box.id, kind: truth.kind, trouble: truth.trouble, seen: read.seen, label: read.label },
      chances: read.chances?.map((chance) => Math.round(chance * 1e5) / 1e5) ?? null,
      contrast: Math.round(frame.contrast * 1e3) / 1e3,
      clarity: patch ? Math.round(clarityOf(patch.darkness) * 10) / 10 : 0,
      ...{ sides: frame.sides, pixels: Math.round(patch?.pixels ?? 0), off: Math.round(off * 1e3) / 1e3 },
    };
  });
}
