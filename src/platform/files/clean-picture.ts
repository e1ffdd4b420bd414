import sharp from 'sharp';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { FileKind } from './kinds.ts';
import { bareOfWords } from './png.ts';

export type Picture = Extract<FileKind, 'jpeg' | 'png' | 'webp'>;

export const PICTURES: readonly FileKind[] = ['jpeg', 'png', 'webp', 'heic'];

const MOST_PIXELS = 50_000_000;
/** What a pixel may weigh, in bytes: four channels of eight bits. With sixteen a picture may have half as many. */
const PIXEL_WEIGHT = 4;
const QUALITY = 86;

export interface PictureLimits {
  /** Width times height; 50 million unless said. A small file can unfold to far more. */
  readonly mostPixels?: number;
  /** Made smaller until the longer edge is at most so many pixels. */
  readonly longestEdge?: number;
}

/**
 * Writes the picture anew: turned as the camera was held, without place, time, names and previews that cameras put in,
 * and without anything that only posed as a picture.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  kind: Picture,
  { mostPixels = MOST_PIXELS, longestEdge }: PictureLimits = {},
): Promise<Outcome<Uint8Array, 'picture_broken' | 'picture_too_many_pixels'>> {
  try {
    const plain = kind === 'png' ? bareOfWords(bytes) : bytes;
    const { width, height, channels, depth } = await sharp(plain, { limitInputPixels: false }).metadata();
    const weight = Math.max(1, (channels * (depth === 'uchar' ? 1 : 2)) / PIXEL_WEIGHT);
    if (width * height * weight > mostPixels) return refused('picture_too_many_pixels');
    const picture = sharp(plain, { limitInputPixels: mostPixels, failOn: 'truncated' }).rotate();
    if (longestEdge) picture.resize(longestEdge, longestEdge, { fit: 'inside', withoutEnlargement: true });
    return ok(await picture.toFormat(kind, kind === 'png' ? {} : { quality: QUALITY }).toBuffer());
  } catch {
    return refused('picture_broken');
  }
}
