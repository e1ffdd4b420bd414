import { sql } from 'kysely';
import type { TenantDb } from '../../platform/db/tenant-db.ts';

const GIVEN = [
  'Aksel',
  'Alma',
  'Amira',
  'Anton',
  'Asger',
  'Astrid',
  'Birgit',
  'Bodil',
  'Carla',
  'Dagny',
  'Ebbe',
  'Ellen',
  'Emil',
  'Esther',
  'Farah',
  'Frida',
  'Gudrun',
  'Hassan',
  'Helge',
  'Ida',
  'Ingrid',
  'Jasmin',
  'Jeppe',
  'Johanne',
  'Kaj',
  'Karla',
  'Laurits',
  'Leyla',
  'Liv',
  'Magnus',
  'Maren',
  'Mille',
  'Mohamed',
  'Nanna',
  'Oda',
  'Otto',
  'Palle',
  'Ragna',
  'Rigmor',
  'Samir',
  'Selma',
  'Sigurd',
  'Solveig',
  'Svend',
  'Tove',
  'Ulla',
  'Valdemar',
  'Vera',
  'Viggo',
  'Yasin',
];
const FAMILY = [
  'Agerholm',
  'Bakkegaard',
  'Birkelund',
  'Brinkmose',
  'Dalsager',
  'Egelykke',
  'Elmholt',
  'Engtoft',
  'Fjordbæk',
  'Granhøj',
  'Havbro',
  'Hedelund',
  'Hyldebrandt',
  'Kirkeby',
  'Klintholm',
  'Kornmark',
  'Lindeskov',
  'Lyngsø',
  'Mosevang',
  'Nørretoft',
  'Pilegaard',
  'Rosendal',
  'Rugholm',
  'Sandbjerg',
  'Skovlyst',
  'Solbakke',
  'Stenager',
  'Strandhave',
  'Søndervang',
  'Thorsager',
  'Tjørnelund',
  'Toftegård',
  'Vandborg',
  'Vestermose',
  'Vinterbo',
  'Ådalen',
  'Østerhede',
];

/**
 * People for the homes that stand empty: one in each, in six of ten a second, and in one of ten somebody who has moved
 * out within the two years. Seven of ten have a mail address, one in twenty is signed in on a telephone. By number,
 * not by chance. What happened is put into `lived`, a table of the transaction's own (`history.ts`).
 */
export async function settleHomes(tx: TenantDb): Promise<void> {
  const tenant = tx.tenant.id;
  await sql`
    create temporary table settler on commit drop as
    select new_id() as person_id, new_id() as residency_id, home.id as tenancy_id, n, number,
      number * 3 + n as code,
      (${tx.now}::timestamptz - make_interval(days => (number * 37 % 730)::integer)) as came
    from (
      select t.id, row_number() over (order by t.address_key, t.number) as number
      from tenancy t
      where t.tenant_id = ${tenant} and not exists (
        select from residency r where r.tenant_id = t.tenant_id and r.tenancy_id = t.id
      )
    ) home
    cross join generate_series(1, 3) n
    where n = 1 or n = 2 and number % 10 < 6 or n = 3 and number % 10 = 7
  `.execute(tx.sql);
  for (const statement of [people(tx), residencies(tx), preferences(tx), sessions(tx), ...happenings()])
    await statement.execute(tx.sql);
}

function people(tx: TenantDb) {
  return sql`
    insert into person (tenant_id, id, name, birth_year, email, phone, language, registered_at, channel)
    select ${tx.tenant.id}, person_id,
      (${GIVEN}::text[])[1 + code * 7 % ${GIVEN.length}] || ' ' || (${FAMILY}::text[])[1 + code * 11 % ${FAMILY.length}],
      1930 + code * 13 % 75,
      case when code % 10 < 7 then 'beboer' || code || '@lyngbakken.test' end,
      case when code % 10 > 4 then '+4599' || lpad((code % 1000000)::text, 6, '0') end,
      case when code % 12 = 0 then 'en' else 'da' end, came, 'web'
    from settler`;
}

function residencies(tx: TenantDb) {
  return sql`
    insert into residency (tenant_id, id, person_id, tenancy_id, from_day, until_day)
    select ${tx.tenant.id}, residency_id, person_id, tenancy_id,
      case when n = 3 then ${tx.today}::date - 2000 else came::date end, case when n = 3 then came::date end
    from settler`;
}

function preferences(tx: TenantDb) {
  return sql`
    insert into contact_preference (tenant_id, person_id, channel, changed_at, changed_channel)
    select ${tx.tenant.id}, person_id,
      case when code % 10 < 7 then 'mail' when code % 10 < 9 then 'sms' else 'paper' end, came, 'web'
    from settler`;
}

function sessions(tx: TenantDb) {
  return sql`
    insert into session (tenant_id, token_hash, person_id, created_at, last_seen_at, expires_at, device)
    select ${tx.tenant.id}, sha256(person_id::text::bytea), person_id, ${tx.now}, ${tx.now},
      ${tx.now}::timestamptz + interval '80 days', 'Telefon'
    from settler where code % 20 = 0`;
}

function happenings() {
  return [
    sql`
      insert into lived (at, kind, actor_kind, channel, subject_kind, subject_id, facts)
      select came, 'housing.person_registered', 'system', 'web', 'person', person_id::text, '{"channel": "web"}'
      from settler`,
    sql`
      insert into lived (at, kind, actor_kind, channel, subject_kind, subject_id, facts)
      select came, 'housing.moved_in', 'system', 'web', 'tenancy', tenancy_id::text,
        jsonb_build_object('day', came::date, 'person', person_id)
      from settler where n < 3`,
  ];
}
