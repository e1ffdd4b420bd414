import { createHash, randomBytes } from 'node:crypto';
import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { notDrawn, offered } from '../letters/messages.ts';
import {
  ALGORITHM,
  agreed,
  canReopen,
  type DrawKind,
  type DrawRow,
  drawnOf,
  isUndecided,
  numberFrom,
  PANELS_A_LIST,
  PRESSES_NEEDED,
  poolOf,
} from '../rules/draw.ts';
import { settleHomes } from '../rules/homes.ts';
import { JOBS } from '../rules/jobs.ts';
import type { Panel } from '../rules/panel.ts';
import { type Application, holdsSeat, stateOf } from '../rules/people.ts';
import { residualCells } from '../rules/profile.ts';
import { applicationsOf } from '../store/applications.ts';
import {
  drawById,
  drawsOf,
  insertDraw,
  insertPress,
  insertThrow,
  lockDraw,
  moveDraw,
  saveNumber,
} from '../store/draws.ts';
import { lockPanel, lockPool, selectorsOf, unlockPool } from '../store/panels.ts';
import { insertPlace } from '../store/places.ts';
import { cellsOf } from '../store/profile.ts';
import { dayToGo } from './keeping.ts';
import { told } from './told.ts';
import { write } from './writing.ts';

/** The pool is as it is from here on. */
export async function closePool(tx: TenantDb, panel: Panel): Promise<void> {
  await lockPanel(tx, panel.id);
  await lockPool(tx, panel.id, personIdOf(tx.actor));
  const pool = eligible(panel, await applicationsOf(tx, panel.id));
  told(tx, 'locked', panel.id, { people: pool.length });
}

/** The profile, and who is in the pool, can be changed again: no list for seats was ever fixed. */
export async function reopenPool(tx: TenantDb, panelId: Id<'panel'>): Promise<Outcome<null, 'settled'>> {
  const panel = await lockPanel(tx, panelId);
  if (!panel || !canReopen(panel, await drawsOf(tx, panelId))) return refused('settled');
  await unlockPool(tx, panelId);
  told(tx, 'unlocked', panelId);
  return ok(null);
}

/** Who can be drawn: those who wait, and sit in no board where boards are kept out. */
export function eligible(panel: Pick<Panel, 'boardLimit'>, all: readonly Application[]): readonly Application[] {
  return all.filter((one) => stateOf(one) === 'waits' && !(panel.boardLimit === 0 && one.onBoard));
}

export type DrawRefusal =
  | 'open_group'
  | 'not_locked'
  | 'running'
  | 'undecided'
  | 'nobody'
  | 'too_few'
  | 'full'
  | 'drawn';

/**
 * Asks for a draw: calculated out of sight. `test` may be made at any time; the others once the pool is closed, and one at a time:
 * nobody has two lists to choose between. `undecided`: a list waits for its number already.
 */
export async function askDraw(
  tx: TenantDb,
  panelId: Id<'panel'>,
  kind: DrawKind,
): Promise<Outcome<Id<'panel_draw'>, DrawRefusal>> {
  const panel = await lockPanel(tx, panelId);
  if (!panel || panel.kind === 'open') return refused('open_group');
  if (kind !== 'test' && !panel.locked) return refused('not_locked');
  const all = settleHomes(await applicationsOf(tx, panelId));
  const holding = all.filter(holdsSeat);
  if ((kind === 'two' || kind === 'public') && all.some(({ place }) => place)) return refused('drawn');
  const seats = kind === 'spare' ? panel.seats - holding.length : panel.seats;
  if (seats < 1) return refused('full');
  if (kind !== 'test' && (await drawsOf(tx, panelId)).some(isUndecided)) return refused('undecided');
  const homes = new Set(kind === 'spare' ? holding.map(({ homeKey }) => homeKey) : []);
  const pool = eligible(panel, all).filter(({ homeKey }) => !homes.has(homeKey));
  if (pool.length === 0) return refused('nobody');
  if (pool.length < seats) return refused('too_few');
  const cells = await cellsOf(tx, panelId);
  const held = kind === 'spare' ? holding.map(({ traits }) => traits) : [];
  const id = await insertDraw(
    tx,
    {
      panelId,
      kind,
      seats,
      panels: PANELS_A_LIST,
      seed: randomBytes(12).toString('hex'),
      algorithm: ALGORITHM,
      pool: poolOf(pool),
      quotas: residualCells(cells, held, seats),
      boardMost: boardLeft(panel, kind === 'spare' ? holding : []),
    },
    personIdOf(tx.actor),
  );
  if (!id) return refused('running');
  await enqueue(tx, { name: JOBS.draw }, { draw: id });
  told(tx, 'draw_asked', panelId, { draw: id, what: kind });
  return ok(id);
}

/** How many more from boards there may be; boards are kept out of the pool where there are to be none. */
function boardLeft({ boardLimit }: Panel, holding: readonly Application[]): number | null {
  if (boardLimit === null || boardLimit === 0) return null;
  return Math.max(0, boardLimit - holding.filter(({ onBoard }) => onBoard).length);
}

/**
 * Whoever calculates it lets go within a second or two. A list that is fixed can be given up too, and everybody can see that it
 * was; not once somebody has pressed, or typed what the dice showed.
 */
