import type { Id } from './kernel/id.ts';
import {
  boardOf,
  boardPlace,
  departmentPlace,
  type EmptiedSeat,
  seatsEmptiedByMoving,
} from './modules/housing/public.ts';
import { closeTurns, openTurn, type TurnKinds } from './modules/turns/public.ts';
import type { TenantDb } from './platform/db/tenant-db.ts';
import type { JobKind } from './platform/jobs/jobs.ts';
import { vacantSeatsText as words } from './vacant-seats-text.ts';

const NAMES = { person: 'person', department: 'department' } as const;

/** A seat that a move left empty: the chair talks with the board, the consultant writes down who steps in. */
export const vacantSeatTurns: TurnKinds = {
  'board.seat_vacant': {
    sentence: ({ language, facts, name }) =>
      words(language).forBoard(name('person', String(facts.person)), name('department', String(facts.department))),
    action: (language) => words(language).forBoardAction,
    place: ({ id }) => departmentPlace({ id }),
    names: NAMES,
    errand: true,
  },
  'board.fill_seat': {
    sentence: ({ language, facts, name }) =>
      words(language).forOffice(name('person', String(facts.person)), name('department', String(facts.department))),
    action: (language) => words(language).forOfficeAction,
    place: ({ id }) => boardPlace({ id }),
    names: NAMES,
    errand: true,
  },
};

/** Once a day for each tenant (src/schedule.ts). */
export const VACANT_SEATS: JobKind = { name: 'boards.vacant_seats', run: (tx) => askAboutVacantSeats(tx) };

export async function askAboutVacantSeats(tx: TenantDb): Promise<void> {
  for (const seat of await seatsEmptiedByMoving(tx)) {
    const { members, seats } = await boardOf(tx, seat);
    if (members.length < seats) await ask(tx, seat, members.find((one) => one.office === 'chair')?.personId);
  }
}

async function ask(tx: TenantDb, seat: EmptiedSeat, chair: Id<'person'> | undefined): Promise<void> {
  const { departmentId, personId } = seat;
  const about = { subject: subjectOf(departmentId), facts: { person: personId, department: departmentId } };
  if (chair) await openTurn(tx, { ...about, kind: 'board.seat_vacant', assignee: { personId: chair } });
  await openTurn(tx, { ...about, kind: 'board.fill_seat', assignee: { role: 'consultant', departmentId: null } });
}

/** The board has constituted itself: nobody waits for its seats any more. */
export async function seatsAreSettled(tx: TenantDb, departmentId: Id<'department'>): Promise<void> {
  const subject = subjectOf(departmentId);
  for (const kind of Object.keys(vacantSeatTurns)) await closeTurns(tx, { subject, kind });
}

function subjectOf(departmentId: Id<'department'>) {
  return { kind: 'department', id: departmentId };
}
