import { generateColorSchemes } from '@digdir/designsystemet/color';

/** Colours for paper. `ink` reads on white, `paper` and `tint` (at least 4.5:1); `onFill` reads on `fill`. */
export interface Palette {
  readonly ink: string;
  readonly fill: string;
  readonly onFill: string;
  readonly paper: string;
  readonly tint: string;
  readonly line: string;
}

const HEX = /^#[0-9a-f]{6}$/i;
const FALLBACK = '#2f6b4f';
const palettes = new Map<string, Palette>();

/** The organisation's own colour as a palette that people can read; the same scale as on the screen. */
export function paletteOf(colour: string): Palette {
  const known = palettes.get(colour);
  if (known) return known;
  const { light } = generateColorSchemes((HEX.test(colour) ? colour : FALLBACK) as `#${string}`);
  const hex = (name: string) => {
    const found = light.find((step) => step.name === name);
    if (!found) throw new Error(`Cannot make a palette: the design system has no colour named ${name}`);
    return found.hex;
  };
  const palette = {
    ink: hex('text-subtle'),
    fill: hex('base-default'),
    onFill: hex('base-contrast-default'),
    paper: hex('background-tinted'),
    tint: hex('surface-tinted'),
    line: hex('border-subtle'),
  };
  palettes.set(colour, palette);
  return palette;
}
