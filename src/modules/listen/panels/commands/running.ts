import { randomBytes } from 'node:crypto';
import type { DrawAnswer, Progress } from '../../../../engines/sortition/draw.ts';
import { panelsFile, sha256 } from '../../../../engines/sortition/proof.ts';
import { draw as drawPanel } from '../../../../engines/sortition/sortition.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Tenant, TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Errand } from '../../../../platform/jobs/jobs.ts';
import { type DrawResult, type DrawRow, quotasOf, TIME_LIMIT_MS, valuesOf } from '../rules/draw.ts';
import { writeLot } from '../rules/people.ts';
import { drawById, lockDraw, moveDraw } from '../store/draws.ts';
import { askToPress } from './drawing.ts';
import { told } from './told.ts';

/** A transaction of its own beside the job's: how far it is, and whether somebody stopped it. */
export type Desk = <T>(tenant: Tenant, work: (tx: TenantDb) => Promise<T>) => Promise<T>;

/** Takes a draw up, and answers the calculation. Null: it was stopped, or is done. */
export async function prepareDraw(tx: TenantDb, id: Id<'panel_draw'>, desk: Desk | null): Promise<Errand | null> {
  const draw = await lockDraw(tx, id);
  if (!draw || !(await moveDraw(tx, id, ['waiting', 'running'], { state: 'running', progress: 0 }))) return null;
  const { tenant } = tx;
  return async () => {
    const answer = await calculate(draw, desk && ((work) => desk(tenant, work)));
    return (end) => finish(end, draw, answer);
  };
}

const LOOK_MS = 700;

async function calculate(
  draw: DrawRow,
  desk: (<T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>) | null,
): Promise<DrawAnswer> {
  const stop = new AbortController();
  let thousandths = 0;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const goesOn = await desk?.((tx) =>
      moveDraw(tx, draw.id, ['running'], { state: 'running', progress: thousandths }),
    );
    if (goesOn === false) stop.abort();
  };
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined);
  }, LOOK_MS);
  try {
    return await drawPanel(requestOf(draw), {
      signal: stop.signal,
      onProgress: (progress) => {
        thousandths = Math.max(thousandths, partOf(progress));
      },
    });
  } finally {
    clearInterval(timer);
    await looking;
  }
}

const STEPS: readonly Progress['step'][] = ['reachable', 'target', 'panels', 'levels', 'list'];

/** All steps count the same: nobody knows beforehand which takes long. */
function partOf({ step, share }: Progress): number {
  return Math.round(((STEPS.indexOf(step) + Math.min(1, share)) / STEPS.length) * 1000);
}

function requestOf(draw: DrawRow) {
  const { pool, seats, algorithm, seed, panels } = draw;
  return {
    pool: pool.map((one) => ({ id: one.lot, values: valuesOf(draw, one), household: String(one.home) })),
    quotas: quotasOf(draw),
    seats,
    algorithm,
    seed,
    panels,
    include: [],
    exclude: [],
    timeLimitMs: TIME_LIMIT_MS,
  };
}

async function finish(tx: TenantDb, draw: DrawRow, answer: DrawAnswer): Promise<void> {
  const { id, panelId, kind } = draw;
  if (!answer.ok) return finishWithout(tx, draw, answer.refusal);
  const result = resultOf(draw, answer.value);
  const lots = new Map(draw.pool.map(({ lot }) => [lot, writeLot(lot)]));
  const listHash = sha256(panelsFile(answer.value.panels, lots));
  const reserveKey = randomBytes(32).toString('hex');
  const to = { state: 'ready', progress: 1000, result, listHash, reserveKey } as const;
  if (!(await moveDraw(tx, id, ['running'], to))) return;
  told(tx, 'draw_ready', panelId, { draw: id, what: kind, list: listHash });
  const ready = await drawById(tx, id);
  if (ready && (kind === 'two' || kind === 'spare')) await askToPress(tx, ready);
}

async function finishWithout(
  tx: TenantDb,
  { id, panelId }: DrawRow,
  refusal: Exclude<DrawAnswer, { ok: true }>['refusal'],
): Promise<void> {
  if (refusal.kind === 'infeasible') {
    await moveDraw(tx, id, ['running'], { state: 'infeasible', result: { relaxations: refusal.relaxations } });
  } else await moveDraw(tx, id, ['running'], { state: refusal.kind === 'cancelled' ? 'stopped' : 'failed' });
  // Who stopped it has been told already.
  if (refusal.kind === 'cancelled') return;
  told(tx, 'draw_failed', panelId, { draw: id, why: refusal.kind });
}

function resultOf(draw: DrawRow, found: Extract<DrawAnswer, { ok: true }>['value']): DrawResult {
  const places = new Map(draw.pool.map(({ lot }, place) => [lot, place]));
  const at = (lot: string): number => places.get(lot) as number;
  return {
    optimal: found.optimal,
    gap: found.gap,
    minimum: found.minProbability,
    gini: found.giniCoefficient,
    chances: draw.pool.map(({ lot }) => found.probabilities[lot] ?? 0),
    unreachable: found.unreachable.map(at),
    panels: found.panels.map((panel) => panel.map(at)),
    certificate: found.certificate,
  };
}
