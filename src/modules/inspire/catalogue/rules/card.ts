import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { kroner, type Ore } from '../../../../kernel/money.ts';

/** Boliger, Det grønne, Beboere. */
export const CATEGORIES = ['homes', 'green', 'people'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Who does it: a resident at home, the neighbours of a department, the organisation. */
export const DOERS = ['resident', 'department', 'organisation'] as const;
export type Doer = (typeof DOERS)[number];

export const SETTINGS = ['indoors', 'outdoors', 'either'] as const;
export type Setting = (typeof SETTINGS)[number];

/** From little to much. `running`: again and again. */
export const EFFORTS = ['evening', 'day', 'weekend', 'running', 'months'] as const;
export type Effort = (typeof EFFORTS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

const MONTHS_OF: Readonly<Record<Season, readonly number[]>> = {
  spring: [3, 4, 5],
  summer: [6, 7, 8],
  autumn: [9, 10, 11],
  winter: [12, 1, 2],
};

/** What it costs as people choose by it. Each holds the ones before it, but for `free`. */
export const PRICES = ['free', 'under-500', 'under-2500', 'under-10000'] as const;
export type Price = (typeof PRICES)[number];

/** A card costs at most this. "Under 500 kr." is below it: a card for 500 kr. is none. */
export const BELOW: Readonly<Record<Exclude<Price, 'free'>, Ore>> = {
  'under-500': kroner(500),
  'under-2500': kroner(2500),
  'under-10000': kroner(10_000),
};

/** An evening is at most three hours. */
export const EVENING_MINUTES = 180;

export const CARD_STATES = ['proposed', 'published', 'declined', 'retired'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** A published card is looked through every second year, and the one who answers for it hears of it 60 days before. */
const REVIEW_MONTHS = 24;
export const REVIEW_NOTICE_DAYS = 60;

export const PINS_A_YEAR = 5;
/** They fill rows of two, three and four, and are no longer on a telephone than anybody turns over. */
export const CARDS_A_PAGE = 12;
export const DESK_A_PAGE = 50;

/** Longer is no card. */
export const MOST = { title: 80, words: 1200, line: 200, lines: 30, keywords: 400 } as const;

/** The words of a card in one language. `budget` and `tasks` stand in the order of the card's amounts and minutes. */
export interface CardWords {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly whoHelps: string;
  readonly permissions: string;
  readonly steps: readonly string[];
  readonly needs: readonly string[];
  readonly budget: readonly string[];
  readonly tasks: readonly string[];
  readonly tips: readonly string[];
  readonly keywords: string;
}

/** What a card says in figures and choices, whatever the language. */
export interface CardFacts {
  readonly category: Category;
  readonly doneBy: Doer;
  readonly setting: Setting;
  readonly effort: Effort;
  readonly minutes: number;
  readonly helpers: number;
  readonly participants: number;
  /** 1 to 12; none: all year. */
  readonly months: readonly number[];
  readonly budgetOre: readonly Ore[];
  readonly taskMinutes: readonly number[];
  readonly needsMeeting: boolean;
  readonly needsOperations: boolean;
  readonly rentEffect: boolean;
  readonly operationsHours: number | null;
  readonly goals: readonly number[];
  readonly licence: string;
  readonly credit: string;
}

export interface Card extends CardFacts {
  readonly id: Id<'catalogue_card'>;
  readonly deckKey: string | null;
  readonly cost: Ore;
  readonly initiativeId: Id<'initiative'> | null;
  readonly version: number;
  readonly state: CardState;
  readonly reviewOn: Day | null;
  readonly ownerId: Id<'person'> | null;
  readonly words: Readonly<Partial<Record<Language, CardWords>>>;
}

/** A line of the budget or a task, with its words. */
export interface BudgetLine {
  readonly what: string;
  readonly amount: Ore;
}
export interface Task {
  readonly says: string;
  readonly minutes: number;
}

/** A card as it reads in a language: in its own words there, or in those it has. */
export interface ReadCard extends Omit<CardWords, 'budget' | 'tasks'> {
  /** The language of the words. */
  readonly lang: Language;
  readonly budget: readonly BudgetLine[];
  readonly tasks: readonly Task[];
}

/** The card in the reader's language; a line that lacks words there has those of another language. */
export function readIn(card: Pick<Card, 'words' | 'budgetOre' | 'taskMinutes'>, language: Language): ReadCard {
  const order = [language, ...LANGUAGES.filter((one) => one !== language)];
  const lang = order.find((one) => card.words[one]);
  const own = lang && card.words[lang];
  if (!lang || !own) throw new Error('Cannot read a card that has no words');
  const others = order.flatMap((one) => card.words[one] ?? []);
  const line = (kind: 'budget' | 'tasks', at: number) =>
    others.map((words) => words[kind][at]).find((said) => said) ?? own.title;
  return {
    ...own,
    lang,
    budget: card.budgetOre.map((amount, at) => ({ amount, what: line('budget', at) })),
    tasks: card.taskMinutes.map((minutes, at) => ({ minutes, says: line('tasks', at) })),
  };
}

/** Published, and nobody has looked it through in time: it says so on the card. */
export function isOverdue(card: Pick<Card, 'state' | 'reviewOn'>, today: Day): boolean {
  return card.state === 'published' && card.reviewOn !== null && card.reviewOn < today;
}

/** The same day two years on; 29 February gives 28 February. */
export function nextReview(today: Day): Day {
  const years = Math.floor(REVIEW_MONTHS / 12);
  const [year = '', month = '', date = ''] = today.split('-');
  const day = month === '02' && date === '29' ? '28' : date;
  return `${Number(year) + years}-${month}-${day}` as Day;
}

/** What the reader asked to see. */
export interface CardFilter {
  readonly category: Category | null;
  readonly price: Price | null;
  /** True: at most an evening. */
  readonly evening: boolean;
  readonly setting: 'indoors' | 'outdoors' | null;
  readonly season: Season | null;
  readonly effort: Effort | null;
  /** True: only those that need a meeting's decision; false: only those that do not. */
  readonly meeting: boolean | null;
  /** By oneself at home, or together with others. */
  readonly doneBy: 'resident' | 'together' | null;
}

export const NO_FILTER: CardFilter = {
  category: null,
  price: null,
  evening: false,
  setting: null,
  season: null,
  effort: null,
  meeting: null,
  doneBy: null,
};

/** Which months a season is. A card for all year is for each season. */
export function monthsOf(season: Season): readonly number[] {
  return MONTHS_OF[season];
}

/** The season of a day, for "lige nu". */
export function seasonOn(today: Day): Season {
  const month = Number(today.slice(5, 7));
  return SEASONS.find((season) => MONTHS_OF[season].includes(month)) ?? 'spring';
}

/** A card among others, with its words in the reader's language or in the one it has. */
export interface ListedCard
  extends Pick<
    Card,
    | 'id'
    | 'deckKey'
    | 'category'
    | 'doneBy'
    | 'setting'
    | 'minutes'
    | 'effort'
    | 'months'
    | 'participants'
    | 'cost'
    | 'needsMeeting'
  > {
  readonly title: string;
  readonly what: string;
  readonly lang: Language;
  readonly state: CardState;
  readonly reviewOn: Day | null;
  readonly proposedAt: Date;
  /** One of this year's five. */
  readonly pinned: boolean;
  /** How many initiatives began with it. */
  readonly taken: number;
}
