import { layOut } from '../../../../engines/sheet/layout.ts';
import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { gatheringById, gatheringPlace, gatheringsOf, newestGatherings } from '../../../gatherings/public.ts';
import {
  changeWorkshop,
  clearInsights,
  openWorkshop,
  saveTemplate,
  showInsight,
  showInsights,
  takeDownInsight,
} from '../commands/workshops.ts';
import { templateForm, workshopForm } from '../forms.ts';
import { MOST_THEMES } from '../rules/template.ts';
import { ROWS_A_PAGE, stageOf, type Workshop } from '../rules/workshop.ts';
import { insightsOf } from '../store/insights.ts';
import { editionsOf, progressOf } from '../store/sheets.ts';
import { tablesOf } from '../store/tables.ts';
import { workshopPage as newestWorkshops, workshopsOf } from '../store/workshops.ts';
import { formWords } from '../text/forms.ts';
import { workshopsText } from '../text/workshops.ts';
import {
  editWorkshopPlace,
  hideInsightPlace,
  linkPlace,
  newWorkshopPlace,
  showInsightPlace,
  templatePlace,
  workshopPlace,
  workshopsPlace,
} from '../urls.ts';
import { EditPage } from '../views/editing.tsx';
import { WorkshopsPage } from '../views/list.tsx';
import { WorkshopPage } from '../views/page.tsx';
import { TemplatePage } from '../views/template.tsx';
import { type Of, run, seen } from './seen.ts';

/** What stands on a workshop's page besides its own: what other parts of the module put there. */
export type OnPage = (
  visit: Of,
  workshop: Workshop,
  host: boolean,
) => Promise<Parameters<typeof WorkshopPage>[0]['more']>;

