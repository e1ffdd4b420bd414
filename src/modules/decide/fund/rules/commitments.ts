import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { ApplicationId } from './application.ts';
import type { Status } from './status.ts';

/** A yes with its money, as invoices are matched to it and tested against it. */
export interface Commitment {
  readonly applicationId: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly organisationId: Id<'organisation'>;
  readonly number: number;
  /** "P-0007". */
  readonly reference: string;
  readonly title: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly departmentIds: readonly Id<'department'>[];
  /** Who applied; who carries it now may be another, see `carrierId`. */
  readonly applicantName: string;
  readonly applicantId: Id<'person'> | null;
  readonly carrierId: Id<'person'> | null;
  /** `personId` is null also where the applicant named somebody who was found to have no part in it. */
  readonly coApplicants: readonly { readonly name: string; readonly personId: Id<'person'> | null }[];
  /** People who live with the applicant, a co-applicant or who carries it now. */
  readonly householdIds: readonly Id<'person'>[];
  /** Who stood aside, or was found to. */
  readonly recusedIds: readonly Id<'person'>[];
  /** Who decided, advised, or sits in the deciding body today, without those who stood aside. */
  readonly deciderIds: readonly Id<'person'>[];
  readonly lines: readonly { readonly what: string; readonly supplier: string; readonly amount: Ore }[];
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly committedOn: Day;
  readonly expiresOn: Day;
  readonly terms: string;
  readonly amount: Ore;
  readonly released: Ore;
  readonly paid: Ore;
  /** Set aside for accepted invoices that are not paid yet. */
  readonly claimed: Ore;
  /** What further invoices can have: amount − released − paid − claimed. */
  readonly remaining: Ore;
  readonly status: Status;
}

/** Those that fulfil all that is said. Names are compared without regard to case. */
export interface CommitmentFilter {
  readonly fundId?: Id<'fund'>;
  /** Any text with a reference in it. */
  readonly reference?: string;
  /** Only where an invoice can still be accepted: something remains, and the case was not brought to an end (a cancelled one may owe its supplier). */
  readonly open?: boolean;
  /** The commitment itself, or one of its budget lines, is exactly this. */
  readonly amount?: Ore;
  readonly supplier?: string;
  readonly applicant?: string;
  /** Newest first; at most so many, 50 unless said. */
  readonly limit?: number;
}
