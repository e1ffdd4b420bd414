import { formatDay } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ideaPlace, initiativePlace } from '../../../initiatives/public.ts';
import { putUpChoices, takeDownChoice, takeOffNames } from '../commands/choosing.ts';
import { type Growing, makeIdeas, makeInitiativeOfChoice, makeInitiatives } from '../commands/onward.ts';
import { answerPledge, takeDownPledges } from '../commands/pledging.ts';
import { type Room, roomOf } from '../commands/room.ts';
import { choicesForm, onwardForm, outcomeForm } from '../forms/after.ts';
import { alreadyOnward, type Choice, pickedNames, type Seed } from '../rules/after.ts';
import { cellsOf, gapScore } from '../rules/result.ts';
import { ROWS_A_PAGE, type Workshop } from '../rules/workshop.ts';
import { wordsOn } from '../store/answers.ts';
import { choicesOf, onwardOf, signUpsOf } from '../store/choices.ts';
import { pledgeById, pledgesOf } from '../store/pledges.ts';
import { quotesOf } from '../store/quotes.ts';
import { tablesOf } from '../store/tables.ts';
import { onwardText } from '../text/onward.ts';
import {
  ALL_SHOWN,
  choiceInitiativePlace,
  choiceNamesPlace,
  choicesPlace,
  hidePledgePlace,
  onwardPlace,
  pledgePlace,
  pledgesPlace,
  removeChoicePlace,
} from '../urls.ts';
import { PledgesPage } from '../views/afterwards.tsx';
import { ChoicesPage } from '../views/choices.tsx';
import { type Growable, OnwardPage } from '../views/onward.tsx';
import { tableNames } from './names.ts';
import { fieldName } from './results.tsx';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** From what was said to what is done about it. */
export function onwardRoutes(web: Web): void {
  web.get(onwardPlace, staff, async (visit) => onwardPage(visit, await run(visit)));
  web.post(onwardPlace, staff, postOnward);
  web.get(pledgesPlace, staff, async (visit) => pledgesPage(visit, await run(visit)));
  web.post(pledgePlace, staff, postPledge);
  web.post(hidePledgePlace, staff, postHidePledge);
  web.get(choicesPlace, staff, async (visit) => choicesPage(visit, await run(visit)));
  web.post(choicesPlace, staff, postChoices);
  web.post(removeChoicePlace, staff, postRemoveChoice);
  web.post(choiceNamesPlace, staff, postNamesOff);
  web.post(choiceInitiativePlace, staff, postChoiceInitiative);
}

/** All that can go onward: options that somebody could do, the largest gap first, and words, a table at a time. */
async function seedsOf({ tx }: Pick<Visit, 'tx'>, workshop: Workshop, room: Room) {
  const [words, quotes] = await Promise.all([wordsOn(tx, workshop.id), quotesOf(tx, workshop.id)]);
  // A yes is to the words as they stood then.
  const approved = new Map(quotes.filter(({ approved: yes }) => yes).map(({ wordsId, quote }) => [wordsId, quote]));
  const boxes = cellsOf(room.result)
    .filter(({ could }) => could > 0)
    .toSorted((one, other) => gapScore(other) - gapScore(one) || other.could - one.could)
    .map((cell): Seed => ({ kind: 'box', cell }));
  const notes = words.map((one) => ({
    tableId: one.tableId,
    seed: {
      kind: 'words',
      id: one.id,
      field: one.field,
      words: one.words,
      open: approved.get(one.id) === one.words,
    } satisfies Seed,
  }));
  return { boxes, notes };
}

async function onwardPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const room = await roomOf(tx, workshop);
  const [{ boxes, notes }, onward, names] = await Promise.all([
    seedsOf(visit, workshop, room),
    onwardOf(tx, workshop.id),
    tableNames(tx, language, room.tables),
  ]);
  const goneOf = (seed: Seed): Growable['gone'] => {
    const gone = alreadyOnward(seed, onward);
    if (!gone) return null;
    const { initiativeId, ideaId, title } = gone;
    const href = initiativeId ? initiativePlace({ id: initiativeId }) : ideaId ? ideaPlace({ id: ideaId }) : null;
    return { ...gone, title: title ?? onwardText(language).isIdea, href };
  };
  const view = OnwardPage({
    language,
    id: workshop.id,
    lang: workshop.template.lang,
    boxes: boxes.map((seed) => ({ seed, about: themeOf(room, seed), gone: goneOf(seed) })),
    notes: notes.map(({ seed, tableId }) => ({
      seed,
      about: [fieldName(room, seed.field, language), tableId ? names.get(tableId) : ''].filter(Boolean).join(' · '),
      gone: goneOf(seed),
    })),
    problems,
  });
  const title = onwardText(language).onwardTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

