import { zip } from '../../../../platform/files/zip.ts';
import { type DrawRow, listText } from '../rules/draw.ts';

/** The published list and what it takes to check it, as one package. */
export async function proofOf(draw: DrawRow): Promise<Uint8Array> {
  const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
  return zip([text('liste.csv', listText(draw.pool, draw.result?.panels ?? []))]);
}
