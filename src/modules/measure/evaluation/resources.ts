import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { percent, QUESTIONS, shownOf } from './rules/answers.ts';
import { evaluationsAfter } from './store/counted.ts';
import { pageOf } from './store/evaluations.ts';

const share = z.int().nullable().meta({ description: 'Whole per cent; null where fewer than five answered it.' });

/** What those say who were there: what has ended, and from five answers. */
export const evaluationResources = [
  resource({
    name: 'evaluations',
    area: 'results',
    about:
      'How it was, in figures: events and initiatives that five or more have answered about. Never a single answer.',
    shape: z.object({
      id: z.uuid(),
      eventId: z.uuid().nullable(),
      initiativeId: z.uuid().nullable(),
      title: z.string(),
      on: z.iso.date(),
      departmentIds: z.array(z.uuid()).meta({ description: 'Empty: the whole organisation.' }),
      answers: z.int().nullable().meta({ description: 'Null: fewer than five, and nothing more is told.' }),
      likedPercent: share,
      metNewPercent: share,
      helpsPercent: share,
      url: z.url().meta({ description: 'The page for people.' }),
    }),
    async page(tx, asked) {
      return (await evaluationsAfter(tx, asked)).map(({ id, about, title, on, departmentIds, tally }) => {
        const shown = shownOf(tally);
        const [likedPercent, metNewPercent, helpsPercent] = QUESTIONS.map((question) => {
          const one = shown?.[question];
          return one ? percent(one) : null;
        });
        return {
          id,
          eventId: about.kind === 'event' ? about.id : null,
          initiativeId: about.kind === 'initiative' ? about.id : null,
          title,
          on,
          departmentIds: [...departmentIds],
          answers: shown?.answers ?? null,
          likedPercent: likedPercent ?? null,
          metNewPercent: metNewPercent ?? null,
          helpsPercent: helpsPercent ?? null,
          url: tx.origin + pageOf(about),
        };
      });
    },
  }),
];
