import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../../engines/sheet/layout.ts';
import { readyMade } from '../../engines/sheet/ready-made.ts';
import { renderPdf } from './pdf.ts';
import { readPdf } from './pdf-reading.ts';
import type { PlacematSpec } from './placemat.ts';
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

test('an option stands beside its box, where the layout says', async () => {
  const printed = await renderPdf(placemat, lyngbakken);
  assert.ok(printed.ok);
  const { find } = await readPdf(printed.value);
  const [box] = laid.value[0]?.boxes ?? [];
  assert.ok(box?.text);
  const place = find(box.text);
  assert.ok(place && Math.abs(place.left - box.words.x) < 0.5, JSON.stringify(place));
});
