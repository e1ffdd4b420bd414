import assert from 'node:assert/strict';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readDate, readNumber } from '../../kernel/written-values.ts';
import { readTable } from './read-table.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))));
}

async function cells(bytes: Uint8Array): Promise<string[][]> {
  const read = await readTable(bytes);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value.rows.map((row) => [...row.cells]);
}

const ADDRESSES = 'Lejemål;Adresse\r\n1;Ærøgade 2\r\n2;Ålevej 3\r\n';

for (const [name, bytes] of [
  ['UTF-8', utf8(ADDRESSES)],
  ['UTF-8 with BOM', utf8(`\ufeff${ADDRESSES}`)],
  ['Windows-1252', windows1252(ADDRESSES)],
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(ADDRESSES, 'utf16le')])],
  ['comma', utf8(ADDRESSES.replaceAll(';', ','))],
  ['tab', utf8(ADDRESSES.replaceAll(';', '\t'))],
  ['old line ends', utf8(ADDRESSES.replaceAll('\r\n', '\n'))],
  ['a declared separator', utf8(`sep=;\r\n${ADDRESSES}`)],
] as const) {
  test(`a file in ${name} reads the same`, async () => {
    assert.deepEqual(await cells(bytes), [
      ['Lejemål', 'Adresse'],
      ['1', 'Ærøgade 2'],
      ['2', 'Ålevej 3'],
    ]);
  });
}

test('quoted line ends, quotes and separators stay in their cell', async () => {
  assert.deepEqual(await cells(utf8('a;b\n"to\nlinjer";"sagde ""hej"", og; gik"\n')), [
    ['a', 'b'],
    ['to\nlinjer', 'sagde "hej", og; gik'],
  ]);
});

test('a comma in an address does not win over the semicolons between the columns', async () => {
  assert.deepEqual((await cells(utf8('nr;adresse\n1;Vej 1, 2. tv, 8000\n2;Vej 1, 2. th, 8000\n')))[1], [
    '1',
    'Vej 1, 2. tv, 8000',
  ]);
});

test('rows keep the numbers they have in the file', async () => {
  const read = await readTable(utf8('sep=;\na;b\n\n1;2\n'));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.rows.map((row) => row.number),
    [2, 4],
  );
});

test('what is no table is refused', async () => {
  assert.deepEqual(await readTable(utf8('')), { ok: false, refusal: 'empty' });
  assert.deepEqual(await readTable(utf8(' \n;;\n')), { ok: false, refusal: 'empty' });
  assert.deepEqual(await readTable(new Uint8Array([0x89, 0x50, 0, 0, 1, 2])), { ok: false, refusal: 'unreadable' });
  assert.deepEqual(await readTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), { ok: false, refusal: 'unreadable' });
});

test('a workbook that would fill the memory is refused before it is unpacked', async () => {
  const book = await writeXlsx('Ark', [['a'], ['b']]);
  const bytes = Uint8Array.from(book);
  const view = new DataView(bytes.buffer);
  const directory = bytes.findIndex((_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50);
  view.setUint32(directory + 24, 0xf0000000, true);
  assert.deepEqual(await readTable(bytes), { ok: false, refusal: 'too_big' });
});

test('a workbook that lies about its size, or has one cell far down and far out, is refused', async () => {
  const sheet = (rows: string) => `<worksheet><sheetData><row r="1"/>${rows}</sheetData></worksheet>`;
  const far = (row: string, cell: string) => sheet(`<row r="${row}"><c r="${cell}"><v>1</v></c></row>`);
  const bombs = {
    corner: far('1048576', 'XFD1048576'),
    endless: far('1e300', 'A2'),
    encoded: far('&#57;99999999', 'A2'),
    spread: sheet('<row\n\tr = "999999999"/>'),
    apostrophes: sheet("<row r='999999999'/>"),
    zeros: sheet(' '.repeat(201_000_000)),
  };
  for (const [name, xml] of Object.entries(bombs)) {
    assert.deepEqual(await readTable(bookWith(xml)), { ok: false, refusal: 'too_big' }, name);
  }
});

test('a crafted workbook is refused within its ten seconds, and meanwhile the process answers others', async () => {
  const cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>';
  const cells = cell.repeat(Math.floor(180_000_000 / cell.length));
  const bytes = zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`,
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const began = performance.now();
  assert.deepEqual(await readTable(bytes), { ok: false, refusal: 'unreadable' });
  const took = performance.now() - began;
  delay.disable();
  assert.ok(took < 13_000, `${took} ms`);
  assert.ok(delay.max < 1e9, `others waited ${delay.max / 1e6} ms`);
  assert.ok((await readTable(await writeXlsx('Ark', [['a'], ['b']]))).ok, 'the next workbook is read');
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A ZIP with one packed sheet that claims to be small. */
const bookWith = (xml: string) => zipOf({ 'xl/worksheets/sheet1.xml': xml });

/** A ZIP whose parts claim to be small. */
function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(text, { level: 1 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, name, packed);
    directory.push(entry, name);
    at += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}

test('a workbook says the same as the CSV, with numbers as Danes write them', async () => {
  const rows = [
    ['Lejemål', 'Areal'],
    ['001', 78.5],
    ['Ærø', 1234],
  ];
  assert.deepEqual(await cells(await writeXlsx('Lejemål: 1/2', rows)), [
    ['Lejemål', 'Areal'],
    ['001', '78,5'],
    ['Ærø', '1234'],
  ]);
  assert.deepEqual(await cells(utf8(writeCsv(rows))), [
    ['Lejemål', 'Areal'],
    ['001', '78,5'],
    ['Ærø', '1234'],
  ]);
});

test('no cell that we write can run as a formula', () => {
  for (const evil of ['=1+1', '+45', '-2', '@SUM(A1)', '\t=1', ' =cmd|x']) {
    assert.match(writeCsv([['h'], [evil]]), /'/, evil);
  }
  assert.equal(writeCsv([['h'], [-2]]), '\ufeffh\r\n-2\r\n');
});

test('whatever is written can be read again', async () => {
  const letters = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.replaceAll('\u0000', '')}x`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(letters, letters), { minLength: 1, maxLength: 8 }), async (rows) => {
      const read = await cells(utf8(writeCsv([['a', 'b'], ...rows])));
      assert.deepEqual(
        read.slice(1),
        rows.map((row) => [...row]),
      );
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('numbers and days are read as Danes write them', () => {
  assert.deepEqual(
    ['1.234,50', '78,5', '78.5', '1.234', '1 234', '78 m²', '-3', 'tre', '1,2,3', '1.23.4', ''].map(readNumber),
    [1234.5, 78.5, 78.5, 1234, 1234, 78, -3, null, null, null, null],
  );
  assert.deepEqual(
    [
      '2026-02-01',
      '01-02-2026',
      '1.2.2026',
      '01/02/2026',
      '20260201',
      '2026-02-01 00:00:00',
      '31-02-2026',
      'i går',
    ].map(readDate),
    ['2026-02-01', '2026-02-01', '2026-02-01', '2026-02-01', '2026-02-01', '2026-02-01', null, null],
  );
});
