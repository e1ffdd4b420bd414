import type { Html } from '#jsx/jsx-runtime';
import { type Actor, isStaff, personIdOf } from '../../../kernel/actor.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import { departmentNames, holdersOf } from '../../housing/public.ts';
import { stepDown, takeOver } from '../commands/drivers.ts';
import { endInitiative, park, wake } from '../commands/life.ts';
import { addStep, finishStep } from '../commands/steps.ts';
import { endForm, finishForm, parkForm, stepForm, wordsForm } from '../forms.ts';
import { type Initiative, type Origin, stepTakers } from '../rules.ts';
import { departmentsOf } from '../store/initiatives.ts';
import { interestsIn } from '../store/interest.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import {
  addStepPlace,
  endPlace,
  finishStepPlace,
  initiativePlace,
  insidePlace,
  parkPlace,
  stepDownPlace,
  takeOverPlace,
  WHOLE_THREAD,
  wakePlace,
} from '../urls.ts';
import { InsidePage } from '../views/inside.tsx';
import type { Refused } from '../views/inside-more.tsx';
import { idIn, type OneInitiative, reached } from './initiatives.tsx';
import { peopleIn } from './names.ts';
import { happenedIn, type ThreadTongue, threadOf } from './thread.ts';

/** What other modules offer to those who drive an initiative. */
export interface InitiativeNeighbours {
  /** Where money is applied for, with what the initiative says already filled in. */
  supportPath?(id: Initiative['id']): Path;
  /** Where a copy of it is sent to another house; null when that is not the actor's. */
  sharePath?(actor: Actor, id: Initiative['id']): Path | null;
  /** Where what it grew out of can be read; null when it is not the actor's to read. */
  originPath?(actor: Actor, origin: Origin): Path | null;
  /** What stands beside it on its pages: where it began, and what it became. `inside`: on the inner page. */
  beside?(
    visit: Pick<Visit, 'tx' | 'actor' | 'language'>,
    initiative: Initiative,
    inside: boolean,
  ): Promise<Html | null>;
}

/** The inner page and what is done there. */
export function insideRoutes(web: Web, tongue: ThreadTongue, neighbours: InitiativeNeighbours): void {
  const page = (visit: OneInitiative, refused?: Refused) => insidePage(visit, { tongue, ...neighbours }, refused);
  web.get(insidePlace, signedIn, (visit) => page(visit));
  web.post(takeOverPlace, signedIn, postTakeOver);
  web.post(stepDownPlace, signedIn, (visit) => postStepDown(visit, page));
  web.post(parkPlace, signedIn, (visit) => postPark(visit, page));
  web.post(wakePlace, signedIn, (visit) => postWake(visit, page));
  web.post(endPlace, signedIn, (visit) => postEnd(visit, page));
  web.post(addStepPlace, signedIn, (visit) => postStep(visit, page));
  web.post(finishStepPlace, signedIn, (visit) => postFinishStep(visit, page));
}

type ShowPage = (visit: OneInitiative, refused: Refused) => Promise<Response>;

async function insidePage(
  visit: OneInitiative,
  { tongue, supportPath, sharePath, originPath, beside }: InitiativeNeighbours & { readonly tongue: ThreadTongue },
  refused?: Refused,
): Promise<Response> {
  const { tx, actor, language } = visit;
  const audience = isStaff(actor) ? 'staff' : 'members';
  const id = idIn(visit);
  // Asked at once; none of it is shown unless the initiative is there and the reader may see inside.
  const [{ initiative, may }, consultants, departments, { entries, more }] = await Promise.all([
    reached(visit),
    holdersOf(tx, ['consultant'], departmentsOf(tx, id)),
    departmentNames(tx),
    happenedIn(visit, tongue, id, audience),
  ]);
  if (!may.seeInside) missing();
  const interests = may.edit && initiative.joining > 0 ? await interestsIn(tx, id) : [];
  const takers = stepTakers(initiative, consultants, personIdOf(actor), tx.today);
  const reader = { audience, language, people: [...peopleIn(initiative), ...takers] } as const;
  const [{ thread, names }, shownBeside] = await Promise.all([
    threadOf(tx, tongue, initiative, entries, reader),
    beside?.(visit, initiative, true) ?? null,
  ]);
  return visit.page({ title: initiative.title, heading: false, status: refused ? 422 : 200 }, () =>
    InsidePage({
      language,
      today: tx.today,
      initiative,
      may,
      departments,
      names,
      thread,
      ...(more ? { wholeThread: insidePlace({ id }, WHOLE_THREAD) } : {}),
      interests,
      helpers: takers.map((id) => ({ id, name: names.get(id) ?? '' })),
      ...(supportPath ? { supportHref: supportPath(initiative.id) } : {}),
      shareHref: sharePath?.(actor, initiative.id) ?? null,
      originHref: (origin) => originPath?.(actor, origin) ?? null,
      beside: shownBeside,
      ...(refused ? { refused } : {}),
    }),
  );
}

