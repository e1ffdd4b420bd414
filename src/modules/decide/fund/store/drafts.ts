import { sql } from 'kysely';
import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId, Page } from '../rules/application.ts';

export async function insertDraft(
  tx: TenantDb,
  fundId: Id<'fund'>,
  page: Page,
  by: { readonly resumeHash: Buffer; readonly channel: Channel; readonly registeredBy: Id<'person'> | null },
): Promise<ApplicationId> {
  const { id } = await tx.sql
    .insertInto('fund_application')
    .values({
      tenant_id: tx.tenant.id,
      fund_id: fundId,
      ...columnsOf(page),
      resume_hash: by.resumeHash,
      created_at: tx.now,
      created_by: personIdOf(tx.actor),
      channel: by.channel,
      registered_by: by.registeredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertParts(tx, id, page);
  return id;
}

/** Writes the page when nobody has since `version`. False when somebody was faster: then nothing is changed. */
export async function updatePage(tx: TenantDb, id: ApplicationId, version: number, page: Page): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('fund_application')
    .set({ ...columnsOf(page), version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  for (const table of ['fund_application_department', 'fund_budget_line'] as const) {
    await tx.sql.deleteFrom(table).where('tenant_id', '=', tx.tenant.id).where('application_id', '=', id).execute();
  }
  await insertParts(tx, id, { ...page, coApplicants: await newCoApplicants(tx, id, page) });
  return true;
}

/** Those who stand on the page already keep their row, and with it their invitation; those who do not any more go. */
async function newCoApplicants(tx: TenantDb, id: ApplicationId, page: Page): Promise<Page['coApplicants']> {
  const there = await tx.sql
    .selectFrom('fund_co_applicant')
    .select(['id', 'name', 'email'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .execute();
  const same = (row: (typeof there)[number], one: Page['coApplicants'][number]) =>
    row.name === one.name && row.email === one.email;
  const gone = there.filter((row) => !page.coApplicants.some((one) => same(row, one))).map((row) => row.id);
  if (gone.length > 0) {
    await tx.sql
      .deleteFrom('fund_co_applicant')
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', 'in', gone)
      .execute();
  }
  return page.coApplicants.filter((one) => !there.some((row) => same(row, one)));
}

/** Sent in, with the fund's next number. The fund is locked, so that no two get the same. */
export async function insertSubmission(
  tx: TenantDb,
  submission: {
    readonly applicationId: ApplicationId;
    readonly fundId: Id<'fund'>;
    readonly policyId: Id<'fund_policy'>;
    readonly answerBy: Day;
  },
): Promise<number> {
  const { number } = await tx.sql
    .insertInto('fund_submission')
    .values({
      tenant_id: tx.tenant.id,
      application_id: submission.applicationId,
      fund_id: submission.fundId,
      number: sql<number>`(
        select coalesce(max(number), 0) + 1 from fund_submission
        where tenant_id = ${tx.tenant.id} and fund_id = ${submission.fundId}
      )`,
      policy_id: submission.policyId,
      round_id: sql<Id<'fund_round'> | null>`(
        select r.id from fund_round r join fund_policy y on y.tenant_id = r.tenant_id and y.id = r.policy_id
        where r.tenant_id = ${tx.tenant.id} and r.policy_id = ${submission.policyId}
          and y.allocation = 'rounds' and r.closes_on >= ${tx.today}::date
        order by r.closes_on limit 1
      )`,
      on_day: tx.today,
      answer_by: submission.answerBy,
      submitted_at: tx.now,
      submitted_by: personIdOf(tx.actor),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

function columnsOf(page: Page) {
  return {
    initiative_id: page.initiativeId,
    title: page.title,
    applicant_kind: page.applicantKind,
    applicant_id: page.applicantId,
    applicant_name: page.applicantName,
    applicant_email: page.applicantEmail,
    applicant_phone: page.applicantPhone,
    applicant_address: page.applicantAddress,
    applicant_age: page.applicantAge,
    guardian_name: page.guardianName,
    guardian_contact: page.guardianContact,
    purpose: page.purpose,
    participants: page.participants,
    starts_on: page.startsOn,
    ends_on: page.endsOn,
    other_money_ore: page.otherMoney,
    other_money_words: page.otherMoneyWords,
    grounds: [...page.grounds],
    ground_reason: page.groundReason,
    who_buys: page.whoBuys,
    remains: page.remains,
    remains_owner: page.remainsOwner,
    received_on: page.receivedOn,
    language: page.language,
    minors: page.minors,
    non_residents: page.nonResidents,
  };
}

async function insertParts(tx: TenantDb, applicationId: ApplicationId, page: Page): Promise<void> {
  const row = { tenant_id: tx.tenant.id, application_id: applicationId };
  if (page.departmentIds.length > 0) {
    const rows = page.departmentIds.map((department_id) => ({ ...row, department_id }));
    await tx.sql.insertInto('fund_application_department').values(rows).execute();
  }
  if (page.coApplicants.length > 0) {
    const rows = page.coApplicants.map(({ name, personId, email }) => ({
      ...row,
      name,
      person_id: personId,
      email,
    }));
    await tx.sql.insertInto('fund_co_applicant').values(rows).execute();
  }
  if (page.lines.length > 0) {
    const rows = page.lines.map((line) => ({
      ...row,
      what: line.what,
      supplier: line.supplier,
      amount_ore: line.amount,
    }));
    await tx.sql.insertInto('fund_budget_line').values(rows).execute();
  }
}
