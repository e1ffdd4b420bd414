import { z } from 'zod';
import { resource } from '../../platform/resources/resource.ts';
import { type KnownKinds, offeredKinds, toldEvent } from './rules/events.ts';
import { entriesAfter } from './store/events.ts';

/** What happened, as webhooks tell it: so that a system that was away can catch up. */
export function eventsResource(kinds: KnownKinds) {
  const offered = offeredKinds(kinds);
  return resource({
    name: 'events',
    area: 'events',
    about: 'Events: what happened, in codes and numbers. Without names, and without what people wrote.',
    shape: z.object({
      id: z
        .string()
        .regex(/^\d{1,18}$/)
        .meta({ description: 'The number in the journal; later ones are higher.' }),
      type: z.string().meta({ description: 'For example `fund.committed`.' }),
      at: z.iso.datetime(),
      subject: z.object({ kind: z.string(), id: z.string() }).meta({ description: 'The thing it happened to.' }),
      initiativeId: z.uuid().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
    async page(tx, { id, after, limit }) {
      const only = id === undefined ? {} : { only: Number(id) };
      const entries = await entriesAfter(tx, offered, { after: Number(after ?? 0), limit, ...only });
      return entries.map((entry) => toldEvent(kinds, entry));
    },
  });
}
