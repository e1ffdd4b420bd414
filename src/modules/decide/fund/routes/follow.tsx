import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departments } from '../../../housing/public.ts';
import { keepLink, type SubmitRefusal, saveDraft } from '../commands/applying.ts';
import { applicationByCode, invitationByCode } from '../commands/codes.ts';
import { declineToJoin } from '../commands/joining.ts';
import { pageForm } from '../forms/page.ts';
import { type Application, CO_APPLICANTS } from '../rules/application.ts';
import { missingIn } from '../rules/findings.ts';
import { statusOf } from '../rules/status.ts';
import { fundById, policyOn } from '../store/funds.ts';
import { applyingText } from '../text/applying.ts';
import { fundText } from '../text/pages.ts';
import { declinePlace, followMeterPlace, followPlace, fundsPlace } from '../urls.ts';
import { ApplicationForm } from '../views/application-form.tsx';
import { CaseView } from '../views/case.tsx';
import { type Again, meter, moreLines, typedPage, whatIsSaid } from './applying.tsx';
import type { FundNeighbours } from './case-page.tsx';
import { caseProps } from './case-props.ts';
import { printedPage } from './paper.ts';
import { sendOrKeep } from './sending.ts';
import { linesFor, refusalMessages, typedAgain, typedSoFar, valuesOf } from './typed-page.ts';

/** A draft taken up again, and a sent application followed, by whoever holds its link. */
export function followRoutes(web: Web, neighbours: FundNeighbours): void {
  web.get(followPlace, anyone, (visit) => followPage({ ...visit, neighbours }));
  web.post(followPlace, anyone, (visit) => postDraft({ ...visit, neighbours }), { rate: { times: 120, minutes: 60 } });
  web.post(followMeterPlace, anyone, postMeter, { rate: { times: 1200, minutes: 60 } });
  web.post(declinePlace, anyone, postDecline, { rate: { times: 20, minutes: 60 } });
}

type Following = Omit<Visit, 'params'> & {
  readonly params: { readonly code: string };
  readonly neighbours?: FundNeighbours;
};

async function followPage(visit: Following, again?: Again): Promise<Response> {
  const { tx, params } = visit;
  const application = (await applicationByCode(tx, params.code)) ?? missing();
  if (statusOf(application, tx.today) === 'draft') return draftPage(visit, application, again);
  return followedCase(visit, application);
}

/** A sent case as the holder of its link sees it; with what they typed, when that could not be read. */
export async function followedCase(
  visit: Following,
  application: Application,
  problems?: FormProblems,
): Promise<Response> {
  const { tx, language, params } = visit;
  const title = application.title || fundText(language).applyTitle;
  return visit.page(
    { title, trail: trail(visit), unlisted: true, status: problems ? 422 : 200 },
    CaseView({
      ...(await caseProps(visit, application, params.code)),
      neighbours: (await visit.neighbours?.onFollowed?.(visit, application, params.code)) ?? null,
      ownAddress: tx.origin + followPlace({ code: params.code }),
      problems,
      refusedAt: visit.path,
    }),
  );
}

/** The draft; with what was typed, and what the rules say to that, when it could not be kept. */
async function draftPage(visit: Following, application: Application, again?: Again): Promise<Response> {
  const { tx, language, params, query } = visit;
  const words = fundText(language);
  const { code } = params;
  const page = again ? { ...application, ...(await typedPage(visit, again.typed)) } : application;
  const said = await whatIsSaid(visit, await policyOn(tx, application.fundId, tx.today), page);
  const refused = query.has('send') ? refusalMessages(refusalOf(application, said.findings), language) : [];
  const invitation = await invitationByCode(tx, code);
  const kept = refused.length > 0 ? { values: valuesOf(application), messages: refused } : undefined;
  return visit.page(
    { title: words.applyTitle, trail: trail(visit), unlisted: true, status: again ? 422 : 200 },
    ApplicationForm({
      language,
      action: followPlace({ code }),
      ask: followMeterPlace({ code }),
      page: application,
      version: application.version,
      lines: linesFor(page, again ? moreLines(again.typed) : Math.trunc(Number(query.get('linjer'))) || 0),
      coApplicants: CO_APPLICANTS,
      departments: await departments(tx),
      funds: [],
      ...said,
      asked: query.has('regler'),
      byStaff: false,
      intro: invitation
        ? applyingText(language).invited(application.applicantName)
        : again
          ? words.applyIntro
          : words.draftKept,
      declinePlace: invitation && declinePlace({ code }),
      problems: again?.problems ?? kept,
    }),
  );
}

function refusalOf(
  application: Application,
  findings: Awaited<ReturnType<typeof whatIsSaid>>['findings'],
): SubmitRefusal {
  const missing = missingIn(application);
  if (missing.length > 0) return { kind: 'incomplete', missing };
  return { kind: 'no_room', findings: findings.filter((finding) => !finding.room) };
}

async function postDraft(visit: Following): Promise<Response> {
  const { tx, language, params } = visit;
  const application = (await applicationByCode(tx, params.code)) ?? missing();
  const typed = typedSoFar(visit.form, language);
  if (typed.wish === 'page') {
    const fund = (await fundById(tx, application.fundId)) ?? missing();
    return printedPage(visit, { ...application, ...(await typedPage(visit, typed)) }, fund);
  }
  const read = readForm(pageForm(language), visit.form);
  if (!read.ok) return followPage(visit, { typed, problems: read.refusal });
  const { receivedOn, applicantId, initiativeId } = application;
  const page = {
    ...application,
    ...(await typedPage(visit, read.value)),
    ...{ receivedOn, applicantId, initiativeId, language: application.language },
  };
  const saved = await saveDraft(tx, application.id, read.value.version, page);
  if (!saved.ok && saved.refusal.kind === 'changed') {
    const messages = [{ field: '', message: fundText(language).changedMeanwhile }];
    return followPage(visit, { typed, problems: { ...typedAgain(visit.form), messages } });
  }
  const place = followPlace({ code: params.code });
  if (!saved.ok) return visit.redirect(place, fundText(language).refusals.closed);
  if (page.applicantEmail !== application.applicantEmail) await keepLink(tx, page, params.code);
  const { wish } = read.value;
  if (wish === 'look') return visit.redirect(`${place}?regler=1` as typeof place);
  if (wish === 'more') return visit.redirect(`${place}?linjer=${moreLines(read.value)}#what1` as typeof place);
  return sendOrKeep(visit, { id: application.id, code: params.code, send: wish === 'send' });
}

async function postMeter(visit: Following): Promise<Response> {
  const application = (await applicationByCode(visit.tx, visit.params.code)) ?? missing();
  return meter(visit, application);
}

async function postDecline(visit: Following): Promise<Response> {
  if (!(await declineToJoin(visit.tx, visit.params.code))) missing();
  return visit.redirect(fundsPlace({}), applyingText(visit.language).declined);
}

function trail(visit: Pick<Visit, 'language'>) {
  return [{ href: fundsPlace({}), label: fundText(visit.language).fund }];
}
