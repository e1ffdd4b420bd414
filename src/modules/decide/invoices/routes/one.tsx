import { readId } from '../../../../kernel/id.ts';
import { type Ore, toOre, ZERO_ORE } from '../../../../kernel/money.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames, ownOrganisation } from '../../../housing/public.ts';
import { brandOf } from '../../../turns/public.ts';
import { caseHref, commitmentById, commitments, fundById, mayHandle } from '../../fund/public.ts';
import { assess, usFor } from '../commands/assess.ts';
import { acceptInvoice, type Payers, rejectInvoice, sendBack, undoOutcome } from '../commands/decide.ts';
import { answerCheck, chooseMatch, typeFacts } from '../commands/handle.ts';
import { suggestFor } from '../commands/matching.ts';
import { answerForm, factsForm, matchForm, payForm, returnForm, wordsForm } from '../forms.ts';
import { asPaper, returnLetter } from '../letters.ts';
import { mayBeTyped } from '../rules/invoice.ts';
import { acceptRefusal, amountsOf } from '../rules/outcome.ts';
import { historyOf, paidOn } from '../store/deciding.ts';
import { letterById } from '../store/letters.ts';
import { formText } from '../text/forms.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import * as places from '../urls.ts';
import { InvoiceView, type OneProps } from '../views/one.tsx';
import { TypingPage } from '../views/typing.tsx';
import { fileShown, handled, type One, type Reached, reached, reachOf } from './reach.ts';

/** One invoice, and what those who handle it do. */
export function oneRoutes(web: Web, payers: Payers): void {
  const on = (work: (visit: One, payers: Payers) => Promise<Response>) => (visit: One) => work(visit, payers);
  web.get(places.invoicePlace, signedIn, (visit) => onePage(visit));
  web.get(places.filePlace, signedIn, filePage);
  web.get(places.correctPlace, signedIn, (visit) => correctPage(visit));
  web.post(places.correctPlace, signedIn, postFacts);
  web.post(places.matchPlace, signedIn, postMatch);
  web.post(places.answerPlace, signedIn, postAnswer);
  web.post(places.acceptPlace, signedIn, on(postAccept));
  web.post(places.returnPlace, signedIn, postReturn);
  web.post(places.rejectPlace, signedIn, postReject);
  web.post(places.undoPlace, signedIn, on(postUndo));
  web.get(places.letterPlace, signedIn, letterPage);
}

async function onePage(visit: One, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const props = await propsOf(visit, await reached(visit));
  const words = oneText(language);
  const { facts } = props.invoice;
  const kind = facts?.outlay ? words.outlay : facts?.kind === 'creditNote' ? words.creditNote : words.invoice;
  return visit.page(
    {
      title: words.titleOf(kind, props.invoice.number),
      wide: true,
      trail: [{ href: places.invoicesPlace({}), label: pageText(language).title }],
      status: problems ? 422 : 200,
    },
    InvoiceView({ ...props, problems }),
  );
}

/** Everything the page shows: a fixed number of questions. */
async function propsOf(visit: One, { invoice, commitment, may }: Reached): Promise<OneProps> {
  const { tx, language, actor } = visit;
  const { facts } = invoice;
  const judged = facts && (await assess(tx, { ...invoice, facts }));
  const found =
    may.handle && facts && invoice.result === null ? await suggestFor(tx, facts, invoice.senderWords) : null;
  const reaches = await reachOf(visit);
  const history = await historyOf(tx, invoice.id);
  const acting = actor.kind === 'person' ? actor.personId : null;
  const us = await usFor(tx, commitment?.organisationId ?? null);
  const sendAt = tx.origin + places.sendPlace({}, { ref: commitment?.reference ?? null });
  const letter = returnLetter(facts, judged?.checks ?? [], {
    us,
    reference: commitment?.reference ?? null,
    sendAt,
    language: tx.tenant.language,
  });
  const people = [
    invoice.chosenBy,
    ...history.flatMap((one) => [one.by, one.undoneBy]),
    ...(judged?.answers ?? []).map(({ by }) => by),
  ].filter((id) => id !== null);
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  const fund = commitment && (await fundById(tx, commitment.fundId));
  return {
    language,
    invoice,
    file: await fileShown(visit, invoice),
    may,
    mayType: mayBeTyped(invoice),
    commitment,
    caseHref: commitment && fund && mayHandle(actor, fund) ? caseHref(commitment.applicationId) : null,
    judged: judged && {
      commitment: judged.commitment,
      checks: judged.checks,
      answers: judged.answers,
      full: acceptRefusal(judged.checks, judged.answers, acting, false),
      part: acceptRefusal(judged.checks, judged.answers, acting, true),
      pay: payOf(judged, facts),
    },
    suggestions: (found?.all ?? []).filter((one) => reaches(one.commitment)),
    history,
    paidOn: await paidOn(tx, invoice.claimId),
    letter: { to: facts?.supplier.email ?? invoice.senderEmail ?? '', ...letter },
    names: new Map([...names].map(([key, name]) => [key.slice('person:'.length), name] as const)),
  };
}

