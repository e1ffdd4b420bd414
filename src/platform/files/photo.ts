import sharp from 'sharp';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

/** A photo as pixels: red, green, blue, row by row, turned as the camera was held. */
export interface DecodedPhoto {
  readonly data: Uint8Array;
  readonly channels: 3;
  readonly w: number;
  readonly h: number;
}

/** A small file can unfold to far more; no telephone makes a larger picture in one piece. */
const MOST_PIXELS = 60_000_000;
/** Nothing is read better in a picture that is larger. */
const LONGEST_EDGE = 4_800;

/** JPEG, PNG, WebP, AVIF, TIFF by `sharp`, HEIC by libheif. What is cut off is refused, not read in part. */
export async function decodePhoto(
  bytes: Uint8Array,
  mostPixels = MOST_PIXELS,
): Promise<Outcome<DecodedPhoto, 'unreadable' | 'too-large'>> {
  try {
    if (isHeic(bytes)) return await decodeHeic(bytes, mostPixels);
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return refused('too-large');
    return ok(await pixelsOf(sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' }).autoOrient()));
  } catch {
    return refused('unreadable');
  }
}

async function pixelsOf(picture: ReturnType<typeof sharp>): Promise<DecodedPhoto> {
  const { data, info } = await picture
    .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${info.channels} channels`);
  return { data, channels: 3, w: info.width, h: info.height };
}

/** ISO 23008-12: the brands of pictures that HEVC packs. AVIF has its own, and `sharp` reads it. */
function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 40)).toString('latin1');
  return head.startsWith('ftyp', 4) && !head.includes('avif') && /heic|heix|hevc|hevx|mif1|msf1/.test(head.slice(8));
}

/** libheif is several megabytes of WebAssembly: it is loaded at the first such file. It turns the picture itself. */
async function decodeHeic(
  bytes: Uint8Array,
  mostPixels: number,
): Promise<Outcome<DecodedPhoto, 'unreadable' | 'too-large'>> {
  const { default: decode } = await import('heic-decode');
  const pictures = await decode.all({ buffer: bytes });
  try {
    const [picture] = pictures;
    if (!picture) return refused('unreadable');
    if (picture.width * picture.height > mostPixels) return refused('too-large');
    const { data, width, height } = await picture.decode();
    return ok(await pixelsOf(sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels })));
  } finally {
    pictures.dispose();
  }
}
