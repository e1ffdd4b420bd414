import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import type { SheetSpec } from '../../../../platform/documents/spec.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import { departments, ownOrganisation } from '../../../housing/public.ts';
import { mayWith } from '../access.ts';
import { applicationByCode } from '../commands/codes.ts';
import { applicationSheet, blankSheet } from '../letters/page.ts';
import type { Application, Page } from '../rules/application.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { applicationById } from '../store/applications.ts';
import { fundById, funds, policyOn } from '../store/funds.ts';
import { applyingText } from '../text/applying.ts';
import { blankPlace, followSheetPlace, fundsPlace, sheetPlace } from '../urls.ts';

/** The one page on paper: empty for a pen, or as it was written. */
export function paperRoutes(web: Web): void {
  web.get(blankPlace, anyone, blank, TYPESETTING);
  web.get(sheetPlace, signedIn, ofCase);
  web.get(followSheetPlace, anyone, ofFollowed, TYPESETTING);
}

async function blank(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const all = await funds(tx);
  const wanted = readId<'fund'>(query.get('pulje') ?? '');
  const fund = all.find((one) => one.id === wanted) ?? all[0] ?? missing();
  const names = (await departments(tx)).map((one) => one.name);
  return onPaper(visit, blankSheet(fund.name, names, language), applyingText(language).blankFile);
}

async function ofCase(visit: Visit<'/pulje/ansoegninger/:id/ark'>): Promise<Response> {
  const { tx, actor, params } = visit;
  const id = readId<'fund_application'>(params.id) ?? missing();
  const application = (await applicationById(tx, id)) ?? missing();
  const fund = (await fundById(tx, application.fundId)) ?? missing();
  const may = mayWith(actor, fund, await policyOn(tx, fund.id, tx.today), application, tx.today);
  if (!may.see) missing();
  return printedPage(visit, application, fund, { application, contact: may.seeContact });
}

async function ofFollowed(visit: Visit<'/pulje/min-ansoegning/:code/ark'>): Promise<Response> {
  const application = (await applicationByCode(visit.tx, visit.params.code)) ?? missing();
  const fund = (await fundById(visit.tx, application.fundId)) ?? missing();
  return printedPage(visit, application, fund, { application, contact: true });
}

/** The page as it is printed; a draft when it was not sent in. */
export async function printedPage(
  visit: Visit,
  page: Page,
  fund: Fund,
  kept: { readonly application: Application; readonly contact: boolean } | null = null,
): Promise<Response> {
  const { tx, language } = visit;
  const submission = kept?.application.submission ?? null;
  const channel = kept?.application.registeredBy ? kept.application.channel : null;
  const names = new Map((await departments(tx)).map((one) => [one.id as string, one.name]));
  const sheet = applicationSheet(page, {
    fund: fund.name,
    departments: names,
    contact: kept?.contact ?? true,
    sent: submission && {
      reference: referenceOf(fund, submission.number),
      on: submission.on,
      answerBy: submission.answerBy,
      channel: channel === 'paper' || channel === 'phone' ? channel : null,
    },
  });
  return onPaper(visit, sheet, applyingText(language).pageFile);
}

async function onPaper(visit: Visit, sheet: SheetSpec, name: string): Promise<Response> {
  const { tx, language } = visit;
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(sheet, brand);
  if (!pdf.ok) return visit.redirect(fundsPlace({}), applyingText(language).noPaper);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline: true });
}
