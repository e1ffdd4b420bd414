import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { letter, lyngbakken, minutes, report } from './samples.ts';
import type { LetterSpec, MinutesSpec, ReportSpec } from './spec.ts';
import { renderWord } from './word.ts';
import { columnWidths } from './word-blocks.ts';

test('a letter in Word has its title, its language, real headings and a header row', async () => {
  const { body, properties, styles } = await open(letter);
  assert.ok(properties.includes(`<dc:title>${letter.title}</dc:title>`));
  assert.match(styles, /<w:lang w:val="da-DK"/);
  assert.match(body, /<w:pStyle w:val="Heading1"\/>/);
  assert.match(body, /<w:pStyle w:val="Heading2"\/>/);
  assert.equal(body.match(/<w:tblHeader/g)?.length, 1);
  assert.match(body, /6\.750,50 kr\./);
  assert.match(body, /descr="QR-kode til siden med jeres tilsagn"/);
});

test('the recipient in Word stands 20 mm from the left and 46 mm from the top, as in the PDF', async () => {
  const { body } = await open(letter);
  // In twentieths of a point: 20 mm and 46 mm from the edges of the sheet.
  const frame = /<w:framePr[^>]*w:x="1133"[^>]*>/.exec(body)?.[0] ?? '';
  assert.match(frame, /w:y="2607"/);
  assert.match(frame, /w:vAnchor="page"/);
});

test('a letter in large print is 18 points in Word too', async () => {
  const { styles } = await open({ ...letter, large: true });
  assert.match(styles, /<w:docDefaults>.*?<w:sz w:val="36"\/>/s);
  assert.doesNotMatch((await open(letter)).styles, /<w:docDefaults>.*?<w:sz w:val="36"\/>/s);
});

test('a report in Word has real headings, tables with header rows, and its line at the foot', async () => {
  const { body, footer } = await open({ ...report, foot: 'Segl: 12:ab' });
  assert.match(body, /<w:pStyle w:val="Heading1"\/>/);
  assert.match(body, /<w:pStyle w:val="Heading2"\/>/);
  assert.ok((body.match(/<w:tblHeader/g)?.length ?? 0) > 0);
  assert.match(footer, /Segl: 12:ab/);
});

test('columns share the line by what stands in them', () => {
  const long = 'Et stort fællesbord til gården, og bænke på begge sider';
  const [words = 0, figure = 0] = columnWidths(['Hvad', 'Kr.'], [[long, '4.500,00']]);
  assert.equal(words + figure, 9637, '170 mm');
  assert.equal(Math.round(words / figure), 3, 'a long text gets three times a short figure');
  assert.deepEqual(columnWidths(['', '', ''], []), [3212, 3212, 3212]);
});

test('minutes in Word say who came, mark what was decided and carry English where it is asked for', async () => {
  const danish = await open(minutes);
  assert.match(danish.body, /Beslutning: /);
  assert.match(danish.body, /Mette Sørensen, Ali Hassan, Birthe Krogh/);
  const english = await open({ ...minutes, language: 'en', correction: { version: 2, reason: 'the place' } });
  assert.match(english.styles, /<w:lang w:val="en-GB"/);
  assert.match(english.body, /Decision: /);
  assert.match(english.body, /Corrected version 2: the place/);
});

test('what people write cannot break the Word file', async () => {
  const { body } = await open({ ...letter, body: [{ kind: 'paragraph', text: '</w:t><script>&"' }] });
  assert.ok(body.includes('&lt;/w:t&gt;&lt;script&gt;&amp;'));
});

async function open(
  spec: LetterSpec | MinutesSpec | ReportSpec,
): Promise<{ body: string; styles: string; properties: string; footer: string }> {
  const file = Buffer.from(await renderWord(spec, lyngbakken));
  return {
    body: entry(file, 'word/document.xml'),
    styles: entry(file, 'word/styles.xml'),
    properties: entry(file, 'docProps/core.xml'),
    footer: entry(file, 'word/footer1.xml'),
  };
}

/** One file out of the zip that a .docx is, found by its central directory (PKWARE APPNOTE 4.3.12). */
function entry(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new Error(`Cannot read ${name}: not in the file`);
}
