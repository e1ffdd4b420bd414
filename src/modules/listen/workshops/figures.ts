import type { Figure } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { anyWorkshopBy, type CountedWorkshop, workshopsIn } from './store/counted.ts';
import { workshopPlace } from './urls.ts';

const NUMBER = {
  room: 'listen',
  unit: 'number',
  way: 'sum',
  better: 'up',
  people: false,
  perDepartment: false,
} as const;

/** How much was listened to at paper tablecloths. */
export const workshopsFigures: readonly Figure[] = [
  {
    ...NUMBER,
    code: 'workshops_held',
    address: 'workshops-holdt',
    name: { da: 'Workshops med dækkeserviet', en: 'Workshops with placemats' },
    definition: { da: 'Alle workshops, hvis dag lå i perioden.', en: 'Every workshop whose day was in the period.' },
    rows: rowsOf(() => 1),
  },
  {
    ...NUMBER,
    code: 'workshop_tables',
    address: 'borde-ved-workshops',
    name: { da: 'Borde, der arbejdede ved workshops', en: 'Tables that worked at workshops' },
    definition: {
      da: 'Hvor mange borde der var ved periodens workshops.',
      en: 'How many tables there were at the workshops of the period.',
    },
    rows: rowsOf(({ tables }) => tables),
  },
];

function rowsOf(value: (one: CountedWorkshop) => number): Figure['rows'] {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyWorkshopBy, span.until))) return null;
    return (await rowsOnce(tx, workshopsIn, span)).map((one) => ({
      id: one.id,
      on: one.on,
      title: one.title,
      path: workshopPlace({ id: one.id }),
      departmentIds: [],
      value: value(one),
    }));
  };
}
