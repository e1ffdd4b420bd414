import type { SheetLayout } from '../../../engines/sheet/layout-json.ts';
import { readSheet } from '../../../engines/sheet/read-sheet.ts';
import type { Reason } from '../../../engines/sheet/reading.ts';
import { trained } from '../../../engines/sheet/trained.ts';

/** What a telephone sees in a picture. `sure` of `all` boxes are plainly empty, V or X. */
export type Look =
  | { readonly kind: 'read'; readonly layout: string | null; readonly sure: number; readonly all: number }
  | { readonly kind: 'no'; readonly layout: string | null; readonly reason: Reason };

/** Enough to see every box by, and quick on an old telephone. */
const LONGEST_EDGE = 2200;

/** Reads a picture where it is taken; it leaves the telephone only when it is sent. Rejects what the browser cannot open. */
export async function lookAt(file: Blob, layouts: readonly SheetLayout[]): Promise<Look> {
  const { data, width, height } = await pixelsOf(file);
  const read = readSheet({ data, channels: 4, w: width, h: height }, layouts, trained());
  const { layout, boxes } = read;
  if (read.status !== 'read') return { kind: 'no', layout, reason: read.reason ?? 'not-found' };
  return { kind: 'read', layout, sure: boxes.filter(({ label }) => label !== 'unsure').length, all: boxes.length };
}

async function pixelsOf(file: Blob): Promise<ImageData> {
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_EDGE / Math.max(whole.width, whole.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(whole.width * scale);
  canvas.height = Math.round(whole.height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('Cannot draw: this browser has no canvas');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
