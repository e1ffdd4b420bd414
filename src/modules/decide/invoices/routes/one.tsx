import { readId } from '../../../../kernel/id.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { brandOf } from '../../../turns/public.ts';
import { commitmentById, commitments } from '../../fund/public.ts';
import { acceptInvoice, type Payers, rejectInvoice, sendBack, undoOutcome } from '../commands/decide.ts';
import { answerCheck, chooseMatch, partPicture, typeFacts } from '../commands/handle.ts';
import { answerForm, factsForm, matchForm, payForm, returnForm, wordsForm } from '../forms.ts';
import { asPaper } from '../letters.ts';
import { mayBeTyped } from '../rules/invoice.ts';
import { historyOf } from '../store/deciding.ts';
import { letterById } from '../store/letters.ts';
import { formText } from '../text/forms.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import * as places from '../urls.ts';
import { TypingPage } from '../views/typing.tsx';
import { onePage } from './invoice-page.tsx';
import { filesShown, handled, type One, reached, reachOf } from './reach.ts';

/** One invoice, and what those who handle it do. */
export function oneRoutes(web: Web, payers: Payers): void {
  const on = (work: (visit: One, payers: Payers) => Promise<Response>) => (visit: One) => work(visit, payers);
  web.get(places.invoicePlace, signedIn, on(onePage));
  web.get(places.filePlace, signedIn, fileOf('fileId'));
  web.get(places.picturePlace, signedIn, fileOf('pictureId'));
  web.post(places.partPlace, signedIn, postPart);
  web.get(places.correctPlace, signedIn, (visit) => correctPage(visit));
  web.post(places.correctPlace, signedIn, postFacts);
  web.post(places.matchPlace, signedIn, on(postMatch));
  web.post(places.answerPlace, signedIn, on(postAnswer));
  web.post(places.acceptPlace, signedIn, on(postAccept));
  web.post(places.returnPlace, signedIn, on(postReturn));
  web.post(places.rejectPlace, signedIn, on(postReject));
  web.post(places.undoPlace, signedIn, on(postUndo));
  web.get(places.letterPlace, signedIn, letterPage);
}

/** What came: its file, or the picture beside it. */
function fileOf(which: 'fileId' | 'pictureId') {
  return async (visit: One): Promise<Response> => {
    const { [which]: id } = (await reached(visit)).invoice;
    return visit.file((id && (await readFile(visit.tx, id))) || missing());
  };
}

async function postPart(visit: One): Promise<Response> {
  const { tx, language, params } = visit;
  const { invoice } = await handled(visit);
  const parted = await partPicture(tx, invoice.id);
  const words = oneText(language);
  return parted.ok
    ? visit.redirect(places.invoicePlace({ id: parted.value }), words.partedFlash)
    : visit.redirect(places.invoicePlace(params), words.refusals[parted.refusal]);
}

async function correctPage(visit: One, problems?: FormProblems): Promise<Response> {
  const { language, params } = visit;
  const { invoice } = await handled(visit);
  if (!mayBeTyped(invoice)) missing();
  const { version, facts, format } = invoice;
  return visit.page(
    {
      title: formText(language).correctTitle,
      wide: true,
      trail: [
        { href: places.invoicesPlace({}), label: pageText(language).title },
        { href: places.invoicePlace(params), label: oneText(language).invoice },
      ],
      status: problems ? 422 : 200,
    },
    TypingPage({
      language,
      action: places.correctPlace(params),
      known: { version, facts, format, ...(await filesShown(visit, invoice)) },
      problems,
    }),
  );
}

async function postFacts(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(factsForm(language), form);
  if (!read.ok) return correctPage(visit, read.refusal);
  const typed = await typeFacts(tx, invoice.id, read.value.version, read.value.facts);
  if (!typed.ok && typed.refusal === 'changed') {
    return correctPage(visit, problemIn(form, 'supplierName', oneText(language).refusals.changed));
  }
  return back(visit, typed.ok ? formText(language).savedFlash : oneText(language).refusals[typed.refusal]);
}

async function postMatch(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(matchForm, form);
  const words = oneText(language);
  if (!read.ok) missing();
  const { application, reference, none } = read.value;
  const written = reference && !application ? await commitments(tx, { reference }) : [];
  const meant = application ? await commitmentById(tx, application) : (written[0] ?? null);
  const chosen = meant && (await reachOf(visit))(meant) ? meant.applicationId : null;
  if (!chosen && !none) return onePage(visit, payers, problemIn(form, 'reference', words.unknownReference));
  const done = await chooseMatch(tx, invoice.id, chosen);
  if (!done.ok) return back(visit, words.refusals[done.refusal]);
  return back(visit, chosen ? words.matchedFlash : words.unmatchedFlash);
}

async function postAnswer(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return onePage(visit, payers, read.refusal);
  const done = await answerCheck(tx, invoice.id, read.value);
  return back(visit, done.ok ? oneText(language).answeredFlash : oneText(language).refusals[done.refusal]);
}

async function postAccept(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(payForm(language), form);
  if (!read.ok) return onePage(visit, payers, read.refusal);
  const done = await acceptInvoice(tx, payers, invoice.id, read.value);
  return back(visit, done.ok ? oneText(language).acceptedFlash : oneText(language).refusals[done.refusal]);
}

async function postReturn(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(returnForm(language), form);
  if (!read.ok) return onePage(visit, payers, read.refusal);
  const { to, subject, body } = read.value;
  const done = await sendBack(tx, invoice.id, { address: to, subject, body });
  const words = oneText(language);
  if (!done.ok) return back(visit, words.refusals[done.refusal]);
  return back(visit, to ? words.returnedFlash : words.printFlash);
}

async function postReject(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(wordsForm(language), form);
  if (!read.ok) return onePage(visit, payers, read.refusal);
  const done = await rejectInvoice(tx, invoice.id, read.value.words);
  return back(visit, done.ok ? oneText(language).rejectedFlash : oneText(language).refusals[done.refusal]);
}

async function postUndo(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(wordsForm(language), form);
  if (!read.ok) return onePage(visit, payers, read.refusal);
  const done = await undoOutcome(tx, payers, invoice.id, read.value.words);
  return back(visit, done.ok ? oneText(language).undoneFlash : oneText(language).refusals[done.refusal]);
}

/** The letter on paper, for a supplier without a mail address. */
async function letterPage(visit: Omit<One, 'params'> & { readonly params: { id: string; letter: string } }) {
  const { tx, params } = visit;
  const { invoice } = await handled(visit);
  const sent = (await historyOf(tx, invoice.id)).some((one) => one.letterId === params.letter);
  const letter = sent ? await letterById(tx, readId<'invoice_letter'>(params.letter) ?? missing()) : null;
  if (!letter) missing();
  const organisation = await ownOrganisation(tx);
  const paper = asPaper(letter, {
    language: tx.tenant.language,
    day: tx.today,
    supplier: invoice.supplierName,
    sender: organisation.name,
  });
  const pdf = await renderPdf(paper, await brandOf(tx, organisation));
  if (!pdf.ok) return back(visit, oneText(visit.language).noPaper);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${letter.subject}.pdf`, inline: true });
}

function back({ redirect, params }: One, flash: string): Response {
  return redirect(places.invoicePlace({ id: params.id }), flash);
}
