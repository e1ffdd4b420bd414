import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../../engines/sheet/layout.ts';
import { readyMade } from '../../engines/sheet/ready-made.ts';
import { paletteOf } from './palette.ts';
import { renderPdf } from './pdf.ts';
import { readPdf } from './pdf-reading.ts';
import { qrSvgIn } from './pictures.ts';
import { type PlacematSpec, preparePlacemat } from './placemat.ts';
import { lyngbakken } from './samples.ts';

const laid = layOut(readyMade, 'a3', (at) => 40 + at);
assert.ok(laid.ok);
const placemat: PlacematSpec = {
  kind: 'placemat',
  language: 'da',
  title: 'Fællesskaber, der holder',
  occasion: 'Workshop om fællesskab · 12. januar 2027',
  pages: laid.value.map((layout) => ({ layout, qr: `GROBUND/${layout.sheet}` })),
};

test('a placemat is a page of its own size for each theme, with its number and how marks are made', async () => {
  const printed = await renderPdf(placemat, lyngbakken);
  assert.ok(printed.ok);
  const { pages, title, claimsUa1, tagged, roles } = await readPdf(printed.value);
  assert.equal(title, placemat.title);
  assert.ok(claimsUa1 && tagged && roles.includes('H1'));
  assert.deepEqual(
    pages.map((page) => page.match(/Ark (\d+)/)?.[1]),
    ['40', '41', '42', '43'],
  );
  for (const page of pages) assert.match(page, /V:.*Det gør vi.*X:.*Det kunne vi.*Fortrudt\? Fyld feltet helt ud/s);
  assert.match(Buffer.from(printed.value).toString('latin1'), /MediaBox ?\[0 0 1190\.55\d* 841\.88\d*\]/);
});

test('a sheet speaks the language of those who fill it in, each page its own, and English where nobody has written the words', async () => {
  const [first] = laid.value;
  assert.ok(first);
  const langs = ['da', 'de', 'pl', 'tr', 'uk-UA', 'so', 'is', 'no language at all'];
  const pages = langs.map((lang) => ({ layout: { ...first, lang }, qr: 'GROBUND/40' }));
  const printed = await renderPdf({ ...placemat, pages }, lyngbakken);
  assert.ok(printed.ok);
  const read = await readPdf(printed.value);
  assert.deepEqual(
    read.pages.map((page) => page.match(/(Ark|Blatt|Arkusz|Kâğıt|Аркуш|Xaashida|Sheet) 40/u)?.[1]),
    ['Ark', 'Blatt', 'Arkusz', 'Kâğıt', 'Аркуш', 'Xaashida', 'Sheet', 'Sheet'],
  );
});

test('an option stands beside its box, where the layout says', async () => {
  const printed = await renderPdf(placemat, lyngbakken);
  assert.ok(printed.ok);
  const { find } = await readPdf(printed.value);
  const [box] = laid.value[0]?.boxes ?? [];
  assert.ok(box?.text);
  const place = find(box.text);
  assert.ok(place && Math.abs(place.left - box.words.x) < 0.5, JSON.stringify(place));
});

test('the square code has modules of 1.1 mm on every paper, with white around it, for an address as long as a town’s', async () => {
  const address = 'https://faellesskab.boligforeningen.dk/b/K7QX4MTD';
  for (const paper of ['a4', 'a3', 'a2'] as const) {
    const sheets = layOut(readyMade, paper, () => 7);
    const [layout] = sheets.ok ? sheets.value : [];
    assert.ok(layout);
    const [corner] = layout.markers;
    const above = layout.qr.y - (corner?.y ?? 0) - (corner?.size ?? 0);
    const { svg, side, module } = qrSvgIn(address, layout.qr.w, above);
    assert.ok(module >= 1.1, `${paper}: ${module}`);
    assert.ok(side <= layout.qr.w + 0.001 && 4 * module <= above + 0.001);
    const nearest = layout.boxes
      .map(({ y }) => y - layout.qr.y - side)
      .concat(layout.qr.x + layout.qr.w - side - layout.legend.x - layout.legend.w);
    assert.ok(Math.min(...nearest) >= 4 * module, `${paper}: ${Math.min(...nearest)}`);
    assert.match(svg, /^<svg/);
  }
  const prepared = preparePlacemat(placemat, paletteOf('#e07a00')) as { pages: { qr: { w: number; x: number } }[] };
  const [page] = prepared.pages;
  const room = laid.value[0]?.qr ?? assert.fail();
  assert.ok(page && Math.abs(page.qr.x + page.qr.w - room.x - room.w) < 0.001);
});
