import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { holdersOf } from '../../../housing/public.ts';
import { mayDecide } from '../access.ts';
import { type Application, type ApplicationId, openNamings } from '../rules/application.ts';
import { type Decision, type DecisionRefusal, decisionRefusal, usableUntil } from '../rules/deciding.ts';
import { availableOf, soughtOf } from '../rules/money.ts';
import type { Policy } from '../rules/policy.ts';
import { earlierUndecided } from '../store/cases.ts';
import { insertDecision } from '../store/changes.ts';
import { lockFund, policiesOf, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { closeCaseTurns, lockCase, moveWaitingList, write } from './case.ts';
import { sendDecision } from './letters.ts';

const ENTRIES = { commit: 'committed', wait: 'put_in_line', refuse: 'refused' } as const;

/**
 * Yes, no, or a place in line. Money is only promised out of what is there at this very moment: the fund is held, then
 * counted, so that deciders at the same moment come one after another. `hold` is how the fund is held; a test shows what
 * happens without.
 */
export async function decide(
  tx: TenantDb,
  id: ApplicationId,
  decision: Decision & { readonly reference: string; readonly meetingId?: Id<'fund_meeting'> | null },
  hold = lockFund,
): Promise<Outcome<null, DecisionRefusal>> {
  const deciderId = actingPerson(tx);
  const { fund, application } = await lockCase(tx, id, hold);
  const policy = await policyOn(tx, fund.id, tx.today);
  const [latest] = policy ? [policy] : await policiesOf(tx, fund.id);
  const sought = soughtOf(application);
  const refusal = decisionRefusal(decision, {
    application,
    policy,
    earlier: await earlierUndecided(tx, application),
    available: policy ? availableOf(await ledgerOf(tx, policy.periodId)) : 0,
    deciderId,
    namingOpen: latest !== undefined && (await namesADecider(tx, application, latest)),
    mayDecide: latest !== undefined && mayDecide(tx.actor, fund, latest, sought),
    today: tx.today,
  });
  if (refusal) return refused(refusal);
  if (!latest) throw new Error(`Cannot decide on application ${id}: its fund has no policy`);

  const promised = decision.result === 'commit' ? decision : null;
  await insertDecision(tx, {
    applicationId: id,
    result: decision.result,
    money: promised && {
      amount: promised.amount,
      periodId: latest.periodId,
      expiresOn: usableUntil(application, tx.today),
    },
    terms: promised?.terms ?? '',
    reason: decision.result === 'refuse' ? decision.reason : null,
    words: decision.words,
    reference: decision.reference,
    meetingId: decision.meetingId ?? null,
    policyId: latest.id,
    by: deciderId,
  });
  await write(tx, application, ENTRIES[decision.result], {
    amount: promised?.amount ?? null,
    sought,
    on_terms: promised ? promised.terms !== '' : null,
    reason: decision.result === 'refuse' ? decision.reason : null,
  });
  await closeCaseTurns(tx, application);
  await moveWaitingList(tx, fund.id, decision.result === 'wait' ? id : null);
  await sendDecision(tx, fund, id);
  return ok(null);
}

/** Did the applicant name one of those who could decide, without anybody having said what to make of it? */
async function namesADecider(
  tx: TenantDb,
  application: Application,
  policy: Pick<Policy, 'decidingRole' | 'delegatedRole'>,
): Promise<boolean> {
  const named = openNamings(application);
  if (named.length === 0) return false;
  const roles = [policy.decidingRole, policy.delegatedRole].filter((role) => role !== null);
  const deciders = await holdersOf(tx, roles, []);
  return deciders.some(({ id }) => named.some((naming) => naming.personId === id));
}