function payOf(
  { policy, commitment }: Awaited<ReturnType<typeof assess>>,
  facts: Parameters<typeof amountsOf>[0],
): Ore {
  const { pay } = amountsOf(facts, policy, commitment?.remaining ?? ZERO_ORE);
  return toOre(Math.abs(pay));
}

async function filePage(visit: One): Promise<Response> {
  const { invoice } = await reached(visit);
  const file = (invoice.fileId && (await readFile(visit.tx, invoice.fileId))) || missing();
  return visit.file(file);
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
      known: { version, facts, format, file: await fileShown(visit, invoice) },
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

async function postMatch(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(matchForm, form);
  const words = oneText(language);
  if (!read.ok) missing();
  const { application, reference, none } = read.value;
  const written = reference && !application ? await commitments(tx, { reference }) : [];
  const meant = application ? await commitmentById(tx, application) : (written[0] ?? null);
  const chosen = meant && (await reachOf(visit))(meant) ? meant.applicationId : null;
  if (!chosen && !none) return onePage(visit, problemIn(form, 'reference', words.unknownReference));
  const done = await chooseMatch(tx, invoice.id, chosen);
  if (!done.ok) return back(visit, words.refusals[done.refusal]);
  return back(visit, chosen ? words.matchedFlash : words.unmatchedFlash);
}

async function postAnswer(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return onePage(visit, read.refusal);
  const done = await answerCheck(tx, invoice.id, read.value);
  return back(visit, done.ok ? oneText(language).answeredFlash : oneText(language).refusals[done.refusal]);
}

async function postAccept(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(payForm(language), form);
  if (!read.ok) return onePage(visit, read.refusal);
  const done = await acceptInvoice(tx, payers, invoice.id, read.value);
  return back(visit, done.ok ? oneText(language).acceptedFlash : oneText(language).refusals[done.refusal]);
}

async function postReturn(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(returnForm(language), form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { to, subject, body } = read.value;
  const done = await sendBack(tx, invoice.id, { address: to, subject, body });
  const words = oneText(language);
  if (!done.ok) return back(visit, words.refusals[done.refusal]);
  return back(visit, to ? words.returnedFlash : words.printFlash);
}

async function postReject(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(wordsForm(language), form);
  if (!read.ok) return onePage(visit, read.refusal);
  const done = await rejectInvoice(tx, invoice.id, read.value.words);
  return back(visit, done.ok ? oneText(language).rejectedFlash : oneText(language).refusals[done.refusal]);
}

async function postUndo(visit: One, payers: Payers): Promise<Response> {
  const { tx, language, form } = visit;
  const { invoice } = await handled(visit);
  const read = readForm(wordsForm(language), form);
  if (!read.ok) return onePage(visit, read.refusal);
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
  const pdf = await renderPdf(paper, brandOf(tx.tenant, organisation, tx.origin));
  if (!pdf.ok) return back(visit, oneText(visit.language).noPaper);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${letter.subject}.pdf`, inline: true });
}

function back({ redirect, params }: One, flash: string): Response {
  return redirect(places.invoicePlace({ id: params.id }), flash);
}
