import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { checkIn, countEvent, countWalkIn } from './commands/attendance.ts';
import { setRules, tick } from './commands/duties.ts';
import { cancelEvent, changeEvent, makeEvent, saveTexts } from './commands/events.ts';
import { morning } from './commands/morning.ts';
import { changeParty, leave, type SignedUp, signUp, type Wanted } from './commands/signing-up.ts';
import { haveTold } from './commands/telling.ts';
import type { Event, EventWords } from './rules/event.ts';
import { dutiesOfEvent } from './store/duties.ts';
import { eventById, eventsOfInitiative } from './store/events.ts';
import { signUpsOf } from './store/sign-ups.ts';

/** An event for the whole house today at 17.30, with sign-up and no bound, unless said otherwise. The actor arranges it. */
export async function anEvent(
  tx: TenantDb,
  wanted: Partial<EventWords> & { readonly initiativeId?: Id<'initiative'> } = {},
): Promise<Event> {
  const { initiativeId = null, ...words } = wanted;
  const on = words.on ?? tx.today;
  const id = await makeEvent(
    tx,
    {
      title: 'Suppe i gården',
      what: 'Vi koger en stor gryde suppe og spiser den sammen ved det lange bord. Det koster ikke noget.',
      place: 'Gården ved nummer 14',
      starts: '17:30',
      ends: '20:00',
      departmentIds: [],
      wholeOrganisation: (words.departmentIds ?? []).length === 0,
      openToAll: true,
      capacity: null,
      expected: null,
      signUp: true,
      signUpBy: null,
      aspects: [],
      callWho: '',
      phone: null,
      until: on,
      ...words,
      on,
    },
    initiativeId,
  );
  return (await eventById(tx, id)) as Event;
}

/** A household signs up, and the rules let them: two adults without contact, on paper, unless said otherwise. */
export async function comes(
  tx: TenantDb,
  eventId: Id<'event'>,
  wanted: Partial<Wanted> & { readonly name: string },
): Promise<SignedUp> {
  const signed = await signUp(tx, eventId, {
    adults: 2,
    children: 0,
    email: null,
    phone: null,
    home: '',
    cameBy: null,
    language: 'da',
    onBehalf: 'paper',
    once: '',
    ...wanted,
  });
  if (!signed.ok) throw new Error(`Cannot sign ${wanted.name} up: ${signed.refusal}`);
  return signed.value;
}

/** The verbs and the reads, for stories that are told elsewhere. */
export const verbs = {
  cancelEvent,
  changeEvent,
  changeParty,
  checkIn,
  countEvent,
  countWalkIn,
  dutiesOfEvent,
  eventById,
  eventsOfInitiative,
  haveTold,
  leave,
  morning,
  saveTexts,
  setRules,
  signUpsOf,
  tick,
};
