import type { Algorithm, Quota } from '../../../../engines/sortition/pool.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Panel } from './panel.ts';
import { type Application, FEATURES, type Feature, type Traits } from './people.ts';
import { type Cell, inCell, type Part, plainCells } from './profile.ts';

export const DRAW_KINDS = ['test', 'two', 'public', 'spare'] as const;
/** `test`: nobody is chosen. `two`: two people press. `public`: dice before everybody. `spare`: for seats that became free. */
export type DrawKind = (typeof DRAW_KINDS)[number];
export type DrawState = 'waiting' | 'running' | 'ready' | 'drawn' | 'infeasible' | 'failed' | 'stopped';

/** Three ten-sided dice choose among so many panels: every list has just as many, so that every throw names one. */
export const PANELS_A_LIST = 1000;
export const TIME_LIMIT_MS = 5 * 60_000;
export const ALGORITHM: Algorithm = 'leximin';

/** Somebody in the pool, by lot: what a published list may say. */
export interface Pooled {
  /** Null: the person's data is deleted, and only the lot is left. */
  readonly id: Id<'panel_application'> | null;
  readonly lot: string;
  readonly traits: Traits;
  /** The same number: the same home. */
  readonly home: number;
  readonly board: boolean;
}

/** What a draw came to, by places in the pool. */
export interface DrawResult {
  readonly optimal: boolean;
  readonly gap: number | null;
  readonly minimum: number;
  readonly gini: number;
  readonly chances: readonly number[];
  readonly unreachable: readonly number[];
  readonly panels: readonly (readonly number[])[];
  /** The files of the proof are written from it anew. */
  readonly certificate: unknown;
}

/** What would make it possible: a quota, and its bounds as they are and as they could be. */
export interface Relaxed {
  readonly feature: string;
  readonly value: string;
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}

/** A draw as lists show it, without its pool and what it came to: those are large. */
export interface DrawHead {
  readonly id: Id<'panel_draw'>;
  readonly kind: DrawKind;
  readonly state: DrawState;
  readonly listHash: string | null;
  /** What the order of the reserves is made of; its hash is told with the list's, the key itself when the group is over. */
  readonly reserveKey: string | null;
  readonly number: number | null;
  readonly askedAt: Date;
  readonly drawnAt: Date | null;
}

export interface DrawRow extends DrawHead {
  readonly panelId: Id<'panel'>;
  readonly seats: number;
  readonly panels: number;
  readonly seed: string;
  readonly algorithm: Algorithm;
  /** Thousandths. */
  readonly progress: number;
  readonly pool: readonly Pooled[];
  readonly quotas: readonly Cell[];
  /** At most so many from boards; null: as many as come. */
  readonly boardMost: number | null;
  readonly result: DrawResult | null;
  readonly relaxations: readonly Relaxed[];
  /** When the list was fixed, or the draw given up. */
  readonly endedAt: Date | null;
  readonly askedBy: Id<'person'> | null;
  readonly presses: readonly Press[];
  /** What was read off the dice, the first first. */
  readonly throws: readonly Throw[];
}

/** The draw that gave the seats; null before it. Those for seats that became free come after it. */
export function mainDraw<D extends Pick<DrawHead, 'kind' | 'state'>>(draws: readonly D[]): D | null {
  return draws.find(({ kind, state }) => state === 'drawn' && kind !== 'spare') ?? null;
}

/** Are answers of its pool deleted? Then they are neither counted nor handed out: what is left would tell of the others. */
export function answersGone({ pool }: Pick<DrawRow, 'pool'>): boolean {
  return pool.some(({ id }) => id === null);
}

/** A list for seats that waits for its number. */
export function isUndecided({ kind, state }: Pick<DrawHead, 'kind' | 'state'>): boolean {
  return kind !== 'test' && state === 'ready';
}

/**
 * May the pool be opened again, since no draw of it came to a list? From when a list for seats is fixed it may not: whoever opens
 * it then could go on until a list pleases them.
 */
