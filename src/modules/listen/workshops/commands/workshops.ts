import { readyMadeWithQuestions } from '../../../../engines/sheet/ready-made.ts';
import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { withinRate } from '../../../../platform/web/rate.ts';
import { MOST_SAID, SAID_AT_A_TIME } from '../rules/after.ts';
import { MOST_TABLES, type Table } from '../rules/sheets.ts';
import { type TemplateWords, templateFrom } from '../rules/template.ts';
import { CODE_LENGTH, type Workshop, type WorkshopWords } from '../rules/workshop.ts';
import {
  hideInsight,
  hideInsights,
  insertInsight,
  putUpInsight,
  putUpInsights,
  waitingInsights,
} from '../store/insights.ts';
import { deleteTable, insertTables, tablesOf, updateTable } from '../store/tables.ts';
import { insertWorkshop, lockWorkshop, updateTemplate, updateWorkshop } from '../store/workshops.ts';
import { told } from './telling.ts';

/** A new workshop asks what the ready-made placemat asks, until somebody writes it otherwise. */
export async function openWorkshop(tx: TenantDb, words: WorkshopWords): Promise<Id<'workshop'>> {
  const by = personIdOf(tx.actor);
  let id: Id<'workshop'> | null = null;
  while (!id)
    id = await insertWorkshop(tx, words, { code: newTypedCode(CODE_LENGTH), template: readyMadeWithQuestions, by });
  told(tx, 'workshop.opened', id, { day: words.on });
  return id;
}

/** `meanwhile`: somebody else has saved since `version` was read. */
export async function changeWorkshop(
  tx: TenantDb,
  id: Id<'workshop'>,
  words: WorkshopWords,
  version: number,
): Promise<Outcome<null, 'meanwhile'>> {
  if (!(await updateWorkshop(tx, id, words, version))) return refused('meanwhile');
  told(tx, 'workshop.changed', id, { day: words.on });
  return ok(null);
}

/** What is printed already stays as it is; what is asked from now on is another edition. */
export async function saveTemplate(
  tx: TenantDb,
  workshop: Workshop,
  words: TemplateWords,
  version: number,
): Promise<Outcome<SheetTemplate, 'meanwhile'>> {
  const template = templateFrom(words, workshop.template);
  if (!(await updateTemplate(tx, workshop.id, template, version))) return refused('meanwhile');
  told(tx, 'workshop.template_saved', workshop.id, { themes: template.themes.length });
  return ok(template);
}

/** As many tables as are wanted, in their order. `full`: none of them, since there would be too many. */
export async function addTables(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  wanted: readonly Pick<Table, 'name' | 'organisationId'>[],
): Promise<Outcome<number, 'full'>> {
  await lockWorkshop(tx, workshop);
  const tables = await tablesOf(tx, workshop);
  if (tables.length + wanted.length > MOST_TABLES) return refused('full');
  const last = tables.at(-1)?.number ?? 0;
  await insertTables(
    tx,
    workshop,
    wanted.map((table, at) => ({ ...table, number: last + 1 + at })),
  );
  told(tx, 'workshop.tables_added', workshop, { tables: wanted.length });
  return ok(wanted.length);
}

export async function changeTable(tx: TenantDb, workshop: Id<'workshop'>, table: Table): Promise<void> {
  await updateTable(tx, table);
  told(tx, 'workshop.table_changed', workshop, { table: table.number });
}

/** `used`: sheets are printed for it, or it has answered. */
export async function removeTable(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  table: Table,
): Promise<Outcome<null, 'used'>> {
  if (!(await deleteTable(tx, workshop, table.id))) return refused('used');
  told(tx, 'workshop.table_removed', workshop, { table: table.number });
  return ok(null);
}

/**
 * What somebody takes home. It carries no name, and waits until somebody who runs the workshop has said yes. `full`: so much
 * waits, or is written just now, that it cannot be the people of a hall.
 */
export async function sayInsight(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  words: string,
  tableId: Id<'workshop_table'> | null,
): Promise<Outcome<null, 'full'>> {
  if ((await waitingInsights(tx, workshop)) >= MOST_SAID) return refused('full');
  if (!(await withinRate(tx, `workshop insights ${workshop}`, SAID_AT_A_TIME))) return refused('full');
  await insertInsight(tx, { workshopId: workshop, tableId, words });
  told(tx, 'workshop.insight', workshop);
  return ok(null);
}

/** Up on the wall. False when there is none. */
export async function showInsight(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_insight'>,
): Promise<boolean> {
  if (!(await putUpInsight(tx, workshop, id))) return false;
  told(tx, 'workshop.insight_shown', workshop);
  return true;
}

/** All that wait, at once. */
export async function showInsights(tx: TenantDb, workshop: Id<'workshop'>): Promise<void> {
  if ((await putUpInsights(tx, workshop)) > 0) told(tx, 'workshop.insight_shown', workshop);
}

/** Off the wall. False when there is none. */
export async function takeDownInsight(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_insight'>,
): Promise<boolean> {
  if (!(await hideInsight(tx, workshop, id))) return false;
  told(tx, 'workshop.insight_hidden', workshop);
  return true;
}

/** All of them off the wall at once, where somebody fills it. */
export async function clearInsights(tx: TenantDb, workshop: Id<'workshop'>): Promise<void> {
  if ((await hideInsights(tx, workshop)) > 0) told(tx, 'workshop.insight_hidden', workshop);
}
