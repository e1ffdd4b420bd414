import { isStaff } from '../../kernel/actor.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { Figure, FigureRow, FigureSpan } from '../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../platform/figures/look.ts';
import type { QuietAnswer } from './rules/quiet.ts';
import {
  anyIdeaBy,
  anyInitiativeBy,
  anyQuestionBy,
  begunIn,
  type CountedDriver,
  type CountedIdea,
  type CountedInitiative,
  type CountedQuestion,
  driversBegunIn,
  heldIn,
  ideasAnsweredIn,
  ideasIn,
  questionsAnsweredIn,
  questionsAskedIn,
  stoppedIn,
} from './store/counted.ts';
import { ideaPlace, insidePlace } from './urls.ts';

/** What the spine can tell of itself. */
export const initiativesFigures: readonly Figure[] = [
  {
    code: 'initiatives_begun',
    address: 'initiativer-begyndt',
    room: 'act',
    name: { da: 'Initiativer, der begyndte', en: 'Initiatives that began' },
    definition: {
      da: 'Alle initiativer, som nogen oprettede i perioden.',
      en: 'Every initiative that somebody made in the period.',
    },
    unit: 'number',
    way: 'sum',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(begunIn),
  },
  {
    code: 'initiatives_held',
    address: 'initiativer-holdt',
    room: 'act',
    name: { da: 'Initiativer, der blev til noget', en: 'Initiatives that were held' },
    definition: {
      da: 'Initiativer, der blev holdt i perioden. Vi tæller dem på den sidste dag, de var planlagt til, eller på den dag, nogen skrev, at de var holdt.',
      en: 'Initiatives held in the period, counted on their last day as planned, or on the day somebody wrote that they were held.',
    },
    unit: 'number',
    way: 'sum',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(heldIn),
  },
  {
    code: 'initiatives_stopped',
    address: 'initiativer-stoppet',
    room: 'act',
    name: { da: 'Initiativer, der stoppede', en: 'Initiatives that stopped' },
    definition: {
      da: 'Initiativer, der stoppede i perioden, før de blev holdt. Det er også viden.',
      en: 'Initiatives that stopped in the period before they were held. That is knowledge too.',
    },
    unit: 'number',
    way: 'sum',
    better: 'none',
    people: false,
    perDepartment: true,
    rows: rowsOf(stoppedIn),
  },
  {
    code: 'initiatives_across',
    address: 'initiativer-paa-tvaers',
    room: 'act',
    name: { da: 'Holdt på tværs af afdelinger', en: 'Held across departments' },
    definition: {
      da: 'Så stor en del af det, der blev holdt i perioden, lå i flere afdelinger eller var for alle.',
      en: 'How much of what was held in the period lay in several departments or was for everybody.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: false,
    rows: rowsOf(heldIn, ({ departmentIds }) => (departmentIds.length === 1 ? 0 : 1)),
  },
  {
    code: 'drivers_begun',
    address: 'nye-til-at-drive',
    room: 'act',
    name: { da: 'Mennesker, der tog noget på sig', en: 'People who took something on' },
    definition: {
      da: 'Forskellige mennesker, der begyndte at drive et initiativ i perioden.',
      en: 'Different people who began to drive an initiative in the period.',
    },
    unit: 'persons',
    way: 'different',
    better: 'up',
    people: true,
    perDepartment: true,
    rows: driverRows(() => true),
  },
  {
    code: 'drivers_first',
    address: 'foerste-gang-de-driver',
    room: 'act',
    name: { da: 'Tog noget på sig for første gang', en: 'Took something on for the first time' },
    definition: {
      da: 'Forskellige mennesker, der begyndte at drive et initiativ i perioden og aldrig havde gjort det før.',
      en: 'Different people who began to drive an initiative in the period and never had before.',
    },
    unit: 'persons',
    way: 'different',
    better: 'up',
    people: true,
    perDepartment: true,
    rows: driverRows(({ first }) => first),
  },
  {
    code: 'ideas_received',
    address: 'ideer-modtaget',
    room: 'listen',
    name: { da: 'Idéer, der kom ind', en: 'Ideas that came in' },
    definition: {
      da: 'Alle idéer fra beboere i perioden, også dem på papir og i telefonen.',
      en: 'Every idea from residents in the period, on paper and by telephone too.',
    },
    unit: 'number',
    way: 'sum',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: ideaRows(ideasIn, () => ({ value: 1 })),
  },
  {
    code: 'ideas_became',
    address: 'ideer-blev-til-noget',
    room: 'listen',
    name: { da: 'Idéer, der blev til noget', en: 'Ideas that became something' },
    definition: {
      da: 'Så stor en del af de besvarede idéer blev til et initiativ eller lagt til et.',
      en: 'How many of the answered ideas became an initiative or joined one.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: ideaRows(ideasAnsweredIn, ({ answer }) => ({ value: answer === 'words' ? 0 : 1, of: 1 })),
  },
  {
    code: 'ideas_answer_days',
    address: 'svartid-paa-ideer',
    room: 'listen',
    name: { da: 'Dage, til en idé fik svar', en: 'Days until an idea was answered' },
    definition: {
      da: 'Den midterste ventetid for de idéer, der fik svar i perioden.',
      en: 'The middle wait of the ideas that were answered in the period.',
    },
    unit: 'days',
    way: 'median',
    better: 'down',
    people: false,
    perDepartment: true,
    rows: ideaRows(ideasAnsweredIn, ({ days }) => ({ value: days })),
  },
  {
    code: 'quiet_asked',
    address: 'spurgt-hvordan-det-gaar',
    room: 'act',
    name: { da: 'Spurgt, fordi der var stille', en: 'Asked because it was quiet' },
    definition: {
      da: 'Så mange gange spurgte vi i perioden, hvordan det går med et initiativ, som ingen længe havde rørt ved.',
      en: 'How many times in the period we asked how an initiative was going that nobody had touched for long.',
    },
    unit: 'number',
    way: 'sum',
    better: 'none',
    people: false,
    perDepartment: true,
    rows: questionRows(questionsAskedIn, () => ({ value: 1 })),
  },
  {
    code: 'quiet_answered',
    address: 'svar-paa-hvordan-det-gaar',
    room: 'act',
    name: { da: 'Fik svar på, hvordan det går', en: 'Answered how it is going' },
    definition: {
      da: 'Så stor en del af spørgsmålene fra perioden har fået svar.',
      en: 'How many of the questions asked in the period have been answered.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: questionRows(questionsAskedIn, ({ answer }) => ({ value: answer ? 1 : 0, of: 1 })),
  },
  quietFigure('quiet_going', 'svarede-det-gaar', ['going'], { da: 'Det går', en: 'It is going well' }),
  quietFigure('quiet_help', 'svarede-vil-gerne-have-hjaelp', ['help'], {
    da: 'Vi vil gerne have hjælp',
    en: 'We would like help',
  }),
  quietFigure('quiet_rests', 'svarede-det-hviler', ['rests'], { da: 'Det hviler', en: 'It rests' }),
  quietFigure('quiet_over', 'svarede-det-er-slut', ['held', 'stopped'], { da: 'Det er slut', en: 'It is over' }),
];

/** How the questions were answered: the share that one answer has of all. */
function quietFigure(code: string, address: string, answers: readonly QuietAnswer[], said: Figure['name']): Figure {
  return {
    code,
    address,
    room: 'act',
    name: { da: `Svarede: ${said.da}`, en: `Answered: ${said.en}` },
    definition: {
      da: `Vi spurgte, hvordan det går. Så stor en del af svarene i perioden lød: ${said.da}.`,
      en: `We asked how it is going. How many of the answers in the period were: ${said.en}.`,
    },
    unit: 'share',
    way: 'share',
    better: 'none',
    people: false,
    perDepartment: true,
    rows: questionRows(questionsAnsweredIn, ({ answer }) => ({
      value: answer && answers.includes(answer) ? 1 : 0,
      of: 1,
    })),
  };
}

type Rows = Figure['rows'];

function rowsOf(
  read: (tx: TenantDb, span: FigureSpan) => Promise<readonly CountedInitiative[]>,
  value: (one: CountedInitiative) => number = () => 1,
): Rows {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyInitiativeBy, span.until))) return null;
    return (await rowsOnce(tx, read, span)).map((one) => ({ ...one, path: insidePlace(one), value: value(one) }));
  };
}

