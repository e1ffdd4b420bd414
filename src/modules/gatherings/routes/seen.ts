import { personIdOf } from '../../../kernel/actor.ts';
import { readId } from '../../../kernel/id.ts';
import { missing, type Visit } from '../../../platform/web/web.ts';
import { seatOf } from '../access.ts';
import type { Gathering, Seat } from '../rules.ts';
import { gatheringById } from '../store/gatherings.ts';
import { guestOf } from '../store/guests.ts';

/** A visit to one of them. */
export type Of = Pick<Visit, 'tx' | 'actor' | 'language' | 'query' | 'form' | 'page' | 'redirect' | 'file'> & {
  readonly params: { readonly id: string };
};

/** What the reader came to and how they stand to it; missing to everybody else. */
export async function seen({ tx, actor, params }: Of): Promise<{ gathering: Gathering; seat: Seat }> {
  const id = readId<'gathering'>(params.id) ?? missing();
  const gathering = (await gatheringById(tx, id)) ?? missing();
  const guest = await guestOf(tx, id, personIdOf(actor));
  return { gathering, seat: seatOf(actor, gathering, guest, tx.today) ?? missing() };
}
