/// The reader's thread: takes photos one by one and answers what stands on them.
import { parentPort } from 'node:worker_threads';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import { cropOf, greyOf, type Photo } from '../../engines/sheet/photo.ts';
import { readSheet } from '../../engines/sheet/read-sheet.ts';
import type { SeenSheet } from '../../engines/sheet/reading.ts';
import { trained } from '../../engines/sheet/trained.ts';
import { decodePhoto } from '../files/photo.ts';
import { jpegOf } from './jpeg.ts';
import type { Glance, PhotoRead } from './read-photo.ts';

/** Enough to read small handwriting on A3. A larger sheet is laid flat no larger, and none larger than it was photographed. */
const LONGEST_EDGE = 2520;

parentPort?.on('message', ({ id, bytes, layouts }: Glance) => {
  read(bytes, layouts).then(
    (answer) => parentPort?.postMessage({ id, read: answer }),
    (error: unknown) =>
      parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
});

async function read(bytes: Uint8Array, layouts: readonly SheetLayout[]): Promise<PhotoRead> {
  const started = performance.now();
  const photo = await decodePhoto(bytes);
  const nothing = { number: null, boxes: [], flat: null };
  if (!photo.ok) return { ...nothing, status: 'error', reason: photo.refusal, ms: performance.now() - started };
  const { status, reason, layout, sheet, boxes } = readSheet(greyOf(photo.value), layouts, trained());
  const shown = layouts.find((one) => one.layout === layout);
  const flat = status === 'read' && sheet && shown ? await layFlat(photo.value, sheet, shown) : null;
  return { status, reason, number: sheet?.number ?? null, boxes, flat, ms: performance.now() - started };
}

async function layFlat(photo: Photo, sheet: SeenSheet, { page, boxes: [box] }: SheetLayout): Promise<Uint8Array> {
  const most = LONGEST_EDGE / Math.max(page.w, page.h);
  const photographed = box ? sheet.boxPixels / box.w : most;
  return jpegOf(cropOf(photo, sheet, { x: 0, y: 0, ...page }, Math.min(most, photographed)));
}
