import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import { availableOf } from '../rules/money.ts';
import { type Fund, freePrefix, type PolicyRefusal, policyRefusal, type Terms } from '../rules/policy.ts';
import {
  deleteUnusedFund,
  funds,
  insertCarryOver,
  insertFund,
  insertPeriod,
  insertPolicy,
  insertTopUp,
  lockFund,
  type Period,
  periodsOf,
  policiesOf,
} from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { moveWaitingList } from './case.ts';

export interface NewFund {
  readonly organisationId: Id<'organisation'>;
  readonly name: string;
  /** What its references begin with; unless said, the first that no fund of the house has. */
  readonly prefix?: string;
}

/** A new fund, still without a policy: nobody can apply before there is one. */
export async function openFund(tx: TenantDb, fund: NewFund): Promise<Id<'fund'>> {
  const taken = (await funds(tx)).map((one) => one.prefix);
  const id = await insertFund(tx, { ...fund, prefix: fund.prefix ?? freePrefix(taken) });
  write(tx, id, 'opened', { organisation: fund.organisationId });
  return id;
}

/** A new fund together with its first policy. Refused, nothing is opened. */
export async function openFundWith(
  tx: TenantDb,
  fund: NewFund,
  terms: Terms,
): Promise<Outcome<Id<'fund_policy'>, PolicyRefusal>> {
  const taken = (await funds(tx)).some((one) => one.prefix === fund.prefix);
  const refusal = taken ? ({ kind: 'prefix_taken' } as const) : policyRefusal(terms, { others: [], promised: 0 });
  return refusal ? refused(refusal) : approvePolicy(tx, await openFund(tx, fund), terms);
}

/** A fund that was opened by mistake goes again, with its policy and rounds. Refused as soon as anybody has used it. */
export async function takeBackFund(tx: TenantDb, id: Id<'fund'>): Promise<Outcome<null, 'in_use'>> {
  if (!(await deleteUnusedFund(tx, id))) return refused('in_use');
  write(tx, id, 'taken_back', {});
  return ok(null);
}

/** A new version of the policy, for a period that is new or runs already. The total never falls below what is promised. */
export async function approvePolicy(
  tx: TenantDb,
  fundId: Id<'fund'>,
  terms: Terms,
): Promise<Outcome<Id<'fund_policy'>, PolicyRefusal>> {
  await locked(tx, fundId);
  const periods = await periodsOf(tx, fundId);
  const same = periods.find((period) => period.startsOn === terms.startsOn && period.endsOn === terms.endsOn);
  const ledger = same ? await ledgerOf(tx, same.id) : null;
  const refusal = policyRefusal(terms, {
    others: periods.filter((period) => period !== same),
    promised: ledger ? ledger.total - availableOf(ledger) : 0,
  });
  if (refusal) return refused(refusal);
  const policyId = await insertPolicy(tx, fundId, same?.id ?? (await insertPeriod(tx, fundId, terms)), terms);
  write(tx, fundId, 'policy_approved', { policy: policyId, total: terms.total, approved: terms.approvedOn });
  await moveWaitingList(tx, fundId);
  return ok(policyId);
}

/** The board puts more in, with a reference to where it decided so. */
export async function topUp(
  tx: TenantDb,
  fundId: Id<'fund'>,
  more: { readonly periodId: Id<'fund_period'>; readonly amount: Ore; readonly decisionReference: string },
): Promise<void> {
  await locked(tx, fundId);
  await ownPeriod(tx, fundId, more.periodId);
  await insertTopUp(tx, more.periodId, more);
  write(tx, fundId, 'topped_up', { amount: more.amount });
  await moveWaitingList(tx, fundId);
}

export type CarryOverRefusal = 'not_over' | 'no_next_period' | 'stays' | 'nothing_left';

/** What is left of a period that is over goes on to the next one, where the policy says so. Answers how much. */
export async function carryOver(
  tx: TenantDb,
  fundId: Id<'fund'>,
  fromPeriodId: Id<'fund_period'>,
): Promise<Outcome<Ore, CarryOverRefusal>> {
  await locked(tx, fundId);
  const from = await ownPeriod(tx, fundId, fromPeriodId);
  if (from.endsOn >= tx.today) return refused('not_over');
  const next = (await periodsOf(tx, fundId)).find((period) => period.startsOn > from.endsOn);
  if (!next) return refused('no_next_period');
  const policy = (await policiesOf(tx, fundId)).find((one) => one.periodId === from.id);
  if (!policy?.carriesOver) return refused('stays');
  const amount = availableOf(await ledgerOf(tx, from.id));
  if (amount <= 0) return refused('nothing_left');
  await insertCarryOver(tx, { from: from.id, to: next.id, amount });
  write(tx, fundId, 'carried_over', { amount });
  await moveWaitingList(tx, fundId);
  return ok(amount);
}

async function locked(tx: TenantDb, id: Id<'fund'>): Promise<Fund> {
  const fund = await lockFund(tx, id);
  if (!fund) throw new Error(`Cannot change fund ${id}: it is not there`);
  return fund;
}

async function ownPeriod(tx: TenantDb, fundId: Id<'fund'>, periodId: Id<'fund_period'>): Promise<Period> {
  const period = (await periodsOf(tx, fundId)).find((one) => one.id === periodId);
  if (!period) throw new Error(`Cannot find period ${periodId} in fund ${fundId}`);
  return period;
}

function write(tx: TenantDb, id: Id<'fund'>, what: string, facts: Facts): void {
  record(tx, { kind: `fund.${what}`, subject: { kind: 'fund', id }, facts });
}
