import type { Language } from '../../../kernel/language.ts';
import type { Figure, FigureRow } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import type { HappeningKind } from './rules/status.ts';
import { anySoughtBy, type CountedHappening, happenedIn } from './store/counted.ts';
import { projectPlace } from './urls.ts';

type Said = Readonly<Record<Language, string>>;

const MONEY = { room: 'decide', unit: 'ore', way: 'sum', people: false, perDepartment: true } as const;

/** What the funds gave, how soon they answered, and what came of it. */
export const resultsFigures: readonly Figure[] = [
  money(
    'sought',
    'pulje-soegt',
    { da: 'Søgt i puljerne', en: 'Sought from the funds' },
    {
      da: 'Alt, hvad der blev søgt om i perioden.',
      en: 'Everything that was applied for in the period.',
    },
  ),
  money(
    'committed',
    'pulje-lovet',
    { da: 'Lovet af puljerne', en: 'Promised by the funds' },
    {
      da: 'Alle tilsagn, der blev givet i perioden.',
      en: 'Every promise given in the period.',
    },
  ),
  money(
    'paid',
    'pulje-betalt',
    { da: 'Betalt af puljerne', en: 'Paid by the funds' },
    {
      da: 'Det, der blev betalt i perioden, også af tilsagn fra året før.',
      en: 'What was paid in the period, of promises from before too.',
    },
  ),
  {
    code: 'fund_answer_days',
    address: 'svartid-paa-ansoegninger',
    room: 'decide',
    name: { da: 'Dage, til en ansøgning fik svar', en: 'Days until an application was answered' },
    definition: {
      da: 'Den midterste svartid for de ansøgninger, der fik ja eller nej i perioden.',
      en: 'The middle answer time of the applications that got a yes or a no in the period.',
    },
    unit: 'days',
    way: 'median',
    better: 'down',
    people: false,
    perDepartment: true,
    rows: rowsOf(['committed', 'refused'], ({ days }) => ({ value: days })),
  },
  {
    code: 'fund_answered_in_time',
    address: 'svar-til-tiden',
    room: 'decide',
    name: { da: 'Ansøgninger med svar til tiden', en: 'Applications answered in time' },
    definition: {
      da: 'Så stor en del af dem, der fik ja eller nej i perioden, fik det inden den dag, vi lovede.',
      en: 'How many of those that got a yes or a no in the period got it by the day we promised.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(['committed', 'refused'], ({ inTime }) => ({ value: inTime ? 1 : 0, of: 1 })),
  },
  {
    code: 'fund_refused_late',
    address: 'afslag-for-sent-soegt',
    room: 'decide',
    name: { da: 'Afslag, fordi der blev søgt for sent', en: 'Refused for applying too late' },
    definition: {
      da: 'Ansøgninger, der fik nej i perioden, fordi aktiviteten allerede var holdt eller i gang.',
      en: 'Applications refused in the period because the activity was already held or begun.',
    },
    unit: 'number',
    way: 'sum',
    better: 'down',
    people: false,
    perDepartment: true,
    rows: rowsOf(['refused'], ({ tooLate }) => (tooLate ? { value: 1 } : null)),
  },
  {
    code: 'fund_came',
    address: 'kom-til-det-puljen-stoettede',
    room: 'decide',
    name: { da: 'Mennesker, der kom til det støttede', en: 'People who came to what was supported' },
    definition: {
      da: 'Hvor mange der kom, når nogen har fortalt, hvordan det gik. Det tælles den dag, de fortalte det.',
      en: 'How many came, where somebody told how it went. Counted on the day they told.',
    },
    unit: 'persons',
    way: 'sum',
    better: 'up',
    people: true,
    perDepartment: true,
    emptyIsMissing: true,
    rows: rowsOf(['told'], ({ came }) => (came === null ? null : { value: came })),
  },
];

function money(kind: 'sought' | 'committed' | 'paid', address: string, name: Said, definition: Said): Figure {
  const rows = rowsOf([kind], ({ amount }) => ({ value: amount }));
  return { ...MONEY, code: `fund_${kind}`, address, name, definition, better: 'none', rows };
}

/** What was supported has a page for everybody; the rest is told by its title. */
function rowsOf(
  kinds: readonly HappeningKind[],
  counted: (one: CountedHappening) => Pick<FigureRow, 'value' | 'of'> | null,
): Figure['rows'] {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anySoughtBy, span.until))) return null;
    return (await rowsOnce(tx, happenedIn, span)).flatMap((one) => {
      if (!kinds.includes(one.kind)) return [];
      const { id, on, title, departmentIds, supported } = one;
      const value = counted(one);
      return value ? [{ id, on, title, departmentIds, path: supported ? projectPlace({ id }) : null, ...value }] : [];
    });
  };
}
