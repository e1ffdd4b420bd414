import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { CATEGORIES, DOERS, EFFORTS, readIn, SETTINGS } from './rules/card.ts';
import { cardsAfter } from './store/cards.ts';
import { cardPlace } from './urls.ts';

/** What everybody may read of the catalogue: published cards, in the house's own language. */
export const catalogueResources = [
  resource({
    name: 'catalogue-cards',
    area: 'initiatives',
    about: 'Published cards of the inspiration catalogue: what can be done, what it takes and costs.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      title: z.string(),
      what: z.string(),
      category: z.enum(CATEGORIES),
      doneBy: z.enum(DOERS),
      setting: z.enum(SETTINGS),
      effort: z.enum(EFFORTS),
      minutes: z.int(),
      participants: z.int().meta({ description: 'The cost is an example for so many.' }),
      months: z.array(z.int()).meta({ description: '1 to 12; empty: all year.' }),
      costOre: z.int().meta({ description: 'In hundredths of a krone.' }),
      needsMeeting: z.boolean(),
      steps: z.array(z.string()),
      licence: z.string(),
      url: z.url().meta({ description: 'The page for people.' }),
    }),
    async page(tx, asked) {
      const cards = await cardsAfter(tx, asked);
      return cards.map((card) => {
        const { title, what, steps } = readIn(card, tx.tenant.language);
        const { id, category, doneBy, setting, effort, minutes, participants, months, needsMeeting, licence } = card;
        return {
          ...{ id, title, what, category, doneBy, setting, effort, minutes, participants, needsMeeting, licence },
          months: [...months],
          costOre: card.cost,
          steps: [...steps],
          url: tx.origin + cardPlace({ id }),
        };
      });
    },
  }),
];