export function canReopen(
  panel: Pick<Panel, 'kind' | 'locked'>,
  draws: readonly Pick<DrawHead, 'kind' | 'state' | 'listHash'>[],
): boolean {
  const settled = draws.some(
    (draw) => isPublic(draw) || (draw.kind !== 'test' && (draw.state === 'waiting' || draw.state === 'running')),
  );
  return panel.kind === 'drawn' && panel.locked && !settled;
}

/** Everybody may see a list for seats from when it is fixed, also when it was given up. */
export function isPublic({ kind, listHash }: Pick<DrawHead, 'kind' | 'listHash'>): boolean {
  return kind !== 'test' && listHash !== null;
}

/**
 * May its bounds and counts be told? Those of substitutes are what the group is short of: taken from the group's own they would
 * tell how many members there are of each kind, one by one.
 */
export function boundsAreOpen({ kind }: Pick<DrawRow, 'kind'>): boolean {
  return kind !== 'spare';
}

export interface Press {
  readonly personId: Id<'person'>;
  readonly nonce: string;
  readonly at: Date;
}

/** What one who selects read off the dice. */
export interface Throw {
  readonly personId: Id<'person'>;
  readonly number: number;
  readonly at: Date;
}

/** The two throws that settle it: what somebody typed last is what another typed last. Null while no two agree. */
export function agreed(throws: readonly Throw[]): readonly [Throw, Throw] | null {
  const last = lastThrows(throws);
  for (const [at, one] of last.entries()) {
    const other = last.slice(at + 1).find(({ number }) => number === one.number);
    if (other) return [one, other];
  }
  return null;
}

/** What each has typed last: whoever mistyped types again. */
export function lastThrows(throws: readonly Throw[]): readonly Throw[] {
  return throws.filter(({ personId }, at) => !throws.slice(at + 1).some((later) => later.personId === personId));
}

/** Those who can be drawn, in an order that says nothing: by their lots. */
export function poolOf(applications: readonly Application[]): readonly Pooled[] {
  const homes = [...new Set(applications.map(({ homeKey }) => homeKey))];
  return applications
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ id, lot, traits, homeKey, onBoard }) => ({
      id,
      lot,
      traits,
      home: homes.indexOf(homeKey),
      board: onBoard,
    }));
}

/** The group, and where it is a combination the other one. */
export function partsOf({ feature, codes, also }: Pick<Cell, 'feature' | 'codes' | 'also'>): readonly Part[] {
  return also ? [{ feature, codes }, also] : [{ feature, codes }];
}

/** The sign that the engine reads between the parts of a combination. */
const TIMES = '×';

/** What a cell is called in the engine. It is not read back: a code may have the signs that join them. */
export function nameOf(cell: Pick<Cell, 'feature' | 'codes' | 'also'>): Pick<Quota, 'feature' | 'value'> {
  const parts = partsOf(cell);
  return {
    feature: parts.map(({ feature }) => feature).join(TIMES),
    value: parts.map(({ codes }) => codes.join('+')).join(TIMES),
  };
}

/** The cell of that name; null where it is the bound on boards. */
export function cellNamed(cells: readonly Cell[], { feature, value }: Pick<Quota, 'feature' | 'value'>): Cell | null {
  return cells.find((cell) => nameOf(cell).feature === feature && nameOf(cell).value === value) ?? null;
}

const OUTSIDE = '?';

const BOARD = 'board';

/** The bounds as the engine takes them. */
export function quotasOf({ quotas, boardMost }: Pick<DrawRow, 'quotas' | 'boardMost'>): readonly Quota[] {
  const cells = quotas.map((cell) => ({ ...nameOf(cell), min: cell.fewest, max: cell.most }));
  return boardMost === null ? cells : [...cells, { feature: BOARD, value: BOARD, min: 0, max: boardMost }];
}

