import type { Figure } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { anyStoryBy, storiesIn } from './store/counted.ts';
import { storyPlace } from './urls.ts';

/** What was told. */
export const storiesFigures: readonly Figure[] = [
  {
    code: 'stories_published',
    address: 'historier-fortalt',
    room: 'inspire',
    name: { da: 'Historier, der er fortalt', en: 'Stories told' },
    definition: {
      da: 'Hvor mange historier der blev udgivet første gang i perioden og stadig kan læses.',
      en: 'How many stories were published for the first time in the period and can still be read.',
    },
    unit: 'number',
    way: 'sum',
    better: 'up',
    people: false,
    perDepartment: true,
    async rows(tx, span) {
      if (!(await askedOnce(tx, anyStoryBy, span.until))) return null;
      return (await rowsOnce(tx, storiesIn, span)).map(({ id, on, heading, departmentIds }) => ({
        id,
        on,
        title: heading,
        path: storyPlace({ id }),
        departmentIds,
        value: 1,
      }));
    },
  },
];
