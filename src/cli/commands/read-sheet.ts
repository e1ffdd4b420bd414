import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import sharp from 'sharp';
import type { Named, SheetLayout } from '../../engines/sheet/layout-json.ts';
import { cropOf, type Photo } from '../../engines/sheet/photo.ts';
import { readLayout } from '../../engines/sheet/read-layout.ts';
import { readSheet } from '../../engines/sheet/read-sheet.ts';
import { type Reason, reasonText, type SheetReading } from '../../engines/sheet/reading.ts';
import { trained } from '../../engines/sheet/trained.ts';
import { decodePhoto } from '../../platform/files/photo.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { unreadable } from '../read.ts';

/** Enough to read small handwriting. */
const CROP_PIXELS = 8;
const say = reasonText('da');

export const readSheetCommand: Command = {
  name: 'read-sheet',
  summary: 'Read photos of placemats: which sheet each shows, and V, X or nothing in every box',
  details:
    'JPEG, PNG, WebP and HEIC. A box that is not plainly empty, V or X is "unsure": a person looks at it.\n' +
    'Exit code 0 when every photo was read, 1 when some were not, 2 for wrong use. Messages are in Danish.\n' +
    'Example: grobund read-sheet bord1.jpg bord2.jpg --layout ark --crops udsnit --json',
  arguments: [{ name: 'photo', help: 'a photo of one sheet', many: true }],
  options: {
    layout: { value: 'file', help: 'What print-sheet wrote beside the PDF, or a folder of them' },
    crops: { value: 'folder', help: 'Where to write the boxes and notes as pictures, laid flat' },
  },
  json: true,
  async run(call) {
    const layouts = await layoutsFrom(call);
    const folder = call.option('crops');
    if (folder !== undefined) await mkdir(call.file(folder), { recursive: true });
    const answers: Answer[] = [];
    const written = new Set<string>();
    for (const name of call.args) {
      const answer = await read(call, name, layouts, written);
      answers.push(answer);
      call.say(sentenceOf(answer));
    }
    call.answer(answers);
    if (answers.some(({ reason }) => reason === 'missing')) return 2;
    return answers.every(({ status }) => status === 'read') ? 0 : 1;
  },
};

interface Answer {
  readonly file: string;
  readonly status: SheetReading['status'] | 'error';
  readonly reason: Reason | 'unreadable' | 'too-large' | 'missing' | null;
  /** The reason in plain Danish. */
  readonly message: string | null;
  readonly layout: string | null;
  readonly sheet: Record<string, unknown> | null;
  readonly boxes: readonly Record<string, unknown>[];
  readonly notes: readonly Crop[];
  readonly fields: readonly Crop[];
  readonly ms: number;
}

interface Crop {
  readonly id: string;
  /** A file, when there is a folder for them. */
  readonly crop: string | null;
}

/** `written`: the names of crops that other photos have taken. */
async function read(call: Call, name: string, layouts: readonly SheetLayout[], written: Set<string>): Promise<Answer> {
  const started = performance.now();
  const failed = (reason: 'unreadable' | 'too-large' | 'missing'): Answer => ({
    ...{ file: name, status: 'error', reason, message: say[reason], layout: null, sheet: null },
    ...{ boxes: [], notes: [], fields: [], ms: since(started) },
  });
  const bytes = await readFile(call.file(name)).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return failed(bytes.code === 'ENOENT' ? 'missing' : 'unreadable');
  const decoded = await decodePhoto(bytes);
  if (!decoded.ok) return failed(decoded.refusal);
  const photo: Photo = decoded.value;
  const reading = readSheet(photo, layouts, trained());
  const ms = since(started);
  const layout = layouts.find(({ layout }) => layout === reading.layout);
  const { status, reason, sheet } = reading;
  const cutter = cutterOf(call, name, photo, reading, written);
  const cropsOf = async (places: readonly Named[] = []) =>
    Promise.all(places.map(async (place) => ({ id: place.id, crop: await cutter(place, 0) })));
  const boxes = await Promise.all(
    reading.boxes.map(async ({ chances: _, ...box }, at) => {
      const place = layout?.boxes[at];
      return { ...box, crop: place ? await cutter(place, place.w / 2) : null };
    }),
  );
  return {
    ...{ file: name, status, reason, message: reason && say[reason], layout: reading.layout },
    sheet: sheet && { number: sheet.number, qr: layout?.qr.content ?? '', markers: sheet.markers, ...outlineOf(sheet) },
    ...{ boxes, notes: await cropsOf(layout?.notes), fields: await cropsOf(layout?.fields), ms },
  };
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}

