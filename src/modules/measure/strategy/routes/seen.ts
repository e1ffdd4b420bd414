import { yearOf } from '../../../../kernel/day.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { holdersOf } from '../../../housing/public.ts';
import { mayLookInside } from '../access.ts';
import type { Metric } from '../rules/metric.ts';
import type { Plan } from '../rules/plan.ts';
import { type Area, inForce, type Version } from '../rules/version.ts';
import { metricById } from '../store/metrics.ts';
import { planById } from '../store/plans.ts';
import { areasIn, versionById, versions } from '../store/versions.ts';
import { strategyText } from '../text/strategy.ts';
import { strategyPlace } from '../urls.ts';
import type { Somebody } from '../views/plan.tsx';

export type WithVersion = Omit<Visit, 'params'> & { readonly params: { readonly version: string } };
export type WithArea = Omit<Visit, 'params'> & { readonly params: { readonly area: string } };
export type WithPlan = Omit<Visit, 'params'> & { readonly params: { readonly plan: string } };
export type WithMetric = Omit<Visit, 'params'> & { readonly params: { readonly metric: string } };
export type WithYear = Omit<Visit, 'params'> & { readonly params: { readonly year: string } };

export function trailTo({ language }: Pick<Visit, 'language'>) {
  return [{ href: strategyPlace({}), label: strategyText(language).title }];
}

export async function versionIn({ tx, params }: Pick<WithVersion, 'tx' | 'params'>): Promise<Version> {
  const id = readId<'strategy_version'>(params.version) ?? missing();
  return (await versionById(tx, id)) ?? missing();
}

/** The areas that a reader may see: those of the strategy in force; with what is being written, for those who look inside. */
async function areasSeen({ tx, actor }: Pick<Visit, 'tx' | 'actor'>): Promise<ReadonlyMap<Area['id'], Area>> {
  const all = await versions(tx);
  const now = inForce(all);
  const seen = mayLookInside(actor) ? all : now ? [now] : [];
  const areas = await areasIn(
    tx,
    seen.map(({ id }) => id),
  );
  return new Map(areas.map((area) => [area.id, area]));
}

/** The area, plan or metric in the path, for those who may see it; missing to everybody else. */
export async function areaSeen(visit: Pick<Visit, 'tx' | 'actor'>, text: string): Promise<Area> {
  const id = readId<'strategy_area'>(text) ?? missing();
  return (await areasSeen(visit)).get(id) ?? missing();
}

export async function planSeen(visit: Pick<WithPlan, 'tx' | 'actor' | 'params'>): Promise<Plan> {
  const id = readId<'strategy_plan'>(visit.params.plan) ?? missing();
  const plan = (await planById(visit.tx, id)) ?? missing();
  return (await mayBeSeen(visit, plan.areaId)) || plan.ownerId === ownId(visit) ? plan : missing();
}

export async function metricSeen(visit: Pick<WithMetric, 'tx' | 'actor' | 'params'>): Promise<Metric> {
  const id = readId<'strategy_metric'>(visit.params.metric) ?? missing();
  const metric = (await metricById(visit.tx, id)) ?? missing();
  return (await mayBeSeen(visit, metric.areaId)) || metric.ownerId === ownId(visit) ? metric : missing();
}

async function mayBeSeen(visit: Pick<Visit, 'tx' | 'actor'>, areaId: Area['id']): Promise<boolean> {
  return mayLookInside(visit.actor) || (await areasSeen(visit)).has(areaId);
}

function ownId({ actor }: Pick<Visit, 'actor'>): Id<'person'> | null {
  return actor.kind === 'person' ? actor.personId : null;
}

export function yearIn({ params, tx }: Pick<WithYear, 'params' | 'tx'>): number {
  const year = /^\d{4}$/.test(params.year) ? Number(params.year) : 0;
  return year >= 2000 && year <= yearOf(tx.today) ? year : missing();
}

/** Those who can look after something: who holds an office here, and lives off it or is elected. */
export async function ownersIn(tx: TenantDb): Promise<readonly Somebody[]> {
  const roles = ['secretariat', 'consultant', 'organisation_board', 'finance', 'operations', 'board_member'] as const;
  const found = new Map(
    (await holdersOf(tx, roles, 'any')).map(({ id, name }) => [id as string, { id: id as string, name }]),
  );
  return [...found.values()];
}
