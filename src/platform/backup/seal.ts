import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { BackupUnreadable } from './unreadable.ts';

/**
 * A sealed backup is what a plain one is, encrypted with a key that only its owners have:
 *
 *     the line "GROBUND-SEALED 1"
 *     16 bytes of salt
 *     32 bytes: HMAC-SHA-256 of the line and the salt, so that a wrong key is known as such
 *     pieces: 64 KiB each, the last one shorter (it may be empty), each with its tag of 16 bytes (AES-256-GCM)
 *
 * The key is made of the passphrase by scrypt (N 2^15, r 8, p 1: some 100 ms and 32 MB) with the file's own salt, so no two
 * files share one. The nonce of a piece is its number (11 bytes) and whether it is the last (1 byte), as in age
 * (https://age-encryption.org/v1, "Payload"; Hoang, Reyhanitabar, Rogaway, Vizár: STREAM, CRYPTO 2015): what is altered,
 * moved, left out, added or cut off does not open.
 */
const LINE = Buffer.from('GROBUND-SEALED 1\n');
const SALT = 16;
const MAC = 32;
const PIECE = 64 * 1024;
const TAG = 16;
const KEY = 32;
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

interface Keys {
  readonly content: Buffer;
  readonly head: Buffer;
}

/** The bytes of a plain backup as those of a sealed one. */
export async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const keys = await keysOf(passphrase, salt);
  yield Buffer.concat([LINE, salt, macOf(keys, salt)]);
  let number = 0;
  for await (const { bytes, last } of pieces(plain, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', keys.content, nonceOf(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * The bytes of a backup file, unsealed where it is sealed. Throws `BackupUnreadable` when there is no passphrase, when it
 * is the wrong one, when there is one and the file is not sealed (anybody could have written that file), and at the first piece that is not as it was written; what came before that piece is genuine.
 */
export async function* unsealed(file: AsyncIterable<Buffer>, passphrase: string | null): AsyncGenerator<Buffer> {
  const head = new Head(file[Symbol.asyncIterator]());
  if (!(await head.startsWith(LINE))) {
    if (passphrase) {
      throw new BackupUnreadable(
        'The backup is not sealed, though a key is set: somebody may have put it in the place of a sealed one. ' +
          'If you know where it is from, take GROBUND_BACKUP_KEY away for this once',
      );
    }
    yield* head.rest();
    return;
  }
  if (!passphrase) {
    throw new BackupUnreadable('The backup is sealed: set GROBUND_BACKUP_KEY to the key that it was written with');
  }
  const opening = await head.take(LINE.length + SALT + MAC);
  if (!opening) throw new BackupUnreadable('The backup is cut off: its end is missing');
  const salt = opening.subarray(LINE.length, LINE.length + SALT);
  const keys = await keysOf(passphrase, salt);
  if (!timingSafeEqual(macOf(keys, salt), opening.subarray(LINE.length + SALT))) {
    throw new BackupUnreadable('The key does not fit this backup: it was sealed with another GROBUND_BACKUP_KEY');
  }
  let number = 0;
  for await (const { bytes, last } of pieces(head.rest(), PIECE + TAG)) {
    yield opened(bytes, keys, nonceOf(number, last));
    number += 1;
  }
}

function opened(bytes: Buffer, keys: Keys, nonce: Buffer): Buffer {
  if (bytes.length < TAG) throw new BackupUnreadable('The backup is cut off: its end is missing');
  const decipher = createDecipheriv('aes-256-gcm', keys.content, nonce);
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
  } catch {
    throw new BackupUnreadable('The backup is damaged or cut off: a piece is not as it was written');
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function macOf({ head }: Keys, salt: Buffer): Buffer {
  return createHmac('sha256', head).update(LINE).update(salt).digest();
}

async function keysOf(passphrase: string, salt: Buffer): Promise<Keys> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 2 * KEY, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
  return { content: bytes.subarray(0, KEY), head: bytes.subarray(KEY) };
}

/** Pieces of just `size` bytes; the last is shorter, and may be empty. */
async function* pieces(bytes: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    let whole = Buffer.concat(held);
    for (; whole.length >= size; whole = whole.subarray(size)) yield { bytes: whole.subarray(0, size), last: false };
    held = [whole];
    length = whole.length;
  }
  yield { bytes: Buffer.concat(held), last: true };
}

/** The beginning of a file, looked at before anybody knows what it is. */
class Head {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterator<Buffer>) {
    this.#chunks = chunks;
  }

  async startsWith(line: Buffer): Promise<boolean> {
    await this.#fill(line.length);
    return this.#held.subarray(0, line.length).equals(line);
  }

  /** Null when there is not as much. */
  async take(length: number): Promise<Buffer | null> {
    await this.#fill(length);
    if (this.#held.length < length) return null;
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async *rest(): AsyncGenerator<Buffer> {
    yield this.#held;
    for (;;) {
      const { value, done } = await this.#chunks.next();
      if (done) return;
      yield value;
    }
  }

  async #fill(length: number): Promise<void> {
    while (this.#held.length < length) {
      const { value, done } = await this.#chunks.next();
      if (done) return;
      this.#held = Buffer.concat([this.#held, value]);
    }
  }
}
