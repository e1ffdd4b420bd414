import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';

/** What opens a house, in the order in which it is easiest. The one list that the page, the front page and the command line share. */
export const STEPS = ['house', 'look', 'homes', 'people', 'fund', 'invitation', 'checks'] as const;
export type StepName = (typeof STEPS)[number];

/** What a step can still lack. Some are wanted (`needed`), others only good to know of. */
export type Lack =
  | 'cvr'
  | 'address'
  | 'contact'
  | 'look'
  | 'logo'
  | 'homes'
  | 'refused_rows'
  | 'colleague'
  | 'deciders'
  | 'second_approver'
  | 'department_boards'
  | 'fund'
  | 'round'
  | 'invitation'
  | 'printed'
  | 'mail'
  | 'ways'
  | 'backup';

const WISHES: readonly Lack[] = ['logo', 'refused_rows', 'second_approver', 'department_boards'];

/** How the house stands, as its rows say; nothing here is a mark that somebody set by hand but what is nothing but that. */
export interface Standing {
  readonly cvr: boolean;
  readonly address: boolean;
  readonly contact: boolean;
  readonly logo: boolean;
  /** Its own colour, or a colour that somebody chose to keep. */
  readonly colourChosen: boolean;
  readonly homes: number;
  /** Rows of the newest file that could not come in. */
  readonly refusedRows: number;
  /** People employed here, by today's roles. */
  readonly staff: number;
  /** Members of the organisation's board. */
  readonly deciders: number;
  /** Who may approve payments. */
  readonly approvers: number;
  /** Departments that should have a board and have none. */
  readonly boardsLacking: number;
  readonly fundId: Id<'fund'> | null;
  /** The last day to apply of the round that comes or runs; null for none. */
  readonly closesOn: Day | null;
  /** Money is given as applications come: no round is needed. */
  readonly running: boolean;
  readonly invitation: boolean;
  readonly printed: boolean;
  readonly mailArrived: boolean;
  readonly waysSeen: boolean;
  readonly backupNoted: boolean;
  readonly skipped: readonly StepName[];
  /** Steps in which something was done from here that can be taken back. */
  readonly undoable: readonly StepName[];
}

export interface StepState {
  readonly step: StepName;
  readonly done: boolean;
  readonly skipped: boolean;
  readonly undoable: boolean;
  readonly needed: readonly Lack[];
  readonly wished: readonly Lack[];
}

/** Each step as it stands. Done is what lacks nothing that is needed. */
export function stepsOf(standing: Standing): readonly StepState[] {
  return STEPS.map((step) => {
    const lacks = LACKS[step](standing);
    const needed = lacks.filter((one) => !WISHES.includes(one));
    return {
      step,
      done: needed.length === 0,
      skipped: needed.length > 0 && standing.skipped.includes(step),
      undoable: standing.undoable.includes(step),
      needed,
      wished: lacks.filter((one) => WISHES.includes(one)),
    };
  });
}

export function doneOf(steps: readonly StepState[]): number {
  return steps.filter(({ done }) => done).length;
}

/** The one to do now: the first that is neither done nor put aside; then the first that was put aside. */
export function nextStep(steps: readonly StepState[]): StepState | null {
  return steps.find(({ done, skipped }) => !done && !skipped) ?? steps.find(({ done }) => !done) ?? null;
}

const LACKS: Readonly<Record<StepName, (standing: Standing) => Lack[]>> = {
  house: (one) => when([!one.cvr, 'cvr'], [!one.address, 'address'], [!one.contact, 'contact']),
  look: (one) => when([!one.logo && !one.colourChosen, 'look'], [!one.logo && one.colourChosen, 'logo']),
  homes: (one) => when([one.homes === 0, 'homes'], [one.refusedRows > 0, 'refused_rows']),
  people: (one) =>
    when(
      [one.staff < 2, 'colleague'],
      [one.deciders === 0, 'deciders'],
      [one.approvers < 2, 'second_approver'],
      [one.boardsLacking > 0, 'department_boards'],
    ),
  fund: (one) => when([!one.fundId, 'fund'], [one.fundId !== null && !one.running && !one.closesOn, 'round']),
  invitation: (one) => when([!one.invitation, 'invitation'], [one.invitation && !one.printed, 'printed']),
  checks: (one) => when([!one.mailArrived, 'mail'], [!one.waysSeen, 'ways'], [!one.backupNoted, 'backup']),
};

function when(...lacks: readonly (readonly [boolean, Lack])[]): Lack[] {
  return lacks.filter(([lacking]) => lacking).map(([, lack]) => lack);
}