function themeOf({ result }: Room, seed: Seed): string {
  return seed.kind === 'box' ? (result.themes.find(({ id }) => id === seed.cell.theme)?.title ?? '') : '';
}

async function postOnward(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const words = onwardText(language);
  const read = readForm(onwardForm(language), form);
  if (!read.ok) return onwardPage(visit, workshop, read.refusal);
  const room = await roomOf(tx, workshop);
  const { boxes, notes } = await seedsOf(visit, workshop, room);
  const wanted = [
    ...boxes.filter((seed) => seed.kind === 'box' && read.value.boxes.includes(seed.cell.field)),
    ...notes.map(({ seed }) => seed).filter(({ id }) => read.value.words.includes(id)),
  ];
  if (wanted.length === 0) return onwardPage(visit, workshop, problemIn(form, 'boxes', words.chooseSome));
  const growing = wanted.map((seed) => growingOf(visit, workshop, room, seed));
  const said =
    read.value.as === 'idea'
      ? words.ideasMade(await makeIdeas(tx, workshop, growing))
      : words.initiativesMade((await makeInitiatives(tx, workshop, growing)).length);
  return visit.redirect(onwardPlace({ id: workshop.id }), said);
}

/** The sentence that its thread begins with: written in the house's language, since it stays. */
function growingOf({ tx }: Pick<Visit, 'tx'>, { name, on }: Workshop, room: Room, seed: Seed): Growing {
  const { language } = tx.tenant;
  const words = onwardText(language);
  const day = formatDay(on, language);
  if (seed.kind === 'words')
    return {
      seed,
      sentence: words.wordsSentence(seed.words, name, day),
      what: seed.open ? seed.words : words.notesWhat,
      title: words.noteTitle(fieldName(room, seed.field, language)),
    };
  const { text, field } = seed.cell;
  // The thread is for all to read: what they may not see on the wall does not stand there either.
  const open = cellsOf(room.open).find((cell) => cell.field === field);
  if (!open) return { seed, sentence: words.boxSentenceOfFew(text, name, day), what: words.boxWhatOfFew(text) };
  const { could, does } = open;
  return { seed, sentence: words.boxSentence(text, could, does, name, day), what: words.boxWhat(text, could) };
}

async function pledgesPage(
  visit: Of,
  workshop: Workshop,
  refused?: { readonly problems: FormProblems; readonly wrong: string },
): Promise<Response> {
  const { tx, language, query, page } = visit;
  const at = pageNumber(query);
  const [pledges, tables] = await Promise.all([
    pledgesOf(tx, workshop.id, { hiddenToo: true, page: at }),
    tablesOf(tx, workshop.id),
  ]);
  const names = await tableNames(tx, language, tables);
  const view = PledgesPage({
    language,
    id: workshop.id,
    pledges: pledges
      .slice(0, ROWS_A_PAGE)
      .map((one) => ({ ...one, table: (one.tableId && names.get(one.tableId)) || undefined })),
    page: at,
    more: pledges.length > ROWS_A_PAGE,
    wrong: refused?.wrong ?? null,
    problems: refused?.problems,
  });
  const title = onwardText(language).pledgesTitle;
  return page({ title, trail: trailTo(language, workshop), status: refused ? 422 : 200 }, view);
}

type OfPledge = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly pledge: string } };

/** Somebody told the staff how it went. */
async function postPledge(visit: OfPledge): Promise<Response> {
  const { tx, language, form, params } = visit;
  const workshop = await run(visit);
  const id = readId<'workshop_pledge'>(params.pledge) ?? missing();
  const pledge = (await pledgeById(tx, workshop.id, id)) ?? missing();
  const read = readForm(outcomeForm(language), form);
  if (!read.ok) return pledgesPage(visit, workshop, { problems: read.refusal, wrong: pledge.id });
  await answerPledge(tx, pledge, { outcome: read.value.outcome, words: pledge.outcomeWords });
  return visit.redirect(pledgesPlace({ id: workshop.id }), onwardText(language).outcomeSaved);
}

