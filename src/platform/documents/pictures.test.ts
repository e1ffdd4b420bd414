import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { encode } from 'uqr';
import { paletteOf } from './palette.ts';
import { qrSvg, streetSvg } from './pictures.ts';

test('the printed code has exactly the modules of the encoded one', async () => {
  for (const content of ['x', 'https://lyngbakken.example/tilsagn/2026-0147?æøå=1']) {
    const { data, size } = encode(content, { ecc: 'M', border: 4 });
    const svg = Buffer.from(qrSvg(content));
    const pixels = await sharp(svg).resize(size, size, { kernel: 'nearest' }).greyscale().raw().toBuffer();
    const printed = data.map((row, y) => row.map((_, x) => (pixels[y * size + x] ?? 255) < 128));
    assert.deepEqual(printed, data);
  }
});

test('the street is drawn the same every time, in the colour of the organisation', () => {
  const palette = paletteOf('#e07a00');
  assert.equal(streetSvg(palette), streetSvg(palette));
  assert.ok(streetSvg(palette).includes(palette.fill));
});
