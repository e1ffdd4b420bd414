import { sql } from 'kysely';
import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId, NamingAnswer } from '../rules/application.ts';

/** Whom the page names as applying too, once the case is sent in: it is kept, also when the page names them no more. */
export async function insertNamings(tx: TenantDb, applicationId: ApplicationId): Promise<void> {
  await sql`
    insert into fund_naming (tenant_id, application_id, person_id, on_day)
    select distinct c.tenant_id, c.application_id, c.person_id, ${tx.today}::date
    from fund_co_applicant c
    join fund_submission s on s.tenant_id = c.tenant_id and s.application_id = c.application_id
    where c.tenant_id = ${tx.tenant.id} and c.application_id = ${applicationId} and c.person_id is not null
    on conflict do nothing
  `.execute(tx.sql);
}

export async function insertNamingAnswer(
  tx: TenantDb,
  applicationId: ApplicationId,
  personId: Id<'person'>,
  answer: Pick<NamingAnswer, 'result' | 'words'>,
): Promise<void> {
  await tx.sql
    .insertInto('fund_naming_answer')
    .values({
      tenant_id: tx.tenant.id,
      application_id: applicationId,
      person_id: personId,
      result: answer.result,
      words: answer.words,
      on_day: tx.today,
      answered_by: actingPerson(tx),
    })
    .execute();
}
