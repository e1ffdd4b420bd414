import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { spanOf } from './rules/times.ts';
import { eventsAfter } from './store/cards.ts';
import { eventPlace } from './urls.ts';

/** What everybody may read of events: nobody who signed up. */
export const eventsResources = [
  resource({
    name: 'calendar-events',
    area: 'initiatives',
    about: 'Events on the calendar: what, when and where, how full, and how many came. Never who.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      initiativeId: z.uuid().nullable().meta({ description: 'What it belongs to; null for an event of its own.' }),
      title: z.string(),
      what: z.string(),
      place: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime().nullable().meta({ description: 'Null: nobody has said.' }),
      lastDay: z.iso.date(),
      departmentIds: z.array(z.uuid()).meta({ description: 'Empty: the whole organisation.' }),
      openToAll: z.boolean(),
      capacity: z.int().nullable().meta({ description: 'People; null: as many as come.' }),
      signedUp: z.int().meta({ description: 'People with seats; 0 when their sign-ups are deleted, 30 days after.' }),
      waiting: z.int(),
      cancelled: z.boolean(),
      came: z.int().nullable().meta({ description: 'People; null when nobody counted.' }),
      url: z.url().meta({ description: 'The page for people.' }),
    }),
    async page(tx, asked) {
      return (await eventsAfter(tx, asked)).map((one) => {
        const { id, initiativeId, title, what, place, openToAll, capacity, waiting, cancelled, came } = one;
        const { from, to } = spanOf(one);
        return {
          ...{ id, initiativeId, title, what, place, openToAll, capacity, waiting, cancelled, came },
          startsAt: from.toISOString(),
          endsAt: to?.toISOString() ?? null,
          lastDay: one.until,
          departmentIds: [...one.departmentIds],
          signedUp: one.taken,
          url: tx.origin + eventPlace({ id }),
        };
      });
    },
  }),
];
