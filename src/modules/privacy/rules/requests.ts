import type { Channel } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';

/** A copy of one's data, as it was asked for. */
export interface ExportRequest {
  readonly id: Id<'privacy_export'>;
  readonly personId: Id<'person'>;
  readonly askedAt: Date;
  readonly askedBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly language: 'da' | 'en';
  /** Null while the job works on it. */
  readonly goesAt: Date | null;
}

/** A wish to be forgotten. */
export interface Erasure {
  readonly id: Id<'privacy_erasure'>;
  readonly personId: Id<'person'>;
  readonly askedAt: Date;
  readonly askedBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly dueOn: Day;
  /** What was in the way when it was last tried. */
  readonly waitsFor: readonly string[];
  readonly triedOn: Day | null;
  /** Null while it is open. */
  readonly result: 'done' | 'taken_back' | 'refused' | null;
  /** Why it was refused. */
  readonly words: string;
}

/** What is in the way of forgetting somebody, in codes and numbers only: `role board_member`, `case P-0007`. */
export type Matter =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'case'; readonly reference: string };

export function matterCode(matter: Matter): string {
  return matter.kind === 'role' ? `role ${matter.role}` : `case ${matter.reference}`;
}

export type ErasureStep = 'too_early' | 'wait' | 'erase' | 'over';

/** What is to be done with a wish today. */
export function nextStep(erasure: Erasure, matters: readonly Matter[], today: Day): ErasureStep {
  if (erasure.result) return 'over';
  if (today < erasure.dueOn) return 'too_early';
  return matters.length > 0 ? 'wait' : 'erase';
}
