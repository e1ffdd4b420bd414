import sharp from 'sharp';
import type { Point } from '../../src/engines/sheet/grey.ts';
import { layOut, type Paper } from '../../src/engines/sheet/layout.ts';
import { layoutOf, type Named, type SheetLayout } from '../../src/engines/sheet/layout-json.ts';
import type { Photo } from '../../src/engines/sheet/photo.ts';
import { readyMade } from '../../src/engines/sheet/ready-made.ts';
import type { Canvas } from '../../src/engines/sheet/synthetic/canvas.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { fillIn, type Truth } from '../../src/engines/sheet/synthetic/fill-in.ts';
import type { Glyphs } from '../../src/engines/sheet/synthetic/marks.ts';
import { photograph, type Shot } from '../../src/engines/sheet/synthetic/photograph.ts';
import type { Scene } from '../../src/engines/sheet/synthetic/scene.ts';
import { renderPdf } from '../../src/platform/documents/pdf.ts';
import { rasterOf } from '../../src/platform/documents/raster.ts';
import { handOf, writersOf } from './writers.ts';

const SCALE = 8;

/** How people fill the sheets in: the share of boxes with neither nothing nor a plain V or X, and whether marks are wilder than most. */
export interface Habits {
  readonly odd: number;
  readonly wild: boolean;
}

export const USUAL: Habits = { odd: 0.06, wild: false };

/** A page of the PDF that people print, as pixels, and its layout. */
export interface PrintedPage {
  readonly layout: SheetLayout;
  readonly canvas: Canvas;
}

export interface TakenPhoto {
  readonly page: PrintedPage;
  readonly photo: Photo;
  readonly jpeg: Uint8Array;
  readonly truths: readonly Truth[];
  readonly shot: Shot;
}

/** The ready-made sheets as they come out of the printer: A3 and A4 by theme, A2 with all. */
export async function printedPages(paper: Paper, first: number, most: number): Promise<readonly PrintedPage[]> {
  const laid = layOut(readyMade, paper, (at) => first + at);
  if (!laid.ok) throw new Error('The ready-made template has no room');
  const pages: PrintedPage[] = [];
  for (const page of laid.value.slice(0, most)) {
    const qr = `GROBUND/${page.sheet}`;
    const pdf = await renderPdf(
      { kind: 'placemat', language: 'da', title: page.heading.text, occasion: 'Prøve', pages: [{ layout: page, qr }] },
      { name: 'Lyngbakken', colour: '#2f6b4f', logo: null, address: [], telephone: null, mail: null, web: null },
    );
    if (!pdf.ok) throw new Error('This machine cannot make PDF');
    const canvas = await rasterOf(pdf.value, 1, SCALE);
    pages.push({ layout: layoutOf(page, `${paper}-${page.sheet}`, qr), canvas });
  }
  return pages;
}

/** Somebody fills a sheet in, and it is photographed. */
export async function takePhoto(
  page: PrintedPage,
  glyphs: Glyphs,
  scene: Scene,
  dice: Dice,
  { odd, wild }: Habits = USUAL,
): Promise<TakenPhoto> {
  const canvas = { ...page.canvas, data: page.canvas.data.slice() };
  const hand = handOf(glyphs, dice.oneOf(writersOf({ V: glyphs.V, X: glyphs.X, other: [] })));
  const written = fillIn(canvas, SCALE, page.layout.boxes, hand, dice, { shares: sharesWith(odd), wild });
  const shot = photograph(canvas, SCALE, scene, dice);
  const { data, w, h } = shot.canvas;
  const raw = { width: w, height: h, channels: 3 } as const;
  const jpeg = await sharp(data, { raw })
    .jpeg({ quality: Math.round(scene.quality) })
    .toBuffer();
  const photo: Photo = { data: await sharp(jpeg).raw().toBuffer(), channels: 3, w, h };
  const truths = written.map((truth, at): Truth => {
    const box = page.layout.boxes[at] as Named;
    return placesIn(box).some(shot.hidden) ? { ...truth, kind: 'other', trouble: 'covered' } : truth;
  });
  return { page, photo, jpeg, truths, shot };
}

/** Of empty, V and X; the rest is odd. */
function sharesWith(odd: number): readonly [number, number, number] {
  return [0.45, 0.26, 0.23].map((share) => (share * (1 - odd)) / 0.94) as [number, number, number];
}

function placesIn({ x, y, w, h }: Named): readonly Point[] {
  return Array.from({ length: 25 }, (_, at) => ({ x: x + (w * (at % 5)) / 4, y: y + (h * Math.floor(at / 5)) / 4 }));
}
