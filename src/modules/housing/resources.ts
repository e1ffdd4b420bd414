import { z } from 'zod';
import { resource } from '../../platform/resources/resource.ts';
import { departmentsAfter, homesAfter, peopleAfter } from './store/resources.ts';
import { departmentPlace } from './urls.ts';

const id = z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' });
const day = z.iso.date().nullable();

/** Departments and homes, without those who live there; and people, for whoever has a reason. */
export const housingResources = [
  resource({
    name: 'departments',
    area: 'housing',
    about: 'Departments, with the number of their homes.',
    shape: z.object({
      id,
      number: z.string().meta({ description: 'As the administration system writes it.' }),
      name: z.string(),
      municipality: z.string(),
      startedOn: day,
      hasBoard: z.boolean(),
      homes: z.int().meta({ description: 'Homes that are there today.' }),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await departmentsAfter(tx, asked);
      return rows.map((row) => ({ ...row, url: tx.origin + departmentPlace({ id: row.id }) }));
    },
  }),
  resource({
    name: 'homes',
    area: 'housing',
    about: 'Homes and their addresses, without those who live there.',
    shape: z.object({
      id,
      departmentId: z.uuid(),
      number: z.string().meta({ description: 'The tenancy number of the administration system.' }),
      street: z.string(),
      houseNumber: z.string(),
      floor: z.string(),
      door: z.string(),
      postcode: z.string(),
      city: z.string(),
      kind: z.enum(['family', 'senior', 'youth']),
      rooms: z.number().nullable(),
      areaM2: z.number().nullable(),
      fromDay: day,
      untilDay: day.meta({ description: 'The last day it was let out; null while it is.' }),
    }),
    page: homesAfter,
  }),
  resource({
    name: 'people',
    area: 'people',
    about: 'People with name, contact and department. People with protected names are never among them.',
    shape: z.object({
      id,
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable().meta({ description: 'E.164: +4512345678.' }),
      language: z.string(),
      departmentIds: z.array(z.uuid()).meta({ description: 'Where the person lives today.' }),
    }),
    page: peopleAfter,
    people: (rows) => rows.map((row) => row.id),
  }),
];
