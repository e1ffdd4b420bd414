import { type RawBuilder, sql } from 'kysely';
import type { Channel } from '../../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../../platform/secret/code.ts';
import { ROWS_A_PAGE } from '../rules/panel.ts';
import type { Application, Applied, ExitWhy, Place, Traits } from '../rules/people.ts';

type ApplicationId = Id<'panel_application'>;

export interface NewApplication extends Applied {
  readonly panelId: Id<'panel'>;
  readonly lot: string;
  readonly personId: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
}

export async function insertApplication(tx: TenantDb, one: NewApplication): Promise<ApplicationId> {
  const row = await tx.sql
    .insertInto('panel_application')
    .values({
      tenant_id: tx.tenant.id,
      panel_id: one.panelId,
      lot: one.lot,
      name: one.name,
      email: one.email,
      phone: one.phone,
      address: one.address,
      home_key: one.homeKey,
      why: one.why,
      diet: one.diet,
      access_needs: one.accessNeeds,
      birth_year: one.birthYear,
      ...one.traits,
      on_board: one.onBoard,
      person_id: one.personId,
      consented_at: tx.now,
      applied_at: tx.now,
      channel: one.channel,
      registered_by: one.registeredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Everybody who applied, in the order they came. */
export function applicationsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<readonly Application[]> {
  return applications(tx, sql`and a.panel_id = ${panelId} order by a.id`);
}

/** A page of them, the newest first. */
export async function applicationPage(
  tx: TenantDb,
  panelId: Id<'panel'>,
  page: number,
): Promise<{ readonly rows: readonly Application[]; readonly more: boolean }> {
  const found = await applications(
    tx,
    sql`and a.panel_id = ${panelId} order by a.id desc limit ${ROWS_A_PAGE + 1} offset ${(page - 1) * ROWS_A_PAGE}`,
  );
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

export async function applicationById(tx: TenantDb, id: ApplicationId): Promise<Application | null> {
  return (await applications(tx, sql`and a.id = ${id}`))[0] ?? null;
}

/** Whose code it is. */
export async function applicationByCode(tx: TenantDb, code: string): Promise<Application | null> {
  const found = await applications(
    tx,
    sql`and a.id = (
      select r.application_id from panel_receipt r
      where r.tenant_id = ${tx.tenant.id} and r.code_hash = ${hashOfReceipt(code)}
    )`,
  );
  return found[0] ?? null;
}

/** Held until the transaction ends, so that an offer is answered once. */
export async function lockApplication(tx: TenantDb, id: ApplicationId): Promise<Application | null> {
  await tx.sql
    .selectFrom('panel_application')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return applicationById(tx, id);
}

async function applications(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Application[]> {
  const { rows } = await sql<Row>`
    select a.id, a.panel_id as "panelId", a.lot, a.name, a.email, a.phone, a.address, a.home_key as "homeKey",
      a.why, a.diet, a.access_needs as "accessNeeds", a.birth_year as "birthYear",
      a.age, a.department, a.dwelling, a.language, a.tenure, a.on_board as "onBoard", a.person_id as "personId",
      a.applied_at as "appliedAt", a.channel, a.registered_by as "registeredBy", a.goes_on as "goesOn",
      p.id as "placeId", p.answer, p.answer_by as "answerBy", e.why as "exitWhy", e.on_day as "exitOn",
      exists (
        select from panel_pause b
        where b.tenant_id = a.tenant_id and b.application_id = a.id
          and b.from_day <= ${tx.today} and (b.back_on is null or b.back_on > ${tx.today})
      ) as paused
    from panel_application a
    left join panel_place p on p.tenant_id = a.tenant_id and p.application_id = a.id
    left join panel_exit e on e.tenant_id = a.tenant_id and e.application_id = a.id
    where a.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(toApplication);
}

type Row = Omit<Application, 'traits' | 'appliedOn' | 'place' | 'exit'> &
  Traits & {
    readonly appliedAt: Date;
    readonly placeId: Id<'panel_place'> | null;
    readonly answer: Place['answer'];
    readonly answerBy: Day | null;
    readonly exitWhy: ExitWhy | null;
    readonly exitOn: Day | null;
  };

function toApplication(row: Row): Application {
  const { age, department, dwelling, language, tenure, ...one } = row;
  const { appliedAt, placeId, answer, answerBy, exitWhy, exitOn, ...rest } = one;
  return {
    ...rest,
    traits: { age, department, dwelling, language, tenure },
    appliedOn: dayOf(appliedAt),
    place: placeId && answerBy ? { id: placeId, answer, answerBy } : null,
    exit: exitWhy && exitOn ? { why: exitWhy, on: exitOn } : null,
  };
}

/** A further code for the same person. Only its hash stays here. */
export async function insertReceipt(tx: TenantDb, id: ApplicationId, code: string): Promise<void> {
  await tx.sql
    .insertInto('panel_receipt')
    .values({ tenant_id: tx.tenant.id, code_hash: hashOfReceipt(code), application_id: id, made_at: tx.now })
    .execute();
}

function hashOfReceipt(code: string): Buffer {
  return hashOfCode(`panel receipt ${code}`);
}

/** Where somebody lives, and their groups. */
export async function saveGroups(
  tx: TenantDb,
  id: ApplicationId,
  groups: Traits & { readonly address: string; readonly home_key: string },
): Promise<void> {
  await change(tx, id, groups);
}

export async function strikeWhy(tx: TenantDb, id: ApplicationId): Promise<void> {
  await change(tx, id, { why: '' });
}

export async function saveGoesOn(tx: TenantDb, ids: readonly ApplicationId[], day: Day): Promise<void> {
  await tx.sql
    .updateTable('panel_application')
    .set({ goes_on: day })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', sql<ApplicationId>`any(${[...ids]}::uuid[])`)
    .execute();
}

async function change(
  tx: TenantDb,
  id: ApplicationId,
  columns: Partial<Traits & { why: string; address: string; home_key: string }>,
): Promise<void> {
  await tx.sql
    .updateTable('panel_application')
    .set(columns)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Those whose time is up are gone, with their answers, places and votes. How many they were, by focus group. */
export async function deletePast(
  tx: TenantDb,
): Promise<readonly { readonly panelId: Id<'panel'>; readonly people: number }[]> {
  const { rows } = await sql<{ panelId: Id<'panel'>; people: number }>`
    with gone as (
      delete from panel_application a where a.tenant_id = ${tx.tenant.id} and a.goes_on <= ${tx.today}
      returning a.panel_id
    )
    select panel_id as "panelId", count(*)::int as people from gone group by panel_id
  `.execute(tx.sql);
  return rows;
}

export async function insertExit(
  tx: TenantDb,
  id: ApplicationId,
  exit: { readonly why: ExitWhy; readonly channel: Channel; readonly registeredBy: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('panel_exit')
    .values({
      tenant_id: tx.tenant.id,
      application_id: id,
      on_day: tx.today,
      why: exit.why,
      channel: exit.channel,
      registered_by: exit.registeredBy,
    })
    .execute();
}

export async function insertPause(tx: TenantDb, id: ApplicationId, backOn: Day | null): Promise<void> {
  await tx.sql
    .insertInto('panel_pause')
    .values({ tenant_id: tx.tenant.id, application_id: id, from_day: tx.today, back_on: backOn })
    .execute();
}

export async function endPauses(tx: TenantDb, id: ApplicationId): Promise<void> {
  await tx.sql
    .updateTable('panel_pause')
    .set({ back_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .where((where) => where.or([where('back_on', 'is', null), where('back_on', '>', tx.today)]))
    .execute();
}

/** The focus groups that a person is in, or has signed up to. */
export function applicationsBy(tx: TenantDb, personId: Id<'person'>): Promise<readonly Application[]> {
  return applications(tx, sql`and a.person_id = ${personId} order by a.id desc limit ${ROWS_A_PAGE}`);
}
