import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Settings, USUAL_SETTINGS, type WrittenSettings } from '../rules/settings.ts';

/** How the organisation pays today. */
export async function settingsOf(tx: TenantDb, organisationId: Id<'organisation'>): Promise<Settings> {
  const row = await tx.sql
    .selectFrom('payment_setting as s')
    .select([
      'organisation_id as organisationId',
      'number',
      'single_limit_ore as singleLimit',
      'first_roles as firstRoles',
      'second_roles as secondRoles',
      'payer_name as payerName',
      'iban',
      'bic',
      'agreement',
      'format',
      'slips_in_file as slipsInFile',
      'account_coding as accountCoding',
      'keep_years as keepYears',
      'look_back_days as lookBackDays',
      lookBack(tx).as('lookBack'),
      // Two records that turned out to be one human are that human.
      sql<readonly Id<'person'>[]>`array(
        select distinct coalesce(m.into_id, x.changed_by)
        from payment_setting x
        left join person_merge m on m.tenant_id = x.tenant_id and m.person_id = x.changed_by
        where x.tenant_id = s.tenant_id and x.organisation_id = s.organisation_id and x.changed_by is not null
      )`.as('changers'),
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { ...USUAL_SETTINGS, organisationId };
}

/** The longest of the versions that hold, or held within their own number of days; before the first, the usual one did. */
function lookBack(tx: TenantDb) {
  return sql<number>`(
    select max(v.days)::integer
    from (
      select x.look_back_days as days, lead(x.changed_at) over (order by x.number) as replaced_at
      from payment_setting x
      where x.tenant_id = s.tenant_id and x.organisation_id = s.organisation_id
      union all
      select ${USUAL_SETTINGS.lookBackDays}::integer, min(x.changed_at)
      from payment_setting x
      where x.tenant_id = s.tenant_id and x.organisation_id = s.organisation_id
    ) v
    where v.replaced_at is null or v.replaced_at > ${tx.now}::timestamptz - v.days * interval '1 day'
  )`;
}

/** Every account that money was ever paid from here, as IBANs. */
export async function ownAccounts(tx: TenantDb): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('payment_setting')
    .select('iban')
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('iban', '<>', '')
    .execute();
  return rows.map(({ iban }) => iban);
}

/** The next version. Two who change at once: the second meets the unique number and is asked to look again. */
export async function insertSettings(tx: TenantDb, settings: WrittenSettings): Promise<boolean> {
  const row = await tx.sql
    .insertInto('payment_setting')
    .values({
      organisation_id: settings.organisationId,
      number: settings.number,
      single_limit_ore: settings.singleLimit,
      first_roles: [...settings.firstRoles],
      second_roles: [...settings.secondRoles],
      payer_name: settings.payerName,
      iban: settings.iban,
      bic: settings.bic,
      agreement: settings.agreement,
      format: settings.format,
      slips_in_file: settings.slipsInFile,
      account_coding: settings.accountCoding,
      keep_years: settings.keepYears,
      look_back_days: settings.lookBackDays,
      changed_at: tx.now,
      changed_by: personIdOf(tx.actor),
    })
    .onConflict((clash) => clash.columns(['tenant_id', 'organisation_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The years that vouchers are kept after their accounting year: the longest that any of the house's payers has chosen. */
export async function voucherYears(tx: TenantDb): Promise<number> {
  const rows = await tx.sql
    .selectFrom('payment_setting')
    .distinctOn('organisation_id')
    .select('keep_years')
    .where('tenant_id', '=', tx.tenant.id)
    .orderBy('organisation_id')
    .orderBy('number', 'desc')
    .execute();
  return Math.max(USUAL_SETTINGS.keepYears, ...rows.map((row) => row.keep_years));
}
