import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { departmentNames } from '../../../housing/public.ts';
import type { Initiative } from '../../../initiatives/public.ts';
import { drives, mayMake } from '../access.ts';
import { cardsOfInitiative, nextCards } from '../store/cards.ts';
import { EventsBeside, EventsComing } from '../views/beside.tsx';

const MOST_BESIDE = 6;
const MOST_COMING = 3;

/** An initiative's events, on its pages; and for those who may, the way to a new one. */
export async function eventsBeside(
  { tx, actor, language }: Pick<Visit, 'tx' | 'actor' | 'language'>,
  initiative: Initiative,
  inside: boolean,
): Promise<Html | null> {
  const [cards, departments] = await Promise.all([
    cardsOfInitiative(tx, initiative.id, MOST_BESIDE),
    departmentNames(tx),
  ]);
  const mayAdd = inside && !initiative.end && (mayMake(actor) || drives(actor, initiative, tx.today));
  if (cards.length === 0 && !mayAdd) return null;
  return EventsBeside({
    language,
    today: tx.today,
    cards,
    departments,
    initiativeId: mayAdd ? initiative.id : null,
  });
}

/** What comes next in a department, those for the whole organisation included; or (null) in the house. */
export async function eventsComing(
  { tx, language }: Pick<Visit, 'tx' | 'language'>,
  departmentId: Id<'department'> | null,
): Promise<Html | null> {
  const [cards, departments] = await Promise.all([nextCards(tx, departmentId, MOST_COMING), departmentNames(tx)]);
  if (cards.length === 0) return null;
  return EventsComing({ language, today: tx.today, cards, departments, departmentId });
}
