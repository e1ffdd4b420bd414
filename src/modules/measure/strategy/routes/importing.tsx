import { readTable } from '../../../../engines/table/read-table.ts';
import { fileIn, problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Visit, Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { takeIn } from '../commands/importing.ts';
import { takeInForm } from '../forms.ts';
import { carriedRows, carry, fileRows, MOST_ROWS, readRows } from '../rules/import.ts';
import { definitionOn } from '../rules/metric.ts';
import { activeMetrics } from '../store/metrics.ts';
import { evaluationText } from '../text/evaluation.ts';
import { importPlace, strategyPlace, takeInPlace } from '../urls.ts';
import { ImportPage, PreviewPage } from '../views/import.tsx';
import { trailTo } from './seen.ts';

const MEGABYTE = 1_000_000;

export function importRoutes(web: Web): void {
  web.get(importPlace, staff, (visit) => page(visit));
  web.post(importPlace, staff, preview, { maxBytes: 5 * MEGABYTE });
  web.post(takeInPlace, staff, take, { maxBytes: MEGABYTE });
}

async function page(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const typed = (await activeMetrics(tx)).filter(({ figure }) => figure === null);
  return visit.page(
    { title: evaluationText(language).importTitle, trail: trailTo(visit), status: problems ? 422 : 200 },
    ImportPage({ language, names: typed.map((metric) => definitionOn(metric, tx.today).name), problems }),
  );
}

async function preview(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const words = evaluationText(language);
  const refuse = (message: string) => page(visit, problemIn(form, 'file', message));
  const file = fileIn(form, 'file');
  if (!file) return refuse(words.importNeed);
  const table = await readTable(new Uint8Array(await file.arrayBuffer()));
  if (!table.ok) return refuse(table.refusal === 'empty' ? words.importEmpty : words.importUnreadable);
  const rows = fileRows(table.value.rows);
  if (rows.length === 0) return refuse(words.importEmpty);
  if (rows.length > MOST_ROWS) return refuse(words.importMost(MOST_ROWS));
  const read = readRows(rows, await activeMetrics(tx), tx.today);
  return visit.page(
    { title: words.importPreview, trail: trailTo(visit), wide: true },
    PreviewPage({ language, rows: read, carried: carry(read) }),
  );
}

async function take(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(takeInForm, form);
  const rows = read.ok ? carriedRows(read.value.rows) : null;
  const words = evaluationText(language);
  if (!rows) return page(visit, problemIn(form, 'file', words.importUnreadable));
  return visit.redirect(strategyPlace({}), words.importDone(await takeIn(tx, rows)));
}
