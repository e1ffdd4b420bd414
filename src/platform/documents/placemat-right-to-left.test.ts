import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Written, writeMarks } from '../../engines/sheet/fixtures/own-strokes.ts';
import { layOut, type Rect } from '../../engines/sheet/layout.ts';
import { layoutOf } from '../../engines/sheet/layout-json.ts';
import { readSheet } from '../../engines/sheet/read-sheet.ts';
import { diceOf } from '../../engines/sheet/synthetic/dice.ts';
import { photograph } from '../../engines/sheet/synthetic/photograph.ts';
import { calm } from '../../engines/sheet/synthetic/scene.ts';
import { trained } from '../../engines/sheet/trained.ts';
import { lettersNotDrawn } from './letters-drawn.ts';
import { renderPdf } from './pdf.ts';
import { readPdf } from './pdf-reading.ts';
import { type Raster, rasterOf } from './raster.ts';
import { lyngbakken } from './samples.ts';

const SCALE = 4;
const OPTIONS = [
  'ملاعب يلتقي فيها الكبار أيضًا',
  'حدائق خضروات وأحواض زراعة مرتفعة',
  'مساكن تعيش فيها الأجيال معًا',
  'ورش',
];
const arabic = {
  name: 'مجتمعات تدوم',
  lang: 'ar',
  themes: [
    {
      id: 'a',
      title: 'البيئة المحيطة',
      options: OPTIONS.map((text, at) => ({ id: `o${at}`, text })),
      other: 1,
      notes: 1,
    },
  ],
};

/** From the left edge of a place to the first and the last ink in it, in millimetres. */
function inkIn({ data, w }: Raster, { x, y, w: wide, h }: Rect): { readonly first: number; readonly last: number } {
  const dark: number[] = [];
  for (let row = Math.round(y * SCALE); row < (y + h) * SCALE; row += 1)
    for (let column = Math.round(x * SCALE); column < (x + wide) * SCALE; column += 1)
      if ((data[(row * w + column) * 3] ?? 255) < 140) dark.push(column / SCALE - x);
  return { first: Math.min(...dark), last: Math.max(...dark) };
}

test('a sheet in Arabic letters runs from the right, beside the boxes where they always stand, and is read like any other', async () => {
  const laid = layOut(arabic, 'a4', () => 40);
  const [page] = laid.ok ? laid.value : [];
  assert.ok(page);
  const spec = { kind: 'placemat', language: 'da', title: 'Workshop', occasion: 'Workshop' } as const;
  const pages = ['ar', 'fa', 'ur'].map((lang) => ({ layout: { ...page, lang }, qr: 'GROBUND/40' }));
  const printed = await renderPdf({ ...spec, pages }, lyngbakken);
  assert.ok(printed.ok);
  const { fonts, pages: texts } = await readPdf(printed.value);
  assert.ok(fonts.includes('NotoSansArabic-Regular') && fonts.includes('Nunito-Regular'), fonts.join());
  for (const text of texts) assert.doesNotMatch(text, /\?|Sheet|Write/);
  const raster = await rasterOf(printed.value, 1, SCALE);
  for (const { text, words } of page.boxes.filter(({ text: asked }) => asked !== null))
    assert.ok(inkIn(raster, words).first < 2, `${text} stands beside its box`);
  const [organisation] = page.fields;
  assert.ok(organisation);
  const label = inkIn(raster, { ...organisation, h: 6 });
  assert.ok(label.first > organisation.w / 2 && label.last > organisation.w - 2, JSON.stringify(label));

  const written: readonly Written[] = ['V', 'X', 'empty', 'X', 'V'];
  writeMarks(raster, SCALE, page.boxes, written);
  const photo = photograph(raster, SCALE, { ...calm, long: 1100, tilt: 15, roll: 8 }, diceOf(3)).canvas;
  const read = readSheet({ ...photo, channels: 3 }, [layoutOf(page, 'a4-00040', '')], trained());
  assert.deepEqual([read.status, read.boxes.map(({ label: seen }) => seen)], ['read', written]);
});

test('letters are drawn when a font here draws them', () => {
  assert.deepEqual(lettersNotDrawn(['Fællesskab, Спільнота, ğışł, سلام, می‌گوییم, ٹھیک ہے', '12 €, 🌱']), []);
  assert.deepEqual(lettersNotDrawn(['ශ ε 中', '中ɛ']), ['ශ', 'ε', '中', 'ɛ']);
});
