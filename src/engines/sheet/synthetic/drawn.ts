import type { Dice } from './dice.ts';

/** A line that a pen draws, in widths of the box: (0, 0) is the middle of the box, (0.5, 0.5) its lower right corner. */
export type Stroke = readonly Place[];
export type Place = readonly [x: number, y: number];

/** How far strokes reach. */
export function extentOf(strokes: readonly Stroke[]) {
  const all = strokes.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left, right, top, bottom, wide: right - left, high: bottom - top };
}

/** V and X as simple hands make them, without a writer: ticks, straight and bent crosses. One width wide, about the middle. */
export function drawnLetter(kind: 'V' | 'X', dice: Dice): readonly Stroke[] {
  return kind === 'V' ? [drawnVee(dice)] : drawnCross(dice);
}

function drawnVee(dice: Dice): Stroke {
  const left = dice.chance(0.5) ? dice.between(0.22, 0.6) : dice.between(0.75, 1.05);
  const foot = dice.between(0.25, 0.5) * (left < 0.7 ? 0.85 : 1);
  const start: Place = [-0.5 + dice.between(0, 0.08), 0.5 - left];
  const bottom: Place = [-0.5 + foot, 0.5];
  const end: Place = [0.5, -0.5 + dice.between(0, 0.15)];
  const soft = dice.chance(0.5) ? dice.between(0.02, 0.1) : 0;
  const bow = [dice.bell() * 0.04, dice.bell() * 0.06] as const;
  return [
    ...bent(start, [bottom[0] - soft, bottom[1] - soft * 0.6], bow[0]),
    ...(soft > 0 ? [bottom] : []),
    ...bent([bottom[0] + soft, bottom[1] - soft * 0.6], end, bow[1]),
  ];
}

function drawnCross(dice: Dice): readonly Stroke[] {
  const off = () => dice.bell() * 0.07;
  const one = bent([-0.5 + off(), -0.5 + off()], [0.5 + off(), 0.5 + off()], dice.bell() * 0.06);
  const other = bent([0.5 + off(), -0.5 + off()], [-0.5 + off(), 0.5 + off()], dice.bell() * 0.06);
  // One who does not lift the pen joins the two.
  if (dice.chance(0.15)) {
    const side = dice.chance(0.5) ? 0.16 : 0.02;
    return [[...one, [0.5 + side, 0], ...other]];
  }
  return [one, other];
}

/** From one point to another, bowed to its side by this share of the way. */
function bent([x0, y0]: Place, [x1, y1]: Place, bow: number): Stroke {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const aside = bow * 4 * share * (1 - share);
    return [x0 + (x1 - x0) * share - (y1 - y0) * aside, y0 + (y1 - y0) * share + (x1 - x0) * aside] as const;
  });
}

export function line(dice: Dice, angle: number, length: number): Stroke {
  const [x, y] = [dice.bell() * 0.08, dice.bell() * 0.08];
  const [dx, dy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2];
  return bent([x - dx, y - dy], [x + dx, y + dy], dice.bell() * 0.05);
}

/** To and fro over the whole box, as one who has changed one's mind. */
export function scribble(dice: Dice): Stroke {
  const lines = 6 + dice.under(16);
  const angle = dice.between(-1.6, 1.6);
  const [half, reach] = [dice.between(0.28, 0.55), dice.between(0.3, 0.6)];
  return Array.from({ length: lines }, (_, at) => {
    const across = -half + (2 * half * at) / (lines - 1) + dice.bell() * 0.03;
    const along = (at % 2 === 0 ? -1 : 1) * reach * dice.between(0.75, 1.1);
    return [
      along * Math.cos(angle) - across * Math.sin(angle),
      along * Math.sin(angle) + across * Math.cos(angle),
    ] as const;
  });
}

/** Round and round, as children and pens that do not write. */
export function curls(dice: Dice): Stroke {
  const turns = dice.between(2, 6);
  const [wide, high, start] = [dice.between(0.12, 0.45), dice.between(0.12, 0.45), dice.between(0, 6)];
  const drift = [dice.bell() * 0.15, dice.bell() * 0.15] as const;
  return Array.from({ length: 60 }, (_, at) => {
    const share = at / 59 - 0.5;
    const angle = start + share * turns * 2 * Math.PI;
    const far = 1 + 0.25 * Math.sin(at * 0.7);
    return [wide * far * Math.cos(angle) + drift[0] * share, high * far * Math.sin(angle) + drift[1] * share] as const;
  });
}

export function blot(dice: Dice): Stroke {
  const [x, y, size] = [dice.bell() * 0.15, dice.bell() * 0.15, dice.between(0.08, 0.25)];
  const long = dice.between(1, 1.8);
  return Array.from({ length: 40 }, (_, at) => {
    const far = size * Math.sqrt(at / 40);
    return [x + far * long * Math.cos(at * 2.4), y + far * Math.sin(at * 2.4)] as const;
  });
}

export function ring(dice: Dice): Stroke {
  const [wide, high, start] = [dice.between(0.2, 0.7), dice.between(0.2, 0.7), dice.between(0, 6)];
  const [wave, turn] = [dice.between(0, 0.06), dice.between(0.85, 1.15)];
  return Array.from({ length: 33 }, (_, at) => {
    const angle = start + (at / 32) * 2 * Math.PI * turn;
    const far = 1 + wave * Math.sin(3 * angle);
    return [wide * far * Math.cos(angle), high * far * Math.sin(angle)] as const;
  });
}
