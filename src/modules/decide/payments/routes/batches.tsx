import { dayOf } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames } from '../../../housing/public.ts';
import { mayPay } from '../access.ts';
import { exportPayments, undoBatch } from '../commands/exporting.ts';
import { markBatchPaid } from '../commands/settling.ts';
import { exportForm, paidForm, wordsForm } from '../forms.ts';
import { type ExportRefusal, mayUndo } from '../rules/exporting.ts';
import { BATCHES_A_PAGE } from '../rules/lists.ts';
import { type Batch, batchById, batchesOf, countBatches } from '../store/batches.ts';
import { paymentsIn } from '../store/lists.ts';
import { paymentsOfBatch } from '../store/payments.ts';
import { settingsOf } from '../store/settings.ts';
import { batchText } from '../text/batches.ts';
import { paymentsText } from '../text/pages.ts';
import {
  batchCsvPlace,
  batchesPlace,
  batchFilePlace,
  batchPaidPlace,
  batchPlace,
  exportPlace,
  undoPlace,
} from '../urls.ts';
import { BatchesPage, BatchPage } from '../views/batches.tsx';
import { ExportPage } from '../views/export.tsx';
import { payer, payers, seen, trail } from './list.tsx';

type One = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

/** Files for the bank: made, kept, fetched again, taken back. */
export function batchRoutes(web: Web): void {
  web.get(exportPlace, payers, (visit) => exportPage(visit));
  web.post(exportPlace, payers, postExport);
  web.get(batchesPlace, payers, listPage);
  web.get(batchPlace, payers, async (visit) => batchPage(visit, await batchSeen(visit)));
  web.get(batchFilePlace, payers, (visit) => fileOf(visit, 'bankFileId'));
  web.get(batchCsvPlace, payers, (visit) => fileOf(visit, 'csvFileId'));
  web.post(undoPlace, payers, postUndo);
  web.post(batchPaidPlace, payers, postAllPaid);
}

async function exportPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const organisationId = payer(visit);
  const payments = await paymentsIn(tx, [organisationId], 'ready', 1);
  const settings = await settingsOf(tx, organisationId);
  return visit.page(
    { title: batchText(language).exportTitle, trail: trail(visit), wide: true, status: problems ? 422 : 200 },
    ExportPage({ language, payments, today: tx.today, settings, problems }),
  );
}

async function postExport(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const organisationId = payer(visit);
  const read = readForm(exportForm(language), form);
  if (!read.ok) return exportPage(visit, read.refusal);
  const made = await exportPayments(tx, organisationId, read.value.ids, read.value.when);
  if (made.ok) return visit.redirect(batchPlace({ id: made.value }), batchText(language).made);
  return exportPage(
    visit,
    problemIn(form, made.refusal.kind === 'too_early' ? 'day' : '', refusalText(visit, made.refusal)),
  );
}

function refusalText({ language }: Visit, refusal: ExportRefusal): string {
  const words = batchText(language).refusals;
  if (refusal.kind === 'not_ready' || refusal.kind === 'cannot_be_written') {
    return words[refusal.kind](refusal.numbers.join(', '));
  }
  return words[refusal.kind];
}

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const organisations = seen(visit);
  const format = wantedFile(query);
  if (format)
    return listFile(
      visit,
      format,
      batchesFile(language, (page) => batchesOf(tx, organisations, page)),
    );
  const page = pageNumber(query);
  const batches = await batchesOf(tx, organisations, page);
  return visit.page(
    { title: batchText(language).title, trail: trail(visit), wide: true },
    <>
      {BatchesPage({
        language,
        batches,
        names: await namesIn(visit, batches),
        page,
        total: await countBatches(tx, organisations),
      })}
      {batches.length > 0 && <FileLinks language={language} query={query} />}
    </>,
  );
}

function batchesFile(language: Visit['language'], page: ListFile<Batch>['page']): ListFile<Batch> {
  const words = batchText(language);
  return {
    title: words.title,
    columns: [
      [words.file, ({ number }) => number],
      [words.madeOn, ({ madeAt }) => ({ day: dayOf(madeAt) })],
      [words.state, ({ undone }) => (undone ? words.undone : words.going)],
      [words.payments, ({ payments }) => payments],
      [words.sum, ({ sum }) => ({ ore: sum })],
    ],
    page,
    size: BATCHES_A_PAGE,
  };
}

async function batchPage(visit: One, batch: Batch, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor } = visit;
  const payments = await paymentsOfBatch(tx, batch.id);
  const words = batchText(language);
  const steps = [...trail(visit), { href: batchesPlace({}), label: words.title }];
  return visit.page(
    { title: words.batch(batch.number), trail: steps, wide: true, status: problems ? 422 : 200 },
    BatchPage({
      language,
      batch,
      payments,
      names: await namesIn(visit, [batch]),
      pay: mayPay(actor, batch.organisationId).pay,
      mayUndo: mayUndo(batch.id, payments),
      today: tx.today,
      problems,
    }),
  );
}

async function postUndo(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const batch = await batchToPay(visit);
  const words = batchText(language);
  const read = readForm(wordsForm(language), form);
  if (!read.ok) return batchPage(visit, batch, read.refusal);
  const done = await undoBatch(tx, batch.id, read.value.words);
  if (!done.ok) return batchPage(visit, batch, problemIn(form, 'words', words.undoRefusals[done.refusal]));
  return visit.redirect(batchPlace({ id: batch.id }), words.undoneFlash);
}

async function postAllPaid(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const batch = await batchToPay(visit);
  const read = readForm(paidForm(language), form);
  if (!read.ok) return batchPage(visit, batch, read.refusal);
  const done = await markBatchPaid(tx, batch.id, read.value.on);
  if (!done.ok)
    return batchPage(visit, batch, problemIn(form, 'on', paymentsText(language).paidRefusals[done.refusal]));
  return visit.redirect(batchPlace({ id: batch.id }), batchText(language).allPaidFlash(done.value));
}

async function batchSeen({ tx, actor, params }: Pick<One, 'tx' | 'actor' | 'params'>): Promise<Batch> {
  const id = readId<'payment_batch'>(params.id);
  const batch = (id && (await batchById(tx, id))) ?? missing();
  return mayPay(actor, batch.organisationId).see ? batch : missing();
}

/** The file names accounts: it is for those who pay. */
async function batchToPay(visit: Pick<One, 'tx' | 'actor' | 'params'>): Promise<Batch> {
  const batch = await batchSeen(visit);
  return mayPay(visit.actor, batch.organisationId).pay ? batch : missing();
}

/** Not of a batch that was taken back: its payments go out in another file, and would be paid twice. */
async function fileOf(visit: One, which: 'bankFileId' | 'csvFileId'): Promise<Response> {
  const { undone, [which]: id } = await batchToPay(visit);
  const file = (!undone && id && (await readFile(visit.tx, id))) || missing();
  return visit.file({ bytes: file.bytes, type: file.type, name: file.name });
}

async function namesIn({ tx, language }: Pick<Visit, 'tx' | 'language'>, batches: readonly Batch[]) {
  const people = batches.flatMap(({ madeBy, undone }) => [madeBy, ...(undone ? [undone.by] : [])]);
  const refs = [...new Set(people)].map((id) => ({ kind: 'person' as const, id }));
  const names = await displayNames(tx, refs, language);
  return new Map([...names].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name]));
}
