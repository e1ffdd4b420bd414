import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Figure, FigureSpan } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { anyCardBy, type CountedCard, doingsIn, takingsIn } from './store/counted.ts';
import { cardPlace } from './urls.ts';

/** What the catalogue was used for. */
export const catalogueFigures: readonly Figure[] = [
  {
    code: 'catalogue_taken',
    address: 'kort-afproevet',
    room: 'inspire',
    name: { da: 'Kort, nogen gik i gang med', en: 'Cards that somebody began' },
    definition: {
      da: 'Så mange gange har nogen i perioden sagt: det vil vi også. Hver gang blev til et initiativ.',
      en: 'How many times somebody in the period said: we want that too. Each became an initiative.',
    },
    unit: 'number',
    way: 'sum',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(takingsIn),
  },
  {
    code: 'catalogue_cards_tried',
    address: 'forskellige-kort',
    room: 'inspire',
    name: { da: 'Forskellige kort, der er prøvet', en: 'Different cards tried' },
    definition: {
      da: 'Hvor mange forskellige kort nogen gik i gang med i perioden.',
      en: 'How many different cards somebody began in the period.',
    },
    unit: 'number',
    way: 'different',
    better: 'up',
    people: false,
    perDepartment: true,
    rows: rowsOf(takingsIn, ({ cardId }) => cardId),
  },
  {
    code: 'catalogue_at_home',
    address: 'goer-det-selv-hjemme',
    room: 'inspire',
    name: { da: 'Gør det selv derhjemme', en: 'Done at home' },
    definition: {
      da: 'Så mange gange har nogen i perioden sagt: det gør jeg selv.',
      en: 'How many times somebody in the period said: I do this myself.',
    },
    unit: 'persons',
    way: 'sum',
    better: 'up',
    people: true,
    perDepartment: false,
    rows: rowsOf(doingsIn),
  },
];

function rowsOf(
  read: (tx: TenantDb, span: FigureSpan) => Promise<readonly CountedCard[]>,
  who?: (one: CountedCard) => string,
): Figure['rows'] {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyCardBy, span.until))) return null;
    return (await rowsOnce(tx, read, span)).map((one) => ({
      id: one.id,
      on: one.on,
      title: one.title,
      path: cardPlace({ id: one.cardId }),
      departmentIds: one.departmentIds,
      value: 1,
      ...(who ? { who: who(one) } : {}),
    }));
  };
}
