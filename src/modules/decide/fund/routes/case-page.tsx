import type { Html } from '#jsx/jsx-runtime';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type May, mayWith } from '../access.ts';
import type { Application } from '../rules/application.ts';
import type { Billing } from '../rules/billing.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { applicationById } from '../store/applications.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace, applicationsPlace, fundPlace } from '../urls.ts';
import { CaseView } from '../views/case.tsx';
import { caseProps, placeOf } from './case-props.ts';

/** Title, purpose, and the example's budget for so many: each line an amount and what it is for. */
interface CarriedFromCard {
  readonly title: string;
  readonly purpose: string;
  readonly participants: number;
  readonly lines: readonly { readonly what: string; readonly amount: Ore }[];
}

/** What other modules show on a case; given by the contents page, since the fund knows none of them. */
export interface FundNeighbours {
  /** A section of the case page for its signed-in reader, who may see the case: invoices, payments, feedback. Null: nothing. */
  onCase?(
    visit: Pick<Visit, 'tx' | 'language' | 'actor'>,
    application: Pick<Application, 'id' | 'initiativeId'> & { readonly fund: Fund },
  ): Promise<Html | null>;
  /** Under the fund's own page: what came of its money. */
  onFund?(visit: Pick<Visit, 'tx' | 'language' | 'actor'>): Promise<Html>;
  /** For who follows a sent case by its own link, `code`: what they can do there. Null: nothing. */
  onFollowed?(
    visit: Pick<Visit, 'tx' | 'language'>,
    application: Pick<Application, 'id'>,
    code: string,
  ): Promise<Html | null>;
  /** On the slip's page, which the shop reads too. Null: nothing. */
  onSlip?(visit: Pick<Visit, 'tx' | 'language' | 'actor'>, application: Pick<Application, 'id'>): Promise<Html | null>;
  /** What an application says already when it comes from a card of the catalogue. Null: there is no such card. */
  fromCard?(visit: Pick<Visit, 'tx' | 'language'>, id: Id<'catalogue_card'>): Promise<CarriedFromCard | null>;
  /** The budget that an initiative began with. Null: it began with none. */
  fromInitiative?(
    visit: Pick<Visit, 'tx'>,
    id: Id<'initiative'>,
  ): Promise<Pick<CarriedFromCard, 'participants' | 'lines'> | null>;
  /** How suppliers' invoices reach the house. */
  billing?(tx: TenantDb): Promise<Billing>;
}

/** Any place that is about one case. */
export type One = Omit<Visit, 'params'> & {
  readonly params: { readonly id: string; readonly question?: string };
  readonly neighbours: FundNeighbours;
};

export async function onePage(visit: One, problems?: FormProblems): Promise<Response> {
  const { application, fund, policy } = await reached(visit);
  const [props, sections] = await Promise.all([
    caseProps(visit, application, null, { fund, policy }),
    visit.neighbours.onCase?.(visit, { ...application, fund }),
  ]);
  return visit.page(
    {
      title: application.title || fundText(visit.language).applyTitle,
      trail: [
        { href: fundPlace({ fund: fund.id }), label: fund.name },
        { href: applicationsPlace({}, { pulje: fund.id }), label: fundText(visit.language).applications },
      ],
      status: problems ? 422 : 200,
    },
    () =>
      CaseView({
        ...props,
        neighbours: sections ?? null,
        problems,
        refusedAt: visit.path,
      }),
  );
}

export interface Reached {
  readonly application: Application;
  readonly fund: Fund;
  readonly policy: Policy | null;
  readonly may: May;
}

/** The case, when it is there and this reader may see it. */
export async function reached(visit: Pick<One, 'tx' | 'actor' | 'params'>): Promise<Reached> {
  const { tx, actor, params } = visit;
  const id = readId<'fund_application'>(params.id) ?? missing();
  const application = (await applicationById(tx, id)) ?? missing();
  const { fund, policy } = await placeOf(tx, application);
  const may = mayWith(actor, fund, policy, application, tx.today);
  if (!may.see) missing();
  return { application, fund, policy, may };
}

export function back(visit: One, flash: string): Response {
  return visit.redirect(applicationPlace({ id: visit.params.id }), flash);
}