function driverRows(counts: (one: CountedDriver) => boolean): Rows {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyInitiativeBy, span.until))) return null;
    const rows = (await rowsOnce(tx, driversBegunIn, span)).filter(counts);
    return rows.map(({ first: _, ...one }) => ({ ...one, path: insidePlace(one), value: 1 }));
  };
}

/** Ideas have no title, since their words may name somebody; staff alone open them. */
function ideaRows(
  read: (tx: TenantDb, span: FigureSpan) => Promise<readonly CountedIdea[]>,
  value: (one: CountedIdea) => Pick<FigureRow, 'value' | 'of'>,
): Rows {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyIdeaBy, span.until))) return null;
    const opens = isStaff(tx.actor);
    return (await rowsOnce(tx, read, span)).map((one) => ({
      id: one.id,
      on: one.on,
      title: null,
      path: opens ? ideaPlace(one) : null,
      departmentIds: one.departmentIds,
      ...value(one),
    }));
  };
}

function questionRows(
  read: (tx: TenantDb, span: FigureSpan) => Promise<readonly CountedQuestion[]>,
  value: (one: CountedQuestion) => Pick<FigureRow, 'value' | 'of'>,
): Rows {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyQuestionBy, span.until))) return null;
    return (await rowsOnce(tx, read, span)).map(({ answer, ...one }) => ({
      ...one,
      path: insidePlace(one),
      ...value({ ...one, answer }),
    }));
  };
}
