import { readTable, type TableProblem, type TableRow } from '../../../engines/table/read-table.ts';
import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import { ownOrganisation } from '../../housing/public.ts';
import {
  type Columns,
  type FileWords,
  guessColumns,
  homeOf,
  type ImportRow,
  missingColumns,
  type RowProblem,
  readRow,
} from '../rules.ts';
import { applyDepartments, applyRows, compareStage, finishRows, inBulk } from '../store/apply.ts';
import {
  anotherRunning,
  clearStage,
  contentOf,
  type FileColumn,
  type Import,
  importById,
  insertImport,
  lockImport,
  markConfirmed,
  saveColumns,
  saveCounts,
  saveProgress,
  stageProblems,
  stageRows,
} from '../store/staging.ts';

/** Takes a file in, guesses its columns and, when they are enough, shows what would happen. Nothing changes yet. */
export async function uploadTenancies(
  tx: TenantDb,
  file: { readonly name: string; readonly bytes: Uint8Array },
  words: FileWords,
): Promise<Outcome<Id<'tenancy_import'>, TableProblem>> {
  const read = await readTable(file.bytes);
  if (!read.ok) return read;
  const { heading, columns } = guessColumns(read.value.rows, words.headings);
  const organisationId = (await ownOrganisation(tx)).id;
  const { name, bytes: content } = file;
  const id = await insertImport(tx, { organisationId, name, content, uploadedBy: personIdOf(tx.actor) });
  await saveColumns(tx, id, columns, fileColumns(read.value.rows, heading));
  await stage(tx, id, read.value.rows.slice(heading + 1), columns);
  return ok(id);
}

/** The person says which column is which. Refused when what a row needs is still missing, or the file is used up. */
export async function chooseColumns(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  columns: Columns,
  words: FileWords,
): Promise<Outcome<null, 'missing' | 'used_up'>> {
  const content = await contentOf(tx, id);
  const read = content ? await readTable(content) : null;
  if (!read?.ok) return refused('used_up');
  const { heading } = guessColumns(read.value.rows, words.headings);
  await saveColumns(tx, id, columns, fileColumns(read.value.rows, heading));
  await stage(tx, id, read.value.rows.slice(heading + 1), columns);
  return missingColumns(columns).length > 0 ? refused('missing') : ok(null);
}

function fileColumns(rows: readonly TableRow[], heading: number): FileColumn[] {
  const examples = rows[heading + 1]?.cells ?? [];
  return (rows[heading]?.cells ?? []).map((name, at) => ({
    heading: name,
    example: (examples[at] ?? '').slice(0, 30),
  }));
}

async function stage(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  rows: readonly TableRow[],
  columns: Columns,
): Promise<void> {
  await clearStage(tx, id);
  if (missingColumns(columns).length > 0)
    return saveCounts(tx, id, { rowsTotal: 0, created: 0, changed: 0, unchanged: 0, absent: 0, refused: rows.length });
  const { good, problems, refusedRows } = readRows(rows, columns);
  await stageRows(tx, id, good);
  await stageProblems(tx, id, problems);
  const staged = (await importById(tx, id)) as Import;
  const fates = await inBulk(tx, () => compareStage(tx, staged));
  await saveCounts(tx, id, { rowsTotal: good.length, refused: refusedRows, ...fates });
}

/** Rows and reasons. Of doubles the first comes in: two rows for one home would count its votes twice. */
function readRows(rows: readonly TableRow[], columns: Columns) {
  const good: (ImportRow & { row: number })[] = [];
  const problems: (RowProblem & { row: number; departmentNumber: string; number: string })[] = [];
  const numbers = new Map<string, number>();
  const addresses = new Map<string, number>();
  let refusedRows = 0;
  for (const { number: row, cells } of rows) {
    const read = readRow(cells, columns);
    const double = read.ok ? doubleOf(read.value, numbers, addresses) : null;
    if (read.ok && !double) {
      numbers.set(`${read.value.departmentNumber} ${read.value.number}`, row);
      addresses.set(read.value.addressKey, row);
      good.push({ ...read.value, row });
      continue;
    }
    refusedRows += 1;
    const reasons = read.ok ? [double as RowProblem] : read.refusal;
    problems.push(...reasons.map((reason) => ({ ...reason, row, ...homeOf(cells, columns) })));
  }
  return { good, problems, refusedRows };
}

function doubleOf(
  home: ImportRow,
  numbers: ReadonlyMap<string, number>,
  addresses: ReadonlyMap<string, number>,
): RowProblem | null {
  const sameNumber = numbers.get(`${home.departmentNumber} ${home.number}`);
  if (sameNumber !== undefined) return { field: 'number', value: String(sameNumber), problem: 'same_number' };
  const sameAddress = addresses.get(home.addressKey);
  return sameAddress === undefined ? null : { field: 'address', value: String(sameAddress), problem: 'same_address' };
}

export type ConfirmRefusal = 'nothing' | 'done' | 'another';

/** Yes, bring it in. What would happen is worked out once more, since the list may have changed meanwhile. */
export async function confirmImport(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  words: FileWords,
): Promise<Outcome<Import, ConfirmRefusal>> {
  const found = await lockImport(tx, id);
  if (!found || found.confirmedAt) return refused('done');
  if (found.rowsTotal === 0) return refused('nothing');
  if (await anotherRunning(tx, id)) return refused('another');
  const fates = await inBulk(tx, () => compareStage(tx, found));
  await saveCounts(tx, id, { rowsTotal: found.rowsTotal, refused: found.refused, ...fates });
  await inBulk(tx, () => applyDepartments(tx, found, words));
  await markConfirmed(tx, id);
  record(tx, {
    kind: 'tenancy_import.confirmed',
    subject: { kind: 'tenancy_import', id },
    facts: { rows: found.rowsTotal },
  });
  return ok({ ...found, ...fates });
}

/** Rows of one step: small enough that the person sees it move, large enough to be quick. */
const STEP = 10_000;

/** Asks for the next step, in a transaction of its own. */
export function importLater(tx: TenantDb, id: Id<'tenancy_import'>, after: number): Promise<void> {
  return enqueue(tx, { name: 'tenancy_import.rows' }, { import: id, after });
}

/** The next step; answers where it came to, or null when everything is in. */
export async function importNextRows(tx: TenantDb, id: Id<'tenancy_import'>, after: number): Promise<number | null> {
  const found = await lockImport(tx, id);
  if (!found?.confirmedAt || found.finishedAt) return null;
  const step = await inBulk(tx, () => applyRows(tx, found, after, STEP));
  if (step) {
    const done = found.rowsDone + step.rows;
    await saveProgress(tx, id, done);
    // A page that follows along hears of it; the last step is told as the end.
    if (done < found.rowsTotal) {
      const facts = { done, rows: found.rowsTotal };
      record(tx, { kind: 'tenancy_import.advanced', subject: { kind: 'tenancy_import', id }, facts });
    }
    return step.last;
  }
  await inBulk(tx, () => finishRows(tx, found));
  const done = (await importById(tx, id)) as Import;
  const { created, changed, absent } = done;
  record(tx, {
    kind: 'tenancy_import.finished',
    subject: { kind: 'tenancy_import', id },
    facts: { created, changed, absent },
  });
  return null;
}
