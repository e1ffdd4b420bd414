import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import { formatDay } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames, displayNames } from '../../../housing/public.ts';
import { maySeeQuestion, mayTake } from '../access.ts';
import { answerThem, askThem } from '../commands/asking.ts';
import { answerForm, askForm } from '../forms/voices.ts';
import { type Card, readIn } from '../rules/card.ts';
import type { Question } from '../rules/voices.ts';
import { cardById } from '../store/cards.ts';
import { driversOf, questionById } from '../store/questions.ts';
import { timesDone } from '../store/takings.ts';
import { catalogueText } from '../text/catalogue.ts';
import { voicesText } from '../text/voices.ts';
import { askPlace, questionPlace } from '../urls.ts';
import { AskPage, QuestionPage } from '../views/asking.tsx';
import { placesOf } from '../views/done.tsx';
import { type OneCard, published, trailTo } from './card.tsx';

/** "Spørg dem, der har gjort det", and their answer. */
export function askingRoutes(web: Web): void {
  web.get(askPlace, signedIn, (visit) => askPage(visit));
  web.post(askPlace, signedIn, ask, { rate: { times: 20, minutes: 60 } });
  web.get(questionPlace, signedIn, (visit) => questionPage(visit));
  web.post(questionPlace, signedIn, answer, { rate: { times: 30, minutes: 60 } });
}

async function askPage(visit: OneCard, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const card = await published(visit);
  if (!mayTake(actor)) missing();
  const [done, names] = await Promise.all([timesDone(tx, card.id), departmentNames(tx)]);
  const askable = done.filter((one) => one.askable);
  if (askable.length === 0) missing();
  const { title } = readIn(card, language);
  return visit.page(
    {
      title: voicesText(language).askTitle(title),
      trail: trailTo(visit, { id: card.id, title }),
      status: problems ? 422 : 200,
    },
    AskPage({
      language,
      cardId: card.id,
      times: askable.map((one) => ({
        id: one.initiativeId,
        label: [one.title, placesOf(one, names, catalogueText(language).everybody), formatDay(one.on, language)]
          .filter(Boolean)
          .join(', '),
      })),
      problems,
    }),
  );
}

async function ask(visit: OneCard): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const card = await published(visit);
  if (!mayTake(actor)) missing();
  const labels = voicesText(language);
  const read = readForm(askForm(language), form);
  if (!read.ok) return askPage(visit, read.refusal);
  const { initiative, words } = read.value;
  const whom = (await timesDone(tx, card.id)).find((one) => one.askable && one.initiativeId === initiative);
  if (!whom) return askPage(visit, problemIn(form, 'initiative', labels.askWhomMissing));
  const asked = await askThem(tx, {
    cardId: card.id,
    initiativeId: whom.initiativeId,
    words,
    askedBy: actingPerson(tx),
  });
  if (!asked.ok) return askPage(visit, problemIn(form, '', labels.refusals[asked.refusal]));
  return visit.redirect(questionPlace({ question: asked.value }), labels.asked);
}

type OneQuestion = Omit<Visit, 'params'> & { readonly params: { readonly question: string } };

/** A question that the reader may read, its card, and whether they are one of those who are asked. */
async function asked({ tx, actor, params }: OneQuestion): Promise<{ question: Question; card: Card; theirs: boolean }> {
  const id = readId<'catalogue_question'>(params.question) ?? missing();
  const question = (await questionById(tx, id)) ?? missing();
  const drivers = await driversOf(tx, question.initiativeId);
  if (!maySeeQuestion(actor, question, drivers)) missing();
  const me = personIdOf(actor);
  const theirs = me !== null && me !== question.askedBy && drivers.includes(me);
  return { question, card: (await cardById(tx, question.cardId)) ?? missing(), theirs };
}

async function questionPage(visit: OneQuestion, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const { question, card, theirs } = await asked(visit);
  const people = [question.askedBy, ...question.answers.map(({ answeredBy }) => answeredBy)];
  const known = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  const { title } = readIn(card, language);
  const trail = card.state === 'published' ? trailTo(visit, { id: card.id, title }) : trailTo(visit);
  return visit.page(
    { title: voicesText(language).questionTitle(title), trail, status: problems ? 422 : 200 },
    QuestionPage({
      language,
      question,
      names: new Map(people.map((id) => [id, known.get(`person:${id}`) ?? ''])),
      mine: personIdOf(actor) === question.askedBy,
      mayAnswer: theirs && question.closedOn === null,
      problems,
    }),
  );
}

async function answer(visit: OneQuestion): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const { question, theirs } = await asked(visit);
  if (!theirs || actor.kind !== 'person') missing();
  const cannot = form.get('wish') === 'cannot';
  const read = readForm(answerForm(language), form);
  if (!read.ok && !cannot) return questionPage(visit, read.refusal);
  const labels = voicesText(language);
  const said = read.ok && !cannot ? read.value : { words: '', named: false };
  const answeredNow = await answerThem(tx, question, { ...said, answeredBy: actor.personId, name: actor.name });
  const here = questionPlace({ question: question.id });
  return visit.redirect(here, answeredNow ? labels.answerSent : labels.alreadyAnswered);
}
