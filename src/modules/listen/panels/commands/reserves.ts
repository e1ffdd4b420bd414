import { sha256 } from '../../../../engines/sortition/proof.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { mainDraw } from '../rules/draw.ts';
import { settleHomes } from '../rules/homes.ts';
import { type Application, holdsSeat } from '../rules/people.ts';
import { nextReserve } from '../rules/reserves.ts';
import { applicationsOf } from '../store/applications.ts';
import { drawById, drawsOf } from '../store/draws.ts';
import { lockPanel } from '../store/panels.ts';
import { insertPlace } from '../store/places.ts';
import { offer } from './drawing.ts';
import { told } from './told.ts';

export type ReserveRefusal = 'full' | 'not_drawn' | 'undecided' | 'nobody';

/**
 * Offers a seat that is free to the next reserve of the draw that gave the seats. One person can do it, since it was decided with the
 * draw whom it goes to. `undecided`: substitutes are being drawn for it.
 */
export async function callReserve(tx: TenantDb, panelId: Id<'panel'>): Promise<Outcome<Application, ReserveRefusal>> {
  const panel = await lockPanel(tx, panelId);
  if (!panel || panel.kind === 'open') return refused('not_drawn');
  const all = settleHomes(await applicationsOf(tx, panelId));
  const holding = all.filter(holdsSeat);
  const free = panel.seats - holding.length;
  if (free < 1) return refused('full');
  const draws = await drawsOf(tx, panelId);
  if (draws.some(({ kind, state }) => kind === 'spare' && ['waiting', 'running', 'ready'].includes(state))) {
    return refused('undecided');
  }
  const main = mainDraw(draws);
  const draw = main && (await drawById(tx, main.id));
  if (!draw) return refused('not_drawn');
  const next = nextReserve(draw, all, holding, sha256);
  if (!next) return refused('nobody');
  const { application, place } = next;
  const answerBy = addDays(tx.today, panel.offerDays);
  await insertPlace(tx, { panelId, applicationId: application.id, drawId: draw.id, answerBy, reserve: place });
  await offer(tx, panel, application, answerBy);
  if (free === 1) await closeTurns(tx, { kind: 'panel.seat_free', subject: { kind: 'panel', id: panelId } });
  told(tx, 'reserve_called', panelId, { draw: draw.id, place });
  return ok(application);
}
