import { personIdOf } from '../../../../kernel/actor.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { type Duty, type DutyCode, type DutyRule, dayFor, dutiesWithDays, isDue, SHOWN_DAYS } from '../rules/duties.ts';
import { type Event, isAhead } from '../rules/event.ts';
import { dutiesOfEvent, dutyRules, eventsWithDue, saveDone, saveDuties, saveDutyRules } from '../store/duties.ts';
import { eventById } from '../store/events.ts';
import { told } from './told.ts';

/** Writes down what the event asks for as it is now, and puts what is due soon into its organisers' Din tur. */
export async function prepare(tx: TenantDb, event: Event): Promise<void> {
  const before = await dutiesOfEvent(tx, event.id);
  const wanted = isAhead(event, tx.today) ? dutiesWithDays(event, await dutyRules(tx)) : [];
  const known = new Map(before.map(({ code, dueOn }) => [code, dueOn]));
  await saveDuties(
    tx,
    event.id,
    wanted.map(({ code, dueOn }) => ({ code, dueOn: dayFor(dueOn, known.get(code) ?? null, tx.today) })),
  );
  const codes = new Set(wanted.map(({ code }) => code));
  for (const gone of before.filter(({ code, doneOn }) => !codes.has(code) && doneOn === null)) {
    await closeTurns(tx, { subject: { kind: 'event_duty', id: gone.id } });
  }
  await remind(tx, event, await dutiesOfEvent(tx, event.id));
}

/** What is due within two weeks waits for each who arranges it. */
async function remind(tx: TenantDb, event: Event, duties: readonly Duty[]): Promise<void> {
  for (const duty of duties.filter((one) => isDue(one, tx.today))) {
    for (const personId of event.organisers) {
      await openTurn(tx, {
        kind: 'event.duty',
        subject: { kind: 'event_duty', id: duty.id },
        thread: event.initiativeId,
        assignee: { personId },
        due: duty.dueOn,
        facts: { event: event.id, code: duty.code },
      });
    }
  }
}

/** Once a day: what has come within two weeks. */
export async function remindAll(tx: TenantDb): Promise<void> {
  for (const id of await eventsWithDue(tx, addDays(tx.today, SHOWN_DAYS))) {
    const event = await eventById(tx, id);
    if (event) await remind(tx, event, await dutiesOfEvent(tx, id));
  }
}

/** Done, or not done after all. */
export async function tick(tx: TenantDb, event: Event, duty: Duty, done: boolean): Promise<void> {
  await saveDone(tx, duty.id, done ? { at: tx.now, by: personIdOf(tx.actor) } : { at: null, by: null });
  await closeTurns(tx, { subject: { kind: 'event_duty', id: duty.id } });
  told(tx, done ? 'duty_done' : 'duty_undone', event, { code: duty.code });
  if (!done) await remind(tx, event, await dutiesOfEvent(tx, event.id));
}

/** How this house does it: from now on, for events that are made or changed. */
export async function setRules(tx: TenantDb, rules: ReadonlyMap<DutyCode, DutyRule>): Promise<void> {
  await saveDutyRules(tx, rules, personIdOf(tx.actor));
  record(tx, { kind: 'event.rules_set', subject: { kind: 'house', id: tx.tenant.id } });
}
