import type { Language } from '../../../kernel/language.ts';
import { FEWEST } from '../../../kernel/small-groups.ts';
import type { Figure, FigureRow } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import type { Question } from './rules/answers.ts';
import { anyEndedBy, type CountedEvaluation, endedIn } from './store/counted.ts';
import { pageOf } from './store/evaluations.ts';

type Said = Readonly<Record<Language, string>>;

const DAY: Said = {
  da: 'Vi tæller, når svartiden er ude, på den dag, det blev holdt.',
  en: 'Counted once the time to answer is over, on the day it was held.',
};
const FEW: Said = {
  da: 'Svar tæller, når mindst fem kom med eget link eller fra nogen, der var logget ind. Ellers tæller svarsedlerne, når der er fem.',
  en: 'Answers count when at least five came by links of their own or from people signed in. Otherwise the paper slips count, when there are five.',
};

/** What those say who were there. What a few answered is nowhere, so that no sum can be taken from another to find it. */
export const evaluationFigures: readonly Figure[] = [
  {
    code: 'evaluation_answers',
    address: 'svar-bagefter',
    room: 'measure',
    name: { da: 'Svar på, hvordan det var', en: 'Answers on how it was' },
    definition: {
      da: `Alle, der svarede på de tre spørgsmål efter et arrangement eller om et initiativ. ${FEW.da} ${DAY.da}`,
      en: `Everybody who answered the three questions after an event or about an initiative. ${FEW.en} ${DAY.en}`,
    },
    unit: 'persons',
    way: 'sum',
    better: 'up',
    people: true,
    perDepartment: true,
    rows: rowsOf(({ tally }) => (tally.answers < FEWEST ? null : { value: tally.answers })),
  },
  share(
    'liked',
    'evaluation_liked',
    'syntes-godt-om-det',
    { da: 'Syntes, det var godt', en: 'Thought it was good' },
    {
      da: 'Andelen af svarene, der siger ”godt” eller ”rigtig godt”.',
      en: 'The share of the answers that say “good” or “very good”.',
    },
  ),
  share(
    'metNew',
    'evaluation_met_new',
    'moedte-nogen-nye',
    { da: 'Mødte nogen, de ikke kendte', en: 'Met somebody new' },
    {
      da: 'Andelen af svarene, der siger, at man mødte en, man ikke kendte i forvejen.',
      en: 'The share of the answers that say that one met somebody one did not know.',
    },
  ),
  share(
    'helps',
    'evaluation_would_help',
    'vil-hjaelpe-naeste-gang',
    { da: 'Vil hjælpe næste gang', en: 'Would help next time' },
    {
      da: 'Andelen af svarene, der siger ”ja” eller ”måske, hvis nogen spørger mig”.',
      en: 'The share of the answers that say “yes” or “perhaps, if somebody asks me”.',
    },
  ),
];

/** Each thing behind a share was answered by five or more, so neither it nor any sum of such says anything of a few. */
function share(question: Question, code: string, address: string, name: Said, what: Said): Figure {
  return {
    code,
    address,
    room: 'measure',
    name,
    definition: { da: `${what.da} ${FEW.da} ${DAY.da}`, en: `${what.en} ${FEW.en} ${DAY.en}` },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(({ tally }) => {
      const { part, of } = tally[question];
      return of < FEWEST ? null : { value: part, of };
    }),
  };
}

function rowsOf(counted: (one: CountedEvaluation) => Pick<FigureRow, 'value' | 'of'> | null): Figure['rows'] {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyEndedBy, span.until))) return null;
    return (await rowsOnce(tx, endedIn, span)).flatMap((one) => {
      const value = counted(one);
      const { id, on, title, departmentIds, about } = one;
      return value ? [{ id, on, title, departmentIds, path: pageOf(about), ...value }] : [];
    });
  };
}
