/// The reader's thread: takes photos one by one and answers what stands on them.
import { parentPort } from 'node:worker_threads';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import { cropOf, greyOf } from '../../engines/sheet/photo.ts';
import { readSheet } from '../../engines/sheet/read-sheet.ts';
import { trained } from '../../engines/sheet/trained.ts';
import { decodePhoto } from '../files/photo.ts';
import { jpegOf } from './jpeg.ts';
import type { Glance, PhotoRead } from './read-photo.ts';

/** Enough to read small handwriting on A3; a larger sheet is laid flat no larger. */
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
  const page = layouts.find((one) => one.layout === layout)?.page;
  const flat =
    status === 'read' && sheet && page
      ? await jpegOf(cropOf(photo.value, sheet, { x: 0, y: 0, ...page }, LONGEST_EDGE / Math.max(page.w, page.h)))
      : null;
  return { status, reason, number: sheet?.number ?? null, boxes, flat, ms: performance.now() - started };
}
