import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paletteOf } from './palette.ts';

test('whatever colour an organisation has, its words can be read', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (hex) => {
      const { ink, fill, onFill, paper, tint } = paletteOf(hex);
      for (const ground of ['#ffffff', '#fff9ee', paper, tint])
        assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}, from ${hex}`);
      assert.ok(contrast(onFill, fill) >= 4.5, `${onFill} on ${fill}, from ${hex}`);
    }),
    { numRuns: 60, seed: 4, examples: [['#ffd400'], ['#e07a00'], ['#000000'], ['#ffffff']] },
  );
});

test('a colour that is no colour gives the house green, not an error on paper', () => {
  assert.deepEqual(paletteOf('rød'), paletteOf('#2f6b4f'));
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
