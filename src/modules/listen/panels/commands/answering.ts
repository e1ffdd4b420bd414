import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { writtenIn } from '../letters/messages.ts';
import { type Application, type ExitWhy, holdsSeat, stateOf } from '../rules/people.ts';
import { endPauses, insertExit, insertPause, lockApplication } from '../store/applications.ts';
import { panelById, selectorsOf } from '../store/panels.ts';
import { answerPlace } from '../store/places.ts';
import { told } from './told.ts';
import { write } from './writing.ts';

/** Who it was that acted: the person themselves, or staff who wrote it in. */
type By = Channel | null;

export type AnswerRefusal = 'answered' | 'not_offered';

/** Yes or no to a seat. After the day it was promised for a yes still counts, as long as nobody else was asked. */
export async function answerOffer(
  tx: TenantDb,
  id: Id<'panel_application'>,
  answer: 'yes' | 'no',
  onBehalf: By,
): Promise<Outcome<Application, AnswerRefusal>> {
  const application = await lockApplication(tx, id);
  if (!application?.place || application.exit) return refused('not_offered');
  if (application.place.answer !== null) return refused('answered');
  const { channel, registeredBy } = byWhom(tx, onBehalf);
  await answerPlace(tx, id, { answer, channel, registeredBy });
  await closeTurns(tx, { subject: { kind: 'panel_application', id } });
  told(tx, answer === 'yes' ? 'accepted' : 'declined', application.panelId, { channel: onBehalf });
  if (onBehalf) await tell(tx, application, answer);
  if (answer === 'no') await seatIsFree(tx, application.panelId);
  return ok(application);
}

/** Takes one's name off, drops out, moves away; a double is taken out by the selectors. A seat that was held is free. */
export async function leave(
  tx: TenantDb,
  id: Id<'panel_application'>,
  why: ExitWhy,
  onBehalf: By,
): Promise<Outcome<Application, 'left'>> {
  const application = await lockApplication(tx, id);
  if (!application || application.exit) return refused('left');
  const { channel, registeredBy } = byWhom(tx, onBehalf);
  const held = holdsSeat(application);
  await insertExit(tx, id, { why, channel, registeredBy });
  await closeTurns(tx, { subject: { kind: 'panel_application', id } });
  told(tx, 'left', application.panelId, { why, held });
  if (onBehalf) await tell(tx, application, why === 'double' ? 'double' : 'gone');
  if (held) await seatIsFree(tx, application.panelId);
  return ok(application);
}

/** What was written in for somebody is told to them, so that nobody can answer for another unseen. */
async function tell(tx: TenantDb, application: Application, what: Parameters<typeof writtenIn>[1]): Promise<void> {
  const panel = await panelById(tx, application.panelId);
  if (panel) await write(tx, application, writtenIn(panel, what));
}

/** A break: the seat is kept, and nobody is asked to come. */
export async function pause(
  tx: TenantDb,
  id: Id<'panel_application'>,
  backOn: Day | null,
): Promise<Outcome<null, 'no_member'>> {
  const application = await lockApplication(tx, id);
  if (!application || stateOf(application) !== 'member') return refused('no_member');
  await insertPause(tx, id, backOn);
  told(tx, 'paused', application.panelId);
  return ok(null);
}

export async function comeBack(tx: TenantDb, id: Id<'panel_application'>): Promise<void> {
  const application = await lockApplication(tx, id);
  if (!application || stateOf(application) !== 'paused') return;
  await endPauses(tx, id);
  told(tx, 'came_back', application.panelId);
}

/** The selectors find somebody to take it. */
export async function seatIsFree(tx: TenantDb, panelId: Id<'panel'>): Promise<void> {
  for (const personId of await selectorsOf(tx, panelId)) {
    await openTurn(tx, {
      kind: 'panel.seat_free',
      subject: { kind: 'panel', id: panelId },
      assignee: { personId },
      facts: { panel: panelId },
    });
  }
}

function byWhom(tx: TenantDb, onBehalf: By): { readonly channel: Channel; readonly registeredBy: Id<'person'> | null } {
  return onBehalf
    ? { channel: onBehalf, registeredBy: personIdOf(tx.actor) }
    : { channel: tx.channel, registeredBy: null };
}
