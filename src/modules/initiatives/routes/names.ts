import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { displayNames, holdersOf } from '../../housing/public.ts';
import type { Initiative } from '../rules.ts';

/** Display names of people by id. */
export async function personNames(
  tx: TenantDb,
  ids: readonly (string | null)[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter((id): id is string => id !== null);
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  return new Map(people.map((id) => [id, names.get(`person:${id}`) ?? '']));
}

/** Everybody who stands on the pages of an initiative. */
export function peopleIn(initiative: Initiative): (string | null)[] {
  return [
    initiative.createdBy,
    initiative.registeredBy,
    ...initiative.drivers.map((driver) => driver.personId),
    ...initiative.asks.flatMap((ask) => [ask.personId, ask.askedBy]),
    ...initiative.steps.map((step) => step.personId),
  ];
}

/** The first name of the consultant who reads ideas from there; null when there is none. */
export async function ideaReader(tx: TenantDb, departmentId: Id<'department'> | null): Promise<string | null> {
  const consultants = await holdersOf(tx, ['consultant'], departmentId ? [departmentId] : []);
  const nearest = consultants.find((one) => one.departmentId === departmentId) ?? consultants[0];
  return nearest?.name.split(' ')[0] ?? null;
}
