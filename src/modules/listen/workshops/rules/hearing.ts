import type { Id } from '../../../../kernel/id.ts';
import { type Invitation, tookPart } from './plan.ts';

/** A way to somebody. `personId`: they have an account. */
export interface Reached {
  readonly personId: Id<'person'> | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Somebody who left an address at the wall, and asked to hear. */
export type Asked = Pick<Reached, 'email' | 'phone'> & { readonly personName: string };

/** Everybody who is to hear that the result can be seen, by what they were there. */
export interface Hearing {
  readonly invited: readonly Invitation[];
  /** Guests of the gathering that the workshop hangs on, who were not invited by name. */
  readonly guests: readonly Id<'person'>[];
  readonly asked: readonly Asked[];
}

/**
 * Who hears, each once, and never who said no or was noted as away. Those invited by name who took part come first, since their
 * letter leads to what is their own; then the guests of the gathering; then who asked to hear at the wall. Two who are invited
 * by name at one address are two people. `addresses`: what the house knows of those with an account, who may have left the
 * same address at the wall.
 */
export function whoHears(
  invitations: readonly Invitation[],
  guests: readonly Id<'person'>[],
  asked: readonly Asked[],
  addresses: ReadonlyMap<Id<'person'>, Pick<Reached, 'email' | 'phone'>>,
): Hearing {
  const told = new Set<string>();
  const ways = ({ personId, email, phone }: Reached): string[] => {
    const known = personId ? addresses.get(personId) : undefined;
    return [personId, email, phone, known?.email, known?.phone].flatMap((way) => way?.toLowerCase() ?? []);
  };
  const keep = (one: Reached) => {
    for (const way of ways(one)) told.add(way);
  };
  const away = invitations.filter((one) => !tookPart(one) && (one.answer === 'no' || one.came === false));
  for (const one of away) keep(one);
  const invited: Invitation[] = [];
  for (const one of invitations) {
    if (!tookPart(one) || (one.personId && told.has(one.personId))) continue;
    invited.push(one);
    keep(one);
  }
  const fresh = <R>(all: readonly R[], reached: (one: R) => Reached): R[] =>
    all.filter((one) => {
      const way = reached(one);
      if (ways(way).some((known) => told.has(known))) return false;
      keep(way);
      return true;
    });
  return {
    invited,
    guests: fresh(guests, (personId) => ({ personId, email: null, phone: null })),
    asked: fresh(asked, ({ email, phone }) => ({ personId: null, email, phone })),
  };
}
