import type { Day } from '../../../../kernel/day.ts';
import { type Ore, ZERO_ORE } from '../../../../kernel/money.ts';
import type { Page } from './application.ts';
import { budgetOf, soughtOf } from './money.ts';
import { answerBy, ownShareOf, type Terms } from './policy.ts';

/** `stop`: as it stands we can only say no. `caution`: it costs something, or somebody must look. `info`: what follows. */
export type Severity = 'stop' | 'caution' | 'info';

/** One thing that the policy would say, beside the field it is about. */
export interface Finding {
  readonly code: keyof typeof FINDINGS;
  readonly severity: Severity;
  readonly field: keyof Page;
  /** Does the policy leave room to go on as it stands? */
  readonly room: boolean;
  readonly amount: Ore | null;
  readonly day: Day | null;
}

const FINDINGS = {
  over_max: ['caution', 'lines', true],
  more_than_left: ['caution', 'lines', true],
  begun: ['stop', 'startsOn', false],
  begins_before_answer: ['caution', 'startsOn', true],
  outside_period: ['caution', 'startsOn', true],
  no_ground: ['stop', 'grounds', false],
  ground_not_open: ['stop', 'grounds', false],
  ground_without_reason: ['stop', 'groundReason', false],
  one_department_only: ['caution', 'departmentIds', true],
  may_not_apply: ['stop', 'applicantKind', false],
  co_financing_lacks: ['caution', 'otherMoney', true],
  supplier_lacks: ['info', 'lines', true],
  private_outlay: ['stop', 'lines', false],
  cash_like: ['caution', 'lines', true],
  minors: ['info', 'minors', true],
  young_applicant: ['info', 'applicantAge', true],
  child_applicant: ['info', 'applicantAge', true],
  non_residents: ['info', 'nonResidents', true],
  longer_than_a_page: ['stop', 'purpose', false],
} as const satisfies Record<string, readonly [Severity, keyof Page, boolean]>;

/** About what one A4 page holds beside its headings: the judge only where the page cannot be typeset and measured. */
export const CHARACTERS_A_PAGE = 2200;

const CASH_LIKE = /gavekort|kontant|pengepr|gift ?card|cash|voucher/i;

/**
 * What the policy would say to this page today. `available` is null where it is not to be told; `fill` is how full the
 * typeset page is (1 is all of it), null where nobody has measured it.
 */
export function policyFindings(
  page: Page,
  policy: Terms,
  today: Day,
  { available = null, fill = null }: { readonly available?: Ore | null; readonly fill?: number | null } = {},
): Finding[] {
  const sought = soughtOf(page);
  const ownShare = ownShareOf(budgetOf(page), policy);
  const promised = answerBy(policy, today);
  const { startsOn, grounds, lines } = page;
  return [
    ...when(sought > policy.projectMax, 'over_max', { amount: policy.projectMax }),
    ...when(available !== null && sought > available, 'more_than_left', { amount: available }),
    ...when(startsOn !== null && startsOn <= today, 'begun'),
    ...when(startsOn !== null && startsOn > today && startsOn <= promised, 'begins_before_answer', { day: promised }),
    ...when(startsOn !== null && (startsOn < policy.startsOn || startsOn > policy.endsOn), 'outside_period', {
      day: policy.endsOn,
    }),
    ...when(grounds.length === 0, 'no_ground'),
    ...when(
      grounds.some((ground) => !policy.grounds.includes(ground)),
      'ground_not_open',
    ),
    ...when(grounds.length > 0 && page.groundReason === '', 'ground_without_reason'),
    ...when(grounds.includes('across_departments') && page.departmentIds.length < 2, 'one_department_only'),
    ...when(!policy.applicants.includes(page.applicantKind), 'may_not_apply'),
    ...when(page.otherMoney < ownShare, 'co_financing_lacks', { amount: ownShare }),
    ...when(
      lines.some((line) => line.supplier === ''),
      'supplier_lacks',
    ),
    ...when(!policy.allowsPrivateOutlays && paysApplicants(page), 'private_outlay'),
    ...when(
      lines.some((line) => CASH_LIKE.test(line.what)),
      'cash_like',
    ),
    ...when(page.minors, 'minors'),
    ...when(page.applicantAge === 'young', 'young_applicant'),
    ...when(page.applicantAge === 'child', 'child_applicant'),
    ...when(page.nonResidents, 'non_residents'),
    ...when(isLongerThanAPage(page, fill), 'longer_than_a_page'),
  ];
}

function isLongerThanAPage(page: Page, fill: number | null): boolean {
  return fill === null ? charactersOf(page) > CHARACTERS_A_PAGE : fill > 1;
}

/** How much of the page is written. */
export function charactersOf(page: Page): number {
  const texts = [page.title, page.purpose, page.groundReason, page.remains, page.otherMoneyWords];
  const lines = page.lines.flatMap((line) => [line.what, line.supplier]);
  return [...texts, ...lines].reduce((sum, text) => sum + text.length, 0);
}

/** What a page must say before it can be sent in at all. */
export function missingIn(page: Page): (keyof Page)[] {
  const missing: (keyof Page)[] = [];
  if (page.title === '') missing.push('title');
  if (page.applicantName === '' && page.applicantId === null) missing.push('applicantName');
  if (page.applicantAge === 'child' && page.guardianName === '') missing.push('guardianName');
  if (page.purpose === '') missing.push('purpose');
  if (page.participants === null) missing.push('participants');
  if (page.startsOn === null) missing.push('startsOn');
  if (soughtOf(page) === ZERO_ORE) missing.push('lines');
  return missing;
}

/** Money goes to third parties: a supplier who is an applicant is a private outlay, or pay for one's own work. */
function paysApplicants(page: Page): boolean {
  const names = new Set([page.applicantName, ...page.coApplicants.map((one) => one.name)].map(plain).filter(Boolean));
  return page.lines.some((line) => names.has(plain(line.supplier)));
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

function when(
  holds: boolean,
  code: keyof typeof FINDINGS,
  told: { readonly amount?: Ore | null; readonly day?: Day } = {},
): Finding[] {
  const [severity, field, room] = FINDINGS[code];
  return holds ? [{ code, severity, field, room, amount: told.amount ?? null, day: told.day ?? null }] : [];
}
