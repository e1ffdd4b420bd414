import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import { LANGUAGES } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Category } from '../rules/card.ts';
import { FUNDING_A_PAGE, type Funding } from '../rules/funding.ts';

const CHOSEN = sql`
  f.id, f.url, f.deadline_on as "deadlineOn", f.categories, f.example, f.checked_on as "checkedOn", f.version, (
    select jsonb_object_agg(t.language, jsonb_build_object(
      'name', t.name, 'supports', t.supports, 'whoMay', t.who_may, 'terms', t.terms
    ))
    from outside_funding_text t where t.tenant_id = f.tenant_id and t.funding_id = f.id
  ) as "words"
  from outside_funding f`;

/** What can be sought: real ones first, those with a day to come by that day. */
export async function fundingPage(
  tx: TenantDb,
  category: Category | null,
  page: number,
  limit = FUNDING_A_PAGE,
): Promise<readonly Funding[]> {
  const { rows } = await sql<Funding>`
    select ${CHOSEN}
    where f.tenant_id = ${tx.tenant.id} and f.retired_on is null
      ${category ? sql`and (f.categories = '{}' or ${category} = any(f.categories))` : sql``}
    order by f.example, f.deadline_on < ${tx.today} nulls last, f.deadline_on nulls last, f.id
    limit ${limit + 1} offset ${(page - 1) * limit}`.execute(tx.sql);
  return rows;
}

export async function fundingById(tx: TenantDb, id: Funding['id']): Promise<Funding | null> {
  const { rows } = await sql<Funding>`
    select ${CHOSEN}
    where f.tenant_id = ${tx.tenant.id} and f.id = ${id} and f.retired_on is null`.execute(tx.sql);
  return rows[0] ?? null;
}

type Written = Omit<Funding, 'id' | 'version'>;

export async function insertFunding(tx: TenantDb, funding: Written & { deckKey?: string }): Promise<Funding['id']> {
  const { id } = await tx.sql
    .insertInto('outside_funding')
    .values({ tenant_id: tx.tenant.id, deck_key: funding.deckKey ?? null, ...columnsOf(tx, funding) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeWords(tx, id, funding);
  return id;
}

/** When nobody has written since `version`; false when somebody was faster. A language without words is taken away. */
export async function updateFunding(
  tx: TenantDb,
  id: Funding['id'],
  version: number,
  funding: Written,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('outside_funding')
    .set({ ...columnsOf(tx, funding), version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx.sql
    .deleteFrom('outside_funding_text')
    .where('tenant_id', '=', tx.tenant.id)
    .where('funding_id', '=', id)
    .execute();
  await writeWords(tx, id, funding);
  return true;
}

export async function retireFunding(tx: TenantDb, id: Funding['id']): Promise<void> {
  await tx.sql
    .updateTable('outside_funding')
    .set({ retired_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

async function writeWords(tx: TenantDb, id: Funding['id'], { words }: Written): Promise<void> {
  for (const language of LANGUAGES) {
    const said = words[language];
    if (!said) continue;
    const columns = { name: said.name, supports: said.supports, who_may: said.whoMay, terms: said.terms };
    await tx.sql
      .insertInto('outside_funding_text')
      .values({ tenant_id: tx.tenant.id, funding_id: id, language, ...columns })
      .execute();
  }
}

function columnsOf(tx: TenantDb, { url, deadlineOn, categories, example, checkedOn }: Written) {
  return {
    url,
    deadline_on: deadlineOn,
    categories: [...categories],
    example,
    checked_on: checkedOn,
    set_at: tx.now,
    set_by: personIdOf(tx.actor),
  };
}

/** Which of Grobund's examples the house has, also those it has taken away. */
export async function fundingKeysThere(tx: TenantDb): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('outside_funding')
    .select('deck_key')
    .where('tenant_id', '=', tx.tenant.id)
    .where('deck_key', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ deck_key }) => deck_key ?? []));
}
