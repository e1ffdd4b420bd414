import type { Category, Doer, Effort, Setting } from './card.ts';

/** A card that comes with Grobund, in figures; its words lie in `text/deck-*.ts` under the same key. Amounts in kroner. */
export interface DeckFacts {
  readonly key: string;
  readonly category: Category;
  readonly doneBy: Doer;
  readonly setting: Setting;
  readonly effort: Effort;
  readonly minutes: number;
  readonly helpers: number;
  /** The budget is for so many who take part, or so many homes. */
  readonly participants: number;
  readonly months: readonly number[];
  readonly budget: readonly number[];
  readonly taskMinutes: readonly number[];
  readonly needsMeeting: boolean;
  readonly needsOperations: boolean;
  readonly rentEffect: boolean;
  readonly operationsHours: number | null;
  readonly goals: readonly number[];
}

type Given = Partial<DeckFacts> & Pick<DeckFacts, 'minutes' | 'helpers' | 'participants' | 'taskMinutes' | 'goals'>;

function card(key: string, category: Category, effort: Effort, given: Given): DeckFacts {
  return { ...USUAL, key, category, effort, ...given };
}

const USUAL = {
  doneBy: 'department',
  setting: 'indoors',
  months: [],
  budget: [],
  needsMeeting: false,
  needsOperations: false,
  rentEffect: false,
  operationsHours: null,
} as const satisfies Partial<DeckFacts>;

const SPRING = [3, 4, 5];
const WINTER = [10, 11, 12, 1, 2, 3];

