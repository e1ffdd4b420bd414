import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { ApplicationId, DecisionResult, RecusalReason, RefusalReason } from './application.ts';
import { type Status, UNDECIDED } from './status.ts';

/** A meeting of the deciding body. */
export interface Meeting {
  readonly id: Id<'fund_meeting'>;
  readonly fundId: Id<'fund'>;
  readonly on: Day;
  readonly reference: string;
  /** How many cases it has before it. */
  readonly count: number;
}

/** A case on a few lines, as a meeting has it before it. */
export interface MeetingCase {
  readonly id: ApplicationId;
  readonly number: number;
  readonly title: string;
  readonly applicantName: string;
  readonly applicantIds: readonly Id<'person'>[];
  readonly purpose: string;
  readonly participants: number | null;
  readonly startsOn: Day | null;
  readonly status: Status;
  readonly sought: Ore;
  readonly departmentIds: readonly Id<'department'>[];
  /** The last advice: part of the deliberation. */
  readonly advice: {
    readonly advice: DecisionResult;
    readonly amount: Ore | null;
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
  } | null;
  readonly recusals: readonly { readonly personId: Id<'person'>; readonly reason: RecusalReason }[];
  /** Whom the applicant named, and who was found to take part all the same. */
  readonly rejected: readonly { readonly personId: Id<'person'>; readonly words: string }[];
  /** What this meeting decided; in a round, what was decided last. */
  readonly decision: {
    readonly result: DecisionResult;
    readonly amount: Ore | null;
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
    readonly reference: string;
    readonly on: Day;
  } | null;
}

/** Is it still for the deciding body: not answered, or on the waiting list? */
function canBeDecided({ status }: Pick<MeetingCase, 'status'>): boolean {
  return UNDECIDED.includes(status) || status === 'waiting_list';
}

/** Does this person stand aside in the case: by a row, or as one of those who apply? */
export function standsAside(one: MeetingCase, personId: Id<'person'>): boolean {
  return one.applicantIds.includes(personId) || one.recusals.some((recusal) => recusal.personId === personId);
}

/** A line of the list, with what is left when it and all before it get what is advised. Below nought: the money does not reach. */
export interface MeetingLine {
  readonly one: MeetingCase;
  /** What it would take: what was advised; 0 for a no or a wait, and for what is answered elsewhere; what is sought while nobody advised. Null when the reader stands aside. */
  readonly takes: Ore | null;
  readonly left: Ore | null;
}

/**
 * The list as one reader may see it. Who stands aside in a case sees neither its advice nor, from there on, what is
 * left: the sums would tell it. `available`: what is left now, when what the meeting decided already is taken.
 */
export function linesOf(
  cases: readonly MeetingCase[],
  available: Ore,
  reader: Id<'person'> | null,
): readonly MeetingLine[] {
  let left: Ore | null = available;
  return cases.map((one) => {
    const aside = reader !== null && standsAside(one, reader);
    if (one.decision) return { one: aside ? withoutAdvice(one) : one, takes: one.decision.amount, left };
    if (aside) {
      left = null;
      return { one: withoutAdvice(one), takes: null, left };
    }
    const takes = canBeDecided(one) ? wouldTake(one) : toOre(0);
    left = left === null ? null : toOre(left - takes);
    return { one, takes, left };
  });
}

/** Whether the sum of today is what there was before the meeting, and whether the list still foretells anything. */
export function standingOf(lines: readonly MeetingLine[]): { readonly begun: boolean; readonly open: boolean } {
  return { begun: lines.some(({ one }) => one.decision), open: lines.some(({ one }) => !one.decision) };
}

function wouldTake({ advice, sought }: MeetingCase): Ore {
  return advice ? (advice.amount ?? toOre(0)) : sought;
}

function withoutAdvice(one: MeetingCase): MeetingCase {
  return { ...one, advice: null };
}
