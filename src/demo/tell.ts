import { type Actor, SYSTEM } from '../kernel/actor.ts';
import { addDays, type Day, dayOf, MS_PER_DAY } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { loadActor } from '../modules/housing/public.ts';
import type { Database } from '../platform/db/database.ts';
import type { Tenant, TenantDb } from '../platform/db/tenant-db.ts';
import { createTenant } from '../platform/db/tenants.ts';
import { arrangementScenes } from './arrangements.ts';
import { tellIdea, tellInitiativeStart } from './beginnings.ts';
import { catalogueScenes } from './catalogue.ts';
import { connectionScenes } from './connections.ts';
import { evaluationScenes } from './evaluation.ts';
import { tellEvent } from './events.ts';
import { fundScenes } from './fund.ts';
import { guestScenes } from './fund-guest.ts';
import { municipalScenes } from './fund-municipal.ts';
import { gatheringScenes } from './gatherings.ts';
import { IDEAS } from './ideas.ts';
import { INITIATIVES } from './initiatives.ts';
import { invoiceScenes } from './invoices.ts';
import { panelScenes } from './panels.ts';
import { paymentScenes } from './payments.ts';
import { LYNGBAKKEN } from './places.ts';
import { quietScenes } from './quiet.ts';
import { resultsScenes } from './results.ts';
import { type Cast, settle } from './settle.ts';
import { storiesScenes } from './stories.ts';
import { strategyScenes } from './strategy.ts';
import { tasksScenes } from './tasks.ts';
import { workshopScenes } from './workshops.ts';
import { yearBeforeScenes } from './year-before.ts';

/** One thing that happens in the story: so many days ago, done by somebody (or by a visitor). */
export interface Scene {
  readonly ago: number;
  readonly by: string | null;
  play(tx: TenantDb, stage: Stage): Promise<void>;
}

/** What the story remembers while it is told. */
export interface Stage extends Cast {
  readonly ideas: Map<string, Id<'idea'>>;
  readonly initiatives: Map<string, Id<'initiative'>>;
  /** Open questions ("vil du drive det?") by initiative and person; steps by initiative and words. */
  readonly asks: Map<string, string>;
  readonly steps: Map<string, string>;
  fund: Id<'fund'> | null;
  /** Other funds, by their keys. */
  readonly funds: Map<string, Id<'fund'>>;
  readonly applications: Map<string, Id<'fund_application'>>;
  readonly photos: Map<string, Id<'fund_photo'>>;
  readonly invoices: Map<string, Id<'invoice'>>;
}

const SETTLED_DAYS_AGO = 760;

/**
 * Tells the story of Boligforeningen Lyngbakken by the same commands that people use, each by its own person on its own
 * day, ending today. Throws when the tenant is there already.
 */
export async function tellDemo(database: Database, now: Date, slug: string = LYNGBAKKEN.slug): Promise<Tenant> {
  const { name, colour } = LYNGBAKKEN;
  const tenant = await createTenant(database, { slug, name, colour });
  const on = <T>(ago: number, actor: Actor, work: (tx: TenantDb) => Promise<T>) =>
    database.asTenant({ tenant, actor, now: daysBefore(now, ago), origin: `http://127.0.0.1/${slug}` }, work);

  const cast = await on(SETTLED_DAYS_AGO, SYSTEM, settle);
  const stage: Stage = {
    ...cast,
    ideas: new Map(),
    initiatives: new Map(),
    asks: new Map(),
    steps: new Map(),
    fund: null,
    funds: new Map(),
    applications: new Map(),
    photos: new Map(),
    invoices: new Map(),
  };
  for (const scene of scenes(dayOf(now))) {
    const actor =
      scene.by === null ? null : await on(scene.ago, SYSTEM, (tx) => loadActor(tx, cast.person(scene.by as string)));
    await on(scene.ago, actor ?? { kind: 'visitor' }, (tx) => scene.play(tx, stage));
  }
  return tenant;
}

/** Oldest first; on one day, in the order they are written. */
function scenes(today: Day): readonly Scene[] {
  const ideas = IDEAS.flatMap(tellIdea);
  const initiatives = INITIATIVES.flatMap((one) => [
    tellInitiativeStart(one),
    ...one.events.map((event) => tellEvent(one, event)),
  ]);
  return [
    ...catalogueScenes(),
    ...ideas,
    ...initiatives,
    ...fundScenes(),
    ...invoiceScenes(),
    ...paymentScenes(),
    ...municipalScenes(),
    ...guestScenes(),
    ...gatheringScenes(),
    ...quietScenes(),
    ...resultsScenes(),
    ...storiesScenes(),
    ...panelScenes(),
    ...connectionScenes(),
    ...workshopScenes(),
    ...arrangementScenes(),
    ...evaluationScenes(),
    ...tasksScenes(),
    ...strategyScenes(),
    ...yearBeforeScenes(today),
  ].toSorted((one, other) => other.ago - one.ago);
}

const MS_PER_HOUR = 3_600_000;

/** At the same hour; near midnight an hour off, where the clocks were changed since, so that the day is right. */
function daysBefore(now: Date, days: number): Date {
  const wanted = addDays(dayOf(now), -days);
  const then = new Date(now.getTime() - days * MS_PER_DAY);
  if (dayOf(then) === wanted) return then;
  return new Date(then.getTime() + (dayOf(then) < wanted ? MS_PER_HOUR : -MS_PER_HOUR));
}

/** The story is ours: a refusal in it is a mistake in the telling. */
export function must<T, R>(outcome: Outcome<T, R>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Cannot tell "${what}": ${JSON.stringify(outcome.refusal)}`);
}
