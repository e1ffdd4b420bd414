import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { SlipSpec } from '../../../../platform/documents/spec.ts';
import { slip } from '../letters/slip.ts';
import { type Application, commitmentOf } from '../rules/application.ts';
import { moneyOf } from '../rules/money.ts';
import { referenceOf } from '../rules/reference.ts';
import { fundById } from '../store/funds.ts';
import { slipPlace } from '../urls.ts';
import { applicationBySlip, newSlipCode, printedSlip } from './codes.ts';
import { billToOf, type TellBilling } from './papers.ts';

/** What a shop can still be paid for a case; null when there is no commitment, or it is over. */
export function leftFor(application: Application): Ore | null {
  if (!commitmentOf(application) || application.end) return null;
  return toOre(Math.max(0, moneyOf(application).remaining));
}

/** "P-0007": the case that a slip was printed for. Null when no slip that works has this code. */
export async function referenceBySlip(tx: TenantDb, typed: string): Promise<string | null> {
  const application = await applicationBySlip(tx, typed);
  const fund = application && (await fundById(tx, application.fundId));
  return fund && application?.submission ? referenceOf(fund, application.submission.number) : null;
}

/** A new slip, with a code of its own that stands nowhere else. Null when there is nothing to buy for. */
export async function newSlip(
  tx: TenantDb,
  application: Application,
  wish: { readonly copies: 1 | 8; readonly billing: TellBilling },
): Promise<SlipSpec | null> {
  const most = leftFor(application);
  const fund = most === null ? null : await fundById(tx, application.fundId);
  if (most === null || !fund || !application.submission) return null;
  const reference = referenceOf(fund, application.submission.number);
  const code = await newSlipCode(tx, application.id);
  return slip({
    language: tx.tenant.language,
    title: application.title,
    billTo: await billToOf(tx, fund, reference, wish.billing),
    reference,
    most,
    latest: commitmentOf(application)?.expiresOn ?? null,
    code: printedSlip(code),
    url: tx.origin + slipPlace({ code }),
    copies: wish.copies,
  });
}
