import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { GROUNDS } from './rules/supported.ts';
import { resultsAfter } from './store/resources.ts';
import { projectPlace } from './urls.ts';

const ore = z.int().meta({ description: 'Hundredths of a krone.' });

/** What the funds supported and what came of it: the same as everybody reads on the site. */
export const resultsResources = [
  resource({
    name: 'results',
    area: 'results',
    about: 'What the funds have supported, and how many came. The same as everybody may read.',
    shape: z.object({
      id: z.uuid().meta({ description: 'The application’s id.' }),
      reference: z.string(),
      fundId: z.uuid(),
      title: z.string(),
      decidedOn: z.iso.date(),
      startsOn: z.iso.date().nullable(),
      grounds: z.array(z.enum(GROUNDS)),
      committedOre: ore,
      paidOre: ore,
      releasedOre: ore,
      came: z
        .int()
        .nullable()
        .meta({ description: 'How many came; null until told, and where they were fewer than five.' }),
      closed: z.boolean(),
      departmentIds: z.array(z.uuid()),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await resultsAfter(tx, asked);
      return rows.map((row) => ({ ...row, url: tx.origin + projectPlace({ id: row.id }) }));
    },
  }),
];
