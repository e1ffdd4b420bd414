import { z } from 'zod';
import { resource } from '../../platform/resources/resource.ts';
import { CATEGORIES, STATUSES } from './rules.ts';
import { initiativesAfter } from './store/resources.ts';
import { initiativePlace } from './urls.ts';

const day = z.iso.date().nullable();

/** What everybody may read of an initiative. Who drives it is not told. */
export const initiativesResources = [
  resource({
    name: 'initiatives',
    area: 'initiatives',
    about: 'Initiatives: what residents want to do together, and how far it is.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      title: z.string(),
      what: z.string().meta({ description: 'What they want to do, in their own words.' }),
      category: z.enum(CATEGORIES),
      place: z.string().meta({ description: 'Empty when nobody has said where.' }),
      status: z.enum(STATUSES).meta({ description: 'As it stands today.' }),
      wholeOrganisation: z.boolean(),
      departmentIds: z.array(z.uuid()),
      startsOn: day.meta({ description: 'First day of the activity.' }),
      endsOn: day.meta({ description: 'Last day, included.' }),
      createdAt: z.iso.datetime(),
      url: z.url().meta({ description: 'The page for people.' }),
    }),
    async page(tx, asked) {
      const rows = await initiativesAfter(tx, asked);
      return rows.map(({ createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        url: tx.origin + initiativePlace({ id: row.id }),
      }));
    },
  }),
];
