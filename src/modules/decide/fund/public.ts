import type { Day } from '../../../kernel/day.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { Web } from '../../../platform/web/web.ts';
import type { Enclosures } from '../../turns/public.ts';
import { applicationByCode } from './commands/codes.ts';
import { FUND_LETTER } from './commands/letters.ts';
import { papersOf } from './commands/papers.ts';
import { applyingRoutes } from './routes/applying.tsx';
import { caseListRoutes } from './routes/case-list.tsx';
import type { FundNeighbours } from './routes/case-page.tsx';
import { caseRoutes } from './routes/cases.tsx';
import { endingRoutes } from './routes/endings.tsx';
import { followRoutes } from './routes/follow.tsx';
import { fundPages, worksWith } from './routes/fund.tsx';
import { ledgerRoutes } from './routes/ledger.tsx';
import { letterRoutes } from './routes/letters.ts';
import { meetingRoutes } from './routes/meetings.tsx';
import { paperRoutes } from './routes/paper.ts';
import { policyRoutes } from './routes/policy.tsx';
import { roundRoutes } from './routes/rounds.tsx';
import { slipRoutes } from './routes/slip.tsx';
import type { ApplicationId } from './rules/application.ts';
import type { Figures } from './rules/cases.ts';
import type { Commitment } from './rules/commitments.ts';
import { availableOf } from './rules/money.ts';
import type { Fund } from './rules/policy.ts';
import type { Status } from './rules/status.ts';
import { caseCounts } from './store/cases.ts';
import { commitments } from './store/commitments.ts';
import { funds, policiesOn, policyOn } from './store/funds.ts';
import { ledgerOf } from './store/ledger.ts';
import { letterById } from './store/letters.ts';
import { type FundMeetingDate, meetingsFrom } from './store/meeting-dates.ts';
import { lettersText } from './text/letters.ts';
import { applicationPlace, meetingPlace } from './urls.ts';

export { isFundStaff as mayHandle } from './access.ts';
export { attendingRole } from './commands/case.ts';
export { claimMoney, letGoOfClaim, settleClaim, unsettleClaim } from './commands/claims.ts';
export { closeCase, type EndRefusal, release } from './commands/endings.ts';
export { openFundWith, takeBackFund } from './commands/funds.ts';
export { commitmentLetter } from './commands/papers.ts';
export { referenceBySlip } from './commands/slips.ts';
export { tellCarrier } from './commands/telling.ts';
export { fundHoldings } from './holdings.ts';
export { FUND_MORNING_JOB, fundJobs } from './jobs.ts';
export { fundJournal } from './journal.ts';
export { fundResources } from './resources.ts';
export { casesBeside } from './routes/beside.tsx';
export type { FundNeighbours } from './routes/case-page.tsx';
export type { Figures } from './rules/cases.ts';
export type { ClaimRefusal } from './rules/claims.ts';
export type { Commitment, CommitmentFilter } from './rules/commitments.ts';
export { type Fund, freePrefix, type PolicyRefusal, type Terms, USUAL_TERMS } from './rules/policy.ts';
export { referenceOf } from './rules/reference.ts';
export { claimPaidOn } from './store/claims.ts';
export { commitments } from './store/commitments.ts';
export { fundById, policyOn } from './store/funds.ts';
export { casesCarriedBy } from './store/movings.ts';
export { REFERENCE } from './store/reference.ts';
export { SOUGHT } from './store/sought.ts';
export { fundTurns } from './turns.ts';
export { applyPlace, fundPlace, fundsPlace, slipEntryPlace } from './urls.ts';

/** All funds of the house, by name: the organisation's own and the municipality's. */
export function fundsOf(tx: TenantDb): Promise<readonly Fund[]> {
  return funds(tx);
}

/** The fund in figures today: the sums of its period in whole øre (null between two periods), and its cases by status. */
export async function fundFigures(
  tx: TenantDb,
  fundId: Id<'fund'>,
): Promise<{ readonly figures: Figures | null; readonly counts: Partial<Record<Status, number>> }> {
  const policy = await policyOn(tx, fundId, tx.today);
  const ledger = policy && (await ledgerOf(tx, policy.periodId));
  return { figures: ledger && { ...ledger, available: availableOf(ledger) }, counts: await caseCounts(tx, fundId) };
}

/** The commitment of one application; null when nothing was promised. */
export async function commitmentById(tx: TenantDb, applicationId: ApplicationId): Promise<Commitment | null> {
  return (await commitments(tx, { applicationId }))[0] ?? null;
}

/** The case that an applicant's own link follows. Null for every other code: a slip's is in the shop's hands too. */
export async function caseFollowedBy(tx: TenantDb, code: string): Promise<ApplicationId | null> {
  return (await applicationByCode(tx, code))?.id ?? null;
}

/** Where staff, deciders and finance look at a case. */
export function caseHref(applicationId: ApplicationId): Path {
  return applicationPlace({ id: applicationId });
}

/** The fund's letters, for the messages that they go with. */
export function fundEnclosures({ billing }: Pick<FundNeighbours, 'billing'>): Enclosures {
  return {
    async [FUND_LETTER](tx, id) {
      const letterId = readId<'fund_letter'>(id);
      const letter = letterId && (await letterById(tx, letterId));
      const letters = letter && (await papersOf(tx, letter.id, billing));
      return letters ? { name: lettersText(letter.language).file[letter.kind], letters } : null;
    },
  };
}

/** The meetings from a day on of the funds that the actor works with or decides in, for their own calendar. */
export async function fundMeetingDates(tx: TenantDb, since: Day): Promise<readonly FundMeetingDate[]> {
  const [all, policies] = await Promise.all([funds(tx), policiesOn(tx, tx.today)]);
  const own = all.filter((fund) => worksWith(tx, fund, policies.get(fund.id) ?? null));
  return own.length === 0 ? [] : meetingsFrom(tx, own, since);
}

/** Where a meeting's own page is. */
export function meetingHref(one: FundMeetingDate): Path {
  return meetingPlace({ fund: one.fundId, meeting: one.id });
}

/** Every page of the fund. */
export function fundRoutes(web: Web, neighbours: FundNeighbours = {}): void {
  fundPages(web, neighbours);
  ledgerRoutes(web);
  policyRoutes(web);
  caseListRoutes(web);
  caseRoutes(web, neighbours);
  endingRoutes(web, neighbours);
  meetingRoutes(web);
  roundRoutes(web);
  applyingRoutes(web, neighbours);
  followRoutes(web, neighbours);
  paperRoutes(web);
  letterRoutes(web, neighbours.billing);
  slipRoutes(web, neighbours);
}
