import type { Id } from '../../kernel/id.ts';
import { type Outcome, ok } from '../../kernel/outcome.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { type FileRefusal, saveFile, type Upload } from './files.ts';

/** Of what is sent; a telephone's picture is 3 to 8 MB. */
export const MOST_PICTURE_BYTES = 12 * 1024 * 1024;
/** Longest side in pixels. */
const EDGES = { large: 1600, small: 480 } as const;

/** Takes a picture that people show each other, without the camera's place and time: large, and small for lists. */
export async function saveInTwoSizes(
  tx: TenantDb,
  picture: Pick<Upload, 'bytes' | 'name' | 'purpose'>,
): Promise<Outcome<{ readonly large: Id<'file'>; readonly small: Id<'file'> }, FileRefusal>> {
  const { bytes, name, purpose } = picture;
  const keep = (longestEdge: number) =>
    saveFile(tx, {
      ...{ bytes, name, purpose, maxBytes: MOST_PICTURE_BYTES },
      allow: ['jpeg', 'png', 'webp', 'heic'],
      pictures: { longestEdge },
    });
  const large = await keep(EDGES.large);
  if (!large.ok) return large;
  const small = await keep(EDGES.small);
  return small.ok ? ok({ large: large.value.id, small: small.value.id }) : small;
}
