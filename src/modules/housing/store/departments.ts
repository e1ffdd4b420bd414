import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Department, Organisation } from '../rules.ts';

const ORGANISATION = [
  'id',
  'kind',
  'name',
  'cvr',
  'own',
  'street_line as streetLine',
  'postcode',
  'city',
  'phone',
  'email',
] as const;

/** Own first, then by name. */
export async function organisations(tx: TenantDb): Promise<Organisation[]> {
  return tx.sql
    .selectFrom('organisation')
    .select(ORGANISATION)
    .orderBy('own', 'desc')
    .orderBy(sql`name collate "da-x-icu"`)
    .execute();
}

/** Whose department it is, as an answer for another question to build upon. */
export function organisationOf(tx: TenantDb, id: Id<'department'>): RawBuilder<Id<'organisation'>> {
  return sql`(select o.organisation_id from department o where o.tenant_id = ${tx.tenant.id} and o.id = ${id})`;
}

/** The housing organisation that this tenant is. Made from the tenant's name the first time anybody asks. */
export async function ownOrganisation(tx: TenantDb): Promise<Organisation> {
  const own = await readOwn(tx);
  if (own) return own;
  await tx.sql
    .insertInto('organisation')
    .values({
      tenant_id: tx.tenant.id,
      kind: 'housing_organisation',
      name: tx.tenant.name,
      own: true,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await readOwn(tx)) as Organisation;
}

/** Text, not built from parts: it stands on the front page. */
async function readOwn(tx: TenantDb): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`
    select id, kind, name, cvr, own, street_line as "streetLine", postcode, city, phone, email
    from organisation where tenant_id = ${tx.tenant.id} and own
  `.execute(tx.sql);
  return rows[0];
}

export async function insertOrganisation(
  tx: TenantDb,
  organisation: Omit<Organisation, 'id'>,
): Promise<Id<'organisation'>> {
  const { streetLine, ...rest } = organisation;
  const row = await tx.sql
    .insertInto('organisation')
    .values({ tenant_id: tx.tenant.id, ...rest, street_line: streetLine, created_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateOrganisation(
  tx: TenantDb,
  id: Id<'organisation'>,
  organisation: Omit<Organisation, 'id' | 'own'>,
): Promise<void> {
  const { streetLine, ...rest } = organisation;
  await tx.sql
    .updateTable('organisation')
    .set({ ...rest, street_line: streetLine })
    .where('id', '=', id)
    .execute();
}

const DEPARTMENT = [
  'id',
  'organisation_id as organisationId',
  'number',
  'name',
  'municipality',
  'started_on as startedOn',
  'has_board as hasBoard',
] as const;

const collator = new Intl.Collator('da', { numeric: true });

/** "2" before "10". Most are figures alone, and the collator takes half a millisecond for eighty of them. */
function inNumericOrder(one: string, other: string): number {
  const figures = FIGURES.test(one) && FIGURES.test(other) ? Number(one) - Number(other) : 0;
  return figures || collator.compare(one, other);
}

const FIGURES = /^\d{1,15}$/;

/** Every department, by number as people count ("2" before "10"). Half of all pages ask it, so it is written as text. */
export function departments(tx: TenantDb): Promise<readonly Department[]> {
  if (!tx.reading) return allDepartments(tx);
  const read = known.get(tx) ?? allDepartments(tx);
  known.set(tx, read);
  return read;
}

/** A page that is read names departments in several of its parts, and changes none. */
const known = new WeakMap<TenantDb, Promise<readonly Department[]>>();

async function allDepartments(tx: TenantDb): Promise<readonly Department[]> {
  const { rows } = await sql<Department>`
    select id, organisation_id as "organisationId", number, name, municipality, started_on as "startedOn",
      has_board as "hasBoard"
    from department
    where tenant_id = ${tx.tenant.id}
  `.execute(tx.sql);
  return rows.sort((a, b) => inNumericOrder(a.number, b.number));
}

/** Their names by id, in the order in which people count them. */
export async function departmentNames(tx: TenantDb): Promise<ReadonlyMap<string, string>> {
  return new Map((await departments(tx)).map(({ id, name }) => [id, name]));
}

export async function departmentById(tx: TenantDb, id: Id<'department'>): Promise<Department | null> {
  const row = await tx.sql
    .selectFrom('department')
    .select(DEPARTMENT)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDepartment(tx: TenantDb, department: Omit<Department, 'id'>): Promise<Id<'department'>> {
  const row = await tx.sql
    .insertInto('department')
    .values({ tenant_id: tx.tenant.id, ...departmentRow(department) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateDepartment(tx: TenantDb, department: Department): Promise<void> {
  await tx.sql
    .updateTable('department')
    .set(departmentRow(department))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', department.id)
    .execute();
}

function departmentRow(department: Omit<Department, 'id'>) {
  return {
    organisation_id: department.organisationId,
    number: department.number,
    name: department.name,
    municipality: department.municipality,
    started_on: department.startedOn,
    has_board: department.hasBoard,
  };
}

/** What can be counted about a department without naming anybody. */
export interface DepartmentCount {
  readonly departmentId: Id<'department'>;
  readonly tenancies: number;
  readonly boardMembers: number;
  readonly chair: string | null;
}

/** Homes and board members of every department, in one query. Homes that an import lost are not counted. */
export async function departmentCounts(tx: TenantDb): Promise<DepartmentCount[]> {
  const { rows } = await sql<DepartmentCount>`
    select d.id as "departmentId",
      (select count(*) from tenancy t
        where t.tenant_id = d.tenant_id and t.department_id = d.id and t.absent_since is null) as tenancies,
      (select count(distinct g.person_id) from role_grant g
        where g.tenant_id = d.tenant_id and g.department_id = d.id and g.role = 'board_member'
          and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})) as "boardMembers",
      (select p.name
        from board_term b
        join role_grant g on g.tenant_id = b.tenant_id and g.id = b.role_grant_id
        join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
        where g.tenant_id = d.tenant_id and g.department_id = d.id and g.role = 'board_member' and b.office = 'chair' and not p.protected
          and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
        limit 1) as chair
    from department d
    where d.tenant_id = ${tx.tenant.id}
  `.execute(tx.sql);
  return rows;
}
