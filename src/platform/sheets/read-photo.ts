import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import type { BoxReading, Reason } from '../../engines/sheet/reading.ts';
import { askRoom, TOO_SLOW } from './room.ts';

/** What a photo of a sheet says. */
export interface PhotoRead {
  readonly status: 'read' | 'retake' | 'reject' | 'error';
  /** Null when it was read. */
  readonly reason: Reason | 'unreadable' | 'too-large' | 'too-slow' | null;
  /** The number of the sheet that it shows, as soon as that is known. */
  readonly number: number | null;
  readonly boxes: readonly BoxReading[];
  /** The sheet laid flat, without what lay around it, as JPEG; null when it was not read. */
  readonly flat: Uint8Array | null;
  /** Milliseconds of work. */
  readonly ms: number;
}

/** A second of work is usual; what takes so long is no photo of a sheet, whatever else it is. */
const READING_MS = 20_000;

/**
 * Reads a photo (JPEG, PNG, WebP or HEIC) of one of these sheets. Photos are read one after the other. Throws when the
 * thread stops; those of the same `whose` wait for each other. A photo that cannot be read, or not in time, is an answer.
 */
export async function readPhoto(
  bytes: Uint8Array,
  layouts: readonly SheetLayout[],
  whose = '',
  most = READING_MS,
): Promise<PhotoRead> {
  const read = await askRoom<PhotoRead>({ kind: 'read', bytes, layouts }, most, whose);
  if (read !== TOO_SLOW) return read;
  return { status: 'error', reason: 'too-slow', number: null, boxes: [], flat: null, ms: most };
}
