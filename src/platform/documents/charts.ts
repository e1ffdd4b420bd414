import type { Pairs } from './bars.ts';
import type { Block } from './spec.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** Bars on one scale. The alternative text carries the figures, so that nobody has to see the bars. */
export function prepareChart({ caption, unit, alt, bars }: Chart, missing: string): Record<string, unknown> {
  const shares = sharesOf(bars);
  const drawn = bars.map(({ label, value, shown }, at) => ({
    label,
    shown: value === null ? missing : shown,
    share: shares[at],
  }));
  const figures = drawn.map((bar) => `${bar.label}: ${bar.shown}`).join('; ');
  return { kind: 'chart', caption, unit, bars: drawn, alt: `${requireAlt(alt)} ${figures}.` };
}

/** Bars two by two, each pair on its own scale. One whose other is not told stands as a number: its bar would look like a comparison. */
export function preparePairs({ caption, alt, names, pairs }: Pairs): Record<string, unknown> {
  const drawn = pairs.map(({ label, bars }) => {
    const shares = bars.some(({ value }) => value === null) ? [null, null] : sharesOf(bars);
    const drawn = bars.map(({ shown, value }, at) => ({
      name: names[at],
      shown,
      told: value !== null,
      share: shares[at],
    }));
    return { label, bars: drawn };
  });
  const figures = drawn.map(({ label, bars }) => {
    const years = bars.map(({ name, shown }) => `${name}: ${shown}`).join(', ');
    return `${label}, ${years}`;
  });
  return { kind: 'pairs', caption, pairs: drawn, alt: `${requireAlt(alt)} ${figures.join('; ')}.` };
}

/** A pair as a row of a table: what was counted, and the two figures. */
export function pairRows({ pairs }: Pairs): readonly (readonly string[])[] {
  return pairs.map(({ label, bars: [one, other] }) => [label, one.shown, other.shown]);
}

/** Typst refuses an empty alternative text, but lets a blank one through. */
export function requireAlt(alt: string): string {
  if (alt.trim() === '') throw new Error('Cannot print a picture without alternative text: say where it leads');
  return alt;
}

/** The length of each, of the longest among them. */
function sharesOf(bars: readonly { readonly value: number | null }[]): readonly (number | null)[] {
  const longest = Math.max(1e-9, ...bars.map(({ value }) => value ?? 0));
  return bars.map(({ value }) => (value === null ? null : Math.max(0, value) / longest));
}
