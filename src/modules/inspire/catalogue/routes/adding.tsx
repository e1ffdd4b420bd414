import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames } from '../../../housing/public.ts';
import { type Initiative, initiativeById, insidePlace, mayWith, myInitiatives } from '../../../initiatives/public.ts';
import { addCard } from '../commands/adding.ts';
import { findCards } from '../commands/finding.ts';
import { conditionsOf } from '../commands/taking.ts';
import { addForm } from '../forms.ts';
import { conditionSentence } from '../letters/steps.ts';
import { type Card, type ListedCard, NO_FILTER, readIn } from '../rules/card.ts';
import { scaled } from '../rules/taking.ts';
import { cardPage, seasonable } from '../store/cards.ts';
import { withoutCard } from '../store/takings.ts';
import { takingText } from '../text/taking.ts';
import { takePlace } from '../urls.ts';
import { AddPage } from '../views/adding.tsx';
import { type OneCard, trailTo } from './card.tsx';

const SOME = 3;

/** The initiative that the address names; null where it names none, missing where it is not the reader's to add to. */
export async function addedTo({ tx, actor, query }: OneCard): Promise<Initiative | null> {
  const asked = query.get('initiativ');
  if (asked === null) return null;
  const id = readId<'initiative'>(asked) ?? missing();
  const initiative = (await initiativeById(tx, id)) ?? missing();
  return mayWith(actor, initiative, tx.today).edit ? initiative : missing();
}

/** What the reader drives that has no card yet, each with the way to give it this one. */
export async function ownWithout({ tx }: Pick<Visit, 'tx'>, card: Card) {
  const mine = await myInitiatives(tx);
  const free = await withoutCard(
    tx,
    mine.map(({ id }) => id),
  );
  return mine
    .filter(({ id }) => free.has(id))
    .slice(0, SOME)
    .map(({ id, title }) => ({ title, href: takePlace({ id: card.id }, { initiativ: id }) }));
}

/** A few cards that sound like it; else some that suit the season. */
export async function cardsLike(
  { tx, language }: Pick<Visit, 'tx' | 'language'>,
  { title }: Pick<Initiative, 'title'>,
): Promise<readonly ListedCard[]> {
  const ids = await findCards(tx, title);
  const { cards } = await cardPage(tx, language, { ...NO_FILTER, doneBy: 'together', ids: ids ?? [] }, 1, SOME);
  return cards.length > 0 ? cards : seasonable(tx, language, SOME);
}

/** How many they are, and the day where none is known: all else is said already. */
export async function addPage(
  visit: OneCard,
  card: Card,
  initiative: Initiative,
  problems?: FormProblems,
): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readIn(card, language);
  const typed = problems ? readForm(addForm(language, card.participants), form) : null;
  const participants = typed?.ok ? typed.value.participants : card.participants;
  const startsOn = initiative.startsOn ?? (typed?.ok ? typed.value.startsOn : null);
  const { departmentIds } = initiative;
  const names = await departmentNames(tx);
  const conditions = await conditionsOf(tx, card, { departmentIds, participants, startsOn });
  return visit.page(
    {
      title: takingText(language).addTitle(read.title),
      trail: trailTo(visit, { id: card.id, title: read.title }),
      status: problems && problems.messages.length > 0 ? 422 : 200,
    },
    AddPage({
      language,
      card,
      initiative,
      asked: conditions.map((one) => conditionSentence(one, { language, departments: names })),
      budget: scaled(read.budget, card.participants, participants),
      participants,
      problems,
    }),
  );
}

export async function postAdd(visit: OneCard, card: Card, initiative: Initiative): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(addForm(language, card.participants), form);
  if (!read.ok) return addPage(visit, card, initiative, read.refusal);
  if (form.get('wish') === 'look')
    return addPage(visit, card, initiative, { ...problemIn(form, '', ''), messages: [] });
  const words = takingText(language);
  const said = { language: tx.tenant.language, departments: await departmentNames(tx) };
  const added = await addCard(tx, card, initiative.id, read.value, said);
  const told = added.ok ? words.addedNow : added.refusal === 'ended' ? words.hasEnded : words.hasCard;
  return visit.redirect(insidePlace({ id: initiative.id }), told);
}
