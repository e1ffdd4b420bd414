import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Application, ApplicationId } from '../rules/application.ts';
import { type ClaimRefusal, claimRefusal } from '../rules/claims.ts';
import { moneyOf } from '../rules/money.ts';
import { applicationById } from '../store/applications.ts';
import { applicationOfClaim, insertClaim, insertClaimEnd, insertPayment, lastEndOf } from '../store/claims.ts';
import { standAnew } from '../store/standing.ts';
import { lockCase, moveWaitingList, write } from './case.ts';
import { giveBack } from './endings.ts';

/**
 * Sets money of a commitment aside for an accepted invoice; `amount` below nought for a credit note. What is set aside
 * can be neither released nor claimed again, whatever happens at the same moment. `reference`: the invoice as its
 * supplier numbers it.
 */
export async function claimMoney(
  tx: TenantDb,
  applicationId: ApplicationId,
  claim: { readonly amount: Ore; readonly reference: string },
): Promise<Outcome<Id<'fund_claim'>, ClaimRefusal>> {
  const { application } = await lockCase(tx, applicationId);
  const refusal = claimRefusal(application, claim.amount);
  return refusal ? refused(refusal) : ok(await insertClaim(tx, { applicationId, ...claim }));
}

/** The invoice was not to be paid after all: what was set aside is the commitment's again. `settled`: paid or let go already. */
export async function letGoOfClaim(
  tx: TenantDb,
  claimId: Id<'fund_claim'>,
  words: string,
): Promise<Outcome<null, 'settled'>> {
  const { application, claim } = await lockClaim(tx, claimId);
  if (!claim.open) return refused('settled');
  await insertClaimEnd(tx, { claimId, result: 'let_go', words });
  await freeWhatIsOver(tx, application);
  return ok(null);
}

/**
 * The money left on that day, or came back by a credit note. `settled`: paid or let go already. `below_nought`: a credit
 * note whose invoice is not paid yet; settle that one first.
 */
export async function settleClaim(
  tx: TenantDb,
  claimId: Id<'fund_claim'>,
  on: Day,
): Promise<Outcome<null, 'settled' | 'below_nought'>> {
  const { application, claim } = await lockClaim(tx, claimId);
  if (!claim.open) return refused('settled');
  if (moneyOf(application).paid + claim.amount < 0) return refused('below_nought');
  await insertClaimEnd(tx, { claimId, result: 'paid', words: '' });
  await insertPayment(tx, { applicationId: application.id, claimId, ...claim, on });
  await write(tx, application, 'paid', { amount: claim.amount });
  if (claim.amount < 0) await freeWhatIsOver(tx, application);
  return ok(null);
}

/**
 * The payment bounced: a row below nought beside it, and the claim is open again. Whoever calls records why.
 * `not_settled`: it was never paid. `over_remaining`: a credit note whose money has been given to other invoices since.
 */
export async function unsettleClaim(
  tx: TenantDb,
  claimId: Id<'fund_claim'>,
): Promise<Outcome<null, 'not_settled' | 'over_remaining'>> {
  const { application, claim } = await lockClaim(tx, claimId);
  if (claim.open || (await lastEndOf(tx, claimId)) !== 'paid') return refused('not_settled');
  const { paid, remaining } = moneyOf(application);
  if (claim.amount < 0 ? -claim.amount > remaining : paid < claim.amount) return refused('over_remaining');
  await insertClaimEnd(tx, { claimId, result: 'bounced', words: '' });
  const amount = toOre(-claim.amount);
  await insertPayment(tx, { applicationId: application.id, claimId, amount, reference: claim.reference, on: tx.today });
  await standAnew(tx, application.id);
  return ok(null);
}

/** In a case that is over, nobody waits for what comes back: it is the fund's again. A cancelled one may still owe its supplier. */
async function freeWhatIsOver(tx: TenantDb, { id, end }: Application): Promise<void> {
  if (!end || end.result === 'cancelled') return;
  const now = await applicationById(tx, id);
  const rest = now ? moneyOf(now).remaining : 0;
  if (!now || rest <= 0) return;
  await giveBack(tx, now, { amount: toOre(rest), reason: 'rest', words: '' });
  await moveWaitingList(tx, now.fundId);
}

async function lockClaim(tx: TenantDb, claimId: Id<'fund_claim'>) {
  const id = await applicationOfClaim(tx, claimId);
  if (!id) throw new Error(`Cannot change claim ${claimId}: it is not there`);
  const { application } = await lockCase(tx, id);
  const claim = application.claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Cannot change claim ${claimId}: application ${id} does not have it`);
  return { application, claim };
}