export async function stopDraw(tx: TenantDb, id: Id<'panel_draw'>): Promise<boolean> {
  const draw = await lockDraw(tx, id);
  const begun = draw !== null && draw.presses.length + draw.throws.length > 0;
  if (!draw || (begun && !(await isLate(tx, draw)))) return false;
  if (!(await moveDraw(tx, id, ['waiting', 'running', 'ready'], { state: 'stopped' }))) return false;
  await closeTurns(tx, { subject: { kind: 'panel_draw', id } });
  told(tx, 'draw_stopped', draw.panelId, { draw: id });
  return true;
}

/** The seats were given from another list: before there was one list at a time, that could be. */
async function isLate(tx: TenantDb, { kind, panelId }: DrawRow): Promise<boolean> {
  return kind !== 'spare' && (await applicationsOf(tx, panelId)).some(({ place }) => place);
}

/** Those who select are asked to press. */
export async function askToPress(tx: TenantDb, draw: DrawRow): Promise<void> {
  await ask(tx, draw, 'panel.press', null);
}

async function ask(
  tx: TenantDb,
  draw: DrawRow,
  kind: 'panel.press' | 'panel.dice',
  except: Id<'person'> | null,
): Promise<void> {
  for (const personId of await selectorsOf(tx, draw.panelId)) {
    if (personId === except) continue;
    await openTurn(tx, {
      kind,
      subject: { kind: 'panel_draw', id: draw.id },
      assignee: { personId },
      facts: { panel: draw.panelId, draw: draw.id },
    });
  }
}

export type PressRefusal = 'not_ready' | 'dice' | 'pressed';

/** One of the two presses. With the second, both their numbers together choose the panel. */
export async function press(tx: TenantDb, id: Id<'panel_draw'>): Promise<Outcome<'waits' | 'drawn', PressRefusal>> {
  const draw = await lockDraw(tx, id);
  if (draw?.state !== 'ready' || draw.kind === 'test' || (await isLate(tx, draw))) return refused('not_ready');
  if (draw.kind === 'public') return refused('dice');
  const personId = actingPerson(tx);
  if (!(await insertPress(tx, id, { personId, nonce: randomBytes(16).toString('hex') }))) return refused('pressed');
  told(tx, 'pressed', draw.panelId, { draw: id });
  const both = (await drawById(tx, id))?.presses ?? [];
  if (both.length < PRESSES_NEEDED) return ok('waits');
  const hash = createHash('sha256').update(`${draw.listHash}\n${both.map(({ nonce }) => nonce).join('\n')}\n`);
  await choose(tx, draw, numberFrom(hash.digest('hex'), draw.panels));
  return ok('drawn');
}

/** What the dice showed in front of everybody. It counts when two have typed the same; until then both can type again. */
export async function throwDice(
  tx: TenantDb,
  id: Id<'panel_draw'>,
  number: number,
): Promise<Outcome<'waits' | 'drawn', 'not_ready' | 'off_the_list'>> {
  const draw = await lockDraw(tx, id);
  if (draw?.state !== 'ready' || draw.kind !== 'public' || (await isLate(tx, draw))) return refused('not_ready');
  if (number >= draw.panels) return refused('off_the_list');
  const personId = actingPerson(tx);
  await insertThrow(tx, id, { personId, number });
  told(tx, 'thrown', draw.panelId, { draw: id, number });
  if (!agreed([...draw.throws, { personId, number, at: tx.now }])) {
    await ask(tx, draw, 'panel.dice', personId);
    return ok('waits');
  }
  await choose(tx, draw, number);
  return ok('drawn');
}

/** Who is known here finds it in Din tur, and hears of it by their own way; others are written to where they said. */
export async function offer(tx: TenantDb, panel: Panel, one: Application, answerBy: Day): Promise<void> {
  if (!one.personId) return write(tx, one, offered(panel, answerBy));
  await openTurn(tx, {
    kind: 'panel.offer',
    subject: { kind: 'panel_application', id: one.id },
    assignee: { personId: one.personId },
    due: answerBy,
    facts: { panel: panel.id },
  });
}

/** The panel of that number is the one: its people are offered a seat, and the others hear that they were not drawn. */
async function choose(tx: TenantDb, draw: DrawRow, number: number): Promise<void> {
  const panel = await lockPanel(tx, draw.panelId);
  if (!panel) throw new Error(`Cannot draw ${draw.id}: its focus group is gone`);
  await saveNumber(tx, draw.id, number);
  await closeTurns(tx, { subject: { kind: 'panel_draw', id: draw.id } });
  await closeTurns(tx, { kind: 'panel.seat_free', subject: { kind: 'panel', id: panel.id } });
  told(tx, 'drawn', panel.id, { draw: draw.id, what: draw.kind, number, list: draw.listHash });
  const drawn = new Set(drawnOf({ ...draw, number }).map(({ id }) => id as string));
  const pool = new Set(draw.pool.map(({ id }) => id as string));
  const answerBy = addDays(tx.today, panel.offerDays);
  for (const one of await applicationsOf(tx, panel.id)) {
    // Who has left since the pool was read is neither asked nor told.
    if (one.exit || one.place) continue;
    if (drawn.has(one.id)) {
      await insertPlace(tx, { panelId: panel.id, applicationId: one.id, drawId: draw.id, answerBy });
      await offer(tx, panel, one, answerBy);
    } else if (draw.kind !== 'spare' && pool.has(one.id)) await write(tx, one, notDrawn(panel));
  }
  told(tx, 'offered', panel.id, { people: drawn.size });
  // Who was not drawn sees today how soon their data goes.
  await dayToGo(tx, panel);
}
