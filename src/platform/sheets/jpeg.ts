import sharp from 'sharp';
import type { Photo } from '../../engines/sheet/photo.ts';

const QUALITY = 84;

/** Pixels as a JPEG, without anything a camera could have put in. */
export async function jpegOf({ data, channels, w, h }: Photo): Promise<Uint8Array> {
  const picture = sharp(data, { raw: { width: w, height: h, channels } });
  return picture.jpeg({ quality: QUALITY }).toBuffer();
}
