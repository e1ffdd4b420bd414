import { holds } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { toOre } from '../../../../kernel/money.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { departments, organisations } from '../../../housing/public.ts';
import { isFundStaff, mayDecide } from '../access.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { supported } from '../store/cases.ts';
import { fundById, funds, policiesOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { fundsText } from '../text/funds.ts';
import { fundText } from '../text/pages.ts';
import { fundPlace, fundsPlace } from '../urls.ts';
import { type FundNow, FundPage, FundsPage, NoFundPage } from '../views/fund.tsx';
import type { FundNeighbours } from './case-page.tsx';

/** What everybody may know of the funds. */
export function fundPages(web: Web, neighbours: FundNeighbours): void {
  web.get(fundsPlace, anyone, (visit) => fundsPage(visit, neighbours));
  web.get(fundPlace, anyone, async (visit) => {
    const all = await funds(visit.tx);
    return onePage(visit, all.find(({ id }) => id === visit.params.fund) ?? missing(), { all, neighbours });
  });
}

const SHOWN = 50;

/** The only fund, or all of them side by side. */
async function fundsPage(visit: Visit, neighbours: FundNeighbours): Promise<Response> {
  const { tx, language, actor } = visit;
  const all = await funds(tx);
  const manages = holds(actor, 'secretariat');
  const [only, another] = all;
  if (!only) return visit.page({ title: fundText(language).fund }, NoFundPage({ language, manages }));
  if (!another) return onePage(visit, only, { all, neighbours });
  return visit.page(
    { title: fundsText(language).title },
    FundsPage({
      language,
      funds: await fundsNow(visit, all),
      known: actor.kind === 'person',
      manages,
      results: await neighbours.onFund?.(visit),
    }),
  );
}

async function onePage(
  visit: Pick<Visit, 'tx' | 'language' | 'actor' | 'page'>,
  fund: Fund,
  { all, neighbours }: { readonly all: readonly Fund[]; readonly neighbours: FundNeighbours },
): Promise<Response> {
  const { tx, language, actor } = visit;
  const [[now], newest, places, below] = await Promise.all([
    fundsNow(visit, [fund]),
    supported(tx, fund.id, SHOWN),
    departments(tx),
    neighbours.onFund?.(visit),
  ]);
  if (!now) missing();
  const { policy } = now;
  const several = all.length > 1;
  return visit.page(
    { title: fund.name, ...(several ? { trail: [{ href: fundsPlace({}), label: fundsText(language).title }] } : {}) },
    () =>
      FundPage({
        ...now,
        language,
        supported: newest,
        departments: new Map(places.map((one) => [one.id as string, one.name])),
        known: actor.kind === 'person',
        works: worksWith(visit, fund, policy),
        manages: holds(actor, 'secretariat'),
        others: all.filter((one) => one.id !== fund.id),
        results: below,
        nextRound:
          (policy?.allocation === 'rounds' && policy.rounds.find((round) => round.closesOn >= tx.today)) || null,
      }),
  );
}

/** Each with its policy and its sums of today: two questions, and one more for each fund. */
async function fundsNow({ tx }: Pick<Visit, 'tx'>, all: readonly Fund[]): Promise<FundNow[]> {
  const [houses, policies] = await Promise.all([organisations(tx), policiesOn(tx, tx.today)]);
  const names = new Map(houses.map((one) => [one.id, one.name]));
  return Promise.all(
    all.map(async (fund) => {
      const policy = policies.get(fund.id) ?? null;
      const ledger = policy && (await ledgerOf(tx, policy.periodId));
      const figures = ledger && { ...ledger, available: availableOf(ledger) };
      return { fund, organisation: names.get(fund.organisationId) ?? '', policy, figures };
    }),
  );
}

/** Looks after its cases, or decides them. */
export function worksWith({ actor }: Pick<Visit, 'actor'>, fund: Fund, policy: Policy | null): boolean {
  return isFundStaff(actor, fund) || (policy !== null && mayDecide(actor, fund, policy, toOre(0)));
}

/** The fund that a place is about; null when there is none. */
export async function fundIn(visit: {
  readonly tx: Visit['tx'];
  readonly params: { readonly fund: string };
}): Promise<Fund | null> {
  const id: Id<'fund'> | null = readId(visit.params.fund);
  return id && fundById(visit.tx, id);
}
