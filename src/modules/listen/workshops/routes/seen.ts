import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { type Asked, Missing, missing, type Visit } from '../../../../platform/web/web.ts';
import { isGuestOf } from '../../../gatherings/public.ts';
import { seatOf } from '../access.ts';
import type { Table } from '../rules/sheets.ts';
import { isOpen, readCode, type Seat, type Shut, type Workshop } from '../rules/workshop.ts';
import { isOldCode } from '../store/doors.ts';
import { tableByCode, tableByNumber } from '../store/tables.ts';
import { isInvited, workshopByCode, workshopById } from '../store/workshops.ts';

/** A visit to a workshop by somebody with an account. */
export type Of = Pick<
  Visit,
  'tx' | 'actor' | 'language' | 'form' | 'query' | 'page' | 'redirect' | 'file' | 'session'
> & {
  readonly params: { readonly id: string };
};

/** The workshop, and how the reader stands to it; missing to everybody else. */
export async function seen({
  tx,
  actor,
  params,
}: Pick<Of, 'tx' | 'actor' | 'params'>): Promise<{ workshop: Workshop; seat: Seat }> {
  const id = readId<'workshop'>(params.id) ?? missing();
  const workshop = (await workshopById(tx, id)) ?? missing();
  return { workshop, seat: seatOf(actor, await invited(tx, actor, workshop)) ?? missing() };
}

async function invited(tx: Of['tx'], actor: Of['actor'], { id, gatheringId }: Workshop): Promise<boolean> {
  const personId = personIdOf(actor);
  if (!personId) return false;
  if (gatheringId && (await isGuestOf(tx, gatheringId, personId))) return true;
  return isInvited(tx, id, personId);
}

/** The workshop, for those who run it. */
export async function run(visit: Pick<Of, 'tx' | 'actor' | 'params'>): Promise<Workshop> {
  const { workshop, seat } = await seen(visit);
  return seat.host ? workshop : missing();
}

/** The same, before anything is done with what they sent. */
export function runAt({ tx, params }: Asked): Promise<Workshop> {
  return run({ tx, actor: tx.actor, params: { id: params.id ?? '' } });
}

/** A visit by the link, which needs no account. */
export type ByLink = Pick<Visit, 'tx' | 'language' | 'form' | 'query' | 'page' | 'redirect' | 'file'> & {
  readonly params: { readonly code: string };
};

/** A link that takes nothing, and why: `routes/shut.tsx` says it kindly. Where nobody does, there is nothing here. */
export class LinkShut extends Missing {
  readonly why: Shut;

  constructor(why: Shut) {
    super();
    this.why = why;
  }
}

export async function linked({ tx, params }: Pick<ByLink, 'tx' | 'params'>): Promise<Workshop> {
  const code = readCode(params.code) ?? missing();
  const workshop = await workshopByCode(tx, code);
  if (workshop) return workshop;
  if (await isOldCode(tx, code)) throw new LinkShut('renewed');
  return missing();
}

/** The same, while the link takes anything. */
export async function openByLink(visit: Pick<ByLink, 'tx' | 'params'>): Promise<Workshop> {
  const workshop = await linked(visit);
  if (!isOpen(workshop, visit.tx.today)) missing();
  if (workshop.linkClosed) throw new LinkShut('closed');
  return workshop;
}

/** Looking is for a whole hall behind one address; a code of eight signs is not guessed at this pace. */
export const LOOKS = { rate: { times: 1500, minutes: 15 } };
/** A link in a letter is one person's. */
export const LETTER = { rate: { times: 60, minutes: 15 } };

/** A visit to a table's own pages, by its own code. */
export type AtTable = Pick<Visit, 'tx' | 'language' | 'form' | 'page' | 'redirect' | 'held' | 'hold'> & {
  readonly params: { readonly code: string };
};

export async function ownTable({
  tx,
  params,
}: Pick<AtTable, 'tx' | 'params'>): Promise<{ readonly workshop: Workshop; readonly table: Table }> {
  const table = (await tableByCode(tx, readCode(params.code) ?? missing())) ?? missing();
  return { workshop: (await workshopById(tx, table.workshopId)) ?? missing(), table };
}

/** A table that is named by its number, where the workshop's link is all that is known. */
export async function numberedTable(
  visit: Pick<ByLink, 'tx'> & { readonly params: { readonly code: string; readonly number: string } },
): Promise<{ readonly workshop: Workshop; readonly table: Table }> {
  const workshop = await linked(visit);
  const number = /^[1-9]\d{0,2}$/.test(visit.params.number) ? Number(visit.params.number) : missing();
  return { workshop, table: (await tableByNumber(visit.tx, workshop.id, number)) ?? missing() };
}
