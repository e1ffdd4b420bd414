import { dayOf } from '../../../kernel/day.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../platform/documents/print-html.tsx';
import type { LettersSpec, PosterSpec } from '../../../platform/documents/spec.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { fundById, fundPlace, type PolicyRefusal } from '../../decide/fund/public.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { openFirstFund } from '../commands/fund.ts';
import {
  countLetters,
  invitedTo,
  lettersOfFile,
  posterOf,
  tellPrinted,
  writeInvitation,
} from '../commands/invitation.ts';
import { fundForm, invitationForm } from '../forms.ts';
import { usualWording } from '../letters.ts';
import { proposalFrom } from '../rules/proposal.ts';
import { standingInvitation } from '../store/invitations.ts';
import { setupForms } from '../text/forms.ts';
import { papersText } from '../text/papers.ts';
import { invitationPaperPlace, printedPlace, stepHref } from '../urls.ts';
import { FundStepPage, InvitationPage } from '../views/fund.tsx';
import { goOn, stepView } from './parts.ts';

const secretariat = anyOf('secretariat');

export function fundStepRoutes(web: Web): void {
  web.get(invitationPaperPlace, secretariat, paper);
  web.post(printedPlace, secretariat, async (visit) => {
    if (!(await standingInvitation(visit.tx))) missing();
    await tellPrinted(visit.tx);
    return goOn(visit, 'invitation', setupForms(visit.language).invitation.thanks);
  });
}

export async function fundPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx } = visit;
  const view = await stepView(visit, 'fund', problems);
  const { fundId, closesOn } = view.progress.standing;
  const fund = fundId && (await fundById(tx, fundId));
  const there = fund ? { name: fund.name, href: fundPlace({ fund: fund.id }), closesOn } : null;
  return visit.page(view.head, FundStepPage({ ...view.props, proposal: proposalFrom(tx.today), there }));
}

export async function postFund(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const read = readForm(fundForm(language), form);
  if (!read.ok) return fundPage(visit, read.refusal);
  const opened = await openFirstFund(tx, read.value);
  if (!opened.ok) return fundPage(visit, refusalProblem(visit, opened.refusal));
  return goOn(visit, 'fund', setupForms(language).fund.opened(read.value.name));
}

const FIELDS: Readonly<Record<PolicyRefusal['kind'], string>> = {
  ends_before_start: 'endsOn',
  period_overlaps: 'startsOn',
  rounds_lack: 'closesOn',
  round_unordered: 'closesOn',
  max_over_total: 'projectMax',
  below_promised: 'total',
  prefix_taken: 'name',
};

function refusalProblem({ form, language }: Pick<Visit, 'form' | 'language'>, { kind }: PolicyRefusal): FormProblems {
  return problemIn(form, FIELDS[kind], setupForms(language).problems.fund[kind]);
}

export async function invitationPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor } = visit;
  const words = setupForms(language).invitation;
  const view = await stepView(visit, 'invitation', problems);
  const [about, saved] = [await invitedTo(tx), await standingInvitation(tx)];
  const letters = saved && (await countLetters(tx));
  const signer = actor.kind === 'person' ? actor.name : '';
  const why = about ? (view.progress.standing.homes === 0 ? words.noHomes : null) : words.noFund;
  return visit.page(
    view.head,
    InvitationPage({
      ...view.props,
      why,
      wording: about && (saved ?? { ...usualWording(about), signer }),
      paper: letters && { ...letters, printedOn: saved?.printedAt ? dayOf(saved.printedAt) : null },
    }),
  );
}

export async function postInvitation(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const words = setupForms(language).invitation;
  const read = readForm(invitationForm(language), form);
  if (!read.ok) return invitationPage(visit, read.refusal);
  const written = await writeInvitation(tx, read.value);
  if (!written.ok) return invitationPage(visit, problemIn(form, 'subject', words.noFund));
  return visit.redirect(stepHref('invitation'), words.saved);
}

/** The letters of one file, or the poster, as a PDF to look at; where nothing can typeset, as a page to print. */
async function paper(visit: Visit<'/kom-godt-i-gang/invitation/:paper'>): Promise<Response> {
  const { tx, language, params } = visit;
  const names = papersText(language);
  const file = new RegExp(`^${names.paperFile}-(\\d{1,4})\\.pdf$`).exec(params.paper);
  const spec: LettersSpec | PosterSpec | null = file
    ? ((await lettersOfFile(tx, Number(file[1])))?.letters ?? null)
    : params.paper === `${names.posterFile}.pdf`
      ? await posterOf(tx)
      : null;
  if (!spec) missing();
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(spec, brand);
  if (pdf.ok) return visit.file({ bytes: pdf.value, type: 'application/pdf', name: params.paper, inline: true });
  // A poster is a drawing: it is only had where something can typeset.
  if (spec.kind !== 'letters') missing();
  const bytes = renderPrintHtml(spec, brand);
  return visit.file({ bytes, type: 'text/html; charset=utf-8', name: params.paper.replace(/pdf$/, 'html') });
}
