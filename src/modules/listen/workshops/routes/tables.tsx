import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { organisations } from '../../../housing/public.ts';
import { putBack, renewCode, setAside } from '../commands/table-codes.ts';
import { addTables, changeTable, removeTable } from '../commands/workshops.ts';
import { tableForm, tablesForm } from '../forms.ts';
import { MOST_TABLES, type Table } from '../rules/sheets.ts';
import { type Workshop, writeCode } from '../rules/workshop.ts';
import { linkSeatsOf } from '../store/aside.ts';
import { tableById, tablesOf } from '../store/tables.ts';
import { doorsText } from '../text/doors.ts';
import { formWords } from '../text/forms.ts';
import { workshopsText } from '../text/workshops.ts';
import {
  changeTablePlace,
  newTableCodePlace,
  putBackPlace,
  removeTablePlace,
  setAsidePlace,
  tablesPlace,
} from '../urls.ts';
import { TablesPage } from '../views/tables.tsx';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** Who sits where, and whom they come from. */
export function tableRoutes(web: Web): void {
  web.get(tablesPlace, staff, async (visit) => tablesPage(visit, await run(visit)));
  web.post(tablesPlace, staff, postTables);
  web.post(changeTablePlace, staff, postChange);
  web.post(removeTablePlace, staff, postRemove);
  web.post(newTableCodePlace, staff, postNewCode);
  web.post(setAsidePlace, staff, postAside);
  web.post(putBackPlace, staff, postBack);
}

async function tablesPage(
  { tx, language, page }: Of,
  workshop: Workshop,
  refused?: { readonly problems: FormProblems; readonly wrong: string | null },
): Promise<Response> {
  const { id } = workshop;
  const [tables, seats, houses] = await Promise.all([tablesOf(tx, id), linkSeatsOf(tx, id), organisations(tx)]);
  const { problems, wrong = null } = refused ?? {};
  const view = TablesPage({ language, id, tables, seats, organisations: houses, wrong, problems });
  const title = workshopsText(language).ways.tables;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

/** One for each organisation that has none, and then so many without. */
async function postTables(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(tablesForm(language), form);
  if (!read.ok) return tablesPage(visit, workshop, { problems: read.refusal, wrong: null });
  const known = new Set((await organisations(tx)).map(({ id }) => id));
  const seated = new Set((await tablesOf(tx, workshop.id)).map(({ organisationId }) => organisationId));
  const houses = read.value.organisations.filter((id) => known.has(id) && !seated.has(id));
  const wanted = [...houses, ...Array.from({ length: read.value.count }, () => null)];
  const added = await addTables(
    tx,
    workshop.id,
    wanted.map((organisationId) => ({ name: '', organisationId })),
  );
  if (!added.ok) {
    const problems = problemIn(form, 'count', formWords(language).tablesFull(MOST_TABLES));
    return tablesPage(visit, workshop, { problems, wrong: null });
  }
  return visit.redirect(tablesPlace({ id: workshop.id }), workshopsText(language).tablesAdded(added.value));
}

type OfTable = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly table: string } };

async function tableIn(visit: OfTable): Promise<{ workshop: Workshop; table: Table }> {
  const workshop = await run(visit);
  const id = readId<'workshop_table'>(visit.params.table) ?? missing();
  return { workshop, table: (await tableById(visit.tx, workshop.id, id)) ?? missing() };
}

async function postChange(visit: OfTable): Promise<Response> {
  const { tx, language, form } = visit;
  const { workshop, table } = await tableIn(visit);
  const read = readForm(tableForm(language), form);
  if (!read.ok) return tablesPage(visit, workshop, { problems: read.refusal, wrong: table.id });
  const { name, organisation } = read.value;
  const known = (await organisations(tx)).some(({ id }) => id === organisation);
  await changeTable(tx, workshop.id, { ...table, name, organisationId: known ? organisation : null });
  return visit.redirect(tablesPlace({ id: workshop.id }), workshopsText(language).tableSaved(table.number));
}

async function postNewCode(visit: OfTable): Promise<Response> {
  const { workshop, table } = await tableIn(visit);
  await renewCode(visit.tx, workshop, table);
  const said = workshopsText(visit.language).newCodeMade(table.number);
  return visit.redirect(tablesPlace({ id: workshop.id }), said);
}

async function postAside(visit: OfTable): Promise<Response> {
  const { workshop, table } = await tableIn(visit);
  const code = await setAside(visit.tx, workshop, table);
  const said = doorsText(visit.language).setAsideDone(table.number, writeCode(code));
  return visit.redirect(tablesPlace({ id: workshop.id }), said);
}

async function postBack(visit: OfTable): Promise<Response> {
  const { workshop, table } = await tableIn(visit);
  const sheets = await putBack(visit.tx, workshop, table);
  return visit.redirect(tablesPlace({ id: workshop.id }), doorsText(visit.language).putBackDone(sheets));
}

async function postRemove(visit: OfTable): Promise<Response> {
  const { tx, language, form } = visit;
  const { workshop, table } = await tableIn(visit);
  const removed = await removeTable(tx, workshop.id, table);
  if (!removed.ok) {
    const problems = problemIn(form, 'name', formWords(language).tableUsed);
    return tablesPage(visit, workshop, { problems, wrong: table.id });
  }
  return visit.redirect(tablesPlace({ id: workshop.id }), workshopsText(language).tableRemoved(table.number));
}
