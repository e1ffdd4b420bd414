import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { daysBetween } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { LETTERS_PER_FILE } from '../../../../platform/documents/spec.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { homesFor, homesToPrint } from '../../../address-lists/public.ts';
import { departmentNames, displayNames, holdersOf } from '../../../housing/public.ts';
import { addSelector, changePanel, endPanel, openPanel, removeSelector } from '../commands/calling.ts';
import { sawApplicants } from '../commands/joining.ts';
import { callLettersForm, panelForm, selectorForm } from '../forms/panel.ts';
import { callLetters, callWording, posterOf } from '../letters/papers.ts';
import { isPublic } from '../rules/draw.ts';
import { canSignUp, FEWEST, type Panel, ROWS_A_PAGE, SHORTEST_CALL_DAYS, stageOf } from '../rules/panel.ts';
import { isMember } from '../rules/people.ts';
import { lacking } from '../rules/profile.ts';
import { applicationsBy, applicationsOf } from '../store/applications.ts';
import { drawsOf } from '../store/draws.ts';
import { panelPage as panelsOnPage, selectorsOf } from '../store/panels.ts';
import { cellsOf } from '../store/profile.ts';
import { recommendationsOf } from '../store/recommendations.ts';
import { callText } from '../text/call.ts';
import {
  callLettersPlace,
  editPanelPlace,
  endPanelPlace,
  newPanelPlace,
  panelPlace,
  panelsPlace,
  posterPlace,
  selectorsPlace,
} from '../urls.ts';
import { CallLettersPage, EditPage } from '../views/editing.tsx';
import { PanelsPage } from '../views/list.tsx';
import { PanelPage } from '../views/panel.tsx';
import { type Of, paper, paperOf, seen, seenBy, trailTo } from './seen.ts';

