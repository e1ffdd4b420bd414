import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import type { BoxReading, Reason } from '../../engines/sheet/reading.ts';

/** What a photo of a sheet says. */
export interface PhotoRead {
  readonly status: 'read' | 'retake' | 'reject' | 'error';
  /** Null when it was read. */
  readonly reason: Reason | 'unreadable' | 'too-large' | null;
  /** The number of the sheet that it shows, as soon as that is known. */
  readonly number: number | null;
  readonly boxes: readonly BoxReading[];
  /** The sheet laid flat, without what lay around it, as JPEG; null when it was not read. */
  readonly flat: Uint8Array | null;
  /** Milliseconds of work. */
  readonly ms: number;
}

export interface Glance {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly layouts: readonly SheetLayout[];
}

export type Glanced = { readonly id: number } & ({ readonly read: PhotoRead } | { readonly problem: string });

interface Room {
  readonly worker: Worker;
  readonly waiting: Map<number, (glanced: Glanced) => void>;
}

// Reading is a second of pure CPU work, so it has a thread of its own, started at the first photo: pages go on being
// answered. It holds no state that another process must see.
let room: Room | null = null;
let glances = 0;

/**
 * Reads a photo (JPEG, PNG, WebP or HEIC) of one of these sheets. Photos are read one after the other. Throws when the
 * thread stops; a photo that cannot be read is an answer.
 */
export async function readPhoto(bytes: Uint8Array, layouts: readonly SheetLayout[]): Promise<PhotoRead> {
  room ??= openRoom();
  const { worker, waiting } = room;
  const id = ++glances;
  const glanced = await new Promise<Glanced>((resolve) => {
    waiting.set(id, resolve);
    worker.ref();
    worker.postMessage({ id, bytes, layouts } satisfies Glance);
  });
  if ('read' in glanced) return glanced.read;
  throw new Error(`Cannot read the photo: ${glanced.problem}`);
}

function openRoom(): Room {
  // The thread is plain TypeScript that Node reads as it is: it needs none of the parent's loaders.
  const worker = new Worker(join(import.meta.dirname, 'reading-room.ts'), { execArgv: [] });
  const opened: Room = { worker, waiting: new Map() };
  worker.on('message', (glanced: Glanced) => {
    opened.waiting.get(glanced.id)?.(glanced);
    opened.waiting.delete(glanced.id);
    // An idle thread must not keep the process alive.
    if (opened.waiting.size === 0) worker.unref();
  });
  const stop = (problem: string) => {
    if (room === opened) room = null;
    for (const [id, answer] of opened.waiting) answer({ id, problem });
    opened.waiting.clear();
  };
  worker.on('error', (error) => stop(`the thread stopped: ${error.message}`));
  worker.on('exit', (code) => stop(`the thread ended (${code})`));
  return opened;
}
