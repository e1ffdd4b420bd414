/** What taking a step back would lose, said before it is done. */
export type Loss =
  | { readonly step: 'house'; readonly name: string }
  | { readonly step: 'look' }
  | {
      readonly step: 'homes';
      readonly file: string;
      readonly traces: {
        readonly homes: number;
        readonly stairwells: number;
        readonly departments: number;
        readonly inUse: number;
      };
      /** Homes that were there before and that the file corrected. */
      readonly changed: number;
    }
  | { readonly step: 'people'; readonly people: number; readonly roles: number }
  | { readonly step: 'fund'; readonly name: string; readonly invited: boolean }
  | { readonly step: 'invitation'; readonly printed: boolean }
  | { readonly step: 'checks' };

/** `nothing`: it was not done from here, or is undone already. `invited`: the invitation tells of the fund. */
export type UndoRefusal = 'nothing' | 'in_use' | 'invited';

/** Can it be done at all, as far as one can see beforehand? */
export function canUndo(loss: Loss): boolean {
  if (loss.step === 'homes') return loss.traces.inUse === 0;
  return loss.step !== 'fund' || !loss.invited;
}
