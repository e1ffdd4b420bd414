import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { boardOf, ownOrganisation, rolesOf } from '../../../housing/public.ts';
import { type Assignee, closeTurns, type NewTurn, notify, openTurn } from '../../../turns/public.ts';
import { todayNote } from '../letters/notes.ts';
import { dueOfPeriod, NOTICE_DAYS, urgencyOf } from '../rules/due.ts';
import { evaluationDueOn } from '../rules/evaluation.ts';
import { missingPoint, offTwice, yearToEvaluate } from '../rules/metric.ts';
import { hasStrategy } from '../rules/version.ts';
import { nextDay } from '../rules/wheel.ts';
import { evaluationApproval } from '../store/evaluations.ts';
import { activeMetrics } from '../store/metrics.ts';
import { openPlans } from '../store/plans.ts';
import { versions } from '../store/versions.ts';
import { wheelItems } from '../store/wheel.ts';
import { metricPlace, planPlace } from '../urls.ts';
import { evaluationSubject } from './evaluations.ts';
import { seriesFor } from './metrics.ts';

const SECRETARIAT: Assignee = { role: 'secretariat', departmentId: null };

/** Once a day: what is due is asked for, first of its owner, at last of the chair; and who is behind is told. */
export async function remind(tx: TenantDb, figures: readonly Figure[]): Promise<void> {
  const who = await recipients(tx);
  await remindOfPlans(tx, who);
  await remindOfMetrics(tx, figures, who);
  await remindOfEvaluation(tx);
  await remindOfWheel(tx);
}

interface Recipients {
  /** The owner, or the secretariat when they hold no office here any more. */
  ownerOr(ownerId: Id<'person'>): Promise<Assignee>;
  readonly chair: Assignee;
}

async function recipients(tx: TenantDb): Promise<Recipients> {
  const { id: organisationId } = await ownOrganisation(tx);
  const board = await boardOf(tx, { organisationId, departmentId: null });
  const chair = board.members.find(({ office }) => office === 'chair');
  const known = new Map<Id<'person'>, Assignee>();
  return {
    chair: chair ? { personId: chair.personId } : { role: 'organisation_board', departmentId: null },
    async ownerOr(ownerId) {
      const found = known.get(ownerId) ?? ((await isHere(tx, ownerId)) ? { personId: ownerId } : SECRETARIAT);
      known.set(ownerId, found);
      return found;
    },
  };
}

async function isHere(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const roles = await rolesOf(tx, personId);
  return roles.some(({ from, until }) => from <= tx.today && (until === null || until >= tx.today));
}

async function remindOfPlans(tx: TenantDb, who: Recipients): Promise<void> {
  for (const { id, deadline, ownerId } of await openPlans(tx)) {
    const subject = { kind: 'strategy_plan', id };
    await press(tx, who, ownerId, { kind: 'strategy.plan', subject, due: deadline }, planPlace({ plan: id }));
  }
}

async function remindOfMetrics(tx: TenantDb, figures: readonly Figure[], who: Recipients): Promise<void> {
  const metrics = await activeMetrics(tx);
  const series = await seriesFor(tx, figures, metrics);
  for (const { id, ownerId, figure } of metrics) {
    const points = series.get(id) ?? [];
    const subject = { kind: 'strategy_metric', id };
    const missing = figure === null ? missingPoint(points) : null;
    if (missing) {
      const { from, until } = missing;
      const turn = { kind: 'strategy.measure', subject, due: dueOfPeriod(until), facts: { from, until } };
      await press(tx, who, ownerId, turn, metricPlace({ metric: id }));
    }
    if (offTwice(points)) await tellBehind(tx, who, ownerId, subject);
    else await closeTurns(tx, { kind: 'strategy.off_track', subject });
  }
}

/** -14: the owner. 0: the owner once more. +14: the chair too. */
async function press(
  tx: TenantDb,
  who: Recipients,
  ownerId: Id<'person'>,
  turn: Omit<NewTurn, 'assignee'> & { readonly due: NonNullable<NewTurn['due']> },
  path: Parameters<typeof todayNote>[1],
): Promise<void> {
  const urgency = urgencyOf(turn.due, tx.today);
  if (urgency === null) return;
  const owner = await who.ownerOr(ownerId);
  await openTurn(tx, { ...turn, assignee: owner });
  if (urgency === 'today' && 'personId' in owner) {
    await notify(tx, { to: owner, topic: 'turn', say: (language) => todayNote(language, path) });
  }
  if (urgency === 'late') await openTurn(tx, { ...turn, kind: `${turn.kind}_late`, assignee: who.chair });
}

/** Behind two periods in a row: the owner and the chair hear of it, once while it lasts. */
async function tellBehind(tx: TenantDb, who: Recipients, ownerId: Id<'person'>, subject: Subject): Promise<void> {
  await openTurn(tx, { kind: 'strategy.off_track', subject, assignee: await who.ownerOr(ownerId) });
  await openTurn(tx, { kind: 'strategy.off_track', subject, assignee: who.chair });
}

/** From New Year the year that is over is to be thought through, until the board has approved it. */
async function remindOfEvaluation(tx: TenantDb): Promise<void> {
  const year = yearToEvaluate(tx.today);
  if (!hasStrategy(await versions(tx), year) || (await evaluationApproval(tx, year))) return;
  await openTurn(tx, {
    kind: 'strategy.evaluate',
    subject: evaluationSubject(year),
    assignee: SECRETARIAT,
    due: evaluationDueOn(year),
    facts: { year },
  });
}

/** A fortnight before, and until the day is over. */
async function remindOfWheel(tx: TenantDb): Promise<void> {
  for (const item of await wheelItems(tx)) {
    const subject = { kind: 'year_wheel_item', id: item.id };
    const next = nextDay(item, tx.today);
    if (next && next <= addDays(tx.today, NOTICE_DAYS)) {
      await openTurn(tx, { kind: 'strategy.wheel', subject, assignee: SECRETARIAT, due: next });
    } else await closeTurns(tx, { kind: 'strategy.wheel', subject });
  }
}
