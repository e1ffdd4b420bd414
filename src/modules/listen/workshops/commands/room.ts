import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { askedAt, coveredBy, isHere, isSettled, type Lacking, whoIsMissing } from '../rules/gathering-in.ts';
import {
  type Answered,
  areBetween,
  cellsOf,
  lastWordLast,
  maySeeSums,
  openPart,
  type Result,
  resultOf,
} from '../rules/result.ts';
import type { SheetStanding, Table } from '../rules/sheets.ts';
import { openAnswers } from '../rules/steps.ts';
import { fieldsOf } from '../rules/template.ts';
import type { Workshop } from '../rules/workshop.ts';
import { answersOf, settlingsOf } from '../store/answers.ts';
import { lastCallOf } from '../store/doors.ts';
import { editionsOf, standingSheets } from '../store/sheets.ts';
import { tablesOf } from '../store/tables.ts';

/** A workshop as it stands: who sits where, what has come in, and what it amounts to. */
export interface Room {
  readonly tables: readonly Table[];
  readonly sheets: readonly SheetStanding[];
  /** What was asked, in the order of `lastWordLast`; as it stands now where nothing is frozen. */
  readonly templates: readonly SheetTemplate[];
  readonly answers: readonly Answered[];
  readonly result: Result;
  /** What others than staff may see of it. */
  readonly open: Result;
  /** Tables whose sheets have not come. */
  readonly missing: readonly Lacking[];
  /** Tables whose sheets are not settled. */
  readonly unsettled: readonly Lacking[];
  /** Voices that are not in it yet. */
  readonly waiting: number;
  /** May the sums be shown to others than staff? */
  readonly shown: boolean;
}

/** Four questions, whatever the size of the room, and two more where the numbers move in steps. */
export async function roomOf(tx: TenantDb, workshop: Workshop): Promise<Room> {
  const [tables, editions, sheets, answers] = await Promise.all([
    tablesOf(tx, workshop.id),
    editionsOf(tx, workshop.id),
    standingSheets(tx, workshop.id),
    answersOf(tx, workshop.id),
  ]);
  const frozen = editions.map(({ template }) => template);
  const templates = frozen.length > 0 ? lastWordLast(frozen) : [workshop.template];
  const asked = new Map(tables.map(({ id }) => [id, (askedAt(editions, sheets, id) ?? workshop).template]));
  const seated = tables.map((table) => ({ ...table, asks: asked.get(table.id)?.themes.length ?? 0 }));
  const standing = sheets.map((sheet) => {
    const edition = editions.find(({ id }) => id === sheet.editionId);
    const of = sheet.tableId && asked.get(sheet.tableId);
    return edition && of ? { ...sheet, covers: coveredBy(sheet, edition.template, of) } : sheet;
  });
  const result = resultOf(templates, tables, answers);
  const inSteps = areBetween(tables) && workshop.inSteps;
  const seen = inSteps ? resultOf(templates, tables, await seenByOthers(tx, workshop, tables, asked)) : result;
  const open = openPart(seen, tables);
  return {
    tables,
    sheets,
    templates,
    answers,
    result,
    open,
    missing: whoIsMissing(seated, standing, isHere),
    unsettled: whoIsMissing(seated, standing, isSettled),
    waiting: result.voices - open.voices,
    shown: maySeeSums(open, tables) && cellsOf(open).length > 0,
  };
}

/** The answers as the last step left them (rules/steps.ts). */
async function seenByOthers(
  tx: TenantDb,
  { id }: Workshop,
  tables: readonly Table[],
  asked: ReadonlyMap<string, SheetTemplate>,
): Promise<readonly Answered[]> {
  const [settlings, lastCall] = await Promise.all([settlingsOf(tx, id), lastCallOf(tx, id)]);
  const asks = new Map(
    [...new Set(asked.values())].map((one) => [one, new Set(fieldsOf(one).map((field) => field.id))]),
  );
  const asking = tables.map((table) => {
    const of = asked.get(table.id);
    return { ...table, asks: (of && asks.get(of)) ?? new Set<string>() };
  });
  return openAnswers(asking, settlings, lastCall);
}