export function workshopRoutes(web: Web, onPage: OnPage): void {
  web.get(workshopsPlace, signedIn, list);
  web.get(newWorkshopPlace, staff, (visit) => editPage(visit, null));
  web.post(newWorkshopPlace, staff, postNew);
  web.get(workshopPlace, signedIn, (visit) => show(visit, onPage));
  web.get(editWorkshopPlace, staff, async (visit) => editPage(visit, await run(visit)));
  web.post(editWorkshopPlace, staff, postEdit);
  web.get(templatePlace, staff, async (visit) => templatePage(visit, await run(visit)));
  web.post(templatePlace, staff, postTemplate);
  web.post(showInsightPlace, staff, postShow);
  web.post(hideInsightPlace, staff, postHide);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const host = isStaff(actor);
  const format = host ? wantedFile(query) : null;
  if (format) return listFile(visit, format, workshopsFile(tx, language));
  const at = pageNumber(query);
  const personId = personIdOf(actor);
  const mine = personId && !host ? await gatheringsOf(tx, personId) : [];
  const { rows, more } = host
    ? await newestWorkshops(tx, at)
    : {
        rows: personId
          ? await workshopsOf(
              tx,
              personId,
              mine.map(({ id }) => id),
            )
          : [],
        more: false,
      };
  const progress = host
    ? await progressOf(
        tx,
        rows.map(({ id }) => id),
      )
    : null;
  const view = (
    <>
      <WorkshopsPage language={language} today={tx.today} rows={rows} progress={progress} page={at} more={more} />
      {host && rows.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return page({ title: workshopsText(language).title, wide: host }, view);
}

type Counted = Workshop & { readonly confirmed: number };

function workshopsFile(tx: TenantDb, language: Visit['language']): ListFile<Counted> {
  const words = workshopsText(language);
  return {
    title: words.title,
    columns: [
      [words.title, ({ name }) => name],
      [words.when, ({ on }) => ({ day: on })],
      [words.where, ({ place }) => place],
      [words.state, (one) => words.stages[stageOf(one, tx.today)]],
      [words.sheetsIn, ({ confirmed }) => confirmed],
    ],
    page: async (number) => {
      const { rows } = await newestWorkshops(tx, number);
      const progress = await progressOf(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map((one) => ({ ...one, confirmed: progress.get(one.id)?.confirmed ?? 0 }));
    },
    size: ROWS_A_PAGE,
  };
}

async function show(visit: Of, onPage: OnPage): Promise<Response> {
  const { tx, language, page } = visit;
  const { workshop, seat } = await seen(visit);
  const { id, gatheringId } = workshop;
  const [tables, progress, insights, gathering] = await Promise.all([
    tablesOf(tx, id),
    progressOf(tx, [id]),
    insightsOf(tx, id, seat.host ? 'all' : 'on the wall'),
    gatheringId ? gatheringById(tx, gatheringId) : null,
  ]);
  const view = WorkshopPage({
    language,
    today: tx.today,
    workshop,
    host: seat.host,
    gathering: gathering && { href: gatheringPlace({ id: gathering.id }), name: gathering.name },
    tables: tables.length,
    progress: progress.get(id) ?? missing(),
    insights,
    address: (tx.origin + linkPlace({ code: workshop.code })).replace(/^https?:\/\//, ''),
    more: await onPage(visit, workshop, seat.host),
  });
  const trail = [{ href: workshopsPlace({}), label: workshopsText(language).title }];
  return page({ title: workshop.name, trail, unlisted: true }, view);
}

async function editPage(visit: Visit | Of, known: Workshop | null, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const words = formWords(language);
  const { rows } = await newestGatherings(tx, 1);
  const view = EditPage({ language, known, gatherings: rows, problems });
  const trail = [
    { href: workshopsPlace({}), label: workshopsText(language).title },
    ...(known ? [{ href: workshopPlace({ id: known.id }), label: known.name }] : []),
  ];
  return page({ title: known ? words.editTitle : words.newTitle, trail, status: problems ? 422 : 200 }, view);
}

async function postNew(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(workshopForm(language), form);
  if (!read.ok) return editPage(visit, null, read.refusal);
  const { version: _, ...words } = read.value;
  const id = await openWorkshop(tx, await withKnownGathering(visit, words));
  return visit.redirect(workshopPlace({ id }), workshopsText(language).opened);
}

async function postEdit(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(workshopForm(language), form);
  if (!read.ok) return editPage(visit, workshop, read.refusal);
  const { version, ...words } = read.value;
  const changed = await changeWorkshop(tx, workshop.id, await withKnownGathering(visit, words), version);
  if (!changed.ok) return editPage(visit, await run(visit), problemIn(form, '', formWords(language).meanwhile));
  return visit.redirect(workshopPlace({ id: workshop.id }), workshopsText(language).saved);
}

/** A gathering that is not there is none. */
async function withKnownGathering<W extends { readonly gatheringId: Workshop['gatheringId'] }>(
  { tx }: Pick<Visit, 'tx'>,
  words: W,
): Promise<W> {
  const known = words.gatheringId && (await gatheringById(tx, words.gatheringId));
  return known ? words : { ...words, gatheringId: null };
}

async function templatePage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const editions = await editionsOf(tx, workshop.id);
  const laid = layOut(workshop.template, workshop.paper, () => 0);
  const titles = new Map(workshop.template.themes.map(({ id, title }) => [id, title]));
  const view = TemplatePage({
    language,
    workshop,
    frozen: editions.at(-1)?.number ?? null,
    tooMuch: laid.ok ? [] : laid.refusal.map(({ theme }) => titles.get(theme) ?? theme),
    problems,
  });
  const words = workshopsText(language);
  return page({ title: words.ways.template, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

export function trailTo(language: Visit['language'], { id, name }: Workshop) {
  return [
    { href: workshopsPlace({}), label: workshopsText(language).title },
    { href: workshopPlace({ id }), label: name },
  ];
}

async function postTemplate(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const count = Math.min(Number(form.get('themes')) || 0, MOST_THEMES);
  const read = readForm(templateForm(language, count), form);
  if (!read.ok) return templatePage(visit, workshop, read.refusal);
  const { version, ...words } = read.value;
  const saved = await saveTemplate(tx, workshop, words, version);
  if (!saved.ok) return templatePage(visit, await run(visit), problemIn(form, '', formWords(language).meanwhile));
  const laid = layOut(saved.value, workshop.paper, () => 0);
  // Where the paper cannot hold it all, the page itself says which themes.
  const to = laid.ok ? workshopPlace({ id: workshop.id }) : templatePlace({ id: workshop.id });
  return visit.redirect(to, workshopsText(language).templateSaved);
}

/** In place of one of them. */
const ALL = 'alle';

type OfInsight = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly insight: string } };

async function postShow(visit: OfInsight): Promise<Response> {
  const workshop = await run(visit);
  const here = workshopPlace({ id: workshop.id });
  const words = workshopsText(visit.language);
  if (visit.params.insight === ALL) {
    await showInsights(visit.tx, workshop.id);
    return visit.redirect(here, words.insightsShown);
  }
  const insight = readId<'workshop_insight'>(visit.params.insight) ?? missing();
  if (!(await showInsight(visit.tx, workshop.id, insight))) missing();
  return visit.redirect(here, words.insightShown);
}

async function postHide(visit: OfInsight): Promise<Response> {
  const workshop = await run(visit);
  const here = workshopPlace({ id: workshop.id });
  if (visit.params.insight === ALL) {
    await clearInsights(visit.tx, workshop.id);
    return visit.redirect(here, workshopsText(visit.language).insightsHidden);
  }
  const insight = readId<'workshop_insight'>(visit.params.insight) ?? missing();
  if (!(await takeDownInsight(visit.tx, workshop.id, insight))) missing();
  return visit.redirect(here, workshopsText(visit.language).insightHidden);
}
