import type { Examples } from '../../../../ui/gallery/example.ts';
import { afterwards } from './afterwards.tsx';
import { answering } from './answering.tsx';
import { atTheTables } from './at-the-tables.tsx';
import { running } from './running.tsx';

/** Workshops: none, one, many, refused, and a long word. */
export const workshopsGallery: Examples = (language) => [
  ...running(language),
  ...answering(language),
  ...atTheTables(language),
  ...afterwards(language),
];
