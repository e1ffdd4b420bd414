import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Outcome, refused } from '../../kernel/outcome.ts';
import type { TableRow } from './rows.ts';

/** What the worker says, once. */
export type XlsxAnswer = Outcome<TableRow[], 'unreadable' | 'too_big'>;

const TIME_LIMIT_MS = 10_000;
const MOST_HEAP_MB = 256;

/** One workbook at a time: many of them wait, and take no more memory than one. */
let before: Promise<unknown> = Promise.resolve();

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The first sheet, row by row, without the empty rows. Read in a thread of its own, which is ended after ten seconds (from
 * its turn on) or 256 MB of heap; such a workbook is `unreadable`.
 */
export function readXlsx(bytes: Uint8Array): Promise<XlsxAnswer> {
  const mine = before.then(() => readInWorker(bytes));
  before = mine.catch(() => {});
  return mine;
}

async function readInWorker(bytes: Uint8Array): Promise<XlsxAnswer> {
  const worker = new Worker(join(import.meta.dirname, 'xlsx-worker.ts'), {
    workerData: bytes,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 32 },
  });
  const late = Promise.withResolvers<XlsxAnswer>();
  const timer = setTimeout(() => late.resolve(refused('unreadable')), TIME_LIMIT_MS);
  const answer = new Promise<XlsxAnswer>((resolve) => {
    worker.on('message', resolve);
    worker.on('error', () => resolve(refused('unreadable')));
    worker.on('exit', () => resolve(refused('unreadable')));
  });
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
