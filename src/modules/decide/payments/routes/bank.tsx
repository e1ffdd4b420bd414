import { readId } from '../../../../kernel/id.ts';
import { fileIn, problemIn } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { applyBankFile, bankAnswers, keepBankFile } from '../commands/bank.ts';
import { batchText } from '../text/batches.ts';
import { paymentsPlace, statementApplyPlace, statementFoundPlace, statementPlace } from '../urls.ts';
import { BankFindings, BankPage } from '../views/bank.tsx';
import { payer, payers, trail } from './list.tsx';

const MOST_BYTES = 10 * 1024 * 1024;

/** The bank's answer: put in, looked at, and saved. */
export function bankRoutes(web: Web): void {
  web.get(statementPlace, payers, (visit) => askPage(visit));
  web.post(statementPlace, payers, postFile, { maxBytes: MOST_BYTES + 4096 });
  web.get(statementFoundPlace, payers, foundPage);
  web.post(statementApplyPlace, payers, postApply);
}

async function askPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  payer(visit);
  const { language } = visit;
  return visit.page(
    { title: batchText(language).statementTitle, trail: trail(visit), status: problems ? 422 : 200 },
    BankPage({ language, problems }),
  );
}

async function postFile(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  payer(visit);
  const words = batchText(language);
  const file = fileIn(form, 'file');
  if (!file) return askPage(visit, problemIn(form, 'file', words.fileMissing));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepBankFile(tx, { bytes, name: file.name });
  if (kept.ok) return visit.redirect(statementFoundPlace({ id: kept.value }));
  const why = kept.refusal === 'nothing' ? words.fileEmpty : words.fileUnreadable;
  return askPage(visit, problemIn(form, 'file', why));
}

type Found = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

async function foundPage(visit: Found): Promise<Response> {
  const { tx, language, params } = visit;
  payer(visit);
  const id = readId<'file'>(params.id) ?? missing();
  const found = await bankAnswers(tx, id);
  if (!found.ok) return missing();
  return visit.page(
    { title: batchText(language).statementTitle, trail: trail(visit), wide: true },
    BankFindings({ language, fileId: id, matched: found.value.matched }),
  );
}

async function postApply(visit: Found): Promise<Response> {
  const { tx, language, params } = visit;
  payer(visit);
  const done = await applyBankFile(tx, readId<'file'>(params.id) ?? missing());
  if (!done.ok) return missing();
  return visit.redirect(paymentsPlace({}), batchText(language).applied(done.value));
}
