import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Application, ApplicationId } from '../rules/application.ts';

/** One application with all its rows, in one round trip. */
export async function applicationById(tx: TenantDb, id: ApplicationId): Promise<Application | null> {
  const { rows } = await sql<Application>`${APPLICATIONS(tx)} and a.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends. Where the fund's money moves too, lock the fund first. */
export async function lockApplication(tx: TenantDb, id: ApplicationId): Promise<Application | null> {
  await tx.sql
    .selectFrom('fund_application')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return applicationById(tx, id);
}

export async function applicationByResumeHash(tx: TenantDb, hash: Buffer): Promise<Application | null> {
  const { rows } = await sql<Application>`${APPLICATIONS(tx)} and a.resume_hash = ${hash}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Which fund an application is to; it never changes. */
export async function fundOfApplication(tx: TenantDb, id: ApplicationId): Promise<Id<'fund'> | null> {
  const row = await tx.sql
    .selectFrom('fund_application')
    .select('fund_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.fund_id ?? null;
}

/** Which application a question belongs to. */
export async function applicationOfQuestion(tx: TenantDb, id: Id<'fund_question'>): Promise<ApplicationId | null> {
  const row = await tx.sql
    .selectFrom('fund_question')
    .select('application_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** A list of a case's rows (c), each as its columns by name, in the order they came. */
const listOf = (columns: string, table: string, order = 'c.id') => `coalesce((
    select json_agg(json_build_object(${columns}) order by ${order})
    from ${table}
    where c.tenant_id = a.tenant_id and c.application_id = a.id
  ), '[]')`;

/** As many bounces as ends. */
const CLAIM_IS_OPEN = `(
  select coalesce(sum(case when x.result = 'bounced' then -1 else 1 end), 0) = 0
  from fund_claim_end x where x.tenant_id = c.tenant_id and x.claim_id = c.id
)`;

const NAMING_ANSWER = `(
  select json_build_object('result', x.result, 'words', x.words, 'on', x.on_day, 'by', x.answered_by)
  from fund_naming_answer x
  where x.tenant_id = c.tenant_id and x.application_id = c.application_id and x.person_id = c.person_id
)`;

const QUESTIONS = 'fund_question c left join fund_answer b on b.tenant_id = c.tenant_id and b.question_id = c.id';

/** Text, not built from parts: it stands behind every page of a case. */
const COLUMNS = sql.raw(`
  a.id, a.fund_id as "fundId", a.initiative_id as "initiativeId", a.title, a.applicant_kind as "applicantKind",
  a.applicant_id as "applicantId", a.applicant_name as "applicantName", a.applicant_email as "applicantEmail",
  a.applicant_phone as "applicantPhone", a.guardian_name as "guardianName", a.purpose, a.participants,
  a.starts_on as "startsOn", a.ends_on as "endsOn", a.other_money_ore as "otherMoney",
  a.other_money_words as "otherMoneyWords", a.grounds, a.ground_reason as "groundReason", a.remains, a.minors, a.version,
  a.channel, a.non_residents as "nonResidents", a.created_by as "createdBy", a.registered_by as "registeredBy",
  a.applicant_age as "applicantAge", a.applicant_address as "applicantAddress", a.who_buys as "whoBuys",
  a.guardian_contact as "guardianContact", a.remains_owner as "remainsOwner", a.language, a.received_on as "receivedOn",
  array(
    select c.department_id from fund_application_department c
    where c.tenant_id = a.tenant_id and c.application_id = a.id order by c.department_id
  ) as "departmentIds",
  ${listOf(`'name', c.name, 'personId', c.person_id, 'email', c.email, 'declinedOn', c.declined_on`, 'fund_co_applicant c')} as "coApplicants",
  ${listOf(`'what', c.what, 'supplier', c.supplier, 'amount', c.amount_ore`, 'fund_budget_line c')} as "lines",
  (
    select json_build_object('number', c.number, 'on', c.on_day, 'answerBy', c.answer_by, 'round', (
      select json_build_object('id', o.id, 'closesOn', o.closes_on)
      from fund_round o where o.tenant_id = c.tenant_id and o.id = c.round_id
    ))
    from fund_submission c where c.tenant_id = a.tenant_id and c.application_id = a.id
  ) as "submission",
  ${listOf(`'on', c.on_day, 'reviewerId', c.reviewer_id`, 'fund_review c')} as "reviews",
  ${listOf(`'id', c.id, 'on', c.on_day, 'words', c.words, 'askedBy', c.asked_by, 'answeredOn', b.on_day, 'answer', coalesce(b.words, '')`, QUESTIONS)} as "questions",
  ${listOf(`'on', c.on_day, 'advice', c.advice, 'amount', c.amount_ore, 'terms', c.terms, 'reason', c.reason, 'words', c.words, 'by', c.recommended_by`, 'fund_recommendation c')} as "recommendations",
  ${listOf(`'personId', c.person_id, 'reason', c.reason, 'on', c.on_day`, 'fund_recusal c', 'c.person_id')} as "recusals",
  ${listOf(`'personId', c.person_id, 'on', c.on_day, 'answer', ${NAMING_ANSWER}`, 'fund_naming c', 'c.person_id')} as "namings",
  ${listOf(
    `'id', c.id, 'on', c.on_day, 'result', c.result, 'amount', c.amount_ore, 'periodId', c.period_id, 'expiresOn', c.expires_on,
    'terms', c.terms, 'reason', c.reason, 'words', c.words, 'reference', c.decision_reference, 'by', c.decided_by`,
    'fund_decision c',
  )} as "decisions",
  ${listOf(`'on', c.on_day, 'amount', c.amount_ore`, 'fund_release c')} as "releases",
  ${listOf(`'on', c.on_day, 'amount', c.amount_ore, 'reference', c.reference`, 'fund_payment c')} as "payments",
  ${listOf(`'id', c.id, 'on', c.on_day, 'amount', c.amount_ore, 'reference', c.reference, 'open', ${CLAIM_IS_OPEN}`, 'fund_claim c')} as "claims",
  ${listOf(`'on', c.on_day, 'toPersonId', c.to_person_id`, 'fund_take_over c')} as "takeOvers",
  (
    select json_build_object('on', c.on_day, 'result', c.result, 'words', c.words)
    from fund_end c where c.tenant_id = a.tenant_id and c.application_id = a.id
  ) as "end"`);

const APPLICATIONS = (tx: TenantDb) =>
  sql`select ${COLUMNS} from fund_application a where a.tenant_id = ${tx.tenant.id}`;
