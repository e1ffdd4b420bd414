import { isStaff, personIdOf } from '../../../kernel/actor.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { findOrRegister, type Holder, holdersOf } from '../../housing/public.ts';
import { isTurnOf } from '../../turns/public.ts';
import { mayAnswer } from '../access.ts';
import { answerAsk, askDriver } from '../commands/drivers.ts';
import { answerForm, askForm, type ContactTyped } from '../forms.ts';
import { ASKED, type Ask, type Initiative, peopleToAsk, waitingForCompany } from '../rules.ts';
import { initiativeById, initiativeOfAsk } from '../store/initiatives.ts';
import { formWords } from '../text/forms.ts';
import { insideText } from '../text/inside.ts';
import { answerPlace, askPlace, initiativePlace, insidePlace } from '../urls.ts';
import { AnswerPage, AskPage } from '../views/asking.tsx';
import { type OneInitiative, reached } from './initiatives.tsx';
import { personNames } from './names.ts';

/** "Vil du drive det?", and the answer. */
export function askingRoutes(web: Web): void {
  web.get(askPlace, signedIn, (visit) => askPage(visit));
  web.post(askPlace, signedIn, postAsk, { rate: { times: 30, minutes: 60 } });
  web.get(answerPlace, signedIn, (visit) => answerPage(visit));
  web.post(answerPlace, signedIn, postAnswer);
}

async function askPage(visit: OneInitiative, problems?: FormProblems): Promise<Response> {
  const { actor, language } = visit;
  const { initiative, may } = await askable(visit);
  const people = await peopleFor(visit, initiative);
  return visit.page(
    { title: insideText(language).askTitle(initiative.title), heading: false, status: problems ? 422 : 200 },
    AskPage({
      language,
      initiative,
      people: people.map(({ id, name, role }) => ({
        id,
        label: `${name} (${insideText(language).roles[role] ?? role})`,
      })),
      anybody: isStaff(actor),
      drives: may.drive,
      problems,
    }),
  );
}

async function postAsk(visit: OneInitiative): Promise<Response> {
  const { tx, actor, language } = visit;
  const { initiative, may } = await askable(visit);
  const read = readForm(askForm(language), visit.form);
  if (!read.ok) return askPage(visit, read.refusal);
  const typed = read.value;
  const words = insideText(language);
  const chosen =
    typed.person === 'other' && isStaff(actor)
      ? await someoneElse(tx, typed)
      : await oneOf(visit, initiative, typed.person);
  if (!chosen.ok) {
    const message = chosen.refusal === 'contact' ? formWords(language).otherTaken : formWords(language).whoMissing;
    return askPage(visit, problemIn(visit.form, chosen.refusal, message));
  }
  const { id: personId, name } = chosen.value;
  const asked = await askDriver(tx, initiative.id, {
    personId,
    words: typed.words,
    inMyPlace: typed.inMyPlace && may.drive,
  });
  if (!asked.ok) return askPage(visit, problemIn(visit.form, 'person', words.askRefused[asked.refusal]));
  return visit.redirect(insidePlace({ id: initiative.id }), words.askedFlash(name));
}

type Named = { readonly id: Id<'person'>; readonly name: string };

async function oneOf(visit: OneInitiative, initiative: Initiative, typed: string): Promise<Outcome<Named, 'person'>> {
  const person = (await peopleFor(visit, initiative)).find((one) => one.id === typed);
  return person ? ok(person) : refused('person');
}

/** By e-mail or telephone: somebody we know, or somebody new. Only staff come here, so nobody can fish for addresses. */
async function someoneElse(
  tx: TenantDb,
  { name, contact }: { readonly name: string; readonly contact: ContactTyped },
): Promise<Outcome<Named, 'contact'>> {
  const found = await findOrRegister(tx, { name, ...contact });
  return found.ok ? found : refused('contact');
}

async function peopleFor({ tx, actor }: OneInitiative, initiative: Initiative): Promise<readonly Holder[]> {
  const holders = await holdersOf(tx, ASKED, initiative.departmentIds);
  return peopleToAsk(initiative, holders, personIdOf(actor), tx.today);
}

/** Those who may write in it, and whoever looks for a driver because nobody is staff. */
async function askable(visit: OneInitiative): Promise<Awaited<ReturnType<typeof reached>>> {
  const { initiative, may } = await reached(visit);
  if (!may.edit && !(await isTurnOf(visit.tx, { kind: 'initiative', id: initiative.id }))) missing();
  return { initiative, may };
}

type OneAsk = Omit<Visit, 'params'> & { readonly params: { readonly ask: string } };

/** The one who was asked, or staff who write the answer in for them. */
async function askOf(visit: OneAsk): Promise<{ readonly initiative: Initiative; readonly ask: Ask }> {
  const askId = readId<'initiative_driver_ask'>(visit.params.ask) ?? missing();
  const id = (await initiativeOfAsk(visit.tx, askId)) ?? missing();
  const initiative = (await initiativeById(visit.tx, id)) ?? missing();
  const ask = initiative.asks.find((one) => one.id === askId) ?? missing();
  if (!mayAnswer(visit.actor, ask)) missing();
  return { initiative, ask };
}

async function answerPage(visit: OneAsk, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const { initiative, ask } = await askOf(visit);
  if (ask.answer) return visit.redirect(initiativePlace({ id: initiative.id }), insideText(language).answeredAlready);
  const company = waitingForCompany(initiative, tx.today).filter((one) => one.personId !== ask.personId);
  const names = await personNames(tx, [ask.askedBy, ask.personId, ...company.map((one) => one.personId)], language);
  const self = ask.personId === personIdOf(actor);
  return visit.page(
    { title: insideText(language).answerTitle(initiative.title), status: problems ? 422 : 200 },
    AnswerPage({
      language,
      initiative,
      ask,
      company: company.map((one) => names.get(one.personId) ?? ''),
      askerName: names.get(ask.askedBy) ?? '',
      onBehalfOf: self ? null : (names.get(ask.personId) ?? ''),
      problems,
    }),
  );
}

async function postAnswer(visit: OneAsk): Promise<Response> {
  const { tx, actor, language } = visit;
  const { initiative, ask } = await askOf(visit);
  const read = readForm(answerForm(language), visit.form);
  if (!read.ok) return answerPage(visit, read.refusal);
  const { answer, words, named, channel } = read.value;
  const self = ask.personId === personIdOf(actor);
  const onBehalf = self ? null : channel === 'paper' ? 'paper' : 'phone';
  const answered = await answerAsk(tx, ask.id, { answer, words, namePublic: named, onBehalf });
  const told = insideText(language);
  if (!answered.ok) return visit.redirect(initiativePlace({ id: initiative.id }), told.answeredAlready);
  const thanks = { yes: told.thanksYes, not_alone: told.thanksNotAlone, no: told.thanksNo };
  const where = answered.value.drives || !self ? insidePlace : initiativePlace;
  return visit.redirect(where({ id: initiative.id }), answered.value.drives ? told.thanksYes : thanks[answer]);
}
