import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Settings, USUAL_SETTINGS } from '../rules/settings.ts';
import type { Statement, StatementKind } from '../rules/statements.ts';

export async function settingsOf(tx: TenantDb): Promise<Settings> {
  const row = await tx.sql
    .selectFrom('privacy_setting')
    .select([
      'undo_days as undoDays',
      'export_days as exportDays',
      'look_months as lookMonths',
      'guest_months as guestMonths',
      'import_days as importDays',
      'version',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .executeTakeFirst();
  return row ?? USUAL_SETTINGS;
}

/** False when somebody saved meanwhile: `settings.version` is the one that was read. */
export async function saveSettings(tx: TenantDb, settings: Settings, by: Id<'person'>): Promise<boolean> {
  const values = {
    undo_days: settings.undoDays,
    export_days: settings.exportDays,
    look_months: settings.lookMonths,
    guest_months: settings.guestMonths,
    import_days: settings.importDays,
    version: settings.version + 1,
    saved_by: by,
  };
  const row = await tx.sql
    .insertInto('privacy_setting')
    .values({ tenant_id: tx.tenant.id, ...values })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet(values).where('privacy_setting.version', '=', settings.version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** What the house has written itself; null while the usual words stand. */
export async function statementOf(tx: TenantDb, kind: StatementKind, language: Language): Promise<Statement | null> {
  const row = await tx.sql
    .selectFrom('privacy_statement')
    .select(['words', 'contact', 'stated_on as statedOn', 'version'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst();
  return row ?? null;
}

/** False when somebody saved meanwhile. */
export async function saveStatement(
  tx: TenantDb,
  kind: StatementKind,
  language: Language,
  { words, contact, version }: { readonly words: string; readonly contact: string; readonly version: number },
  by: Id<'person'>,
): Promise<boolean> {
  const values = { words, contact, stated_on: tx.today, version: version + 1, saved_by: by };
  const row = await tx.sql
    .insertInto('privacy_statement')
    .values({ tenant_id: tx.tenant.id, kind, language, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'language'])
        .doUpdateSet(values)
        .where('privacy_statement.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}
