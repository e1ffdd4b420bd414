import { type RawBuilder, sql } from 'kysely';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { titleFrom } from '../rules.ts';

/** What people wrote, by the id of the row that it lies on. */
type Words = Promise<ReadonlyMap<string, string>>;

export async function askWords(tx: TenantDb, asks: readonly Subject[]): Words {
  return byId(
    tx,
    sql`select id, words from initiative_driver_ask where tenant_id = ${tx.tenant.id} and id = any(${idsOf(asks)})`,
  );
}

export async function stepWords(tx: TenantDb, steps: readonly Subject[]): Words {
  return byId(
    tx,
    sql`select id, says as words from initiative_step where tenant_id = ${tx.tenant.id} and id = any(${idsOf(steps)})`,
  );
}

/** The first words of the idea: a title to know it by. */
export async function ideaWords(tx: TenantDb, ideas: readonly Subject[]): Words {
  const said = await byId(
    tx,
    sql`select id, said as words from idea where tenant_id = ${tx.tenant.id} and id = any(${idsOf(ideas)})`,
  );
  return new Map([...said].map(([id, words]) => [id, titleFrom(words)]));
}

interface Row {
  readonly id: string;
  readonly words: string;
}

async function byId(tx: TenantDb, question: RawBuilder<unknown>): Words {
  const { rows } = await (question as RawBuilder<Row>).execute(tx.sql);
  return new Map(rows.map(({ id, words }) => [id, words]));
}

/** As one value, so that the question is the same however many there are. */
function idsOf(subjects: readonly Subject[]): RawBuilder<unknown> {
  return sql`${subjects.map((subject) => subject.id)}::uuid[]`;
}