function outlineOf({ corners, boxPixels }: NonNullable<SheetReading['sheet']>) {
  return { corners: corners.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })), boxPixels };
}

/** Writes parts of one photo as JPEG, `around` millimetres wider than the place; does nothing when no folder was named. */
function cutterOf(call: Call, name: string, photo: Photo, { sheet, layout }: SheetReading, written: Set<string>) {
  const folder = call.option('crops');
  return async ({ id, x, y, w, h }: Named, around: number): Promise<string | null> => {
    if (folder === undefined || !sheet) return null;
    const rect = { x: x - around, y: y - around, w: w + 2 * around, h: h + 2 * around };
    const crop = cropOf(photo, sheet, rect, CROP_PIXELS);
    const wanted = `${basename(name, extname(name))}-${layout}-${safe(id)}`;
    const path = join(call.file(folder), `${freeName(wanted, written)}.jpg`);
    const raw = { width: crop.w, height: crop.h, channels: 3 } as const;
    await sharp(crop.data, { raw }).jpeg({ quality: 86 }).toFile(path);
    return path;
  };
}

/** Two telephones may both have called their picture IMG_0001: the second has a number behind it. */
function freeName(wanted: string, written: Set<string>): string {
  let name = wanted;
  for (let nth = 2; written.has(name); nth += 1) name = `${wanted}-${nth}`;
  written.add(name);
  return name;
}

/** An id may hold anything that a template may. */
function safe(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
}

function sentenceOf({ file, status, message, layout, boxes }: Answer): string {
  const mark = status === 'read' ? '✔' : '✖';
  const unsure = boxes.filter(({ label }) => label === 'unsure').length;
  const seen = status === 'read' ? `${boxes.length} boxes, ${unsure} to look at` : `${status}: ${message}`;
  return `${mark} ${file}${layout ? ` (${layout})` : ''}: ${seen}`;
}

async function layoutsFrom(call: Call): Promise<readonly SheetLayout[]> {
  const name = call.option('layout');
  if (name === undefined)
    throw new WrongUse('"grobund read-sheet" needs --layout: the file beside the PDF, or its folder.');
  const path = call.file(name);
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`${unreadable(`"${name}"`, error)}.`);
  });
  if (!about.isDirectory()) return [layoutIn(name, await readFile(path, 'utf8'))];
  const files = (await readdir(path)).filter((file) => file.endsWith('.json')).sort();
  const layouts: SheetLayout[] = [];
  for (const file of files) {
    // The template may lie beside them: only what is a layout counts.
    const layout = readLayout(jsonIn(join(name, file), await readFile(join(path, file), 'utf8')));
    if (layout.ok) layouts.push(layout.value);
  }
  if (layouts.length === 0) throw new WrongUse(`"${name}" holds no layouts.`);
  return layouts;
}

function layoutIn(name: string, words: string): SheetLayout {
  const layout = readLayout(jsonIn(name, words));
  if (layout.ok) return layout.value;
  throw new WrongUse(`"${name}" is no layout of a sheet: look at ${layout.refusal.at || 'the beginning'}.`);
}

function jsonIn(name: string, words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    throw new WrongUse(`"${name}" is no JSON.`);
  }
}
