import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { KeptLetter, LetterKind, LetterWay } from '../rules/letters.ts';

export async function insertLetter(
  tx: TenantDb,
  letter: {
    readonly applicationId: ApplicationId;
    readonly kind: LetterKind;
    readonly decisionId: Id<'fund_decision'> | null;
    readonly language: Language;
  },
): Promise<Id<'fund_letter'>> {
  const { id } = await tx.sql
    .insertInto('fund_letter')
    .values({
      tenant_id: tx.tenant.id,
      application_id: letter.applicationId,
      kind: letter.kind,
      decision_id: letter.decisionId,
      language: letter.language,
      way: 'sent',
      on_day: tx.today,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** It did not leave by itself. */
export async function setLetterWay(tx: TenantDb, id: Id<'fund_letter'>, way: LetterWay): Promise<void> {
  await tx.sql
    .updateTable('fund_letter')
    .set({ way })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Staff have given it to whoever it is for. False when somebody has already. */
export async function markHanded(tx: TenantDb, id: Id<'fund_letter'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('fund_letter')
    .set({ handed_on: tx.today, handed_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('way', '=', 'hand')
    .where('handed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function letterById(tx: TenantDb, id: Id<'fund_letter'>): Promise<KeptLetter | null> {
  return (await letters(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The letters of a case, the newest first. */
export async function lettersOf(tx: TenantDb, applicationId: ApplicationId): Promise<KeptLetter[]> {
  return letters(tx).where('application_id', '=', applicationId).orderBy('id', 'desc').execute();
}

function letters(tx: TenantDb) {
  return tx.sql
    .selectFrom('fund_letter')
    .select(['id', 'application_id as applicationId', 'kind', 'decision_id as decisionId', 'language', 'way'])
    .select(['on_day as on', 'handed_on as handedOn'])
    .where('tenant_id', '=', tx.tenant.id)
    .$narrowType<{ on: Day }>();
}
