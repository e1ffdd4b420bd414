import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { problemIn } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { rateReached, withinRate } from '../../../../platform/web/rate.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { mayWith } from '../access.ts';
import { applicationByCode, applicationBySlip } from '../commands/codes.ts';
import { billToOf, type TellBilling } from '../commands/papers.ts';
import { leftFor, newSlip } from '../commands/slips.ts';
import { followCase } from '../commands/tracking.ts';
import { type Application, commitmentOf } from '../rules/application.ts';
import { referenceOf } from '../rules/reference.ts';
import { applicationById } from '../store/applications.ts';
import { revokeSlips } from '../store/codes.ts';
import { fundById, policyOn } from '../store/funds.ts';
import { applyingText } from '../text/applying.ts';
import { slipText } from '../text/slip.ts';
import {
  applicationPlace,
  closeSlipsPlace,
  followCloseSlipsPlace,
  followPlace,
  followPrintSlipPlace,
  printSlipPlace,
  slipEntryPlace,
  slipPlace,
} from '../urls.ts';
import { SlipEntryPage, SlipPage } from '../views/slip.tsx';
import type { FundNeighbours } from './case-page.tsx';

/** So many codes that open nothing in an hour, and codes in addresses must be typed instead, where tries are counted by device. */
const MISSES = { times: 100, minutes: 60 };
const MISSES_BUCKET = 'fund slip misses';

/** The slip at the till: printed by the applicant, read by the shop without an account. */
export function slipRoutes(web: Web, neighbours: FundNeighbours): void {
  const { billing } = neighbours;
  web.get(slipEntryPlace, anyone, (visit) => entryPage(visit, ''));
  web.post(slipEntryPlace, anyone, (visit) => typed(visit, neighbours), { rate: { times: 20, minutes: 10 } });
  web.get(slipPlace, anyone, (visit) => scanned(visit, neighbours));
  web.post(printSlipPlace, signedIn, async (visit) => printed(visit, await ownCase(visit), billing), {
    rate: { times: 30, minutes: 60 },
  });
  web.post(closeSlipsPlace, signedIn, async (visit) => {
    const application = await ownCase(visit);
    return closed(visit, application, applicationPlace({ id: application.id }));
  });
  web.post(followPrintSlipPlace, anyone, async (visit) => printed(visit, await followed(visit), billing), {
    rate: { times: 30, minutes: 60 },
  });
  web.post(followCloseSlipsPlace, anyone, async (visit) =>
    closed(visit, await followed(visit), followPlace({ code: visit.params.code })),
  );
}

async function scanned(visit: Visit<'/seddel/:code'>, neighbours: FundNeighbours): Promise<Response> {
  const { tx, params } = visit;
  if (await rateReached(tx, MISSES_BUCKET, MISSES)) return entryPage(visit, params.code);
  const application = await applicationBySlip(tx, params.code);
  if (application) return slipPage(visit, application, neighbours);
  await withinRate(tx, MISSES_BUCKET, MISSES);
  return entryPage(visit, params.code, unknown(visit));
}

async function typed(visit: Visit, neighbours: FundNeighbours): Promise<Response> {
  const code = String(visit.form.get('kode') ?? '');
  const application = await applicationBySlip(visit.tx, code);
  if (application) return slipPage(visit, application, neighbours);
  return entryPage(visit, code, problemIn(visit.form, 'kode', slipText(visit.language).unknown));
}

function unknown({ language, params }: Visit<'/seddel/:code'>): FormProblems {
  return { values: { kode: params.code }, messages: [{ field: 'kode', message: slipText(language).unknown }] };
}

function entryPage(visit: Visit, code: string, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const head = { title: slipText(language).enterTitle, unlisted: true, status: problems ? 422 : 200 } as const;
  return visit.page(head, SlipEntryPage({ language, code, problems }));
}

async function slipPage(visit: Visit, application: Application, neighbours: FundNeighbours): Promise<Response> {
  const { tx, language } = visit;
  const fund = await fundById(tx, application.fundId);
  if (!fund || !application.submission) return missing();
  const reference = referenceOf(fund, application.submission.number);
  return visit.page(
    { title: `${reference}: ${application.title}`, unlisted: true },
    SlipPage({
      language,
      title: application.title,
      billTo: await billToOf(tx, fund, reference, neighbours.billing),
      reference,
      left: leftFor(application),
      latest: commitmentOf(application)?.expiresOn ?? null,
      track: await followCase(tx, application),
      afterwards: (await neighbours.onSlip?.(visit, application)) ?? null,
    }),
  );
}

async function printed(visit: Visit, application: Application, billing: TellBilling): Promise<Response> {
  const { tx, language, form } = visit;
  const copies = form.get('antal') === '8' ? 8 : 1;
  const spec = (await newSlip(tx, application, { copies, billing })) ?? missing();
  const pdf = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!pdf.ok) return visit.redirect(slipEntryPlace({}), applyingText(language).noPaper);
  return visit.file({
    bytes: pdf.value,
    type: 'application/pdf',
    name: `${slipText(language).file}.pdf`,
    inline: true,
  });
}

async function closed(visit: Visit, application: Application, place: Path): Promise<Response> {
  const count = await revokeSlips(visit.tx, application.id);
  return visit.redirect(place, slipText(visit.language).closed(count));
}

/** A case of one's own, or one that staff attend to. */
async function ownCase(
  visit: Omit<Visit, 'params'> & { readonly params: { readonly id: string } },
): Promise<Application> {
  const { tx, actor, params } = visit;
  const application = (await applicationById(tx, readId<'fund_application'>(params.id) ?? missing())) ?? missing();
  const fund = (await fundById(tx, application.fundId)) ?? missing();
  const may = mayWith(actor, fund, await policyOn(tx, fund.id, tx.today), application, tx.today);
  return may.withdraw ? application : missing();
}

async function followed(
  visit: Omit<Visit, 'params'> & { readonly params: { readonly code: string } },
): Promise<Application> {
  return (await applicationByCode(visit.tx, visit.params.code)) ?? missing();
}
