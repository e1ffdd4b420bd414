import { type DrawRow, drawnOf, type Pooled } from './draw.ts';
import { type Application, stateOf, type Traits } from './people.ts';
import { type Cell, inCell } from './profile.ts';

/** SHA-256 of a text, in hex. */
type Hash = (text: string) => string;

/**
 * All who were not drawn, in the order in which seats that become free go to them. It follows from a key that was fixed with
 * the list and from the number that was drawn, so that nobody can have chosen it. Empty before the draw, and for draws of old.
 */
export function reservesOf(
  draw: Pick<DrawRow, 'pool' | 'result' | 'number' | 'reserveKey'>,
  hash: Hash,
): readonly Pooled[] {
  const { pool, number, reserveKey } = draw;
  if (number === null || reserveKey === null) return [];
  const drawn = new Set(drawnOf(draw).map(({ lot }) => lot));
  return pool
    .filter(({ lot }) => !drawn.has(lot))
    .map((one) => ({ one, rank: hash(`${reserveKey}\n${number}\n${one.lot}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ one }) => one);
}

export interface Reserve {
  readonly application: Application;
  /** In the order, from 1. */
  readonly place: number;
}

/**
 * The reserve that brings the group nearest to the mirror: the first in the order of those with whom least is missing and
 * nothing is too much. For one free seat that gives all who fit the same chance, as LEXIMIN would. Null: nobody is left.
 */
export function nextReserve(
  draw: DrawRow,
  all: readonly Application[],
  holding: readonly Application[],
  hash: Hash,
): Reserve | null {
  const byId = new Map(all.map((application) => [application.id as string, application]));
  const homes = new Set(holding.map(({ homeKey }) => homeKey));
  const boards = holding.filter(({ onBoard }) => onBoard).length;
  const held = holding.map(({ traits }) => traits);
  let best: Reserve | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, { id }] of reservesOf(draw, hash).entries()) {
    const application = byId.get(id ?? '');
    if (!application || stateOf(application) !== 'waits' || homes.has(application.homeKey)) continue;
    if (application.onBoard && draw.boardMost !== null && boards >= draw.boardMost) continue;
    const off = farFrom(draw.quotas, [...held, application.traits]);
    if (off >= least) continue;
    least = off;
    best = { application, place: at + 1 };
  }
  return best;
}

/** How many seats are wrong: missing below the fewest, or above the most. */
function farFrom(cells: readonly Cell[], people: readonly Traits[]): number {
  return cells.reduce((sum, cell) => {
    const count = people.filter((traits) => inCell(cell, traits)).length;
    return sum + Math.max(0, cell.fewest - count) + Math.max(0, count - cell.most);
  }, 0);
}
