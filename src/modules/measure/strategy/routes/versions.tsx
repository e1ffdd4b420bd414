import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayWrite } from '../access.ts';
import { addArea, approveVersion, beginVersion, removeArea, saveArea, saveVersion } from '../commands/versions.ts';
import { areaForm, decisionForm, versionForm } from '../forms.ts';
import { areasOf } from '../store/versions.ts';
import { writingText } from '../text/writing.ts';
import { approvePlace, areaPlace, draftPlace, newAreaPlace, newVersionPlace, strategyPlace } from '../urls.ts';
import { ApprovePage, DraftPage, NewVersionPage } from '../views/version.tsx';
import { trailTo, versionIn, type WithVersion } from './seen.ts';

/** Staff and the organisation board read drafts; staff write them. */
export const insiders = anyOf('consultant', 'secretariat', 'organisation_board');

export function versionRoutes(web: Web): void {
  web.get(newVersionPlace, staff, (visit) => newPage(visit));
  web.post(newVersionPlace, staff, begin);
  web.get(draftPlace, insiders, (visit) => draftPage(visit));
  web.post(draftPlace, staff, save);
  web.post(newAreaPlace, staff, postArea);
  web.post(areaPlace, staff, changeArea);
  web.get(approvePlace, staff, (visit) => approvePage(visit));
  web.post(approvePlace, staff, approve);
}

function newPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  return visit.page(
    { title: writingText(language).newTitle, trail: trailTo(visit), status: problems ? 422 : 200 },
    NewVersionPage({ language, problems }),
  );
}

async function begin(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(versionForm(language), form);
  if (!read.ok) return newPage(visit, read.refusal);
  const begun = await beginVersion(tx, read.value);
  const words = writingText(language);
  if (!begun.ok) return newPage(visit, problemIn(form, '', words.refused[begun.refusal]));
  return visit.redirect(draftPlace({ version: begun.value }), words.saved);
}

/** A draft; what is approved is read as an edition. */
async function draftPage(
  visit: WithVersion,
  refused: string | null = null,
  problems?: FormProblems,
): Promise<Response> {
  const { tx, actor, language } = visit;
  const version = await versionIn(visit);
  if (version.approval && !problems) missing();
  return visit.page(
    { title: writingText(language).draftTitle(version.number), trail: trailTo(visit), status: problems ? 422 : 200 },
    DraftPage({
      language,
      version,
      areas: await areasOf(tx, version.id),
      mayWrite: mayWrite(actor),
      refused,
      problems,
    }),
  );
}

async function save(visit: WithVersion): Promise<Response> {
  const { tx, language, form } = visit;
  const { id } = await versionIn(visit);
  const read = readForm(versionForm(language), form);
  if (!read.ok) return draftPage(visit, null, read.refusal);
  const words = writingText(language);
  const saved = await saveVersion(tx, id, read.value.version, read.value);
  if (!saved.ok) return draftPage(visit, null, problemIn(form, '', words.refused[saved.refusal]));
  return visit.redirect(draftPlace({ version: id }), words.saved);
}

async function postArea(visit: WithVersion): Promise<Response> {
  const { tx, language, form } = visit;
  const { id } = await versionIn(visit);
  const read = readForm(areaForm(language), form);
  if (!read.ok) return draftPage(visit, 'new', read.refusal);
  const words = writingText(language);
  const added = await addArea(tx, id, read.value);
  if (!added.ok) return draftPage(visit, 'new', problemIn(form, '', words.refused[added.refusal]));
  return visit.redirect(draftPlace({ version: id }), words.saved);
}

type WithBoth = Omit<Visit, 'params'> & { readonly params: { readonly version: string; readonly area: string } };

async function changeArea(visit: WithBoth): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { id } = await versionIn(visit);
  const areaId = readId<'strategy_area'>(params.area) ?? missing();
  if (!(await areasOf(tx, id)).some((area) => area.id === areaId)) missing();
  const read = readForm(areaForm(language), form);
  if (!read.ok && form.get('remove') !== 'ja') return draftPage(visit, areaId, read.refusal);
  const words = writingText(language);
  const done =
    read.ok && !read.value.remove
      ? await saveArea(tx, id, { id: areaId, title: read.value.title, words: read.value.words })
      : await removeArea(tx, id, areaId);
  if (!done.ok) return draftPage(visit, areaId, problemIn(form, '', words.refused[done.refusal]));
  return visit.redirect(draftPlace({ version: id }), words.saved);
}

async function approvePage(visit: WithVersion, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const version = await versionIn(visit);
  if (version.approval && !problems) missing();
  return visit.page(
    { title: writingText(language).approveTitle, trail: trailTo(visit), status: problems ? 422 : 200 },
    ApprovePage({ language, version, problems }),
  );
}

async function approve(visit: WithVersion): Promise<Response> {
  const { tx, language, form } = visit;
  const { id } = await versionIn(visit);
  const read = readForm(decisionForm(language), form);
  if (!read.ok) return approvePage(visit, read.refusal);
  const words = writingText(language);
  const done = await approveVersion(tx, id, read.value);
  if (!done.ok) {
    const field = done.refusal === 'in_future' ? 'decidedOn' : '';
    return approvePage(visit, problemIn(form, field, words.refused[done.refusal]));
  }
  return visit.redirect(strategyPlace({}), words.approved);
}