async function postHidePledge(visit: OfPledge): Promise<Response> {
  const workshop = await run(visit);
  const { pledge } = visit.params;
  const wanted = pledge === ALL_SHOWN ? visit.form.getAll('skridt[]').map(String) : [pledge];
  const ids = wanted.flatMap((one) => readId<'workshop_pledge'>(one) ?? []);
  const hidden = await takeDownPledges(visit.tx, workshop, ids);
  if (hidden === 0) missing();
  return visit.redirect(pledgesPlace({ id: workshop.id }), onwardText(visit.language).hiddenNow(hidden));
}

async function choicesPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [room, choices, names] = await Promise.all([
    roomOf(tx, workshop),
    choicesOf(tx, workshop.id),
    signUpsOf(tx, workshop.id),
  ]);
  const { boxes } = await seedsOf(visit, workshop, room);
  const up = new Set(choices.map(({ field }) => field));
  const view = ChoicesPage({
    language,
    id: workshop.id,
    code: workshop.code,
    choices: choices.map((choice) => ({
      ...choice,
      href: choice.initiativeId && initiativePlace({ id: choice.initiativeId }),
    })),
    names,
    options: boxes.flatMap((seed) => (seed.kind === 'box' && !up.has(seed.cell.field) ? [seed.cell] : [])),
    problems,
  });
  const title = onwardText(language).choicesTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

async function postChoices(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(choicesForm(language), form);
  if (!read.ok) return choicesPage(visit, workshop, read.refusal);
  const { boxes, own } = read.value;
  const chosen = cellsOf((await roomOf(tx, workshop)).result).filter(({ field }) => boxes.includes(field));
  const wanted = [
    ...chosen.map(({ field, text }) => ({ field, title: text })),
    ...(own ? [{ field: '', title: own }] : []),
  ];
  const up = await putUpChoices(tx, workshop, wanted);
  return visit.redirect(choicesPlace({ id: workshop.id }), onwardText(language).isUp(up));
}

type OfChoice = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly choice: string } };

/** In one click: the option with its figures where it came from the sheets, else the host's own words. */
async function postChoiceInitiative(visit: OfChoice): Promise<Response> {
  const { tx, params } = visit;
  const workshop = await run(visit);
  const choice = (await choicesOf(tx, workshop.id)).find(({ id }) => id === params.choice) ?? missing();
  const room = await roomOf(tx, workshop);
  const cell = cellsOf(room.result).find(({ field }) => field === choice.field);
  const made = cell
    ? (await makeInitiatives(tx, workshop, [growingOf(visit, workshop, room, { kind: 'box', cell })]))[0]
    : await makeInitiativeOfChoice(tx, workshop, choice, wordsOfChoice(visit, workshop, choice));
  const words = onwardText(visit.language);
  return visit.redirect(choicesPlace({ id: workshop.id }), made ? words.madeOfChoice : words.initiativesMade(0));
}

function wordsOfChoice(
  { tx }: Pick<Visit, 'tx'>,
  { name, on }: Workshop,
  { title }: Choice,
): Pick<Growing, 'sentence' | 'what'> {
  const words = onwardText(tx.tenant.language);
  return {
    sentence: words.choiceSentence(title, name, formatDay(on, tx.tenant.language)),
    what: words.choiceWhat(title),
  };
}

async function postRemoveChoice(visit: OfChoice): Promise<Response> {
  const workshop = await run(visit);
  const id = readId<'workshop_choice'>(visit.params.choice) ?? missing();
  if (!(await takeDownChoice(visit.tx, workshop, id))) missing();
  return visit.redirect(choicesPlace({ id: workshop.id }), onwardText(visit.language).takenDown);
}

async function postNamesOff(visit: OfChoice): Promise<Response> {
  const { tx, form, params } = visit;
  const workshop = await run(visit);
  const choice = (await choicesOf(tx, workshop.id)).find(({ id }) => id === params.choice) ?? missing();
  const names = (await signUpsOf(tx, workshop.id)).flatMap(({ id, choiceId }) => (choiceId === choice.id ? [id] : []));
  const picked = pickedNames(names, form.getAll('navne[]').map(String), form.get('imellem') === 'ja');
  const off = await takeOffNames(tx, workshop, choice, picked);
  return visit.redirect(choicesPlace({ id: workshop.id }), onwardText(visit.language).namesAreOff(off));
}
