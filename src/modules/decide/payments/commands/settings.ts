import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { WrittenSettings } from '../rules/settings.ts';
import { insertSettings } from '../store/settings.ts';

/** The rules from now on; what held before is kept. Refused when somebody else changed them since they were shown. */
export async function changeSettings(
  tx: TenantDb,
  shown: number,
  settings: Omit<WrittenSettings, 'number'>,
): Promise<Outcome<null, 'changed_meanwhile'>> {
  if (!(await insertSettings(tx, { ...settings, number: shown + 1 }))) return refused('changed_meanwhile');
  record(tx, {
    kind: 'payment.settings_changed',
    subject: { kind: 'organisation', id: settings.organisationId },
    facts: { version: shown + 1, limit: settings.singleLimit, format: settings.format },
  });
  return ok(null);
}
