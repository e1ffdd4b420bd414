import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Id } from '../../../../kernel/id.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Application, ApplicationId } from '../rules/application.ts';

type Row = ExpressionBuilder<Tables & { a: Tables['fund_application'] }, 'a'>;

/** One application with all its rows, in one round trip. */
export async function applicationById(tx: TenantDb, id: ApplicationId): Promise<Application | null> {
  const row = await applicationRows(tx).where('a.id', '=', id).executeTakeFirst();
  return row ? toApplication(row) : null;
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
  const row = await applicationRows(tx).where('a.resume_hash', '=', hash).executeTakeFirst();
  return row ? toApplication(row) : null;
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

function applicationRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('fund_application as a')
    .select(['a.id', 'a.fund_id as fundId', 'a.initiative_id as initiativeId', 'a.title'])
    .select(['a.applicant_kind as applicantKind', 'a.applicant_id as applicantId', 'a.applicant_name as applicantName'])
    .select(['a.applicant_email as applicantEmail', 'a.applicant_phone as applicantPhone'])
    .select(['a.guardian_name as guardianName', 'a.purpose', 'a.participants', 'a.starts_on as startsOn'])
    .select(['a.ends_on as endsOn', 'a.other_money_ore as otherMoney', 'a.other_money_words as otherMoneyWords'])
    .select(['a.grounds', 'a.ground_reason as groundReason', 'a.remains', 'a.minors', 'a.version', 'a.channel'])
    .select(['a.non_residents as nonResidents', 'a.created_by as createdBy', 'a.registered_by as registeredBy'])
    .select(['a.applicant_age as applicantAge', 'a.applicant_address as applicantAddress', 'a.who_buys as whoBuys'])
    .select(['a.guardian_contact as guardianContact', 'a.remains_owner as remainsOwner', 'a.language'])
    .select('a.received_on as receivedOn')
    .select((row) => [
      departmentsOf(row).as('departments'),
      coApplicantsOf(row).as('coApplicants'),
      linesOf(row).as('lines'),
      submissionOf(row).as('submission'),
      reviewsOf(row).as('reviews'),
      questionsOf(row).as('questions'),
      recommendationsOf(row).as('recommendations'),
      recusalsOf(row).as('recusals'),
      decisionsOf(row).as('decisions'),
      releasesOf(row).as('releases'),
      paymentsOf(row).as('payments'),
      claimsOf(row).as('claims'),
      takeOversOf(row).as('takeOvers'),
      endOf(row).as('end'),
    ])
    .where('a.tenant_id', '=', tx.tenant.id);
}

type ApplicationRow = Awaited<ReturnType<ReturnType<typeof applicationRows>['executeTakeFirstOrThrow']>>;

function toApplication({ departments, ...rest }: ApplicationRow): Application {
  return { ...rest, departmentIds: departments.map((one) => one.id) } as Application;
}

function departmentsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_application_department as c')
      .select('c.department_id as id')
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.department_id'),
  );
}

function coApplicantsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_co_applicant as c')
      .select(['c.name', 'c.person_id as personId', 'c.email', 'c.declined_on as declinedOn'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function linesOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_budget_line as c')
      .select(['c.what', 'c.supplier', 'c.amount_ore as amount'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function submissionOf(row: Row) {
  return jsonObjectFrom(
    row
      .selectFrom('fund_submission as c')
      .select(['c.number', 'c.on_day as on', 'c.answer_by as answerBy'])
      .select((own) =>
        jsonObjectFrom(
          own
            .selectFrom('fund_round as o')
            .select(['o.id', 'o.closes_on as closesOn'])
            .whereRef('o.tenant_id', '=', 'c.tenant_id')
            .whereRef('o.id', '=', 'c.round_id'),
        ).as('round'),
      )
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id'),
  );
}

function reviewsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_review as c')
      .select(['c.on_day as on', 'c.reviewer_id as reviewerId'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function questionsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_question as c')
      .leftJoin('fund_answer as b', (join) =>
        join.onRef('b.tenant_id', '=', 'c.tenant_id').onRef('b.question_id', '=', 'c.id'),
      )
      .select(['c.id', 'c.on_day as on', 'c.words', 'c.asked_by as askedBy', 'b.on_day as answeredOn'])
      .select(sql<string>`coalesce(b.words, '')`.as('answer'))
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function recommendationsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_recommendation as c')
      .select(['c.on_day as on', 'c.advice', 'c.amount_ore as amount', 'c.terms', 'c.reason', 'c.words'])
      .select('c.recommended_by as by')
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function recusalsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_recusal as c')
      .select(['c.person_id as personId', 'c.reason', 'c.on_day as on'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.person_id'),
  );
}

function decisionsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_decision as c')
      .select(['c.id', 'c.on_day as on', 'c.result', 'c.amount_ore as amount', 'c.period_id as periodId'])
      .select(['c.expires_on as expiresOn', 'c.terms', 'c.reason', 'c.words', 'c.decision_reference as reference'])
      .select('c.decided_by as by')
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function releasesOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_release as c')
      .select(['c.on_day as on', 'c.amount_ore as amount'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function paymentsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_payment as c')
      .select(['c.on_day as on', 'c.amount_ore as amount', 'c.reference'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function claimsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_claim as c')
      .select(['c.id', 'c.on_day as on', 'c.amount_ore as amount', 'c.reference'])
      .select(CLAIM_IS_OPEN.as('open'))
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

/** As many bounces as ends. */
const CLAIM_IS_OPEN = sql<boolean>`(
  select coalesce(sum(case when x.result = 'bounced' then -1 else 1 end), 0) = 0
  from fund_claim_end x where x.tenant_id = c.tenant_id and x.claim_id = c.id
)`;

function takeOversOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('fund_take_over as c')
      .select(['c.on_day as on', 'c.to_person_id as toPersonId'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id')
      .orderBy('c.id'),
  );
}

function endOf(row: Row) {
  return jsonObjectFrom(
    row
      .selectFrom('fund_end as c')
      .select(['c.on_day as on', 'c.result', 'c.words'])
      .whereRef('c.tenant_id', '=', 'a.tenant_id')
      .whereRef('c.application_id', '=', 'a.id'),
  );
}
