import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Raster {
  /** Red, green, blue, row by row. */
  readonly data: Uint8Array;
  readonly w: number;
  readonly h: number;
}

const MM_PER_POINT = 25.4 / 72;

/** A page of a PDF (from 1) as pixels, as a printer would set it down. For photos of our own prints: tests, training, the demo. */
export async function rasterOf(pdf: Uint8Array, page: number, pixelsPerMillimetre: number): Promise<Raster> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  try {
    const drawn = await document.getPage(page);
    const viewport = drawn.getViewport({ scale: pixelsPerMillimetre * MM_PER_POINT });
    const [w, h] = [Math.round(viewport.width), Math.round(viewport.height)];
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(w, h);
    await drawn.render({ canvas, canvasContext: context, viewport, background: '#fff' }).promise;
    const { data: pixels } = context.getImageData(0, 0, w, h);
    const data = new Uint8Array(w * h * 3);
    for (let at = 0, from = 0; at < data.length; at += 3, from += 4) {
      data[at] = pixels[from] as number;
      data[at + 1] = pixels[from + 1] as number;
      data[at + 2] = pixels[from + 2] as number;
    }
    return { data, w, h };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** What pdf.js brings along to draw on outside a browser. */
interface CanvasFactory {
  create(w: number, h: number): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
}
