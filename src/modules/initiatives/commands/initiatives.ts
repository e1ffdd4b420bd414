import { type Channel, personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { indexForSearch } from '../../../platform/search/search.ts';
import type { Description, Initiative, Origin } from '../rules.ts';
import { insertDrivers, insertInitiative, insertOrigin, insertStep, updateInitiative } from '../store/changes.ts';
import { initiativeById } from '../store/initiatives.ts';
import { initiativePlace } from '../urls.ts';

export interface NewInitiative extends Description {
  /** Whose it is; the actor when it is not said. */
  readonly createdBy?: Id<'person'> | null;
  /** When staff write it in from paper or telephone. */
  readonly onBehalf?: { readonly channel: Channel; readonly registeredBy: Id<'person'> } | null;
  readonly origins?: readonly Origin[];
  /** The one who starts it drives it, by name or not. */
  readonly drivenBy?: { readonly personId: Id<'person'>; readonly namePublic: boolean } | null;
  /** What comes next, when that is known from the beginning: nobody's yet. */
  readonly steps?: readonly { readonly says: string; readonly dueOn: Day | null }[];
}

/** A new initiative with its thread's first entry. Other modules give where it came from as `origins`. */
export async function startInitiative(tx: TenantDb, wanted: NewInitiative): Promise<Id<'initiative'>> {
  const actorId = personIdOf(tx.actor);
  const id = await insertInitiative(tx, wanted, {
    createdBy: wanted.createdBy === undefined ? actorId : wanted.createdBy,
    channel: wanted.onBehalf?.channel ?? tx.channel,
    registeredBy: wanted.onBehalf?.registeredBy ?? null,
  });
  const subject = { kind: 'initiative', id };
  record(tx, {
    kind: 'initiative.created',
    subject,
    thread: id,
    facts: { from: wanted.origins?.[0]?.sourceKind ?? null, channel: wanted.onBehalf?.channel ?? null },
  });
  await makeFindable(tx, id, wanted);
  for (const origin of wanted.origins ?? []) await insertOrigin(tx, id, origin);
  for (const step of wanted.steps ?? []) await insertStep(tx, id, { ...step, personId: null, by: actorId });
  if (wanted.drivenBy) {
    await insertDrivers(tx, id, [wanted.drivenBy]);
    const { personId, namePublic } = wanted.drivenBy;
    record(tx, { kind: 'initiative.drive_began', subject, thread: id, facts: { person: personId, named: namePublic } });
  }
  return id;
}

/** What another module adds to one that is there: where more of it came from, what comes next, and what nobody had said. */
export interface Addition {
  readonly origin: Origin;
  readonly steps: NonNullable<NewInitiative['steps']>;
  readonly startsOn: Day | null;
  readonly why: string;
}

/** A day and a why that stand there already are left alone. The caller holds it, and it has not ended. */
export async function addToInitiative(
  tx: TenantDb,
  initiative: Initiative,
  { origin, steps, startsOn, why }: Addition,
): Promise<Initiative> {
  const { id } = initiative;
  const richer = { ...initiative, startsOn: initiative.startsOn ?? startsOn, why: initiative.why || why };
  if (richer.startsOn !== initiative.startsOn || richer.why !== initiative.why) {
    await editInitiative(tx, id, initiative.version, richer);
  }
  await insertOrigin(tx, id, origin);
  const by = personIdOf(tx.actor);
  for (const step of steps) await insertStep(tx, id, { ...step, personId: null, by });
  return richer;
}

/** Somebody else wrote in the meantime: nothing was changed, and here is what stands there now. */
export interface ChangedMeanwhile {
  readonly now: Initiative;
}

/** New words for it, when nobody has written since `version` was read. */
export async function editInitiative(
  tx: TenantDb,
  id: Id<'initiative'>,
  version: number,
  description: Description,
): Promise<Outcome<null, ChangedMeanwhile>> {
  if (!(await updateInitiative(tx, id, version, description))) {
    const now = await initiativeById(tx, id);
    if (!now) throw new Error(`Cannot edit initiative ${id}: it is not there`);
    return refused({ now });
  }
  await makeFindable(tx, id, description);
  record(tx, {
    kind: 'initiative.edited',
    subject: { kind: 'initiative', id },
    thread: id,
    facts: { version: version + 1 },
  });
  return ok(null);
}

function makeFindable(tx: TenantDb, id: Id<'initiative'>, { title, what, why, place }: Description): Promise<void> {
  const body = [what, why, place].filter(Boolean).join('\n');
  return indexForSearch(tx, { kind: 'initiative', id, title, body, path: initiativePlace({ id }), audience: 'public' });
}
