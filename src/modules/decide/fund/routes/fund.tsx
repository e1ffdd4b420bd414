import { holds } from '../../../../kernel/actor.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { departments } from '../../../housing/public.ts';
import { availableOf } from '../rules/money.ts';
import { supported } from '../store/cases.ts';
import { funds, policyOn } from '../store/funds.ts';
import { ledgerOf, ledgerRows } from '../store/ledger.ts';
import { ledgerText } from '../text/ledger.ts';
import { fundText } from '../text/pages.ts';
import { fundsPlace, ledgerPlace } from '../urls.ts';
import { FundPage, NoFundPage } from '../views/fund.tsx';
import { LedgerPage } from '../views/ledger.tsx';

/** What everybody may know of the fund. */
export function fundPages(web: Web): void {
  web.get(fundsPlace, anyone, fundPage);
  web.get(ledgerPlace, anyone, ledgerPage);
}

async function fundPage(visit: Visit): Promise<Response> {
  const { tx, language, actor } = visit;
  const words = fundText(language);
  const [fund] = await funds(tx);
  const manages = holds(actor, 'secretariat');
  if (!fund) return visit.page({ title: words.fund }, NoFundPage({ language, manages }));
  const policy = await policyOn(tx, fund.id, tx.today);
  const ledger = policy && (await ledgerOf(tx, policy.periodId));
  return visit.page(
    { title: words.fund },
    FundPage({
      language,
      fund,
      policy,
      figures: ledger && { ...ledger, available: availableOf(ledger) },
      supported: await supported(tx, fund.id, 50),
      departments: new Map((await departments(tx)).map((one) => [one.id as string, one.name])),
      known: actor.kind === 'person',
      manages,
    }),
  );
}

/** Public money: every row behind what is left, with no name on it. */
async function ledgerPage(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const fund = (await funds(tx))[0] ?? missing();
  const policy = (await policyOn(tx, fund.id, tx.today)) ?? missing();
  const ledger = await ledgerOf(tx, policy.periodId);
  return visit.page(
    {
      title: ledgerText(language).title,
      wide: true,
      trail: [{ href: fundsPlace({}), label: fundText(language).fund }],
    },
    LedgerPage({
      language,
      figures: { ...ledger, available: availableOf(ledger) },
      rows: await ledgerRows(tx, policy.periodId),
    }),
  );
}
