import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { type Initiative, mayWith, statusOf } from '../../../initiatives/public.ts';
import { mayMakeCard } from '../access.ts';
import { type BudgetLine, readIn } from '../rules/card.ts';
import { begins } from '../rules/taking.ts';
import { cardById, cardFrom, seasonable } from '../store/cards.ts';
import { takingOf } from '../store/takings.ts';
import { CardsLike } from '../views/adding.tsx';
import { SomeCards } from '../views/list.tsx';
import { BesideInitiative } from '../views/taking.tsx';
import { cardsLike } from './adding.tsx';

const SOME = 3;

/** What the catalogue shows on an initiative's page: the card it began with, its budget, and the card that it can become. */
export async function besideInitiative(
  { tx, actor, language }: Pick<Visit, 'tx' | 'actor' | 'language'>,
  initiative: Initiative,
  inside: boolean,
): Promise<Html | null> {
  const origin = initiative.origins.find(({ sourceKind }) => sourceKind === 'catalogue');
  const done = statusOf(initiative, tx.today) === 'done';
  const edits = inside && mayWith(actor, initiative, tx.today).edit;
  const helps = edits && !done && !origin && !initiative.end && begins(initiative, tx.today);
  if (!origin && !done && !helps) return null;
  const [card, taking, grown, like] = await Promise.all([
    origin ? cardById(tx, origin.sourceId as Id<'catalogue_card'>) : null,
    origin && inside ? takingOf(tx, initiative.id) : null,
    done ? cardFrom(tx, initiative.id) : null,
    helps ? cardsLike({ tx, language }, initiative) : null,
  ]);
  return BesideInitiative({
    language,
    initiativeId: initiative.id,
    from: card?.state === 'published' ? { id: card.id, title: readIn(card, language).title } : null,
    taking,
    became: grown?.state === 'published' ? { id: grown.id } : null,
    proposed: grown !== null && grown.state !== 'published',
    like: like && CardsLike({ language, initiativeId: initiative.id, cards: like }),
    mayMakeCard: inside && done && grown === null && mayMakeCard(actor, initiative),
  });
}

/** What an application for money says already, when it comes from a card or from an initiative that began with one. */
export interface Carried {
  readonly title: string;
  readonly purpose: string;
  readonly participants: number;
  readonly lines: readonly BudgetLine[];
}

/** From a published card: what it is, for as many as its example. Null where there is no such card. */
export async function carriedFromCard(
  { tx, language }: Pick<Visit, 'tx' | 'language'>,
  id: Id<'catalogue_card'>,
): Promise<Carried | null> {
  const card = await cardById(tx, id);
  if (card?.state !== 'published') return null;
  const { title, what, why, budget } = readIn(card, language);
  return { title, purpose: [what, why].filter(Boolean).join(' '), participants: card.participants, lines: budget };
}

/** From an initiative that began with a card: its budget, for as many as they said. Null for any other. */
export async function carriedFromInitiative(
  { tx }: Pick<Visit, 'tx'>,
  id: Id<'initiative'>,
): Promise<Pick<Carried, 'participants' | 'lines'> | null> {
  const taking = await takingOf(tx, id);
  return taking && { participants: taking.participants, lines: taking.budget };
}

/** A few cards that suit the season, for the front page. */
export async function someCards({ tx, language }: Pick<Visit, 'tx' | 'language'>): Promise<Html | null> {
  return SomeCards({ language, cards: await seasonable(tx, language, SOME) });
}
