import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPrintHtml } from './print-html.tsx';
import { letter, lyngbakken } from './samples.ts';

test('without Typst a letter still comes as a page to print, with headings, header cells and its code', () => {
  const html = renderPrintHtml(letter, lyngbakken);
  assert.match(html, /^<!doctype html>\n<html lang="da">/);
  assert.ok(html.includes(`<title>${letter.title}</title>`));
  assert.match(html, /<th scope="col" class="right">Beløb<\/th>/);
  assert.match(html, /<td class="right">6\.750,50 kr\.<\/td>/);
  assert.match(html, /role="img" aria-label="QR-kode til siden med jeres tilsagn"><svg/);
  assert.match(html, /<div class="window"><div>Mette Sørensen<\/div>/);
});

test('what people write is shown in the printed page, never obeyed', () => {
  const html = renderPrintHtml(
    { ...letter, recipient: ['<script>alert(1)</script>'], title: '</title><b>' },
    lyngbakken,
  );
  assert.ok(!html.includes('<script>alert'));
  assert.ok(html.includes('&lt;/title&gt;&lt;b&gt;'));
});

test('a letter in large print is set in 18 points, its neighbour in the pile is not', () => {
  const pile = {
    kind: 'letters',
    language: 'da',
    title: 'Breve',
    letters: [{ ...letter, large: true }, letter],
  } as const;
  const html = renderPrintHtml(pile, lyngbakken);
  assert.match(html, /\.large \{ font-size: 18pt/);
  assert.deepEqual(html.match(/<article [^>]*>/g), ['<article lang="da" class="large">', '<article lang="da">']);
});

test('many letters come in one file, each on a sheet of its own', () => {
  const html = renderPrintHtml(
    { kind: 'letters', language: 'da', title: 'Breve', letters: [letter, { ...letter, language: 'en' }] },
    lyngbakken,
  );
  assert.equal(html.match(/<article /g)?.length, 2);
  assert.match(html, /<article lang="en">/);
  assert.match(html, /article \{ break-after: page/);
});
