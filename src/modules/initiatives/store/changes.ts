import type { Channel } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Answer, Description, EndResult, Origin } from '../rules.ts';

/** Who did it and, when staff wrote it in for somebody, how it came. */
export interface Registered {
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
}

export async function insertInitiative(
  tx: TenantDb,
  description: Description,
  by: Registered & { readonly createdBy: Id<'person'> | null },
): Promise<Id<'initiative'>> {
  const { id } = await tx.sql
    .insertInto('initiative')
    .values({
      tenant_id: tx.tenant.id,
      ...columnsOf(description),
      created_at: tx.now,
      created_by: by.createdBy,
      channel: by.channel,
      registered_by: by.registeredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertDepartments(tx, id, description);
  return id;
}

/** Writes the words when nobody has since `version`. False when somebody was faster: then nothing is changed. */
export async function updateInitiative(
  tx: TenantDb,
  id: Id<'initiative'>,
  version: number,
  description: Description,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('initiative')
    .set({ ...columnsOf(description), version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx.sql
    .deleteFrom('initiative_department')
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', id)
    .execute();
  await insertDepartments(tx, id, description);
  return true;
}

export async function insertOrigin(tx: TenantDb, initiativeId: Id<'initiative'>, origin: Origin): Promise<void> {
  await tx.sql
    .insertInto('initiative_origin')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      source_kind: origin.sourceKind,
      source_id: origin.sourceId,
      sentence: origin.sentence,
      linked_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertAsk(
  tx: TenantDb,
  ask: {
    readonly initiativeId: Id<'initiative'>;
    readonly personId: Id<'person'>;
    readonly words: string;
    readonly replacesId: Id<'person'> | null;
    readonly askedBy: Id<'person'>;
    readonly answerBy: Day;
  },
): Promise<string> {
  const { id } = await tx.sql
    .insertInto('initiative_driver_ask')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: ask.initiativeId,
      person_id: ask.personId,
      words: ask.words,
      replaces_id: ask.replacesId,
      asked_by: ask.askedBy,
      asked_at: tx.now,
      answer_by: ask.answerBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAnswer(
  tx: TenantDb,
  askId: string,
  answer: { readonly answer: Answer; readonly words: string; readonly namePublic: boolean } & Registered,
): Promise<void> {
  await tx.sql
    .insertInto('initiative_driver_answer')
    .values({
      tenant_id: tx.tenant.id,
      ask_id: askId as Id<'initiative_driver_ask'>,
      answer: answer.answer,
      words: answer.words,
      name_public: answer.namePublic,
      answered_at: tx.now,
      channel: answer.channel,
      registered_by: answer.registeredBy,
    })
    .execute();
}

/** Writes that these people drive from today. Who drives already is left alone. */
export async function insertDrivers(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  drivers: readonly { readonly personId: Id<'person'>; readonly namePublic: boolean }[],
): Promise<void> {
  if (drivers.length === 0) return;
  await tx.sql
    .insertInto('initiative_driver')
    .values(
      drivers.map((driver) => ({
        tenant_id: tx.tenant.id,
        initiative_id: initiativeId,
        person_id: driver.personId,
        name_public: driver.namePublic,
        from_day: tx.today,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endDriving(tx: TenantDb, driverId: string, words: string): Promise<void> {
  await tx.sql
    .updateTable('initiative_driver')
    .set({ stopped_on: tx.today, stopped_words: words })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', driverId as Id<'initiative_driver'>)
    .execute();
}

export async function insertParking(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  parking: { readonly reason: string; readonly askAgainOn: Day | null; readonly by: Id<'person'> | null },
): Promise<string> {
  const { id } = await tx.sql
    .insertInto('initiative_parking')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      reason: parking.reason,
      from_day: tx.today,
      ask_again_on: parking.askAgainOn,
      parked_by: parking.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertWaking(
  tx: TenantDb,
  parkingId: string,
  words: string,
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('initiative_waking')
    .values({
      tenant_id: tx.tenant.id,
      parking_id: parkingId as Id<'initiative_parking'>,
      words,
      on_day: tx.today,
      woken_by: by,
    })
    .execute();
}

export async function insertEnd(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  end: { readonly result: EndResult; readonly words: string; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('initiative_end')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      result: end.result,
      words: end.words,
      on_day: tx.today,
      ended_by: end.by,
    })
    .execute();
}

export async function insertStep(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  step: {
    readonly says: string;
    readonly personId: Id<'person'> | null;
    readonly dueOn: Day | null;
    readonly by: Id<'person'> | null;
  },
): Promise<string> {
  const { id } = await tx.sql
    .insertInto('initiative_step')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      says: step.says,
      person_id: step.personId,
      due_on: step.dueOn,
      added_by: step.by,
      added_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertStepEnd(
  tx: TenantDb,
  stepId: string,
  end: { readonly outcome: 'done' | 'dropped'; readonly words: string; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('initiative_step_end')
    .values({
      tenant_id: tx.tenant.id,
      step_id: stepId as Id<'initiative_step'>,
      outcome: end.outcome,
      words: end.words,
      ended_at: tx.now,
      ended_by: end.by,
    })
    .execute();
}

function columnsOf(description: Description) {
  return {
    title: description.title,
    what: description.what,
    why: description.why,
    category: description.category,
    place: description.place,
    starts_on: description.startsOn,
    ends_on: description.endsOn,
    whole_organisation: description.wholeOrganisation,
  };
}

async function insertDepartments(tx: TenantDb, id: Id<'initiative'>, description: Description): Promise<void> {
  if (description.wholeOrganisation || description.departmentIds.length === 0) return;
  await tx.sql
    .insertInto('initiative_department')
    .values(
      description.departmentIds.map((departmentId) => ({
        tenant_id: tx.tenant.id,
        initiative_id: id,
        department_id: departmentId,
      })),
    )
    .execute();
}
