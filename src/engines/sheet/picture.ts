import { type Grey, halved } from './grey.ts';
import { greyOf, type Photo } from './photo.ts';

/** A picture in grey and its halvings, the finest first. */
export type Pyramid = readonly Grey[];

/** A photo as the reader works with it. */
export interface Picture {
  readonly photo: Photo;
  readonly pyramid: Pyramid;
}

export function pictureOf(photo: Photo): Picture {
  return { photo, pyramid: pyramidOf(greyOf(photo)) };
}

export function pyramidOf(picture: Grey): Pyramid {
  const levels = [picture];
  for (let level = picture; Math.min(level.w, level.h) > 200; ) {
    level = halved(level);
    levels.push(level);
  }
  return levels;
}
