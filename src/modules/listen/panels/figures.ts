import type { Figure } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { anyRecommendationBy, recommendationsIn } from './store/counted.ts';
import { panelPlace } from './urls.ts';

/** Whether focus groups are answered. */
export const panelsFigures: readonly Figure[] = [
  {
    code: 'panel_recommendations_answered',
    address: 'anbefalinger-besvaret',
    room: 'listen',
    name: { da: 'Anbefalinger, der fik svar', en: 'Recommendations that were answered' },
    definition: {
      da: 'Så stor en del af fokusgruppernes anbefalinger fra perioden har fået svar.',
      en: 'How many of the focus groups’ recommendations from the period have been answered.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: false,
    async rows(tx, span) {
      if (!(await askedOnce(tx, anyRecommendationBy, span.until))) return null;
      return (await rowsOnce(tx, recommendationsIn, span)).map((one) => ({
        id: one.id,
        on: one.on,
        title: one.title,
        path: panelPlace({ id: one.panelId }),
        departmentIds: [],
        value: one.answered ? 1 : 0,
        of: 1,
      }));
    },
  },
];
