import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Figure, FigureRow, FigureSpan } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import type { Answer } from './rules/asking.ts';
import { type AskMade, anyJobBy, asksIn, type CutJob, cutIn, type DoneTask, doneIn } from './store/counted.ts';
import { jobPlace } from './urls.ts';

const NUMBER = { room: 'act', unit: 'number', way: 'sum', better: 'up', people: false, perDepartment: true } as const;
const PEOPLE = { ...NUMBER, unit: 'persons', way: 'different', people: true } as const;
const ANSWERS = { ...NUMBER, people: true } as const;

/** What the smallest tasks can tell: who helped, how much, and what became of asking. */
export const tasksFigures: readonly Figure[] = [
  {
    ...PEOPLE,
    code: 'task_helpers',
    address: 'forskellige-hjaelpere',
    name: { da: 'Forskellige hjælpere', en: 'Different helpers' },
    definition: {
      da: 'Mennesker, der gjorde mindst én lille opgave færdig i perioden. Hver tæller én gang. En nabo uden konto kendes igen på mail eller telefon.',
      en: 'People who finished at least one small task in the period, each once. A neighbour without an account is known again by e-mail or telephone.',
    },
    rows: done((one) => ({ value: 1, who: one.helperId })),
  },
  {
    ...PEOPLE,
    code: 'task_first_helpers',
    address: 'hjaelpere-foerste-gang',
    name: { da: 'Hjalp for første gang', en: 'Helped for the first time' },
    definition: {
      da: 'Mennesker, der i perioden gjorde deres allerførste lille opgave.',
      en: 'People who did their very first small task in the period.',
    },
    rows: done((one) => (one.first ? { value: 1, who: one.helperId } : null)),
  },
  {
    ...NUMBER,
    code: 'tasks_done',
    address: 'smaa-opgaver-gjort',
    name: { da: 'Små opgaver, der blev gjort', en: 'Small tasks done' },
    definition: {
      da: 'Opgaver på 5 til 60 minutter, som nogen satte flueben ved i perioden.',
      en: 'Tasks of 5 to 60 minutes that somebody ticked as done in the period.',
    },
    rows: done(() => ({ value: 1 })),
  },
  {
    ...NUMBER,
    code: 'task_minutes',
    address: 'en-lille-opgaves-laengde',
    name: { da: 'Hvor lang en lille opgave er', en: 'How long a small task is' },
    definition: {
      da: 'Den midterste længde af de opgaver, der blev gjort: som det tog, hvor nogen har sagt det, ellers som den var lagt.',
      en: 'The middle length of the tasks done: as it took where somebody has said so, else as it was laid.',
    },
    unit: 'minutes',
    way: 'median',
    better: 'none',
    rows: done(({ minutes }) => ({ value: minutes })),
  },
  {
    ...PEOPLE,
    code: 'task_leaders',
    address: 'forskellige-tovholdere',
    name: { da: 'Forskellige tovholdere', en: 'Different task leaders' },
    definition: {
      da: 'Mennesker, der delte et arbejde i små opgaver i perioden.',
      en: 'People who cut work into small tasks in the period.',
    },
    rows: rowsOf<CutJob>(cutIn, ({ cutBy }) => ({ value: 1, who: cutBy })),
  },
  {
    ...NUMBER,
    code: 'asks_made',
    address: 'naboer-spurgt',
    name: { da: 'Spørgsmål til naboer', en: 'Questions to neighbours' },
    definition: {
      da: 'Gange, hvor et menneske spurgte et andet om en lille ting: med link, seddel, SMS eller mail.',
      en: 'Times when a person asked another for a small thing: by link, slip, text message or e-mail.',
    },
    rows: rowsOf<AskMade>(asksIn, () => ({ value: 1 })),
  },
  asked('yes', 'asks_accepted', 'naboer-sagde-ja', {
    name: { da: 'Naboer, der sagde ja', en: 'Neighbours who said yes' },
    definition: {
      da: 'Spørgsmål fra perioden, der fik et ja.',
      en: 'Questions of the period that were answered with a yes.',
    },
    better: 'up',
  }),
  asked('smaller', 'asks_smaller', 'naboer-ville-noget-mindre', {
    name: { da: 'Naboer, der ville noget mindre', en: 'Neighbours who wanted something smaller' },
    definition: {
      da: 'Spørgsmål fra perioden, der blev besvaret med ”noget mindre”. Det er et godt svar.',
      en: 'Questions of the period answered with “something smaller”. It is a good answer.',
    },
    better: 'none',
  }),
  asked(null, 'asks_unanswered', 'spoergsmaal-uden-svar', {
    name: { da: 'Spørgsmål uden svar', en: 'Questions without an answer' },
    definition: {
      da: 'Spørgsmål fra perioden, som ingen har svaret på endnu.',
      en: 'Questions of the period that nobody has answered yet.',
    },
    better: 'down',
  }),
  {
    ...PEOPLE,
    code: 'task_share_asked',
    address: 'hjalp-fordi-nogen-spurgte',
    name: { da: 'Hjalp, fordi et menneske spurgte', en: 'Helped because a person asked' },
    definition: {
      da: 'Af de opgaver, der blev gjort i perioden: den del, hvor nogen var blevet spurgt af et menneske.',
      en: 'Of the tasks done in the period: the part where somebody had been asked by a person.',
    },
    unit: 'share',
    way: 'share',
    rows: done((one) => ({ value: one.asked ? 1 : 0, of: 1 })),
  },
];

type Counted = Pick<FigureRow, 'value' | 'of' | 'who'>;

function rowsOf<One extends DoneTask | AskMade | CutJob>(
  read: (tx: TenantDb, span: FigureSpan) => Promise<readonly One[]>,
  counted: (one: One) => Counted | null,
): Figure['rows'] {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyJobBy, span.until))) return null;
    return (await rowsOnce(tx, read, span)).flatMap((one) => {
      const value = counted(one);
      if (!value) return [];
      const { jobId, on, title, departmentIds } = one;
      return [{ id: jobId, on, title, departmentIds, path: jobPlace({ job: jobId }), ...value }];
    });
  };
}

function done(counted: (one: DoneTask) => Counted | null): Figure['rows'] {
  return rowsOf<DoneTask>(doneIn, counted);
}

function asked(
  wanted: Answer | null,
  code: string,
  address: string,
  rest: Pick<Figure, 'name' | 'definition' | 'better'>,
): Figure {
  return {
    ...ANSWERS,
    code,
    address,
    ...rest,
    rows: rowsOf<AskMade>(asksIn, ({ answer }) => (answer === wanted ? { value: 1 } : null)),
  };
}
