import { promisify } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRaw } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { ok, refused } from '../../kernel/outcome.ts';
import type { XlsxAnswer } from './read-xlsx.ts';
import { filledRows } from './rows.ts';

const MOST_UNPACKED = 200_000_000;
/** Fifty thousand homes in two hundred columns. */
const MOST_CELLS = 10_000_000;

/*
 * One workbook, in a thread of its own: how long it takes and what it holds is up to whoever made the file, so that
 * `read-xlsx.ts` ends this thread when it is too much. `workerData`: the bytes of the file.
 */
/** The first sheet: its rows with something in them. */
async function read(bytes: Uint8Array): Promise<XlsxAnswer> {
  const problem = await problemIn(bytes);
  if (problem) return refused(problem);
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  return ok(filledRows((sheet?.data ?? []).map((row) => row.map(cellText))));
}

/** Small files can hold terabytes of zeros, whatever size they claim, or one cell a billion rows down. */
async function problemIn(bytes: Uint8Array): Promise<'unreadable' | 'too_big' | null> {
  const parts = partsOf(bytes);
  if (!parts) return 'unreadable';
  if (parts.reduce((sum, part) => sum + part.claimed, 0) > MOST_UNPACKED) return 'too_big';
  let left = MOST_UNPACKED;
  for (const part of parts) {
    const content = part.packed ? await unpack(part.bytes, left) : part.bytes;
    if (!content || content.length > left) return 'too_big';
    left -= content.length;
    if (part.isSheet && cellsIn(Buffer.from(content).toString('latin1')) > MOST_CELLS) return 'too_big';
  }
  return null;
}

const inflate = promisify(inflateRaw);

/** Null when it is more than that. */
function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  return inflate(bytes, { maxOutputLength: Math.max(1, most) }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    return null;
  });
}

const PLACE = ' r="';
/** The same, as no program writes it: not looked through, so not let through. */
const ODD_PLACE = /[\t\r\n]r\s*=|\sr\s+=|\sr=[^"]/;
const [A, Z, ZERO, NINE, QUOTE] = [65, 90, 48, 57, 34];

/** How many cells lie between the first and the last one (`r="AB7"`), the empty ones too: the reader makes them all. */
function cellsIn(xml: string): number {
  if (ODD_PLACE.test(xml)) return Number.POSITIVE_INFINITY;
  let rows = 1;
  let columns = 1;
  for (let at = xml.indexOf(PLACE); at >= 0; at = xml.indexOf(PLACE, at)) {
    let [row, column] = [0, 0];
    at += PLACE.length;
    for (let code = xml.charCodeAt(at); code !== QUOTE; code = xml.charCodeAt(++at)) {
      if (code >= A && code <= Z) column = column * 26 + code - A + 1;
      else if (code >= ZERO && code <= NINE) row = row * 10 + code - ZERO;
      else return Number.POSITIVE_INFINITY;
    }
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return rows * columns;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}

interface Part {
  readonly isSheet: boolean;
  readonly packed: boolean;
  /** As it lies in the file. */
  readonly bytes: Uint8Array;
  /** What it says that it unpacks to. */
  readonly claimed: number;
}

/** What the ZIP's directory names (APPNOTE.TXT 4.3.12), or null when it has none. */
function partsOf(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const parts: Part[] = [];
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('latin1');
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.push({
      isSheet: /worksheets\/[^/]+\.xml$/i.test(name),
      packed: view.getUint16(at + 10, true) !== 0,
      bytes: bytes.subarray(from, from + view.getUint32(at + 20, true)),
      claimed: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

parentPort?.postMessage(await read(workerData as Uint8Array).catch(() => refused('unreadable')));
