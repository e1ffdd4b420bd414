import readXlsxFile from 'read-excel-file/node';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

const MOST_UNPACKED = 200_000_000;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The first sheet, row by row. */
export async function readXlsx(bytes: Uint8Array): Promise<Outcome<string[][], 'unreadable' | 'too_big'>> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return refused('unreadable');
  if (unpacked > MOST_UNPACKED) return refused('too_big');
  try {
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    return ok((sheet?.data ?? []).map((row) => row.map(cellText)));
  } catch {
    return refused('unreadable');
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}

/**
 * The sum of sizes in the ZIP's directory (APPNOTE.TXT 4.3.12), or null when it has none: small files can hold terabytes
 * of zeros.
 */
function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}
