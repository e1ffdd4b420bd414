import { actingPerson } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Settings } from '../rules/settings.ts';
import type { StatementKind } from '../rules/statements.ts';
import { saveSettings, saveStatement } from '../store/house.ts';

/** How long things are kept. False when somebody saved meanwhile. */
export async function changeSettings(tx: TenantDb, settings: Settings): Promise<boolean> {
  if (!(await saveSettings(tx, settings, actingPerson(tx)))) return false;
  const { version: _, ...facts } = settings;
  record(tx, { kind: 'privacy.settings_saved', subject: { kind: 'tenant', id: tx.tenant.id }, facts });
  return true;
}

/** What the house says of itself, in one language. False when somebody saved meanwhile. */
export async function writeStatement(
  tx: TenantDb,
  { kind, language }: { readonly kind: StatementKind; readonly language: Language },
  said: { readonly words: string; readonly contact: string; readonly version: number },
): Promise<boolean> {
  if (!(await saveStatement(tx, kind, language, said, actingPerson(tx)))) return false;
  record(tx, {
    kind: 'privacy.statement_saved',
    subject: { kind: 'tenant', id: tx.tenant.id },
    facts: { kind, language },
  });
  return true;
}
