import { crc32 } from 'node:zlib';

/** One file of a package. Names are kept as UTF-8; `/` makes a folder. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
/** Noon on 1 January 1980: the first day that the format knows. The package is the same each time it is made. */
const DOS_DATE = 33;
const VERSION = 20;

/** A ZIP without compression (PKWARE APPNOTE 6.3, method 0): PDF is packed already. At most 65,535 files and 4 GB. */
export function zip(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const called = Buffer.from(name, 'utf8');
    const about = describe(bytes, called.length);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(LOCAL);
    parts.push(head, about, called, Buffer.from(bytes));
    directory.push(entry(about, offset), called);
    offset += 30 + called.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** The 26 bytes that stand both before the file and in the directory. */
function describe(bytes: Uint8Array, nameLength: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(UTF8, 2);
  about.writeUInt16LE(DOS_DATE, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(nameLength, 22);
  return about;
}

function entry(about: Buffer, offset: number): Buffer {
  const row = Buffer.alloc(46);
  row.writeUInt32LE(CENTRAL, 0);
  row.writeUInt16LE(VERSION, 4);
  about.copy(row, 6);
  row.writeUInt32LE(offset, 42);
  return row;
}