/** A person's answers as the engine takes them: which cell of each feature; `?` for none. */
export function valuesOf(
  { quotas }: Pick<DrawRow, 'quotas'>,
  { traits, board }: Pick<Pooled, 'traits' | 'board'>,
): Readonly<Record<string, string>> {
  const features = FEATURES.filter((feature) => quotas.some((cell) => cell.feature === feature));
  const answers = features.map((feature) => [feature, valueIn(quotas, feature, traits)] as const);
  return Object.fromEntries([...answers, [BOARD, board ? BOARD : OUTSIDE]]);
}

function valueIn(cells: readonly Cell[], feature: Feature, traits: Traits): string {
  const cell = plainCells(cells).find((one) => one.feature === feature && inCell(one, traits));
  return cell ? nameOf(cell).value : OUTSIDE;
}

/** Who is in the panel that was drawn. */
export function drawnOf(draw: Pick<DrawRow, 'pool' | 'result' | 'number'>): readonly Pooled[] {
  if (draw.number === null) return [];
  return (draw.result?.panels[draw.number] ?? []).flatMap((place) => draw.pool[place] ?? []);
}

/** Three dice, "4 0 7", "407": a number from 0 to 999. Null when it is no such thing. */
export function readDice(text: string): number | null {
  const digits = text.replace(/[\s,.-]/g, '');
  return /^\d{3}$/.test(digits) ? Number(digits) : null;
}

/** The number that two strangers' numbers make together: neither can choose it alone. `hex` is the hash of both. */
export function numberFrom(hex: string, panels: number): number {
  // 52 bits: exact in a number, and even to within one in 10^12.
  return Number.parseInt(hex.slice(0, 13), 16) % panels;
}

export const PRESSES_NEEDED = 2;

/** Why somebody's chance is what it is: the group that is hardest or easiest to be drawn in. */
export interface ChanceReason extends Part {
  readonly also: Part | null;
  readonly applied: number;
  readonly most: number;
  /** Does it lower the chance, or raise it? */
  readonly lowers: boolean;
}

export interface Chance {
  readonly chance: number;
  /** How many panels of the list the person is in. */
  readonly panels: number;
  readonly ofPanels: number;
  readonly pool: number;
  readonly seats: number;
  readonly unreachable: boolean;
  /** Null: none of the person's groups made a difference; or nobody can tell any more. */
  readonly reason: ChanceReason | null;
  readonly answersGone: boolean;
}

/** A person's own chance in a draw, and the group that drives it. Null for who was not in its pool. */
export function chanceOf(draw: DrawRow, lot: string): Chance | null {
  const place = draw.pool.findIndex((one) => one.lot === lot);
  const { result } = draw;
  if (place === -1 || !result) return null;
  const traits = (draw.pool[place] as Pooled).traits;
  return {
    chance: result.chances[place] ?? 0,
    panels: result.panels.filter((panel) => panel.includes(place)).length,
    ofPanels: result.panels.length,
    pool: draw.pool.length,
    seats: draw.seats,
    unreachable: result.unreachable.includes(place),
    reason: answersGone(draw) ? null : reasonOf(draw, traits, result.chances[place] ?? 0),
    answersGone: answersGone(draw),
  };
}

/** Only what the chance bears out: a bound may pull the one way, and the person's other groups further the other. */
function reasonOf({ quotas, pool, seats }: DrawRow, traits: Traits, chance: number): ChanceReason | null {
  const even = seats / pool.length;
  const mine = quotas
    .filter((cell) => inCell(cell, traits))
    .map((cell) => {
      const applied = pool.filter((one) => inCell(cell, one.traits)).length;
      return { cell, applied, most: cell.most / applied, least: cell.fewest / applied };
    });
  const tightest = mine.toSorted((a, b) => a.most - b.most)[0];
  if (tightest && tightest.most < even && chance < even) return reason(tightest, true);
  const rarest = mine.toSorted((a, b) => b.least - a.least)[0];
  return rarest && rarest.least > even && chance > even ? reason(rarest, false) : null;
}

function reason({ cell, applied }: { readonly cell: Cell; readonly applied: number }, lowers: boolean): ChanceReason {
  const { feature, codes, also = null, most } = cell;
  return { feature, codes, also, applied, most, lowers };
}
