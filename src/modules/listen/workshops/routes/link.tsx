import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { type Asked, missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { layoutsToRead } from '../commands/printing.ts';
import { sayInsight } from '../commands/workshops.ts';
import { codeForm, insightForm, linkPhotoForm } from '../forms.ts';
import { sentTogether } from '../rules/sheets.ts';
import { isOpen, type Workshop } from '../rules/workshop.ts';
import { isOldCode } from '../store/doors.ts';
import { insightsOf } from '../store/insights.ts';
import { tableById, tablesOf } from '../store/tables.ts';
import { workshopByCode } from '../store/workshops.ts';
import { linkText } from '../text/link.ts';
import { enterPlace, linkLayoutsPlace, linkPlace, sayInsightPlace, sendPhotoPlace, sentPhotoPlace } from '../urls.ts';
import { EnterPage, LinkPage } from '../views/link.tsx';
import { tableNames } from './names.ts';
import { type ByLink, LinkShut, LOOKS, linked, openByLink } from './seen.ts';
import { photoPost, receiveAll } from './sending.ts';
import { answerSent, nowTogether, type Way } from './sent.tsx';
import { kindly } from './shut.tsx';

const POSTS = { rate: { times: 600, minutes: 15 } };
/** What somebody takes home: one or two from each of a hall. */
const SAYS = { rate: { times: 200, minutes: 15 } };

/** What stands on the participants' page besides its own: what other parts of the module put there. */
export type OnLink = (visit: ByLink, workshop: Workshop) => Promise<Parameters<typeof LinkPage>[0]['more']>;

/** Without an account: a picture, and what one takes home. */
export function linkRoutes(web: Web, onLink: OnLink): void {
  web.get(enterPlace, anyone, (visit) => enterPage(visit));
  web.post(enterPlace, anyone, postEnter, POSTS);
  const page = kindly(async (visit: ByLink) => linkPage(visit, await linked(visit), onLink));
  web.get(linkPlace, anyone, page, LOOKS);
  web.post(
    sendPhotoPlace,
    anyone,
    kindly((visit: ByLink) => postPhotos(visit, onLink)),
    { ...POSTS, ...photoPost(openAt) },
  );
  web.get(sentPhotoPlace, anyone, kindly(sentPage), LOOKS);
  web.get(linkLayoutsPlace, anyone, layouts, LOOKS);
  web.post(
    sayInsightPlace,
    anyone,
    kindly((visit: ByLink) => postInsight(visit, onLink)),
    SAYS,
  );
}

function enterPage({ language, page }: Visit, problems?: FormProblems): Promise<Response> {
  const head = { title: linkText(language).enterTitle, unlisted: true };
  return page(problems ? { ...head, status: 422 } : head, EnterPage({ language, problems }));
}

async function postEnter(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(codeForm(language), form);
  if (!read.ok) return enterPage(visit, read.refusal);
  const { kode } = read.value;
  if (!(await workshopByCode(tx, kode))) {
    const words = linkText(language);
    return enterPage(visit, problemIn(form, 'kode', (await isOldCode(tx, kode)) ? words.codeOld : words.codeUnknown));
  }
  return visit.redirect(linkPlace({ code: kode }));
}

async function linkPage(visit: ByLink, workshop: Workshop, onLink: OnLink, problems?: FormProblems): Promise<Response> {
  const { tx, language, query, page } = visit;
  const [tables, insights] = await Promise.all([tablesOf(tx, workshop.id), insightsOf(tx, workshop.id, 'on the wall')]);
  const names = await tableNames(tx, language, tables);
  const number = Number(query.get('bord'));
  const view = LinkPage({
    language,
    code: workshop.code,
    open: isOpen(workshop, tx.today),
    closed: workshop.linkClosed,
    tables,
    tableOptions: tables.map(({ id }) => ({ value: id, label: names.get(id) ?? '' })),
    table: tables.find((table) => table.number === number) ?? null,
    insights: insights.map(({ words }) => words),
    more: await onLink(visit, workshop),
    problems,
  });
  return page({ title: workshop.name, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function openAt({ tx, params }: Asked): Promise<Workshop | null> {
  const workshop = await linked({ tx, params: { code: params.code ?? '' } }).catch(nullWhenShut);
  if (workshop && !isOpen(workshop, tx.today)) missing();
  return workshop?.linkClosed ? null : workshop;
}

function nullWhenShut(error: unknown): null {
  if (error instanceof LinkShut) return null;
  throw error;
}

async function postPhotos(visit: ByLink, onLink: OnLink): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await openByLink(visit);
  const read = readForm(linkPhotoForm, form);
  const wanted = read.ok && read.value.table;
  const table = wanted ? await tableById(tx, workshop.id, wanted) : null;
  const received = await receiveAll(visit, workshop, { cameBy: 'link', tableId: table?.id ?? null });
  const { code } = workshop;
  const before = read.ok ? read.value : NOTHING_BEFORE;
  if (!received.ok) {
    const problems = problemIn(form, 'photos', received.refusal);
    const { together, again } = before;
    if (again === '') return linkPage(visit, workshop, onLink, problems);
    return answerSent(visit, workshop, together, wayByLink(workshop, together), { again, problems });
  }
  const photo = sentTogether(nowTogether(received.value, before));
  return visit.redirect(sentPhotoPlace({ code, photo }), linkText(language).sent(received.value.length));
}

const NOTHING_BEFORE = { together: '', again: '' };

async function sentPage(
  visit: Omit<ByLink, 'params'> & { readonly params: { readonly code: string; readonly photo: string } },
): Promise<Response> {
  const workshop = await linked(visit);
  const { photo } = visit.params;
  return answerSent(visit, workshop, photo, wayByLink(workshop, photo));
}

function wayByLink({ code, name }: Workshop, photo: string): Way {
  const backTo = linkPlace({ code });
  const here = sentPhotoPlace({ code, photo });
  return { action: sendPhotoPlace({ code }), here, backTo, trail: [{ href: backTo, label: name }] };
}

/** For the reader in the browser: measures alone, and nothing that anybody has answered. */
async function layouts(visit: ByLink): Promise<Response> {
  const workshop = await openByLink(visit);
  const found = await layoutsToRead(visit.tx, workshop);
  return visit.file({ bytes: JSON.stringify(found), type: 'application/json', name: 'ark.json', inline: true });
}

async function postInsight(visit: ByLink, onLink: OnLink): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await openByLink(visit);
  const read = readForm(insightForm(language), form);
  if (!read.ok) return linkPage(visit, workshop, onLink, read.refusal);
  const said = await sayInsight(tx, workshop.id, read.value.words, null);
  if (!said.ok) return linkPage(visit, workshop, onLink, problemIn(form, 'words', linkText(language).insightFull));
  return visit.redirect(linkPlace({ code: workshop.code }), linkText(language).insightSaid);
}
