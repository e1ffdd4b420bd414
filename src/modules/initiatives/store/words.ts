import type { Id } from '../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { titleFrom } from '../rules.ts';

/** What people wrote, by the id of the row that it lies on. */
type Words = Promise<ReadonlyMap<string, string>>;

export async function askWords(tx: TenantDb, asks: readonly Subject[]): Words {
  const rows = await tx.sql
    .selectFrom('initiative_driver_ask')
    .select(['id', 'words'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', idsOf<'initiative_driver_ask'>(asks))
    .execute();
  return new Map(rows.map((row) => [row.id, row.words]));
}

export async function stepWords(tx: TenantDb, steps: readonly Subject[]): Words {
  const rows = await tx.sql
    .selectFrom('initiative_step')
    .select(['id', 'says'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', idsOf<'initiative_step'>(steps))
    .execute();
  return new Map(rows.map((row) => [row.id, row.says]));
}

/** The first words of the idea: a title to know it by. */
export async function ideaWords(tx: TenantDb, ideas: readonly Subject[]): Words {
  const rows = await tx.sql
    .selectFrom('idea')
    .select(['id', 'said'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', idsOf<'idea'>(ideas))
    .execute();
  return new Map(rows.map((row) => [row.id, titleFrom(row.said)]));
}

function idsOf<Entity extends string>(subjects: readonly Subject[]): Id<Entity>[] {
  return subjects.map((subject) => subject.id as Id<Entity>);
}
