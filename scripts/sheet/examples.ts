import { readFileSync, writeFileSync } from 'node:fs';
import { KINDS } from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/own-frame.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { type Glyphs, markOf, ODD, type Trouble, wilder } from '../../src/engines/sheet/synthetic/marks.ts';
import { paintBox } from '../../src/engines/sheet/synthetic/paint-box.ts';
import { penOf } from '../../src/engines/sheet/synthetic/pens.ts';

/** Patches to learn from: darkness from 0 to 255 (a pool of floats would be four times as large), and what each shows. */
export interface Examples {
  readonly patches: readonly Uint8Array[];
  readonly kinds: readonly number[];
}

const PIXELS = PATCH * PATCH;
/** Of ten that are painted: empty, V, X and others. */
const SHARES = [0, 0, 1, 1, 1, 2, 2, 2, 3, 3] as const;

/** Painted anew: so many boxes as a reader may meet them; with `odds`, a third of them odd, and in these ways. */
export function paintedExamples(glyphs: Glyphs, count: number, thrown: Dice, odds: readonly Trouble[] = []): Examples {
  const shares = odds.length > 0 ? [...SHARES, 3, 3] : SHARES;
  const kinds = Array.from({ length: count }, (_, at) => shares[at % shares.length] as number);
  const patches = kinds.map((kind) => {
    const mark = wilder(
      markOf(KINDS[kind] as (typeof KINDS)[number], glyphs, thrown, odds.length > 0 ? odds : ODD),
      thrown,
    );
    return Uint8Array.from(paintBox(mark, penOf(thrown, mark.faint), thrown), (dark) => Math.round(dark * 255));
  });
  return { patches, kinds };
}

/** The kind of what nobody knows: such a patch is not learnt from. */
export const UNKNOWN = 255;

/** 1,600 bytes of darkness and one of the kind. */
export function asBytes(darkness: Float32Array, kind: number): Uint8Array {
  const bytes = Uint8Array.from([...darkness, 0], (dark) => Math.round(dark * 255));
  bytes[PIXELS] = kind;
  return bytes;
}

/** As `gather.ts --patches` wrote them. */
export function storedExamples(file: string): Examples {
  const all = everyPatch(file);
  const known = [...all.kinds.keys()].filter((at) => all.kinds[at] !== UNKNOWN);
  return {
    patches: known.map((at) => all.patches[at] as Uint8Array),
    kinds: known.map((at) => all.kinds[at] as number),
  };
}

/** The same, those of an unknown kind among them. */
export function everyPatch(file: string): Examples {
  const bytes = new Uint8Array(readFileSync(file));
  const count = Math.floor(bytes.length / (PIXELS + 1));
  const from = (at: number) => at * (PIXELS + 1);
  return {
    patches: Array.from({ length: count }, (_, at) => bytes.subarray(from(at), from(at) + PIXELS)),
    kinds: Array.from({ length: count }, (_, at) => bytes[from(at) + PIXELS] as number),
  };
}

export function storeExamples(file: string, { patches, kinds }: Examples): void {
  writeFileSync(file, Buffer.concat(patches.map((patch, at) => Buffer.from([...patch, kinds[at] as number]))));
}

export function together(all: readonly Examples[]): Examples {
  return { patches: all.flatMap(({ patches }) => patches), kinds: all.flatMap(({ kinds }) => kinds) };
}

/** As it is. */
export function plainly(patch: Uint8Array): Float32Array {
  return Float32Array.from(patch, (dark) => dark / 255);
}

/**
 * Never twice alike: a V or an X in the mirror is one as well, a box may be seen turned, larger, or a pixel aside, and ink may be
 * darker or paler; `much` of it, from 0 to 1. Painting takes longer than learning, so each patch is used many times.
 */
export function variedly(patch: Uint8Array, thrown: Dice, much = 1): Float32Array {
  const loose = thrown.chance(0.6) ? much : 0;
  const turn = loose * thrown.between(-0.14, 0.14);
  const size = 1 + loose * thrown.between(-0.08, 0.08);
  const [cos, sin, lean] = [Math.cos(turn) * size, Math.sin(turn) * size, loose * thrown.between(-0.08, 0.08)];
  const mirror = thrown.chance(0.5) ? -1 : 1;
  const [dx, dy] = loose
    ? [thrown.between(-1.2, 1.2), thrown.between(-1.2, 1.2)]
    : [thrown.under(3) - 1, thrown.under(3) - 1];
  const gain = thrown.between(1 - 0.3 * much, 1 + 0.2 * much) / 255;
  const out = new Float32Array(PIXELS);
  const middle = (PATCH - 1) / 2;
  const within = (place: number) => Math.max(0, Math.min(PATCH - 1.001, place));
  for (let y = 0; y < PATCH; y += 1)
    for (let x = 0; x < PATCH; x += 1) {
      const [u, v] = [(x - middle) * mirror, y - middle];
      const column = within(middle + u * cos + v * (lean - sin) + dx);
      const row = within(middle + u * sin + v * cos + dy);
      const [left, top] = [column | 0, row | 0];
      const [fx, fy, at] = [column - left, row - top, top * PATCH + left];
      const upper = (patch[at] as number) * (1 - fx) + (patch[at + 1] as number) * fx;
      const lower = (patch[at + PATCH] as number) * (1 - fx) + (patch[at + PATCH + 1] as number) * fx;
      out[y * PATCH + x] = Math.min(1, (upper * (1 - fy) + lower * fy) * gain);
    }
  return out;
}
