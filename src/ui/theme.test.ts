import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CssColor, getContrastFromHex } from '@digdir/designsystemet/color';
import fc from 'fast-check';
import { themeCss } from './theme.ts';

const GROUNDS = [
  ['#fbf5e9', '#fffdf8', '#f3e9d5'],
  ['#1e1a16', '#27221d', '#29241e'],
] as const;
const NASTY = [
  '#ffff00',
  '#000000',
  '#ffffff',
  '#fdfdf5',
  '#808080',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ff69b4',
  '#010101',
];

const anyColour = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
);

test('whatever colour an organisation has, its pages can be read, light and dark', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const [light = '', , dark = ''] = themeCss(colour).split('\n');
      for (const [index, sheet] of [light, dark].entries()) {
        const of = (name: string) => new RegExp(`--${name}:(#[0-9a-f]{6})`, 'i').exec(sheet)?.[1] as string;
        atLeast(4.5, of('ds-color-accent-base-contrast-default'), of('ds-color-accent-base-default'), 'button');
        for (const surface of ['surface-tinted', 'surface-hover']) {
          atLeast(4.5, of('ds-color-accent-text-default'), of(`ds-color-accent-${surface}`), surface);
        }
        for (const ground of GROUNDS[index] ?? []) {
          atLeast(4.5, of('ds-color-accent-text-subtle'), ground, 'link on paper');
          atLeast(3, of('mark'), ground, 'mark on paper');
        }
        if (index === 1) atLeast(3, of('ds-color-accent-base-default'), GROUNDS[1][0], 'button in the dark');
      }
    }),
    { numRuns: 300 },
  );
});

test('only a colour becomes a style sheet', () => {
  for (const colour of ['red', '#fff', '#12345g', '', '#123456;}body{display:none', ' #123456']) {
    assert.throws(() => themeCss(colour), /write #rrggbb/);
  }
});

function atLeast(least: number, one: string, other: string, what: string): void {
  const contrast = getContrastFromHex(one as CssColor, other as CssColor);
  assert.ok(contrast >= least, `${what}: ${one} on ${other} is ${contrast.toFixed(2)}, must be ${least}`);
}