/** The twenty-eight of the catalogue, by category. Prices are estimates in kroner with VAT. */
export const DECK: readonly DeckFacts[] = [
  card('heatEvening', 'homes', 'evening', {
    ...{ minutes: 120, helpers: 2, participants: 10, months: [10], needsOperations: true, goals: [7, 13] },
    ...{ budget: [200, 250, 150], taskMinutes: [10, 20, 30, 15, 15], operationsHours: 2 },
  }),
  card('draughtStrips', 'homes', 'day', {
    ...{ minutes: 360, helpers: 6, participants: 40, months: [9, 10, 11], needsOperations: true, goals: [7, 13] },
    ...{ budget: [3600, 400], taskMinutes: [15, 5, 45, 40, 10, 20] },
  }),
  card('ledSuitcase', 'homes', 'running', {
    ...{ minutes: 180, helpers: 1, participants: 20, months: WINTER, goals: [7, 12] },
    ...{ budget: [700, 1300, 500], taskMinutes: [10, 30, 60, 5, 15] },
  }),
  card('repairCafe', 'homes', 'running', {
    ...{ minutes: 180, helpers: 4, participants: 20, goals: [11, 12] },
    ...{ budget: [1800, 700, 500], taskMinutes: [10, 10, 30, 15, 10, 15, 20] },
  }),
  card('swapShelf', 'homes', 'evening', {
    ...{ minutes: 180, helpers: 3, participants: 30, needsOperations: true, goals: [12] },
    ...{ budget: [700, 200], taskMinutes: [10, 20, 15, 15, 40] },
  }),
  card('toolLibrary', 'homes', 'weekend', {
    ...{ minutes: 480, helpers: 3, participants: 60, months: SPRING, needsOperations: true, goals: [11, 12] },
    ...{ budget: [5200, 3200, 2600, 1000], taskMinutes: [20, 40, 30, 30, 60, 45] },
  }),
  card('welcomeBag', 'homes', 'running', {
    ...{ minutes: 20, helpers: 4, participants: 25, goals: [3, 11] },
    ...{ budget: [1000, 500], taskMinutes: [20, 10, 40, 45, 20, 10] },
  }),
  card('wasteTour', 'homes', 'evening', {
    ...{ minutes: 120, helpers: 2, participants: 20, setting: 'outdoors', needsOperations: true, goals: [12] },
    ...{ budget: [300], taskMinutes: [10, 10, 20, 5, 10], operationsHours: 2 },
  }),
  card('waterWeek', 'homes', 'evening', {
    ...{ minutes: 60, helpers: 3, participants: 30, months: [3], needsOperations: true, goals: [6, 13] },
    ...{ budget: [900, 400, 200], taskMinutes: [10, 30, 5, 40, 20], operationsHours: 1 },
  }),
  card('meadow', 'green', 'weekend', {
    ...{ minutes: 720, helpers: 8, participants: 30, setting: 'outdoors', months: [4, 5, 9], goals: [11, 13, 15] },
    ...{ budget: [2400, 1800, 1000, 800], taskMinutes: [10, 45, 20, 60, 30, 40, 60] },
    ...{ needsMeeting: true, needsOperations: true, operationsHours: -12 },
  }),
  card('raisedBeds', 'green', 'weekend', {
    ...{ minutes: 720, helpers: 8, participants: 10, setting: 'outdoors', months: [4], goals: [3, 11, 12] },
    ...{ budget: [7000, 4500, 1500, 1000], taskMinutes: [10, 30, 10, 15, 60, 30, 30] },
    ...{ needsMeeting: true, needsOperations: true },
  }),
  card('fruitTrees', 'green', 'day', {
    ...{ minutes: 360, helpers: 10, participants: 30, setting: 'outdoors', months: [11], goals: [11, 13, 15] },
    ...{ budget: [3600, 1900, 1500, 500], taskMinutes: [15, 30, 45, 40, 10, 15] },
    ...{ needsMeeting: true, needsOperations: true, operationsHours: 4 },
  }),
  card('insectHotel', 'green', 'evening', {
    ...{ minutes: 180, helpers: 3, participants: 20, setting: 'outdoors', months: [5], goals: [4, 15] },
    ...{ budget: [700, 200, 300], taskMinutes: [15, 60, 45, 30, 10, 20], needsOperations: true },
  }),
  card('rainBarrels', 'green', 'evening', {
    ...{ minutes: 180, helpers: 2, participants: 4, setting: 'outdoors', months: SPRING, goals: [6, 13] },
    ...{ budget: [3000, 600, 800], taskMinutes: [10, 40, 15, 30, 45], needsOperations: true },
  }),
  card('compost', 'green', 'running', {
    ...{ minutes: 60, helpers: 5, participants: 20, setting: 'outdoors', months: SPRING, goals: [12, 13] },
    ...{ budget: [2500, 600, 400], taskMinutes: [10, 30, 15, 20, 60, 45], needsOperations: true },
  }),
  card('plantSwap', 'green', 'evening', {
    ...{ minutes: 180, helpers: 3, participants: 30, setting: 'outdoors', months: [5, 8], goals: [12, 15] },
    ...{ budget: [200], taskMinutes: [10, 15, 15, 20, 15, 15] },
  }),
  card('birdWalk', 'green', 'evening', {
    ...{ minutes: 90, helpers: 2, participants: 15, setting: 'outdoors', months: [1, 5], goals: [3, 15] },
    ...{ taskMinutes: [10, 5, 15, 60, 5] },
  }),
  card('natureGrounds', 'green', 'months', {
    ...{ minutes: 2400, helpers: 8, participants: 80, setting: 'outdoors', goals: [11, 13, 15] },
    ...{ budget: [6000, 6500, 1500, 1000], taskMinutes: [5, 40, 20, 60, 60, 60] },
    ...{ needsMeeting: true, needsOperations: true, rentEffect: true, operationsHours: -40 },
  }),
  card('firePlace', 'green', 'weekend', {
    ...{ minutes: 600, helpers: 6, participants: 30, setting: 'outdoors', months: [9, 10], goals: [3, 11] },
    ...{ budget: [4200, 3600, 700, 500], taskMinutes: [10, 30, 60, 30, 10, 60] },
    ...{ needsMeeting: true, needsOperations: true },
  }),
  card('neighbourCoffee', 'people', 'running', {
    ...{
      minutes: 120,
      helpers: 1,
      participants: 12,
      goals: [3, 11],
      budget: [150],
      taskMinutes: [10, 40, 120, 15, 15],
    },
  }),
  card('sharedDinner', 'people', 'evening', {
    ...{ minutes: 180, helpers: 8, participants: 60, months: WINTER, goals: [3, 11] },
    ...{ budget: [2400, 300], taskMinutes: [30, 60, 15, 20, 30, 20, 10, 45] },
  }),
  card('walkingGroup', 'people', 'running', {
    ...{ minutes: 60, helpers: 2, participants: 12, setting: 'outdoors', goals: [3], taskMinutes: [5, 60, 20, 45, 5] },
  }),
  card('languageCafe', 'people', 'running', {
    ...{ minutes: 120, helpers: 4, participants: 16, months: [9, 10, 11, 12, 1, 2, 3, 4], goals: [4, 10, 11] },
    ...{ budget: [600, 400], taskMinutes: [20, 30, 15, 15, 5, 20] },
  }),
  card('homework', 'people', 'running', {
    ...{ minutes: 120, helpers: 4, participants: 15, months: [9, 10, 11, 12, 1, 2, 3, 4, 5], goals: [4, 10] },
    ...{ budget: [1200, 400, 400], taskMinutes: [10, 30, 30, 15, 10] },
  }),
  card('knitting', 'people', 'running', {
    ...{ minutes: 120, helpers: 1, participants: 10, months: WINTER, goals: [3, 12] },
    ...{ budget: [500, 200, 100], taskMinutes: [10, 20, 10, 10, 20] },
  }),
  card('gameNight', 'people', 'evening', {
    ...{ minutes: 180, helpers: 5, participants: 25, months: [9, 10, 11], goals: [3, 10, 11] },
    ...{ budget: [2000, 1100, 400], taskMinutes: [10, 30, 120, 20, 20, 10] },
  }),
  card('summerParty', 'people', 'day', {
    ...{ minutes: 480, helpers: 25, participants: 120, setting: 'outdoors', months: [6], goals: [3, 11] },
    ...{
      budget: [4500, 5000, 2000, 500],
      taskMinutes: [10, 30, 20, 20, 10, 40, 45, 20, 20, 60, 10, 15, 45, 20, 15, 15, 30, 20, 30, 30, 15, 10, 15, 20, 20],
    },
    needsOperations: true,
  }),
  card('neighbourFreezer', 'people', 'running', {
    ...{ minutes: 60, helpers: 4, participants: 30, months: WINTER, goals: [2, 3, 12] },
    ...{ budget: [4200, 900, 1200, 200], taskMinutes: [10, 20, 10, 20, 60], needsOperations: true },
  }),
];

function ownHome(key: string, category: Category, minutes: number, goals: readonly number[], more = {}): DeckFacts {
  const alone = { minutes, helpers: 1, participants: 1, taskMinutes: [], goals, doneBy: 'resident' as const };
  return card(key, category, 'evening', { ...alone, ...more });
}

/** What one can do at home, without asking anybody. */
export const AT_HOME_DECK: readonly DeckFacts[] = [
  ownHome('airOut', 'homes', 20, [3, 7]),
  ownHome('oneDegree', 'homes', 10, [7, 13], { months: WINTER }),
  ownHome('coldWash', 'homes', 10, [7, 12]),
  ownHome('shortShower', 'homes', 5, [6, 13]),
  ownHome('balconyBees', 'green', 60, [15], { setting: 'outdoors', months: [4, 5, 6], budget: [150] }),
  ownHome('leftovers', 'people', 45, [2, 12]),
  ownHome('threeNeighbours', 'people', 10, [3, 11]),
  ownHome('borrowFirst', 'people', 10, [11, 12]),
];
