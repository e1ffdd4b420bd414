import { type CssColor, generateColorSchemes, getContrastFromHex } from '@digdir/designsystemet/color';

/** A brand colour as it may be stored: `#rrggbb`, lower or upper case. */
const HEX = /^#[0-9a-f]{6}$/i;

/** Our own paper and sheet (styles/paper.css), on which a mark in the brand colour must be seen. */
const GROUNDS = { light: ['#fbf5e9', '#fffdf8', '#f3e9d5'], dark: ['#1e1a16', '#27221d', '#29241e'] } as const;
/** WCAG 1.4.11: what is not text needs 3:1. */
const VISIBLE = 3;

/**
 * The style sheet that dresses the pages in an organisation's colour, light and dark. Whatever the colour, text on it
 * and beside it keeps 4.5:1 and marks keep 3:1: Designsystemet's scales see to the first, `--mark` to the second.
 * @throws when the colour is not `#rrggbb`.
 */
export function themeCss(colour: string): string {
  if (!HEX.test(colour)) throw new Error(`Cannot make a theme of "${colour}": write #rrggbb`);
  const schemes = generateColorSchemes(colour as CssColor);
  const light = variables(schemes.light, GROUNDS.light);
  const dark = variables(seenInTheDark(schemes), GROUNDS.dark);
  return [
    `:root,[data-color-scheme]{${light}}`,
    `@media screen and (prefers-color-scheme:dark){[data-color-scheme="auto"]{${dark}}}`,
    `[data-color-scheme="dark"]{${dark}}`,
  ].join('\n');
}

/** How a brand colour can be read: as it is with white words on it, and the pair that our buttons use in its stead. */
export interface ColourReading {
  readonly white: number;
  readonly used: { readonly ground: string; readonly words: string; readonly ratio: number };
}

/** Contrast by WCAG 2.2. @throws when the colour is not `#rrggbb`. */
export function readingOf(colour: string): ColourReading {
  if (!HEX.test(colour)) throw new Error(`Cannot read "${colour}" as a colour: write #rrggbb`);
  const { light } = generateColorSchemes(colour as CssColor);
  const hex = (name: string) => (light.find((one) => one.name === name)?.hex ?? '#000000') as CssColor;
  const [ground, words] = [hex('base-default'), hex('base-contrast-default')];
  return {
    white: getContrastFromHex('#ffffff', colour as CssColor),
    used: { ground, words, ratio: getContrastFromHex(words, ground) },
  };
}

type Scale = ReturnType<typeof generateColorSchemes>['light'];

/** A bright colour (yellow) turns nearly black in the dark, and its buttons vanish: then it stays as it is by day. */
function seenInTheDark({ light, dark }: { readonly light: Scale; readonly dark: Scale }): Scale {
  const visible = (scale: Scale) =>
    scale.some(({ name, hex }) => name === 'base-default' && getContrastFromHex(hex, GROUNDS.dark[0]) >= VISIBLE);
  if (visible(dark) || !visible(light)) return dark;
  return dark.map((one) => (one.name.startsWith('base-') ? (light.find(({ name }) => name === one.name) ?? one) : one));
}

function variables(scale: Scale, grounds: readonly string[]): string {
  const lines = scale.map(({ name, hex }) => {
    const shade = /^surface-(tinted|hover|active)$/.test(name) ? calmed(hex, grounds[0] as string) : hex;
    return `--ds-color-accent-${name}:${shade}`;
  });
  return [...lines, `--mark:${markOf(scale, grounds)}`].join(';');
}

/** The brand colour itself where it can be seen on our paper, else the first shade of it that can. */
function markOf(scale: Scale, grounds: readonly string[]): string {
  const shades = ['base-default', 'border-default', 'border-strong', 'text-default'];
  const candidates = shades.flatMap((name) => scale.filter((one) => one.name === name).map((one) => one.hex));
  const seen = (hex: string) =>
    grounds.every((ground) => getContrastFromHex(hex as CssColor, ground as CssColor) >= VISIBLE);
  return candidates.find(seen) ?? (candidates.at(-1) as string);
}

/** Strong enough to shout from a whole card. */
const LOUD = 0.25;

/** A loud surface (a yellow logo's) comes nearer to the paper. Only towards the paper, so that text on it gains contrast. */
function calmed(hex: string, ground: string): string {
  const surface = channels(hex);
  const paper = channels(ground);
  const chroma = (Math.max(...surface) - Math.min(...surface)) / 255;
  const share = Math.min(Math.max(chroma - LOUD, 0) * 1.2, 0.7);
  const mixed = surface.map((value, index) => Math.round(value + ((paper[index] as number) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
