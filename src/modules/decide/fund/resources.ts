import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { referenceOf } from './rules/reference.ts';
import { STATUSES } from './rules/status.ts';
import { applicationsAfter, fundsAfter } from './store/resources.ts';
import { applicationPlace, fundPlace } from './urls.ts';

const id = z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' });
const day = z.iso.date().nullable();
const ore = z.int().meta({ description: 'Hundredths of a krone.' });

/** Funds and what was applied for. Who applied is not told. */
export const fundResources = [
  resource({
    name: 'funds',
    area: 'funds',
    about: 'Funds, with the money of the period that holds today.',
    shape: z.object({
      id,
      name: z.string(),
      prefix: z.string().meta({ description: 'First part of the references: "P" of "P-0007".' }),
      organisationId: z.uuid(),
      openedOn: z.iso.date(),
      periodStartsOn: day.meta({ description: 'Null between two periods.' }),
      periodEndsOn: day,
      totalOre: ore.nullable().meta({ description: 'By the policy in force.' }),
      projectMaxOre: ore.nullable().meta({ description: 'At most so much for one project.' }),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await fundsAfter(tx, asked);
      return rows.map((row) => ({ ...row, url: tx.origin + fundPlace({ fund: row.id }) }));
    },
  }),
  resource({
    name: 'applications',
    area: 'funds',
    about: 'Applications to the funds, with amounts and how far they are. The applicant is not told.',
    shape: z.object({
      id,
      reference: z.string().meta({ description: '"P-0007", as on letters and bills.' }),
      fundId: z.uuid(),
      initiativeId: z.uuid().nullable(),
      title: z.string(),
      status: z.enum(STATUSES),
      soughtOre: ore,
      committedOre: ore.nullable().meta({ description: 'Null before a yes.' }),
      paidOre: ore,
      releasedOre: ore.meta({ description: 'Promised, and given back.' }),
      answerBy: z.iso.date(),
      startsOn: day,
      departmentIds: z.array(z.uuid()),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await applicationsAfter(tx, asked);
      return rows.map(({ prefix, number, ...row }) => ({
        ...row,
        reference: referenceOf({ prefix }, number),
        url: tx.origin + applicationPlace({ id: row.id }),
      }));
    },
  }),
];
