import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { signUp } from '../commands/choosing.ts';
import { answerPledge, pledge, pledgeBehind } from '../commands/pledging.ts';
import { roomOf } from '../commands/room.ts';
import { joinForm, outcomeForm, pledgeForm } from '../forms/after.ts';
import { GAPS_ON_WALL, gapsOf } from '../rules/result.ts';
import { takesByLink, type Workshop } from '../rules/workshop.ts';
import { choicesOf } from '../store/choices.ts';
import { insightsOf } from '../store/insights.ts';
import { pledgesOf } from '../store/pledges.ts';
import { quotesOf } from '../store/quotes.ts';
import { tablesOf } from '../store/tables.ts';
import { wallText } from '../text/wall.ts';
import { joinChoicePlace, linkPlace, makePledgePlace, pledgeAnswerPlace, wallPlace } from '../urls.ts';
import { JoinPage, MoreByLink, PledgeAnswerPage, PledgePage } from '../views/joining.tsx';
import { WallPage } from '../views/wall.tsx';
import { type ByLink, LETTER, LOOKS, linked, openByLink } from './seen.ts';
import { kindly } from './shut.tsx';

const POSTS = { rate: { times: 300, minutes: 15 } };

const ON_WALL = 12;

/** By the link, without an account: the wall, what one joins in, and one's first step. */
export function wallRoutes(web: Web): void {
  const join = async (visit: ByLink) => joinPage(visit, await openByLink(visit));
  const step = async (visit: ByLink) => pledgePage(visit, await openByLink(visit));
  web.get(wallPlace, anyone, kindly(wall), LOOKS);
  web.get(joinChoicePlace, anyone, kindly(join), LOOKS);
  web.post(joinChoicePlace, anyone, kindly(postJoin), POSTS);
  web.get(makePledgePlace, anyone, kindly(step), LOOKS);
  web.post(makePledgePlace, anyone, kindly(postPledge), POSTS);
  web.get(pledgeAnswerPlace, anyone, (visit) => pledgeAnswerPage(visit), LETTER);
  web.post(pledgeAnswerPlace, anyone, postPledgeAnswer, LETTER);
}

/** What stands on the participants' page besides pictures and answers. */
export async function moreOnLink({ tx, language }: ByLink, workshop: Workshop) {
  const [choices, quotes, tables] = await Promise.all([
    choicesOf(tx, workshop.id),
    quotesOf(tx, workshop.id),
    tablesOf(tx, workshop.id),
  ]);
  const waiting = new Set(quotes.filter(({ approved }) => approved === null).map(({ tableId }) => tableId));
  return MoreByLink({
    language,
    code: workshop.code,
    open: takesByLink(workshop, tx.today),
    choices: choices.length,
    asked: tables.filter(({ id }) => waiting.has(id)).map(({ number }) => number),
  });
}

async function wall(visit: ByLink): Promise<Response> {
  const { tx, language, page } = visit;
  const workshop = await linked(visit);
  const { id, code } = workshop;
  const [room, choices, quotes, insights, pledges] = await Promise.all([
    roomOf(tx, workshop),
    choicesOf(tx, id),
    quotesOf(tx, id),
    insightsOf(tx, id, 'on the wall'),
    pledgesOf(tx, id, { hiddenToo: false }),
  ]);
  const view = WallPage({
    language,
    id,
    lang: workshop.template.lang,
    result: room.open,
    gaps: gapsOf(room.open, GAPS_ON_WALL),
    shown: room.shown,
    waiting: room.waiting,
    tables: { all: room.tables.length, settled: room.tables.length - room.unsettled.length },
    choices,
    quotes: quotes
      .filter(({ approved }) => approved)
      .map(({ quote }) => quote)
      .slice(-ON_WALL),
    insights: insights.slice(0, ON_WALL).map(({ words }) => words),
    pledges: pledges.slice(0, ON_WALL).map(({ words }) => words),
    backTo: linkPlace({ code }),
    sendAt: tx.origin + linkPlace({ code }),
    joinAt: tx.origin + joinChoicePlace({ code }),
  });
  return page({ title: workshop.name, unlisted: true, wide: true }, view);
}

function trailTo({ code, name }: Workshop) {
  return [{ href: linkPlace({ code }), label: name }];
}

async function joinPage(
  { tx, language, page }: ByLink,
  workshop: Workshop,
  problems?: FormProblems,
): Promise<Response> {
  const choices = await choicesOf(tx, workshop.id);
  const view = JoinPage({ language, code: workshop.code, choices, problems });
  const title = wallText(language).joinPageTitle;
  return page({ title, trail: trailTo(workshop), unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postJoin(visit: ByLink): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await openByLink(visit);
  const words = wallText(language);
  const read = readForm(joinForm(language), form);
  if (!read.ok) return joinPage(visit, workshop, read.refusal);
  const { choices, name, contact, shared, hears } = read.value;
  const joined = await signUp(tx, workshop, choices, { personName: name, ...contact, shared, hearsResult: hears });
  if (!joined.ok) {
    const why = { nothing: words.joinMissing, full: words.joinFull }[joined.refusal];
    return joinPage(visit, workshop, problemIn(form, 'choices', why));
  }
  return visit.redirect(linkPlace({ code: workshop.code }), words.joined);
}

function pledgePage({ language, page }: ByLink, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const view = PledgePage({ language, code: workshop.code, problems });
  const title = wallText(language).pledgeTitle;
  return page({ title, trail: trailTo(workshop), unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postPledge(visit: ByLink): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await openByLink(visit);
  const read = readForm(pledgeForm(language), form);
  if (!read.ok) return pledgePage(visit, workshop, read.refusal);
  const { step, stepName, stepContact, stepHears } = read.value;
  const said = await pledge(tx, workshop, {
    ...{ words: step, personName: stepName, hearsResult: stepHears },
    ...stepContact,
  });
  const words = wallText(language);
  if (!said.ok) {
    const why = { many: words.pledgeMany, full: words.pledgeFull }[said.refusal];
    return pledgePage(visit, workshop, problemIn(form, 'step', why));
  }
  return visit.redirect(linkPlace({ code: workshop.code }), words.pledged);
}

type ByLetter = Pick<Visit, 'tx' | 'language' | 'form' | 'page' | 'redirect'> & {
  readonly params: { readonly code: string };
};

async function pledgeAnswerPage(visit: ByLetter, problems?: FormProblems): Promise<Response> {
  const { tx, language, page, params } = visit;
  const { pledge: one, workshop } = (await pledgeBehind(tx, params.code)) ?? missing();
  const view = PledgeAnswerPage({ language, code: params.code, workshop: workshop.name, pledge: one, problems });
  const title = wallText(language).pledgeAnswerTitle;
  return page({ title, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postPledgeAnswer(visit: ByLetter): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { pledge: one } = (await pledgeBehind(tx, params.code)) ?? missing();
  const read = readForm(outcomeForm(language), form);
  if (!read.ok) return pledgeAnswerPage(visit, read.refusal);
  await answerPledge(tx, one, read.value);
  return visit.redirect(pledgeAnswerPlace({ code: params.code }), wallText(language).pledgeThanks);
}
