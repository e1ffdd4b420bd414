import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames, departments } from '../../../housing/public.ts';
import {
  type Initiative,
  initiativeById,
  initiativePlace,
  insidePlace,
  statusOf,
} from '../../../initiatives/public.ts';
import { isEditor, mayMakeCard, mayTake } from '../access.ts';
import { cardOf } from '../commands/growing.ts';
import { conditionsOf, takeCard } from '../commands/taking.ts';
import { takeForm } from '../forms.ts';
import { conditionSentence } from '../letters/steps.ts';
import { type Card, readIn } from '../rules/card.ts';
import { scaled } from '../rules/taking.ts';
import { takingText } from '../text/taking.ts';
import { cardPlace, fromInitiativePlace, takePlace } from '../urls.ts';
import { Yours } from '../views/adding.tsx';
import { TakePage } from '../views/taking.tsx';
import { addedTo, addPage, ownWithout, postAdd } from './adding.tsx';
import { type OneCard, published, trailTo } from './card.tsx';

/** "Det vil vi også", and the way back: a finished initiative becomes a card. */
export function takingRoutes(web: Web): void {
  web.get(takePlace, signedIn, (visit) => takePage(visit));
  web.post(takePlace, signedIn, take, { rate: { times: 30, minutes: 60 } });
  web.post(fromInitiativePlace, signedIn, grow, { rate: { times: 30, minutes: 60 } });
}

/** A published card that is done together with others, for somebody who may begin something here. */
async function takeable(visit: OneCard): Promise<Card> {
  const card = await published(visit);
  return card.doneBy !== 'resident' && mayTake(visit.actor) ? card : missing();
}

async function takePage(visit: OneCard, problems?: FormProblems): Promise<Response> {
  const { tx, language, form } = visit;
  const card = await takeable(visit);
  const initiative = await addedTo(visit);
  if (initiative) return addPage(visit, card, initiative);
  const read = readIn(card, language);
  const all = await departments(tx);
  const known = new Set<string>(all.map(({ id }) => id));
  const home = homeOf(visit, known);
  const typed = problems ? readForm(takeForm(language, card.participants), form) : null;
  const chosen = typed?.ok ? typed.value : null;
  const wanted = {
    departmentIds: (chosen?.departmentIds ?? (home ? [home] : [])).filter((id) => known.has(id)),
    participants: chosen?.participants ?? card.participants,
    startsOn: chosen?.startsOn ?? null,
  };
  const names = new Map(all.map(({ id, name }) => [id as string, name]));
  const asked = (await conditionsOf(tx, card, wanted)).map((one) =>
    conditionSentence(one, { language, departments: names }),
  );
  return visit.page(
    {
      title: takingText(language).title(read.title),
      trail: trailTo(visit, { id: card.id, title: read.title }),
      status: problems && problems.messages.length > 0 ? 422 : 200,
    },
    TakePage({
      language,
      card,
      read,
      departments: all,
      home,
      asked,
      budget: scaled(read.budget, card.participants, wanted.participants),
      participants: wanted.participants,
      yours: Yours({ language, yours: await ownWithout(visit, card) }),
      problems,
    }),
  );
}

/** Where the reader lives or works, when it is one department. */
function homeOf({ actor }: Pick<Visit, 'actor'>, known: ReadonlySet<string>): Id<'department'> | null {
  if (actor.kind !== 'person') return null;
  return actor.grants.map(({ departmentId }) => departmentId).find((id) => id !== null && known.has(id)) ?? null;
}

async function take(visit: OneCard): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const card = await takeable(visit);
  const initiative = await addedTo(visit);
  if (initiative) return postAdd(visit, card, initiative);
  const read = readForm(takeForm(language, card.participants), form);
  if (!read.ok) return takePage(visit, read.refusal);
  if (form.get('wish') === 'look') return takePage(visit, { ...problemIn(form, '', ''), messages: [] });
  const names = await departmentNames(tx);
  const { drive, named, departmentIds, ...typed } = read.value;
  const there = departmentIds.filter((id) => names.has(id));
  if (!typed.wholeOrganisation && there.length === 0) {
    return takePage(visit, problemIn(form, 'where', takingText(language).whereMissing));
  }
  const personId = personIdOf(actor);
  const id = await takeCard(
    tx,
    card,
    { ...typed, departmentIds: there, drivenBy: drive && personId ? { personId, namePublic: named } : null },
    { language: tx.tenant.language, departments: names },
  );
  const words = takingText(language);
  // Whoever does not drive it sees its public page.
  const inside = drive || isStaff(actor);
  return visit.redirect(inside ? insidePlace({ id }) : initiativePlace({ id }), words.made);
}

async function grow(visit: OneCard): Promise<Response> {
  const { tx, actor, language } = visit;
  const initiative = await finished(visit);
  const id = await cardOf(tx, initiative, tx.tenant.language);
  const words = takingText(language);
  if (isEditor(actor)) return visit.redirect(cardPlace({ id }), words.cardMadeEditor);
  return visit.redirect(insidePlace({ id: initiative.id }), words.cardMade);
}

/** A finished initiative of one's own, or any for staff; missing to everybody else. */
async function finished({ tx, actor, params }: OneCard): Promise<Initiative> {
  const id = readId<'initiative'>(params.id) ?? missing();
  const initiative = (await initiativeById(tx, id)) ?? missing();
  const done = statusOf(initiative, tx.today) === 'done';
  return done && mayMakeCard(actor, initiative) ? initiative : missing();
}
