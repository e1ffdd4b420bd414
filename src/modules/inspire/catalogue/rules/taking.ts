import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { BudgetLine, Card, Task } from './card.ts';
import { type Remark, remarksIn } from './voices.ts';

/** What a department asks of those who begin something there. */
export interface DepartmentRules {
  readonly departmentId: Id<'department'>;
  /** Above this the department's board says yes first; null: it need not be asked about money. */
  readonly boardAbove: Ore | null;
  /** So many days before its meeting a proposal must be in. */
  readonly proposalDays: number;
  readonly words: string;
}

/** Where a department has said nothing. */
export const USUAL_RULES: Omit<DepartmentRules, 'departmentId'> = { boardAbove: null, proposalDays: 14, words: '' };

/** The fund's, as far as a card is prefilled from it. */
export interface FundTerms {
  readonly projectMax: Ore;
  readonly answerDays: number;
}

/** What must be in order before it begins, each with the department it is about. */
export type Condition =
  | { readonly kind: 'meeting'; readonly departmentId: Id<'department'>; readonly proposalDays: number }
  /** A department without a board: the organisation's acts for it (almenboligloven § 34, stk. 5). */
  | { readonly kind: 'meeting_organisation'; readonly departmentId: Id<'department'> }
  | { readonly kind: 'board_money'; readonly departmentId: Id<'department'>; readonly above: Ore }
  | { readonly kind: 'department_words'; readonly departmentId: Id<'department'>; readonly words: string }
  | { readonly kind: 'operations' }
  /** What the caretakers have written on the card. */
  | { readonly kind: 'remark'; readonly departmentId?: Id<'department'>; readonly words: string }
  | { readonly kind: 'rent' }
  | { readonly kind: 'fund'; readonly applyBy: Day | null; readonly answerDays: number }
  | { readonly kind: 'fund_max'; readonly most: Ore };

const BEGINS_DAYS = 60;

/** Steps, tasks and a budget out of a card help what begins; what has lived for months has its own. */
export function begins({ createdOn }: { readonly createdOn: Day }, today: Day): boolean {
  return daysBetween(createdOn, today) <= BEGINS_DAYS;
}

export interface Place {
  readonly departmentId: Id<'department'>;
  readonly hasBoard: boolean;
  readonly rules: Omit<DepartmentRules, 'departmentId'>;
}

/**
 * What the departments' rules and the fund's say to a card that is begun there, in the order in which one does it. With a
 * first day, the fund is asked early enough to answer before it.
 */
export function conditionsFor(
  card: Pick<Card, 'needsMeeting' | 'needsOperations' | 'rentEffect'>,
  cost: Ore,
  where: readonly Place[],
  when: { readonly startsOn: Day | null; readonly today: Day },
  fund: FundTerms | null,
  remarks: readonly Remark[] = [],
): readonly Condition[] {
  const ofDepartments = where.flatMap(({ departmentId, hasBoard, rules }): Condition[] => [
    ...(card.needsMeeting ? [meetingOf(departmentId, hasBoard, rules.proposalDays)] : []),
    ...(rules.boardAbove !== null && cost > rules.boardAbove && hasBoard
      ? [{ kind: 'board_money' as const, departmentId, above: rules.boardAbove }]
      : []),
    ...(rules.words ? [{ kind: 'department_words' as const, departmentId, words: rules.words }] : []),
  ]);
  return [
    ...ofDepartments,
    ...(card.needsOperations ? [{ kind: 'operations' as const }] : []),
    ...remarksIn(
      remarks,
      where.map(({ departmentId }) => departmentId),
    ).map(({ departmentId, words }) => ({
      kind: 'remark' as const,
      words,
      ...(departmentId && where.length > 1 ? { departmentId } : {}),
    })),
    ...(card.rentEffect ? [{ kind: 'rent' as const }] : []),
    ...(fund && cost > 0 ? ofFund(cost, when, fund) : []),
  ];
}

function meetingOf(departmentId: Id<'department'>, hasBoard: boolean, proposalDays: number): Condition {
  return hasBoard ? { kind: 'meeting', departmentId, proposalDays } : { kind: 'meeting_organisation', departmentId };
}

function ofFund(
  cost: Ore,
  { startsOn, today }: { readonly startsOn: Day | null; readonly today: Day },
  fund: FundTerms,
): Condition[] {
  const latest = startsOn && addDays(startsOn, -fund.answerDays - 1);
  const applyBy = latest && latest < today ? today : latest;
  return [
    { kind: 'fund', applyBy, answerDays: fund.answerDays },
    ...(cost > fund.projectMax ? [{ kind: 'fund_max' as const, most: fund.projectMax }] : []),
  ];
}

/**
 * The example's budget for another number of people, each line rounded as a person would and never to nothing. What it costs in all is
 * the sum of the lines. The same number gives the same lines.
 */
export function scaled(lines: readonly BudgetLine[], from: number, to: number): readonly BudgetLine[] {
  if (from === to) return lines;
  return lines.map(({ what, amount }) => ({ what, amount: asGuessed((amount * to) / from) }));
}

/** Below so many kroner people guess in steps of so many. */
const GUESSES = [
  { below: 500, step: 10 },
  { below: 2000, step: 50 },
  { below: Number.POSITIVE_INFINITY, step: 100 },
] as const;

function asGuessed(ore: number): Ore {
  if (ore === 0) return toOre(0);
  const kroner = ore / 100;
  const step = GUESSES.find(({ below }) => kroner < below)?.step ?? 100;
  return toOre(Math.max(1, Math.round(kroner / step)) * step * 100);
}

/** Longest step that an initiative takes. */
const LONGEST_STEP = 200;

/** A step's words, cut at a word where an initiative would not take them whole. */
export function asStep(words: string): string {
  if (words.length <= LONGEST_STEP) return words;
  const cut = words.slice(0, LONGEST_STEP - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))} …`;
}

/** Small things first: they are the ones that a neighbour can be asked for. */
export function smallestFirst(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((one, other) => one.minutes - other.minutes);
}