async function postTakeOver(visit: OneInitiative): Promise<Response> {
  const { tx, language } = visit;
  const { initiative } = await reached(visit);
  const taken = await takeOver(tx, initiative.id, visit.form.get('named') === 'ja');
  const words = initiativesText(language);
  if (taken.ok) return visit.redirect(insidePlace({ id: initiative.id }), words.tookOver);
  const told = taken.refusal.kind === 'ended' ? words.ended : words.someoneWasFaster;
  return visit.redirect(initiativePlace({ id: initiative.id }), told);
}

async function editable(visit: OneInitiative): Promise<Initiative> {
  const { initiative, may } = await reached(visit);
  return may.edit ? initiative : missing();
}

async function postStepDown(visit: OneInitiative, page: ShowPage): Promise<Response> {
  const { tx, language } = visit;
  const { initiative, may } = await reached(visit);
  if (!may.drive) missing();
  const read = readForm(wordsForm(language), visit.form);
  if (!read.ok) return page(visit, { form: 'stepDown', problems: read.refusal });
  const words = insideText(language);
  const stepped = await stepDown(tx, initiative.id, read.value.words);
  return visit.redirect(initiativePlace({ id: initiative.id }), stepped ? words.steppedDown : words.notDriving);
}

async function postPark(visit: OneInitiative, page: ShowPage): Promise<Response> {
  const { tx, language } = visit;
  const initiative = await editable(visit);
  const read = readForm(parkForm(language, tx.today), visit.form);
  if (!read.ok) return page(visit, { form: 'park', problems: read.refusal });
  const parked = await park(tx, initiative.id, read.value);
  return visit.redirect(insidePlace({ id: initiative.id }), lifeWords(visit, parked, 'parked'));
}

async function postWake(visit: OneInitiative, page: ShowPage): Promise<Response> {
  const { tx, language } = visit;
  const initiative = await editable(visit);
  const read = readForm(wordsForm(language), visit.form);
  if (!read.ok) return page(visit, { form: 'wake', problems: read.refusal });
  const woken = await wake(tx, initiative.id, read.value.words);
  return visit.redirect(insidePlace({ id: initiative.id }), lifeWords(visit, woken, 'woken'));
}

async function postEnd(visit: OneInitiative, page: ShowPage): Promise<Response> {
  const { tx, language } = visit;
  const initiative = await editable(visit);
  const read = readForm(endForm(language), visit.form);
  if (!read.ok) return page(visit, { form: 'end', problems: read.refusal });
  const ended = await endInitiative(tx, initiative.id, read.value);
  return visit.redirect(insidePlace({ id: initiative.id }), lifeWords(visit, ended, 'endedFlash'));
}

async function postStep(visit: OneInitiative, page: ShowPage): Promise<Response> {
  const { tx, language } = visit;
  const initiative = await editable(visit);
  const read = readForm(stepForm(language), visit.form);
  if (!read.ok) return page(visit, { form: 'step', problems: read.refusal });
  const { says, person, dueOn } = read.value;
  const personId = person && (await mayBeGivenSteps(visit, initiative, person)) ? person : null;
  const added = await addStep(tx, initiative.id, { says, personId, dueOn });
  return visit.redirect(insidePlace({ id: initiative.id }), lifeWords(visit, added, 'stepAdded'));
}

async function mayBeGivenSteps(visit: OneInitiative, initiative: Initiative, person: Id<'person'>): Promise<boolean> {
  const consultants = await holdersOf(visit.tx, ['consultant'], initiative.departmentIds);
  return stepTakers(initiative, consultants, personIdOf(visit.actor), visit.tx.today).includes(person);
}

type OneStep = Omit<OneInitiative, 'params'> & { readonly params: { readonly id: string; readonly step: string } };

async function postFinishStep(visit: OneStep, page: ShowPage): Promise<Response> {
  const { tx, actor, language } = visit;
  const { initiative, may } = await reached(visit);
  const step = initiative.steps.find((one) => one.id === visit.params.step) ?? missing();
  if (!may.edit && step.personId !== personIdOf(actor)) missing();
  const stepId = readId<'initiative_step'>(step.id) ?? missing();
  const read = readForm(finishForm(language), visit.form);
  if (!read.ok) return page(visit, { form: 'finish', step: step.id, problems: read.refusal });
  const words = insideText(language);
  const { outcome } = read.value;
  const finished = await finishStep(tx, initiative.id, stepId, read.value);
  const told = finished.ok ? (outcome === 'done' ? words.stepFinished : words.stepPutAway) : words.stepFinishedAlready;
  return visit.redirect(insidePlace({ id: initiative.id }), told);
}

/** What the person is told: that it is done, or why nothing was changed. */
function lifeWords(
  visit: OneInitiative,
  outcome:
    | { readonly ok: true }
    | { readonly ok: false; readonly refusal: 'ended' | 'rests_already' | 'does_not_rest' },
  done: 'parked' | 'woken' | 'endedFlash' | 'stepAdded',
): string {
  const words = insideText(visit.language);
  if (outcome.ok) return words[done];
  if (outcome.refusal === 'ended') return initiativesText(visit.language).ended;
  return outcome.refusal === 'rests_already' ? words.restsAlready : words.doesNotRest;
}
