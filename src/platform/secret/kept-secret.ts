import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The secret of a Grobund that was given none: 64 hex digits made at the first start and kept in `secret` in the data
 * folder, readable by its owner only. Two processes that start at once get the same one.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  const kept = await read(file);
  if (kept) return kept;
  const whole = `${file}.${process.pid}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(whole, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  // A link appears whole and only once; who comes second takes the first one's.
  await link(whole, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(whole);
  return (await read(file)) as string;
}

async function read(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  return text.trim() || null;
}