/** The call: what everybody reads, and what those who arrange it write. */
export function callRoutes(web: Web): void {
  web.get(panelsPlace, anyone, list);
  web.get(newPanelPlace, staff, (visit) => editPage(visit, null));
  web.post(newPanelPlace, staff, postNew);
  web.get(panelPlace, anyone, (visit) => show(visit));
  web.get(editPanelPlace, signedIn, async (visit) => editPage(visit, await seenBy(visit, 'arrange')));
  web.post(editPanelPlace, signedIn, postEdit);
  web.post(endPanelPlace, signedIn, postEnd);
  web.post(selectorsPlace, signedIn, postSelector);
  web.get(posterPlace, anyone, poster, TYPESETTING);
  web.get(callLettersPlace, staff, (visit) => lettersPage(visit));
  web.post(callLettersPlace, staff, postLetters);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const format = wantedFile(query);
  if (format) return listFile(visit, format, panelsFile(tx, language));
  const at = pageNumber(query);
  const { rows, more } = await panelsOnPage(tx, at);
  const words = callText(language);
  const view = (
    <>
      <PanelsPage language={language} today={tx.today} rows={rows} page={at} more={more} mayOpen={isStaff(actor)} />
      {rows.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return page({ title: words.title, description: words.lead }, view);
}

function panelsFile(tx: TenantDb, language: Visit['language']): ListFile<Panel> {
  const { title, columns, kinds, stages } = callText(language);
  return {
    title,
    columns: [
      [columns.name, ({ name }) => name],
      [columns.kind, ({ kind }) => kinds[kind]],
      [columns.stage, (one) => stages[stageOf(one, tx.today)]],
      [columns.until, ({ closesOn }) => closesOn && { day: closesOn }],
    ],
    page: async (number) => (await panelsOnPage(tx, number)).rows,
    size: ROWS_A_PAGE,
  };
}

async function show(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const { panel, may } = await seen(visit);
  const me = personIdOf(actor);
  const [departments, draws, recommendations, own] = await Promise.all([
    departmentNames(tx),
    drawsOf(tx, panel.id),
    recommendationsOf(tx, panel.id),
    me ? applicationsBy(tx, me) : [],
  ]);
  const view = PanelPage({
    language,
    panel,
    stage: stageOf(panel, tx.today),
    canSignUp: canSignUp(panel, tx.today),
    may,
    mine: own.find(({ panelId, exit }) => panelId === panel.id && !exit)?.id ?? null,
    lacking: panel.kind === 'open' ? await lackingIn(visit, panel) : null,
    departments,
    draws: draws.filter(isPublic),
    recommendations,
    selectors: may.appoint ? { ...(await selectorsPart(visit, panel)), problems } : null,
  });
  const trail = [{ href: panelsPlace({}), label: callText(language).title }];
  return page(
    { title: panel.name, trail, description: panel.purpose.slice(0, 150), status: problems ? 422 : 200 },
    view,
  );
}

async function lackingIn({ tx }: Pick<Of, 'tx'>, panel: Panel) {
  const inside = (await applicationsOf(tx, panel.id)).filter(isMember).map(({ traits }) => traits);
  return inside.length < FEWEST ? null : lacking(await cellsOf(tx, panel.id), inside);
}

async function selectorsPart({ tx, language }: Pick<Of, 'tx' | 'language'>, panel: Panel) {
  const ids = await selectorsOf(tx, panel.id);
  const names = await displayNames(
    tx,
    ids.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  const found = await holdersOf(tx, ['consultant', 'secretariat', 'municipal_officer', 'ambassador'], 'any');
  const others = new Map(
    found.filter(({ id }) => !ids.includes(id)).map((one) => [one.id as string, { id: one.id, name: one.name }]),
  );
  return {
    language,
    id: panel.id,
    selectors: ids.map((id) => ({ id, name: names.get(`person:${id}`) ?? '' })),
    others: [...others.values()],
    over: panel.endedOn !== null,
  };
}

async function editPage(
  { tx, language, page }: Pick<Visit, 'tx' | 'language' | 'page'>,
  known: Panel | null,
  problems?: FormProblems,
) {
  const words = callText(language);
  const trail = known ? trailTo({ language }, known) : [{ href: panelsPlace({}), label: words.title }];
  const view = EditPage({ language, today: tx.today, known, problems });
  return page({ title: known ? words.editTitle : words.newTitle, trail, status: problems ? 422 : 200 }, view);
}

async function postNew(visit: Visit): Promise<Response> {
  const { language } = visit;
  const read = readForm(panelForm(language), visit.form);
  if (!read.ok) return editPage(visit, null, read.refusal);
  const id = await openPanel(visit.tx, read.value.words);
  return visit.redirect(
    panelPlace({ id }),
    [callText(language).openedFlash, shortCall(visit, read.value.words)].filter(Boolean).join(' '),
  );
}

/** Said beside "it is saved": a call that few will see in time. */
function shortCall({ language }: Pick<Visit, 'language'>, words: Pick<Panel, 'opensOn' | 'closesOn'>): string {
  if (!words.closesOn) return '';
  const days = daysBetween(words.opensOn, words.closesOn);
  return days < SHORTEST_CALL_DAYS ? callText(language).shortCall(days) : '';
}

async function postEdit(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const panel = await seenBy(visit, 'arrange');
  const words = callText(language);
  const read = readForm(panelForm(language), visit.form);
  if (!read.ok) return editPage(visit, panel, read.refusal);
  const changed = await changePanel(tx, panel.id, read.value.words, read.value.version);
  if (!changed.ok) {
    const { refusal } = changed;
    const [field, message] =
      refusal === 'meanwhile' || refusal === 'locked' ? ['', words[refusal]] : [refusal, words.promised[refusal]];
    return editPage(visit, panel, problemIn(visit.form, field, message));
  }
  return visit.redirect(panelPlace({ id: panel.id }), words.saved);
}

async function postEnd(visit: Of): Promise<Response> {
  const panel = await seenBy(visit, 'appoint');
  await endPanel(visit.tx, panel);
  return visit.redirect(panelPlace({ id: panel.id }), callText(visit.language).ended);
}

async function postSelector(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const panel = await seenBy(visit, 'appoint');
  const words = callText(language);
  const read = readForm(selectorForm(language), visit.form);
  if (!read.ok) return show(visit, read.refusal);
  const { person, fjern } = read.value;
  if (fjern === 'ja') {
    const removed = await removeSelector(tx, panel.id, person);
    if (!removed.ok) return show(visit, problemIn(visit.form, 'person', words.selectorLast));
    return visit.redirect(panelPlace({ id: panel.id }), words.selectorRemoved);
  }
  const added = await addSelector(tx, panel.id, person);
  if (!added.ok) {
    const message = added.refusal === 'board' ? words.selectorBoard : words.selectorOutsider;
    return show(visit, problemIn(visit.form, 'person', message));
  }
  const names = await displayNames(tx, [{ kind: 'person', id: person }], language);
  return visit.redirect(panelPlace({ id: panel.id }), words.selectorAdded(names.get(`person:${person}`) ?? ''));
}

async function poster(visit: Of): Promise<Response> {
  const { panel } = await seen(visit);
  return paper(visit, posterOf(panel, await paperOf(visit)), panel.name);
}

async function lettersPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'arrange');
  const view = CallLettersPage({
    language,
    id: panel.id,
    departments: [...(await departmentNames(tx))].map(([id, name]) => ({ id, name })),
    ...callWording(panel, await paperOf(visit)),
    problems,
  });
  const title = callText(language).lettersTitle;
  return page({ title, trail: trailTo(visit, panel), status: problems ? 422 : 200 }, view);
}

async function postLetters(visit: Of): Promise<Response> {
  const { tx, actor, language } = visit;
  const panel = await seenBy(visit, 'arrange');
  const words = callText(language);
  const read = readForm(callLettersForm(language), visit.form);
  if (!read.ok) return lettersPage(visit, read.refusal);
  const { department, subject, body } = read.value;
  const homes = homesFor(await homesToPrint(tx, department, null), { purpose: 'visit', paperOnly: false });
  const wrong =
    homes.length === 0
      ? words.lettersNone
      : homes.length > LETTERS_PER_FILE
        ? words.lettersMost(LETTERS_PER_FILE)
        : null;
  if (wrong) return lettersPage(visit, problemIn(visit.form, 'department', wrong));
  await sawApplicants(tx, panel.id, [], 'letters');
  const signer = actor.kind === 'person' ? actor.name : '';
  return paper(visit, callLetters(panel, homes, { subject, body, signer }, await paperOf(visit)), panel.name, false);
}
