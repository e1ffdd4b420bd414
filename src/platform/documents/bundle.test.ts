import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { type Bundle, renderBundle } from './bundle.ts';
import { readPdf } from './pdf-reading.ts';
import { letter, lyngbakken, report } from './samples.ts';
import type { Appendix } from './spec.ts';

const innocent = await readFile(new URL('../../engines/invoice/fixtures/factur-x.pdf', import.meta.url));

const paper = (kind: Appendix['kind'], bytes: Uint8Array): Appendix => {
  return { kind, bytes, title: 'Fakturaen', alt: 'Faktura 17', unshown: 'Den kan ikke vises her' };
};

async function bundle(papers: readonly Appendix[], each = 20_000, left = 60_000): Promise<Bundle> {
  const outcome = await renderBundle({ ...report, letters: [letter] }, papers, lyngbakken, { each, left });
  assert.ok(outcome.ok, 'Typst is installed on this machine');
  return outcome.value;
}

/** A few kilobytes or megabytes that unpack to 4 bytes a dot: one row packed, and said again for each. */
function picture(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const size = width * 4 + 1;
  const row = deflateRawSync(Buffer.alloc(size), { finishFlush: constants.Z_FULL_FLUSH });
  const sum = Buffer.alloc(4);
  // Adler-32 of nothing but zeros.
  sum.writeUInt32BE(((size * height) % 65_521) * 65_536 + 1);
  const rows = Array.from({ length: height }, () => row);
  const dots = Buffer.concat([Buffer.from([0x78, 0x9c]), ...rows, deflateRawSync(Buffer.alloc(0)), sum]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

test('a report holds the letter as it was sent and the pages of another paper, and counts its own sheets', async () => {
  const { pdf, unshown } = await bundle([paper('pdf', innocent)]);
  const { pages, tagged, claimsUa1, text } = await readPdf(pdf);
  assert.deepEqual(unshown, []);
  assert.ok(text.includes(letter.title));
  assert.match(pages[0] ?? '', new RegExp(`Side 1 af ${pages.length}`));
  assert.match(pages.at(-1) ?? '', new RegExp(`Side ${pages.length} af ${pages.length}`));
  assert.ok(tagged);
  // Typst 0.14 puts no PDF of others into a file that claims the standard.
  assert.ok(!claimsUa1);
});

test('with a picture, or with no paper of others, the file is PDF/UA', async () => {
  for (const papers of [[], [paper('png', picture(40, 60))], [paper('xml', Buffer.from('<Invoice/>'))]]) {
    const { pdf, unshown } = await bundle(papers);
    const { claimsUa1, alternatives } = await readPdf(pdf);
    assert.deepEqual(unshown, []);
    assert.ok(claimsUa1);
    assert.equal(alternatives.includes('Faktura 17'), papers[0]?.kind === 'png');
  }
});

test('a PDF that is only attached lies in the file as it came, is never read, and the file is PDF/UA', async () => {
  for (const [kind, bytes] of [
    ['pdf', innocent],
    ['pdf', Buffer.from('%PDF-1.7\nnonsense')],
    ['png', HUGE],
  ] as const) {
    const { pdf, unshown } = await bundle([{ ...paper(kind, bytes), attached: true }], 1, 0);
    const { claimsUa1, attachments, text } = await readPdf(pdf);
    assert.deepEqual(unshown, []);
    assert.ok(claimsUa1);
    assert.deepEqual(
      attachments.map((one) => Buffer.from(one)),
      [Buffer.from(bytes)],
    );
    assert.match(text, /Den kan ikke vises her/);
  }
});

const HUGE = picture(20_000, 20_000);

const HOSTILE: readonly (readonly [string, Appendix])[] = [
  ['a PDF that is none', paper('pdf', Buffer.from('%PDF-1.7\nnonsense'))],
  ['a PDF that ends in the middle', paper('pdf', innocent.subarray(0, innocent.length / 2))],
  ['a picture that unpacks to gigabytes', paper('png', HUGE)],
];

for (const [name, one] of HOSTILE) {
  test(`${name} is named, not shown, and given back as a file`, async () => {
    const before = process.memoryUsage.rss();
    const { pdf, unshown } = await bundle([one]);
    assert.deepEqual(unshown, [one]);
    const { text, claimsUa1 } = await readPdf(pdf);
    assert.match(text, /Den kan ikke vises her/);
    assert.ok(claimsUa1);
    assert.ok(process.memoryUsage.rss() - before < 300_000_000, 'nothing of it is unpacked in this process');
  });
}

test('a paper that keeps the typesetter busy is given up in time, and the next one is shown', async () => {
  // No paper is set in a millisecond: to the clock this one hangs.
  const [late, next] = await Promise.all([bundle([paper('pdf', innocent)], 1), bundle([paper('pdf', innocent)])]);
  assert.equal(late.unshown.length, 1);
  assert.equal(next.unshown.length, 0);
});

test('when the patience for all of them is out, the rest are given as files at once', async () => {
  const { unshown } = await bundle([paper('pdf', innocent)], 20_000, 0);
  assert.equal(unshown.length, 1);
});
