import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Approval, Area, Content, Version, VersionWords } from '../rules/version.ts';

interface Row extends Omit<Version, 'approval'> {
  readonly decidedOn: Approval['decidedOn'] | null;
  readonly decision: string | null;
  readonly catalogueEditionId: Approval['catalogueEditionId'];
}

const CHOSEN = sql`
  select v.id, v.number, v.title, v.words, v.from_day as "from", v.until_day as "until", v.version,
    a.decided_on as "decidedOn", a.decision, a.catalogue_edition_id as "catalogueEditionId"
  from strategy_version v
  left join strategy_approval a on a.tenant_id = v.tenant_id and a.version_id = v.id`;

/** So many versions are read at once; a house has one in four years. */
const MOST = 50;

/** The newest first. */
export async function versions(tx: TenantDb): Promise<readonly Version[]> {
  const { rows } =
    await sql<Row>`${CHOSEN} where v.tenant_id = ${tx.tenant.id} order by v.number desc limit ${MOST}`.execute(tx.sql);
  return rows.map(versionOf);
}

export async function versionById(tx: TenantDb, id: Version['id']): Promise<Version | null> {
  const { rows } = await sql<Row>`${CHOSEN} where v.tenant_id = ${tx.tenant.id} and v.id = ${id}`.execute(tx.sql);
  return rows[0] ? versionOf(rows[0]) : null;
}

/** Held until the transaction ends, so that nobody writes in what is being approved. */
export async function lockVersion(tx: TenantDb, id: Version['id']): Promise<Version | null> {
  await sql`select from strategy_version where tenant_id = ${tx.tenant.id} and id = ${id} for update`.execute(tx.sql);
  return versionById(tx, id);
}

function versionOf({ decidedOn, decision, catalogueEditionId, ...version }: Row): Version {
  const approval = decidedOn && decision ? { decidedOn, decision, catalogueEditionId } : null;
  return { ...version, approval };
}

export async function areasOf(tx: TenantDb, versionId: Version['id']): Promise<readonly Area[]> {
  return areasIn(tx, [versionId]);
}

/** Of several versions, as the newest of them calls each. */
export async function areasIn(tx: TenantDb, versionIds: readonly Version['id'][]): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select t.area_id as id, t.title, t.words from strategy_area_text t
    join strategy_version v on v.tenant_id = t.tenant_id and v.id = t.version_id
    where t.tenant_id = ${tx.tenant.id} and t.version_id = any(${versionIds}::uuid[])
    order by v.number desc, t.position, t.id
  `.execute(tx.sql);
  return [...new Map(rows.toReversed().map((area) => [area.id, area])).values()].toReversed();
}

export async function insertVersion(tx: TenantDb, wanted: VersionWords): Promise<Pick<Version, 'id' | 'number'>> {
  const { rows } = await sql<Pick<Version, 'id' | 'number'>>`
    insert into strategy_version (tenant_id, number, title, words, from_day, until_day, created_on, made_by)
    select ${tx.tenant.id}, coalesce(max(number), 0) + 1, ${wanted.title}, ${wanted.words}, ${wanted.from}, ${wanted.until},
      ${tx.today}, ${personIdOf(tx.actor)}
    from strategy_version where tenant_id = ${tx.tenant.id}
    returning id, number
  `.execute(tx.sql);
  const [made] = rows;
  if (!made) throw new Error('Cannot begin a version of the strategy: nothing was written');
  return made;
}

/** The areas of one version, in another: they go on, with plans and metrics. */
export async function copyAreas(tx: TenantDb, from: Version['id'], to: Version['id']): Promise<void> {
  await sql`
    insert into strategy_area_text (tenant_id, version_id, area_id, position, title, words)
    select tenant_id, ${to}, area_id, position, title, words from strategy_area_text
    where tenant_id = ${tx.tenant.id} and version_id = ${from}
  `.execute(tx.sql);
}

/** False when somebody saved it in the meantime. */
export async function updateVersion(
  tx: TenantDb,
  id: Version['id'],
  version: number,
  words: VersionWords,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('strategy_version')
    .set({ title: words.title, words: words.words, from_day: words.from, until_day: words.until, version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertArea(
  tx: TenantDb,
  versionId: Version['id'],
  { title, words }: Omit<Area, 'id'>,
): Promise<Area['id']> {
  const area = await tx.sql
    .insertInto('strategy_area')
    .values({ tenant_id: tx.tenant.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into strategy_area_text (tenant_id, version_id, area_id, position, title, words)
    select ${tx.tenant.id}, ${versionId}, ${area.id}, coalesce(max(position), 0) + 1, ${title}, ${words}
    from strategy_area_text where tenant_id = ${tx.tenant.id} and version_id = ${versionId}
  `.execute(tx.sql);
  return area.id;
}

export async function updateArea(tx: TenantDb, versionId: Version['id'], { id, title, words }: Area): Promise<void> {
  await tx.sql
    .updateTable('strategy_area_text')
    .set({ title, words })
    .where('tenant_id', '=', tx.tenant.id)
    .where('version_id', '=', versionId)
    .where('area_id', '=', id)
    .execute();
}

/** The area is in this version no more; its plans and metrics stay with the versions that have it. */
export async function dropArea(tx: TenantDb, versionId: Version['id'], id: Area['id']): Promise<void> {
  await tx.sql
    .deleteFrom('strategy_area_text')
    .where('tenant_id', '=', tx.tenant.id)
    .where('version_id', '=', versionId)
    .where('area_id', '=', id)
    .execute();
}

export async function insertApproval(
  tx: TenantDb,
  versionId: Version['id'],
  approval: Omit<Approval, 'catalogueEditionId'>,
  content: Content,
): Promise<void> {
  await sql`
    insert into strategy_approval
      (tenant_id, version_id, decided_on, decision, catalogue_edition_id, content, registered_by)
    values (${tx.tenant.id}, ${versionId}, ${approval.decidedOn}, ${approval.decision}, (
      select e.id from catalogue_edition e where e.tenant_id = ${tx.tenant.id} and e.on_day <= ${approval.decidedOn}
      order by e.number desc limit 1
    ), ${JSON.stringify(content)}, ${personIdOf(tx.actor)})
  `.execute(tx.sql);
}

export async function contentOf(tx: TenantDb, versionId: Version['id']): Promise<Content | null> {
  const row = await tx.sql
    .selectFrom('strategy_approval')
    .select('content')
    .where('tenant_id', '=', tx.tenant.id)
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? (row.content as unknown as Content) : null;
}
