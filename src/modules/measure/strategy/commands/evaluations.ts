import { type Day, yearOf } from '../../../../kernel/day.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns } from '../../../turns/public.ts';
import {
  type Evaluation,
  type EvaluationApproval,
  type EvaluationRefusal,
  evaluationRefusal,
} from '../rules/evaluation.ts';
import { definitionOn } from '../rules/metric.ts';
import { yearPeriod } from '../rules/period.ts';
import type { Area } from '../rules/version.ts';
import { evaluationApproval, evaluationsOf, insertEvaluationApproval, saveEvaluation } from '../store/evaluations.ts';
import { metricsIn } from '../store/metrics.ts';
import { seriesFor } from './metrics.ts';

/** What a year came to in one focus area. Refused once the board has approved the year. */
export async function writeEvaluation(
  tx: TenantDb,
  year: number,
  one: Evaluation,
): Promise<Outcome<null, 'approved_already' | 'written_meanwhile'>> {
  if (await evaluationApproval(tx, year)) return refused('approved_already');
  if (!(await saveEvaluation(tx, year, one))) return refused('written_meanwhile');
  note(tx, 'evaluated', year);
  return ok(null);
}

/** The board has approved the year: its words are locked, and its measurements are kept as they stood. */
export async function approveEvaluation(
  tx: TenantDb,
  figures: readonly Figure[],
  asked: { readonly year: number; readonly areas: readonly Area[]; readonly decidedOn: Day; readonly decision: string },
): Promise<Outcome<null, EvaluationRefusal>> {
  const { year, areas, decidedOn, decision } = asked;
  const approval = await evaluationApproval(tx, year);
  const written = await evaluationsOf(tx, year);
  const refusal = evaluationRefusal({ year, decidedOn, today: tx.today }, areas, written, approval);
  if (refusal) return refused(refusal);
  const frozen = await frozenMetrics(tx, figures, areas, year);
  if (!(await insertEvaluationApproval(tx, year, { decidedOn, decision, metrics: frozen }))) {
    return refused('approved_already');
  }
  await closeTurns(tx, { subject: evaluationSubject(year) });
  note(tx, 'evaluation_approved', year);
  return ok(null);
}

async function frozenMetrics(
  tx: TenantDb,
  figures: readonly Figure[],
  areas: readonly Area[],
  year: number,
): Promise<EvaluationApproval['metrics']> {
  const metrics = await metricsIn(
    tx,
    areas.map(({ id }) => id),
    year,
  );
  const series = await seriesFor(tx, figures, metrics);
  return metrics.map((metric) => ({
    id: metric.id,
    name: definitionOn(metric, yearPeriod(year).until).name,
    points: (series.get(metric.id) ?? [])
      .filter(({ until }) => yearOf(until) === year)
      .map(({ from, until, value }) => ({ from, until, value })),
  }));
}

/** A year's evaluation, as what can wait for somebody. */
export function evaluationSubject(year: number) {
  return { kind: 'strategy_evaluation', id: String(year) };
}

function note(tx: TenantDb, what: string, year: number): void {
  record(tx, { kind: `strategy.${what}`, subject: evaluationSubject(year), facts: { year } });
}
