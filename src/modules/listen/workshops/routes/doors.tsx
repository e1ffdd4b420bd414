import { problemIn } from '../../../../platform/web/form.ts';
import type { Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { closeLink, openLink, renewLink } from '../commands/doors.ts';
import { type Workshop, writeCode } from '../rules/workshop.ts';
import { printedSheets } from '../store/sheets.ts';
import { tablesOf } from '../store/tables.ts';
import { doorsText } from '../text/doors.ts';
import { closeLinkPlace, openLinkPlace, renewLinkPlace, workshopPlace } from '../urls.ts';
import { RenewPage } from '../views/doors.tsx';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** The link on the day: closed for now, open again, and another code when it has come to the wrong hands. */
export function doorRoutes(web: Web): void {
  web.post(closeLinkPlace, staff, postClose);
  web.post(openLinkPlace, staff, postOpen);
  web.get(renewLinkPlace, staff, async (visit) => renewPage(visit, await run(visit)));
  web.post(renewLinkPlace, staff, postRenew);
}

async function postClose(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  await closeLink(visit.tx, workshop);
  return visit.redirect(workshopPlace({ id: workshop.id }), doorsText(visit.language).closed);
}

async function postOpen(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  await openLink(visit.tx, workshop);
  return visit.redirect(workshopPlace({ id: workshop.id }), doorsText(visit.language).opened);
}

async function renewPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { id, code } = workshop;
  const [sheets, tables] = await Promise.all([printedSheets(tx, id), tablesOf(tx, id)]);
  const coded = new Set<string | null>(tables.flatMap((table) => (table.code ? [table.id] : [])));
  const spares = sheets.filter(({ tableId }) => !coded.has(tableId)).length;
  const view = RenewPage({ language, id, code, spares, problems });
  const title = doorsText(language).renewTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

async function postRenew(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const words = doorsText(language);
  const renewed = await renewLink(tx, workshop, String(form.get('seen') ?? ''));
  const now = await run(visit);
  if (!renewed.ok) return renewPage(visit, now, problemIn(form, '', words.meanwhile));
  return visit.redirect(workshopPlace({ id: now.id }), words.renewed(writeCode(now.code)));
}
