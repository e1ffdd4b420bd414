import { dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Edition, type EditionLine, type Story, UNWRITTEN } from '../rules/edition.ts';
import type { Figures } from '../rules/figures.ts';

export async function storyOf(tx: TenantDb, year: number): Promise<Story> {
  const row = await tx.sql
    .selectFrom('yearly_story')
    .select(['words', 'version'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? UNWRITTEN;
}

/** Writes the story when nobody else has since `version`; answers whether it was written. */
export async function saveStoryRow(
  tx: TenantDb,
  story: { readonly year: number; readonly words: string; readonly version: number; readonly by: Id<'person'> },
): Promise<boolean> {
  const { year, words, version, by } = story;
  const written = { words, version: version + 1, written_at: tx.now, written_by: by };
  const row = await tx.sql
    .insertInto('yearly_story')
    .values({ tenant_id: tx.tenant.id, year, ...written })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'year']).doUpdateSet(written).where('yearly_story.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** Editions of every year, the newest first. */
export async function editionLines(tx: TenantDb): Promise<readonly EditionLine[]> {
  const rows = await tx.sql
    .selectFrom('yearly_edition')
    .select(['year', 'number', 'reason', 'published_at', 'published_by'])
    .where('tenant_id', '=', tx.tenant.id)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    number: row.number,
    reason: row.reason,
    publishedOn: dayOf(row.published_at),
    publishedBy: row.published_by,
  }));
}

export async function editionOf(tx: TenantDb, year: number, number: number): Promise<Edition | null> {
  const row = await tx.sql
    .selectFrom('yearly_edition')
    .select(['number', 'reason', 'figures', 'story', 'published_at', 'published_by'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  return {
    number: row.number,
    reason: row.reason,
    figures: row.figures as Figures,
    story: row.story,
    publishedOn: dayOf(row.published_at),
    publishedBy: row.published_by,
  };
}

/** Answers whether it became that number: another may have published meanwhile. */
export async function insertEdition(
  tx: TenantDb,
  edition: {
    readonly number: number;
    readonly reason: string;
    readonly figures: Figures;
    readonly story: string;
    readonly by: Id<'person'>;
  },
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('yearly_edition')
    .values({
      tenant_id: tx.tenant.id,
      year: edition.figures.year,
      number: edition.number,
      figures: JSON.stringify(edition.figures),
      story: edition.story,
      reason: edition.reason,
      published_at: tx.now,
      published_by: edition.by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
