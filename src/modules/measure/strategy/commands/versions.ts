import type { Day } from '../../../../kernel/day.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { displayNames } from '../../../housing/public.ts';
import { definitionOn, type Metric } from '../rules/metric.ts';
import type { Plan } from '../rules/plan.ts';
import {
  type ApproveRefusal,
  type Area,
  approveRefusal,
  type Content,
  draftOf,
  inForce,
  MOST_AREAS,
  type Version,
  type VersionWords,
} from '../rules/version.ts';
import { metricsOf } from '../store/metrics.ts';
import { plansOf } from '../store/plans.ts';
import {
  areasOf,
  copyAreas,
  dropArea,
  insertApproval,
  insertArea,
  insertVersion,
  lockVersion,
  updateArea,
  updateVersion,
  versions,
} from '../store/versions.ts';

/** A new draft, with the focus areas of the one in force. Refused while another is being written. */
export async function beginVersion(
  tx: TenantDb,
  words: VersionWords,
): Promise<Outcome<Version['id'], 'draft_already'>> {
  const all = await versions(tx);
  if (draftOf(all)) return refused('draft_already');
  const { id, number } = await insertVersion(tx, words);
  const before = inForce(all);
  if (before) await copyAreas(tx, before.id, id);
  note(tx, 'version_begun', id, { number });
  return ok(id);
}

type WriteRefusal = 'approved_already' | 'written_meanwhile';

export async function saveVersion(
  tx: TenantDb,
  id: Version['id'],
  version: number,
  words: VersionWords,
): Promise<Outcome<null, WriteRefusal>> {
  const held = await lockVersion(tx, id);
  if (!held || held.approval) return refused('approved_already');
  if (!(await updateVersion(tx, id, version, words))) return refused('written_meanwhile');
  note(tx, 'version_saved', id, { number: held.number });
  return ok(null);
}

/** Focus areas are written in a draft alone. Refused when it is decided, or has as many as a board can hold on to. */
export async function addArea(
  tx: TenantDb,
  versionId: Version['id'],
  words: Omit<Area, 'id'>,
): Promise<Outcome<Area['id'], 'approved_already' | 'too_many'>> {
  const held = await lockVersion(tx, versionId);
  if (!held || held.approval) return refused('approved_already');
  if ((await areasOf(tx, versionId)).length >= MOST_AREAS) return refused('too_many');
  const id = await insertArea(tx, versionId, words);
  note(tx, 'version_saved', versionId, { number: held.number });
  return ok(id);
}

export async function saveArea(
  tx: TenantDb,
  versionId: Version['id'],
  area: Area,
): Promise<Outcome<null, 'approved_already'>> {
  return changeArea(tx, versionId, () => updateArea(tx, versionId, area));
}

export async function removeArea(
  tx: TenantDb,
  versionId: Version['id'],
  id: Area['id'],
): Promise<Outcome<null, 'approved_already'>> {
  return changeArea(tx, versionId, () => dropArea(tx, versionId, id));
}

async function changeArea(
  tx: TenantDb,
  versionId: Version['id'],
  change: () => Promise<void>,
): Promise<Outcome<null, 'approved_already'>> {
  const held = await lockVersion(tx, versionId);
  if (!held || held.approval) return refused('approved_already');
  await change();
  note(tx, 'version_saved', versionId, { number: held.number });
  return ok(null);
}

/** The organisation board has decided: the version is frozen as it stands, with plans and metrics. */
export async function approveVersion(
  tx: TenantDb,
  id: Version['id'],
  decided: { readonly decidedOn: Day; readonly decision: string },
): Promise<Outcome<null, ApproveRefusal>> {
  const held = await lockVersion(tx, id);
  const areas = await areasOf(tx, id);
  if (!held) return refused('approved_already');
  const refusal = approveRefusal(held, areas.length, decided.decidedOn, tx.today);
  if (refusal) return refused(refusal);
  await insertApproval(tx, id, decided, await contentNow(tx, held, areas));
  note(tx, 'version_approved', id, { number: held.number, decided: decided.decidedOn });
  return ok(null);
}

async function contentNow(tx: TenantDb, version: Version, areas: readonly Area[]): Promise<Content> {
  const ids = areas.map(({ id }) => id);
  const [plans, metrics] = [await plansOf(tx, ids), await metricsOf(tx, ids)];
  const names = await displayNames(
    tx,
    plans.map(({ ownerId }) => ({ kind: 'person', id: ownerId })),
  );
  return {
    title: version.title,
    words: version.words,
    from: version.from,
    until: version.until,
    areas: areas.map(({ id, title, words }) => ({
      title,
      words,
      plans: plans.filter(({ areaId }) => areaId === id).map((plan) => decidedPlan(plan, names)),
      metrics: metrics.filter(({ areaId }) => areaId === id).map((metric) => decidedMetric(metric, tx.today)),
    })),
  };
}

function decidedPlan(plan: Plan, names: ReadonlyMap<string, string>): Content['areas'][number]['plans'][number] {
  const { title, activities, deadline, budget, ownerId } = plan;
  return { title, activities, deadline, budget, owner: names.get(`person:${ownerId}`) ?? '' };
}

function decidedMetric(metric: Metric, today: Day): Content['areas'][number]['metrics'][number] {
  const { name, definition, better, baseline, target } = definitionOn(metric, today);
  const { unit, frequency, figure } = metric;
  return { unit, frequency, name, definition, better, baseline, target, fed: figure !== null };
}

function note(tx: TenantDb, what: string, id: Version['id'], facts: Readonly<Record<string, number | string>>): void {
  record(tx, { kind: `strategy.${what}`, subject: { kind: 'strategy_version', id }, facts });
}
