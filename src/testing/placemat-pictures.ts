import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { SheetLayout } from '../engines/sheet/layout-json.ts';

/** A box is then 50 pixels wide, as in a picture of some 1.5 megapixels. */
const PIXELS_PER_MILLIMETRE = 3.2;
const MM_PER_POINT = 25.4 / 72;

/** A page of the product's own PDF, from 0, and what is written into its boxes. */
export interface FilledIn {
  readonly at: number;
  readonly layout: SheetLayout;
  readonly marks: Readonly<Record<string, 'V' | 'X'>>;
}

/** The printed pages as somebody filled them in and photographed them from above, on a table: JPEG. */
export async function photosOfPrint(pdf: Uint8Array, pages: readonly FilledIn[]): Promise<readonly Buffer[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const printed = await loading.promise;
  const photos: Buffer[] = [];
  for (const page of pages) {
    const proxy = await printed.getPage(page.at + 1);
    const viewport = proxy.getViewport({ scale: PIXELS_PER_MILLIMETRE * MM_PER_POINT });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    const { width, height } = canvas;
    const pixels = Buffer.from(canvas.getContext('2d').getImageData(0, 0, width, height).data);
    photos.push(await onTable(pixels, { width, height }, inkOf(page)));
  }
  await loading.destroy();
  return photos;
}

/** The marks as a picture of the page's size. */
function inkOf({ layout: { boxes, page }, marks }: FilledIn): Buffer {
  const strokes = boxes.flatMap(({ id, x, y, w, h }) => {
    const [left, right, top, bottom] = [x + w * 0.2, x + w * 0.8, y + h * 0.2, y + h * 0.8];
    if (marks[id] === 'V') return `M${left} ${top} L${x + w * 0.45} ${bottom} L${right} ${y + h * 0.14}`;
    return marks[id] === 'X' ? `M${left} ${top} L${right} ${bottom} M${right} ${top} L${left} ${bottom}` : [];
  });
  const line = 'fill="none" stroke="#20306a" stroke-width="0.9" stroke-linecap="round"';
  const size = `width="${Math.round(page.w * PIXELS_PER_MILLIMETRE)}" viewBox="0 0 ${page.w} ${page.h}"`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="${strokes.join(' ')}" ${line}/></svg>`);
}

async function onTable(
  pixels: Buffer,
  size: { readonly width: number; readonly height: number },
  ink: Buffer,
): Promise<Buffer> {
  const raw = { ...size, channels: 4 } as const;
  const sheet = sharp(pixels, { raw })
    .composite([{ input: ink }])
    .removeAlpha();
  const filled = await sheet.raw().toBuffer();
  return sharp(filled, { raw: { ...size, channels: 3 } })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#8a6a4a' })
    .jpeg({ quality: 85 })
    .toBuffer();
}
