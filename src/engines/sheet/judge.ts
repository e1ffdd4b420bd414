import { KINDS, type Network, probabilitiesOf, scoresOf } from './network.ts';
import { clarityOf, PATCH } from './own-frame.ts';
import { patchOf } from './patch.ts';
import type { BoxReading } from './reading.ts';
import type { Surveyed, SurveyedBox } from './survey.ts';

/** A trained network, and how its answers become probabilities. */
export interface Reader {
  readonly network: Network;
  /** Above 1 makes answers more modest; found on writers that the network was not trained on. */
  readonly warmth: number;
  readonly scale: Scale;
}

/**
 * From what the network says to probabilities that hold for sheets as they come in: most boxes there are empty and few are odd,
 * while it learnt from as many of each. Fitted on photos by writers that it was not trained on (`scripts/sheet/calibrate.ts`).
 */
export interface Scale {
  /** Below 1 for a network that is too sure, above for one that is too modest. */
  readonly power: number;
  /** How much commoner each kind is on sheets than in training, in the order of `KINDS`. */
  readonly weights: readonly number[];
}

/** A person is asked when the likeliest answer is less likely than this. */
const SURE = 0.88;
/** A frame must be seen on so many sides, so that it is known where the box is. */
const FEWEST_SIDES = 3;
/** An empty box is called so only where its own frame stands out so plainly: what drowns the frame would drown a mark. */
const PLAIN_FRAME = 5;
/** A box is looked at from two places, a part of its width apart, each also in the mirror: what holds for all of them is true. */
const SHIFT = 0.05;
export const VIEWS = [
  [0, 0],
  [1, 1],
] as const;
/** When both looks from the first place agree so plainly, there is no need for more. */
const PLAIN = 0.95;

export function judgeBox(surveyed: Surveyed, seenBox: SurveyedBox, reader: Reader): BoxReading {
  const { box } = seenBox;
  const seen = isSeen(seenBox);
  const chances = chancesFrom(looksAt(surveyed, seenBox), reader);
  if (!chances) return { id: box.id, label: 'unsure', confidence: 1, guess: null, chances: null, seen: false };
  return { id: box.id, ...labelOf(scaled(chances, reader.scale), seen, clearIn(seenBox)), chances, seen };
}

function clearIn({ patch }: SurveyedBox): number {
  return patch ? clarityOf(patch.darkness) : 0;
}

function isSeen({ patch, frame }: SurveyedBox): boolean {
  return patch !== null && frame.sides >= FEWEST_SIDES;
}

/** The box as the network sees it, from up to two places, each laid flat when it is asked for; none when it lies outside the picture. */
export function* looksAt({ picture, placing }: Surveyed, { box, frame, patch }: SurveyedBox): Generator<Float32Array> {
  for (const [x, y] of VIEWS) {
    const off = { x: frame.dx + x * SHIFT * box.w, y: frame.dy + y * SHIFT * box.h };
    const look = x === 0 && y === 0 ? patch : patchOf(picture, placing, box, off);
    if (look) yield look.darkness;
  }
}

/** How likely each kind is, in the order of `KINDS`; null when nothing could be seen. */
export function chancesFrom(looks: Iterable<Float32Array>, { network, warmth }: Reader): readonly number[] | null {
  const said: (readonly number[])[] = [];
  for (const darkness of looks) {
    for (const side of [darkness, mirrored(darkness)]) said.push(probabilitiesOf(scoresOf(network, side), warmth));
    if (arePlain(said)) break;
  }
  return meanOf(said);
}

/** A V or an X in the mirror is one as well, and so is a mark that is neither. */
function mirrored(darkness: Float32Array): Float32Array {
  const line = PATCH - 1;
  return darkness.map((_, at) => darkness[at - (at % PATCH) + line - (at % PATCH)] as number);
}

function arePlain(looks: readonly (readonly number[])[]): boolean {
  const plain = looks.map((look) => look.findIndex((chance) => chance >= PLAIN));
  return plain.every((kind) => kind >= 0 && kind === plain[0]);
}

export function scaled(chances: readonly number[], { power, weights }: Scale): readonly number[] {
  const raised = chances.map((chance, kind) => (weights[kind] ?? 1) * Math.max(chance, 1e-6) ** power);
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function meanOf(all: readonly (readonly number[])[]): readonly number[] | null {
  return all.length === 0
    ? null
    : KINDS.map((_, kind) => all.reduce((sum, each) => sum + (each[kind] ?? 0), 0) / all.length);
}

/** `clarity` is how plainly the frame stands out, as `clarityOf` has it. */
export function labelOf(
  chances: readonly number[],
  seen: boolean,
  clarity: number,
): Pick<BoxReading, 'label' | 'confidence' | 'guess'> {
  const other = chances[KINDS.length - 1] ?? 0;
  const clear = chances.slice(0, -1);
  const most = Math.max(...clear);
  const guess = KINDS[clear.indexOf(most)] as 'empty' | 'V' | 'X';
  const hidden = guess === 'empty' && clarity < PLAIN_FRAME;
  if (seen && !hidden && most >= SURE) return { label: guess, confidence: rounded(most), guess };
  return { label: 'unsure', confidence: rounded(other), guess: most > other / 2 ? guess : null };
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
