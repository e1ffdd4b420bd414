import type { Id } from '../../../../kernel/id.ts';
import type { Table } from './sheets.ts';
import type { Workshop } from './workshop.ts';

/** A point of the programme. */
export interface Item {
  readonly id: Id<'workshop_item'>;
  readonly startsAt: string;
  readonly title: string;
  readonly who: string;
  readonly place: string;
}

export const INVITED_PARTS = ['participant', 'table_host', 'facilitator'] as const;
export type InvitedPart = (typeof INVITED_PARTS)[number];

/** Somebody who is asked to come, or came unasked. */
export interface Invitation {
  readonly id: Id<'workshop_invitation'>;
  readonly personName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly personId: Id<'person'> | null;
  readonly organisationId: Id<'organisation'> | null;
  readonly tableId: Id<'workshop_table'> | null;
  readonly part: InvitedPart;
  readonly answer: 'yes' | 'no' | null;
  /** Null: nobody has said. */
  readonly came: boolean | null;
}

export interface Turnout {
  readonly asked: number;
  readonly yes: number;
  readonly no: number;
  readonly came: number;
  /** Null: nobody has said how many there is room for. */
  readonly left: number | null;
}

/** How many are asked, coming and there, and how many places are left. Never below none. */
export function turnoutOf(
  { seats }: Pick<Workshop, 'seats'>,
  invitations: readonly Pick<Invitation, 'answer' | 'came'>[],
): Turnout {
  const yes = invitations.filter(({ answer }) => answer === 'yes').length;
  return {
    asked: invitations.length,
    yes,
    no: invitations.filter(({ answer }) => answer === 'no').length,
    came: invitations.filter(({ came }) => came === true).length,
    left: seats === null ? null : Math.max(0, seats - yes),
  };
}

/** Who is given another table than they had; a table of another workshop is none. */
export function movesIn(
  invitations: readonly Pick<Invitation, 'id' | 'tableId'>[],
  seats: readonly Pick<Invitation, 'id' | 'tableId'>[],
  tables: readonly { readonly id: Id<'workshop_table'> }[],
): readonly Pick<Invitation, 'id' | 'tableId'>[] {
  const had = new Map(invitations.map(({ id, tableId }) => [id, tableId]));
  return seats.filter(
    ({ id, tableId }) =>
      had.has(id) && had.get(id) !== tableId && (tableId === null || tables.some((table) => table.id === tableId)),
  );
}

/** May one more say yes? Who has said it may say it again. */
export function hasRoom(turnout: Turnout, invitation: Pick<Invitation, 'answer'>): boolean {
  return turnout.left === null || turnout.left > 0 || invitation.answer === 'yes';
}

/** Did they take part? Where nobody has noted who came, those who said that they would. */
export function tookPart({ came, answer }: Pick<Invitation, 'came' | 'answer'>): boolean {
  return came ?? answer === 'yes';
}

/** Whose answer is theirs: the table they sit at, and those of their organisation. */
export function isTheirs(
  { tableId, organisationId }: Pick<Invitation, 'tableId' | 'organisationId'>,
  table: Pick<Table, 'id' | 'organisationId'>,
): boolean {
  return tableId === table.id || (organisationId !== null && organisationId === table.organisationId);
}

/** What the facilitator sees to, in the order of the day. */
export const CHECKLIST = {
  before: ['invited', 'tables', 'printed', 'hosts', 'pens', 'wall', 'programme'],
  during: ['welcome', 'legend', 'photos', 'missing', 'closing'],
  after: ['confirmed', 'quotes', 'onward', 'names', 'returned', 'released'],
} as const;
export type CheckItem = (typeof CHECKLIST)[keyof typeof CHECKLIST][number];

export const CHECK_ITEMS: readonly CheckItem[] = Object.values(CHECKLIST).flat();

export function readCheckItem(text: string): CheckItem | null {
  return CHECK_ITEMS.find((item) => item === text) ?? null;
}

export const MOST_ITEMS = 60;
export const MOST_INVITED = 500;

type Reached = Pick<Invitation, 'personName' | 'email' | 'phone'>;

/** Has this very person been asked at this very address? Two of a home may share one, and some come without any. */
export function isAsked(invitations: readonly Reached[], { personName, email, phone }: Reached): boolean {
  const called = personName.toLowerCase();
  return invitations.some(
    (one) =>
      one.personName.toLowerCase() === called &&
      ((email !== null && one.email === email) || (phone !== null && one.phone === phone)),
  );
}
