/// The thread of the sheets: takes photos one by one, makes them clean or answers what stands on them.
import { parentPort } from 'node:worker_threads';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import { cropOf, type Photo } from '../../engines/sheet/photo.ts';
import { readSheet } from '../../engines/sheet/read-sheet.ts';
import type { SeenSheet } from '../../engines/sheet/reading.ts';
import { trained } from '../../engines/sheet/trained.ts';
import { decodePhoto } from '../files/photo.ts';
import { cleanHere } from './clean-photo.ts';
import { jpegOf } from './jpeg.ts';
import type { PhotoRead } from './read-photo.ts';
import type { Answered, Task } from './room.ts';

/** Enough to read small handwriting on A3. A larger sheet is laid flat no larger, and none larger than it was photographed. */
const LONGEST_EDGE = 2520;

const say = (answered: Answered) => parentPort?.postMessage(answered);

parentPort?.on('message', (task: Task) => {
  const work: Promise<unknown> =
    task.kind === 'read' ? read(task.bytes, task.layouts) : cleanHere(task.bytes, task.name, task.longestEdge);
  work.then(
    (answer) => say({ answer }),
    (error: unknown) => say({ problem: error instanceof Error ? error.message : String(error) }),
  );
});

async function read(bytes: Uint8Array, layouts: readonly SheetLayout[]): Promise<PhotoRead> {
  const started = performance.now();
  const photo = await decodePhoto(bytes);
  const nothing = { number: null, boxes: [], flat: null };
  if (!photo.ok) return { ...nothing, status: 'error', reason: photo.refusal, ms: performance.now() - started };
  const { status, reason, layout, sheet, boxes } = readSheet(photo.value, layouts, trained());
  const shown = layouts.find((one) => one.layout === layout);
  const flat = status === 'read' && sheet && shown ? await layFlat(photo.value, sheet, shown) : null;
  return { status, reason, number: sheet?.number ?? null, boxes, flat, ms: performance.now() - started };
}

async function layFlat(photo: Photo, sheet: SeenSheet, { page, boxes: [box] }: SheetLayout): Promise<Uint8Array> {
  const most = LONGEST_EDGE / Math.max(page.w, page.h);
  const photographed = box ? sheet.boxPixels / box.w : most;
  return jpegOf(cropOf(photo, sheet, { x: 0, y: 0, ...page }, Math.min(most, photographed)));
}
