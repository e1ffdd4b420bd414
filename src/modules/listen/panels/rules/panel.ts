import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

export const PANEL_KINDS = ['drawn', 'open'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

/** What the organiser writes of a focus group. */
export interface PanelWords {
  readonly kind: PanelKind;
  readonly name: string;
  readonly purpose: string;
  /** Where and when, and what there is to eat. */
  readonly practical: string;
  readonly seats: number;
  readonly opensOn: Day;
  /** The last day to sign up; null for an open group. */
  readonly closesOn: Day | null;
  readonly minAge: number;
  /** Days to answer an offer. */
  readonly offerDays: number;
  /** How many may sit in a board: 0 none, null as many as come. */
  readonly boardLimit: number | null;
  readonly unchosenMonths: number;
  readonly memberMonths: number;
}

export interface Panel extends PanelWords {
  readonly id: Id<'panel'>;
  readonly endedOn: Day | null;
  /** Nobody applies or is changed any more: there are draws. */
  readonly locked: boolean;
  readonly version: number;
}

/** `coming`: the call has not begun. `calling`: one can sign up. `choosing`: that is over. `set`: the pool is closed. */
export type Stage = 'coming' | 'calling' | 'choosing' | 'set' | 'going' | 'over';

export function stageOf(panel: Pick<Panel, 'kind' | 'opensOn' | 'closesOn' | 'endedOn' | 'locked'>, today: Day): Stage {
  if (panel.endedOn && panel.endedOn <= today) return 'over';
  if (today < panel.opensOn) return 'coming';
  if (panel.kind === 'open') return 'going';
  if (panel.locked) return 'set';
  return panel.closesOn !== null && panel.closesOn < today ? 'choosing' : 'calling';
}

/** An open group takes people in for as long as it lives. */
export function canSignUp(panel: Panel, today: Day): boolean {
  const stage = stageOf(panel, today);
  return stage === 'calling' || (panel.kind === 'open' && stage === 'going');
}

/** What those who sign up are told, and can rely on. */
export type Promised = 'kind' | 'closesOn' | 'unchosenMonths' | 'memberMonths';

/** Would these words break it? How seats are given, until when others can come, and for how long data is kept at most. */
export function brokenPromise(panel: PanelWords, words: PanelWords): Promised | null {
  if (words.kind !== panel.kind) return 'kind';
  if (panel.closesOn && words.closesOn && words.closesOn < panel.closesOn) return 'closesOn';
  if (words.unchosenMonths > panel.unchosenMonths) return 'unchosenMonths';
  return words.memberMonths > panel.memberMonths ? 'memberMonths' : null;
}

/** Not before the last day is over: until then others were told that they can come. */
export function canClose(panel: Panel, today: Day): boolean {
  return panel.kind === 'drawn' && stageOf(panel, today) === 'choosing';
}

/** A call is out for three weeks at least, so that a poster is seen. */
export const SHORTEST_CALL_DAYS = 21;
export const OFFER_DAYS = 5;
export const UNCHOSEN_MONTHS = 3;
export const MEMBER_MONTHS = 12;
export const ROWS_A_PAGE = 50;
export const MOST_WHY = 400;
/** Nothing below five is shown, nor named. */
export const FEWEST = 5;

/** The same day so many months on; a month that is too short gives its last day. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const first = month - 1 + months;
  const to = `${year + Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01` as Day;
  const next = new Date(Date.parse(`${to}T00:00:00Z`));
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(to, Math.min(date, last) - 1);
}
