import { addDays, type Day } from '../../../../kernel/day.ts';
import { type Kind, MOST_TASKS, type Piece } from './task.ts';

/** A piece as the template has it: its words lie in text/templates.ts under the same key. */
interface TemplatePiece {
  readonly key: string;
  readonly minutes: number;
  readonly kind: Kind;
  /** Days from the day itself: -7 is a week before. */
  readonly at: number;
  readonly clock: string;
  /** How many do it, each with a task of their own. */
  readonly hands: number;
  readonly forChildren: boolean;
}

function piece(
  key: string,
  minutes: number,
  kind: Kind,
  at = 0,
  more: { readonly clock?: string; readonly hands?: number; readonly forChildren?: boolean } = {},
): TemplatePiece {
  return {
    key,
    minutes,
    kind,
    at,
    clock: more.clock ?? '',
    hands: more.hands ?? 1,
    forChildren: more.forChildren ?? false,
  };
}

/** How common jobs fall apart into small things. Each has something that a person can do for another at the door. */
export const TEMPLATES = {
  summer_party: [
    piece('askThree', 15, 'telling', -14, { hands: 2 }),
    piece('posters', 20, 'telling', -10, { forChildren: true }),
    piece('shop', 60, 'food', -1),
    piece('tent', 45, 'carry', 0, { clock: '13:00', hands: 2 }),
    piece('tables', 20, 'carry', 0, { clock: '15:00', hands: 2, forChildren: true }),
    piece('bake', 60, 'food', 0),
    piece('greet', 30, 'hosting', 0, { clock: '17:00' }),
    piece('grill', 45, 'food', 0, { clock: '17:30' }),
    piece('games', 30, 'hosting', 0, { clock: '18:00', forChildren: true }),
    piece('tidy', 30, 'tidying', 0, { clock: '21:00', hands: 2 }),
  ],
  common_dinner: [
    piece('askOne', 10, 'telling', -5),
    piece('shop', 45, 'food', -1),
    piece('chop', 45, 'food', 0, { clock: '15:30', hands: 2 }),
    piece('lay', 20, 'hosting', 0, { clock: '17:00', forChildren: true }),
    piece('greet', 30, 'hosting', 0, { clock: '17:45' }),
    piece('coffee', 15, 'food', 0, { clock: '19:00' }),
    piece('wash', 30, 'tidying', 0, { clock: '19:30', hands: 2 }),
  ],
  planting_day: [
    piece('tools', 30, 'carry', -1),
    piece('soil', 45, 'carry', 0, { clock: '10:00', hands: 2 }),
    piece('dig', 60, 'green', 0, { clock: '10:30', hands: 2 }),
    piece('plant', 45, 'green', 0, { clock: '11:30', hands: 2, forChildren: true }),
    piece('water', 15, 'green', 0, { clock: '13:00', forChildren: true }),
    piece('lunch', 45, 'food', 0, { clock: '12:00' }),
    piece('photo', 10, 'telling', 0),
    piece('waterLater', 10, 'green', 4, { hands: 2 }),
  ],
  clean_up: [
    piece('knock', 20, 'telling', -3),
    piece('bags', 15, 'carry', -1),
    piece('bushes', 45, 'tidying', 0, { clock: '10:00', hands: 2, forChildren: true }),
    piece('bikes', 45, 'fixing', 0, { clock: '10:00' }),
    piece('sweep', 30, 'tidying', 0, { clock: '10:30', hands: 2 }),
    piece('buns', 30, 'food', 0, { clock: '11:30' }),
    piece('drive', 60, 'carry', 0, { clock: '12:30' }),
  ],
  welcome: [
    piece('card', 10, 'telling', 0, { forChildren: true }),
    piece('ring', 15, 'hosting', 0),
    piece('show', 30, 'hosting', 7),
    piece('coffee', 45, 'hosting', 14),
    piece('bring', 20, 'hosting', 60),
  ],
  film_evening: [
    piece('vote', 15, 'telling', -7),
    piece('projector', 30, 'fixing', 0, { clock: '18:00' }),
    piece('chairs', 20, 'carry', 0, { clock: '18:30', hands: 2, forChildren: true }),
    piece('popcorn', 20, 'food', 0, { clock: '18:45', forChildren: true }),
    piece('greet', 20, 'hosting', 0, { clock: '19:00' }),
    piece('fetch', 15, 'hosting', 0, { clock: '18:45' }),
    piece('tidy', 20, 'tidying', 0, { clock: '21:30', hands: 2 }),
  ],
  coffee: [
    piece('askThree', 15, 'telling', -2),
    piece('bake', 45, 'food', 0),
    piece('brew', 10, 'food', 0),
    piece('fetch', 15, 'hosting', 0),
    piece('wash', 15, 'tidying', 0),
  ],
  swap_day: [
    piece('posters', 20, 'telling', -7, { forChildren: true }),
    piece('tables', 20, 'carry', 0, { clock: '09:30', hands: 2 }),
    piece('sort', 45, 'tidying', 0, { clock: '10:00', hands: 2, forChildren: true }),
    piece('coffee', 20, 'food', 0, { clock: '10:30' }),
    piece('carryUp', 20, 'carry', 0, { clock: '11:00' }),
    piece('leftovers', 60, 'carry', 0, { clock: '13:30' }),
  ],
} as const satisfies Readonly<Record<string, readonly TemplatePiece[]>>;

