import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Department, Organisation } from '../rules.ts';
import {
  departments,
  insertDepartment,
  insertOrganisation,
  updateDepartment,
  updateOrganisation,
} from '../store/departments.ts';

/** Adds a department. Refused when the organisation has one of that number. */
export async function addDepartment(
  tx: TenantDb,
  department: Omit<Department, 'id'>,
): Promise<Outcome<Id<'department'>, 'number_taken'>> {
  if (await taken(tx, department, null)) return refused('number_taken');
  const id = await insertDepartment(tx, department);
  record(tx, { kind: 'housing.department_saved', subject: { kind: 'department', id } });
  return ok(id);
}

export async function saveDepartment(tx: TenantDb, department: Department): Promise<Outcome<null, 'number_taken'>> {
  if (await taken(tx, department, department.id)) return refused('number_taken');
  await updateDepartment(tx, department);
  record(tx, { kind: 'housing.department_saved', subject: { kind: 'department', id: department.id } });
  return ok(null);
}

async function taken(tx: TenantDb, wanted: Omit<Department, 'id'>, self: Id<'department'> | null): Promise<boolean> {
  const all = await departments(tx);
  return all.some(
    (one) => one.id !== self && one.organisationId === wanted.organisationId && one.number === wanted.number,
  );
}

/** Adds an organisation that we work with: a municipality, a national body, an association. */
export async function addOrganisation(
  tx: TenantDb,
  organisation: Omit<Organisation, 'id' | 'own'>,
): Promise<Id<'organisation'>> {
  const id = await insertOrganisation(tx, { ...organisation, own: false });
  record(tx, { kind: 'housing.organisation_saved', subject: { kind: 'organisation', id } });
  return id;
}

export async function saveOrganisation(
  tx: TenantDb,
  id: Id<'organisation'>,
  organisation: Omit<Organisation, 'id' | 'own'>,
): Promise<void> {
  await updateOrganisation(tx, id, organisation);
  record(tx, { kind: 'housing.organisation_saved', subject: { kind: 'organisation', id } });
}
