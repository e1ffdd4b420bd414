import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { closeRoom } from '../commands/closing.ts';
import { addItem, removeItem, tick } from '../commands/planning.ts';
import { layoutsToGather } from '../commands/printing.ts';
import { roomOf } from '../commands/room.ts';
import { itemForm, ticksForm } from '../forms/plan.ts';
import { planPaper } from '../letters/plan.ts';
import { MOST_ITEMS } from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import { choicesOf } from '../store/choices.ts';
import { waitingInsights } from '../store/insights.ts';
import { invitationsOf, itemsOf, ticksOf } from '../store/plan.ts';
import { progressOf } from '../store/sheets.ts';
import { tablesOf } from '../store/tables.ts';
import { gatherText } from '../text/gather.ts';
import { planText } from '../text/plan.ts';
import {
  gatherLayoutsPlace,
  gatherPlace,
  itemsPlace,
  linkPlace,
  planPdfPlace,
  planPlace,
  removeItemPlace,
  showClosingPlace,
  ticksPlace,
} from '../urls.ts';
import { GatherPage } from '../views/gather.tsx';
import { PlanPage } from '../views/plan.tsx';
import { tableNames } from './names.ts';
import { type Of, run, runAt } from './seen.ts';
import { photoPost, receiveAll } from './sending.ts';
import { trailTo } from './workshops.tsx';

/** Programme, checklist and the facilitator's telephone. */
export function planRoutes(web: Web): void {
  web.get(planPlace, staff, async (visit) => planPage(visit, await run(visit)));
  web.get(planPdfPlace, staff, planPdf);
  web.post(itemsPlace, staff, postItem);
  web.post(removeItemPlace, staff, postRemoveItem);
  web.post(ticksPlace, staff, postTicks);
  web.get(gatherPlace, staff, async (visit) => gatherPage(visit, await run(visit)));
  web.post(gatherPlace, staff, postGather, photoPost(runAt));
  web.get(gatherLayoutsPlace, staff, layouts);
  web.post(showClosingPlace, staff, postShowClosing);
}

async function planPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [items, done] = await Promise.all([itemsOf(tx, workshop.id), ticksOf(tx, workshop.id)]);
  const view = PlanPage({ language, id: workshop.id, items, done, problems });
  const title = planText(language).planTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

async function planPdf(visit: Of): Promise<Response> {
  const { tx, language, file } = visit;
  const workshop = await run(visit);
  const { id, code } = workshop;
  const [items, done, invitations, tables] = await Promise.all([
    itemsOf(tx, id),
    ticksOf(tx, id),
    invitationsOf(tx, id),
    tablesOf(tx, id),
  ]);
  const names = await tableNames(tx, language, tables);
  const spec = planPaper({
    language,
    today: tx.today,
    workshop,
    items,
    tables: tables.map((table) => ({ id: table.id, name: names.get(table.id) ?? '' })),
    invitations,
    done,
    address: tx.origin + linkPlace({ code }),
  });
  const printed = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!printed.ok) return planPage(visit, workshop, problemIn(visit.form, '', planText(language).noPdf));
  return file({ bytes: printed.value, type: 'application/pdf', name: `${spec.title}.pdf` });
}

async function postItem(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const words = planText(language);
  const read = readForm(itemForm(language), form);
  if (!read.ok) return planPage(visit, workshop, read.refusal);
  const added = await addItem(tx, workshop, read.value);
  if (!added.ok) return planPage(visit, workshop, problemIn(form, 'title', words.itemsFull(MOST_ITEMS)));
  return visit.redirect(planPlace({ id: workshop.id }), words.itemAdded);
}

async function postRemoveItem(
  visit: Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly item: string } },
): Promise<Response> {
  const workshop = await run(visit);
  const id = readId<'workshop_item'>(visit.params.item) ?? missing();
  if (!(await removeItem(visit.tx, workshop, id))) missing();
  return visit.redirect(planPlace({ id: workshop.id }), planText(visit.language).itemRemoved);
}

async function postTicks(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  const read = readForm(ticksForm, visit.form);
  await tick(visit.tx, workshop, read.ok ? read.value.done : []);
  return visit.redirect(planPlace({ id: workshop.id }), planText(visit.language).ticksSaved);
}

async function gatherPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [room, progress, takenHome] = await Promise.all([
    roomOf(tx, workshop),
    progressOf(tx, [workshop.id]),
    waitingInsights(tx, workshop.id),
  ]);
  const { waiting = 0, unread = 0, toConfirm = 0 } = progress.get(workshop.id) ?? {};
  const view = GatherPage({
    language,
    id: workshop.id,
    code: workshop.code,
    tables: room.tables.length,
    missing: room.missing,
    waiting,
    unread,
    toConfirm,
    takenHome,
    problems,
  });
  const title = gatherText(language).gatherTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

async function postGather(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  const received = await receiveAll(visit, workshop, { cameBy: 'facilitator', tableId: null });
  if (!received.ok) return gatherPage(visit, workshop, problemIn(visit.form, 'photos', received.refusal));
  const said = gatherText(visit.language).gatherSent(received.value.length);
  return visit.redirect(gatherPlace({ id: workshop.id }), said);
}

async function layouts(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  const found = await layoutsToGather(visit.tx, workshop, await tablesOf(visit.tx, workshop.id));
  return visit.file({ bytes: JSON.stringify(found), type: 'application/json', name: 'ark.json', inline: true });
}

/** Without waiting for the last sheet: the host sees that the room is about to leave. */
async function postShowClosing(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const workshop = await run(visit);
  const before = (await choicesOf(tx, workshop.id)).length;
  await closeRoom(tx, workshop.id, 'now');
  const after = (await choicesOf(tx, workshop.id)).length;
  const words = gatherText(language);
  return visit.redirect(gatherPlace({ id: workshop.id }), after > before ? words.closingShown : words.closingNothing);
}