export type Template = keyof typeof TEMPLATES;
export const TEMPLATE_KEYS = Object.keys(TEMPLATES) as readonly Template[];

export function readTemplate(text: string): Template | null {
  return TEMPLATE_KEYS.find((key) => key === text) ?? null;
}

/** What past jobs by the same template have taught. */
interface Learned {
  /** Median of the minutes that people say it took, by piece, and of how many. */
  readonly minutes: ReadonlyMap<string, { readonly median: number; readonly from: number }>;
  /** The pieces of the last job by this template; null for the first time. */
  readonly last:
    | readonly (Pick<Piece, 'piece' | 'says' | 'minutes' | 'kind' | 'clock' | 'forChildren'> & {
        /** Days from the day itself. */
        readonly at: number | null;
      })[]
    | null;
}

/** One neighbour may have been slow: it takes three to change the template's own guess. */
const ENOUGH_TO_LEARN = 3;

export interface Offered extends Piece {
  /** Ticked from the beginning. */
  readonly chosen: boolean;
  /** How many have said how long it took, where the minutes are theirs. */
  readonly learnedFrom: number;
}

/**
 * What is offered to whoever cuts a job: the template's pieces, with the minutes that it really took, and those of one's own
 * that were used last time. What was left out last time is offered without a tick.
 */
export function offeredBy(
  template: Template,
  words: Readonly<Record<string, string>>,
  dueOn: Day | null,
  learned: Learned,
): readonly Offered[] {
  const { last } = learned;
  const own: readonly TemplatePiece[] = TEMPLATES[template];
  const offered = own.flatMap((one): Offered[] => {
    const times = last === null ? one.hands : last.filter(({ piece }) => piece === one.key).length;
    const took = learned.minutes.get(one.key);
    const known = took && took.from >= ENOUGH_TO_LEARN ? took : null;
    const whole: Offered = {
      piece: one.key,
      says: words[one.key] ?? one.key,
      minutes: known ? inFives(known.median) : one.minutes,
      kind: one.kind,
      dueOn: dayFrom(dueOn, one.at),
      clock: one.clock,
      forChildren: one.forChildren,
      chosen: times > 0,
      learnedFrom: known?.from ?? 0,
    };
    return Array.from({ length: Math.max(1, times) }, () => whole);
  });
  const theirs = (last ?? [])
    .filter(({ piece }) => piece === '')
    .map(
      ({ at, ...one }): Offered => ({
        ...one,
        dueOn: at === null ? dueOn : dayFrom(dueOn, at),
        chosen: true,
        learnedFrom: 0,
      }),
    );
  return [...offered, ...theirs].slice(0, MOST_TASKS);
}

/**
 * What each of them is called in a form, once. Not its place among them: somebody else may have taught the template
 * otherwise before the form comes back.
 */
export function namesOf(offered: readonly Pick<Offered, 'piece' | 'says'>[]): readonly string[] {
  const times = new Map<string, number>();
  return offered.map(({ piece, says }) => {
    const name = piece === '' ? `: ${says}` : piece;
    times.set(name, (times.get(name) ?? 0) + 1);
    return `${times.get(name)} ${name}`;
  });
}

function dayFrom(dueOn: Day | null, at: number): Day | null {
  return dueOn && addDays(dueOn, at);
}

/** To whole fives, within what a task may be. */
function inFives(minutes: number): number {
  return Math.min(60, Math.max(5, Math.round(minutes / 5) * 5));
}
