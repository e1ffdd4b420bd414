import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unsealed } from './seal.ts';
import { BackupUnreadable } from './unreadable.ts';

/**
 * A backup is one gzip stream: the line "GROBUND-BACKUP 1", then frames. A frame is one letter, the length of what
 * follows (32 bits, big-endian), and that many bytes.
 *
 *     M  manifest, JSON: when, of what program, with which migrations
 *     T  a table begins, JSON: schema, name, columns
 *     D  its rows, in PostgreSQL's text format for COPY, cut anywhere
 *     E  the table ends, JSON: number of rows, SHA-256 of all its D bytes
 *     Z  the backup ends, JSON: number of tables and rows, and where the sequences stand
 *
 * A file without Z was cut off; `grobund restore` does not touch the database before it has seen Z. A sealed backup is this
 * stream within another (`seal.ts`).
 */
export type FrameKind = 'M' | 'T' | 'D' | 'E' | 'Z';

export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

const MAGIC = Buffer.from('GROBUND-BACKUP 1\n');
const HEADER = 5;
/** Rows are read piece by piece, so that a frame of them may be longer than the memory of whoever reads. */
const LONGEST_ROWS = 2 ** 30;
const LONGEST_OTHER = 2 ** 24;
const PIECE = 2 ** 20;

/** First bytes of the stream. */
export function magic(): Buffer {
  return MAGIC;
}

/** A frame as bytes. `content` that is not bytes is written as JSON. */
export function frame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const header = Buffer.alloc(HEADER);
  header.write(kind, 0, 'latin1');
  header.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([header, bytes]);
}

/** A backup on disk, and what opens it where it is sealed. */
export interface BackupFile {
  readonly path: string;
  readonly key: string | null;
}

/** The frames of a backup file, in order; a long one of rows comes as several. Throws `BackupUnreadable`. */
export async function* readFrames(file: BackupFile): AsyncGenerator<Frame> {
  const bytes = take(file);
  await bytes.next();
  const start = await pull(bytes, MAGIC.length);
  if (!start?.equals(MAGIC)) throw new BackupUnreadable('This is not a backup of Grobund');
  for (;;) {
    const header = await pull(bytes, HEADER);
    if (!header) throw new BackupUnreadable('The backup is cut off: its end is missing');
    const kind = header.toString('latin1', 0, 1) as FrameKind;
    const length = header.readUInt32BE(1);
    if (!'MTDEZ'.includes(kind) || length > (kind === 'D' ? LONGEST_ROWS : LONGEST_OTHER))
      throw new BackupUnreadable('The backup is damaged');
    for (let left = length; left > 0; ) {
      const content = await pull(bytes, kind === 'D' ? Math.min(left, PIECE) : left);
      if (!content) throw new BackupUnreadable('The backup is cut off: its end is missing');
      yield { kind, bytes: content };
      left -= content.length;
    }
    if (kind !== 'Z') continue;
    // To the last byte, so that a file that was cut or added to behind its end is known as well.
    if (await pull(bytes, 1)) throw new BackupUnreadable('The backup is damaged: it goes on after its end');
    return;
  }
}

type Bytes = AsyncGenerator<Buffer | null, null, number>;

async function pull(bytes: Bytes, length: number): Promise<Buffer | null> {
  const { value } = await bytes.next(length);
  return value ?? null;
}

/** Asked for a number of bytes, gives exactly as many; null when the file has no more. */
async function* take({ path, key }: BackupFile): Bytes {
  const file = createReadStream(path);
  const stream = createGunzip();
  // Whatever goes wrong on the way ends the last of them with it, which is the one that is read.
  pipeline(Readable.from(unsealed(file, key)), stream, () => undefined);
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer[] = [];
  let size = 0;
  let wanted = yield null;
  try {
    for (;;) {
      while (size < wanted) {
        const { value, done } = await chunks.next();
        if (done) return null;
        held.push(value);
        size += value.length;
      }
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
      const rest = all.subarray(wanted);
      held = [rest];
      size = rest.length;
      wanted = yield all.subarray(0, wanted);
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    file.destroy();
  }
}

function unreadable(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_DATA_ERROR') return new BackupUnreadable('This is not a backup of Grobund, or it is damaged');
  if (code === 'ENOENT') return new BackupUnreadable(`There is no file ${(error as NodeJS.ErrnoException).path}`);
  if (code === 'Z_BUF_ERROR') return new BackupUnreadable('The backup is cut off: its end is missing');
  return error;
}
