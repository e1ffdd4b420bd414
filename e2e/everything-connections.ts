import { aToken, aWebhook } from '../src/modules/connections/seed.ts';
import { setKeeper } from '../src/modules/connections/store/tokens.ts';
import { insertTried } from '../src/modules/connections/store/webhooks.ts';
import type { Visit } from './accessibility.ts';
import { type As, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const KAREN = 'Karen Mose';

/** Read by machines, or by the programs of those who have the address. */
export const CONNECTIONS_SKIP = Object.fromEntries(
  [
    '/api/v1/openapi.json',
    '/api/v1/:resource',
    '/api/v1/:resource/:id',
    '/abonnement/:code/kalender.ics',
    '/abonnement/:code/din-tur.xml',
  ].map((place) => [`GET ${place}`, 'for machines: src/modules/connections']),
);

/** Doors for other systems, with a key and a system that has been told something; and one's own calendar. */
export async function connectionPages(as: As): Promise<Visit[]> {
  const id = await as(KAREN, async (tx) => {
    await aToken(tx);
    const orphan = await aToken(tx, { name: 'Skærmen i vaskeriet' });
    // Whoever answers for it is not of the secretariat.
    await setKeeper(tx, orphan.id, await personNamed(tx, METTE));
    const { id } = await aWebhook(tx);
    const tried = { kind: 'fund.committed', sentAt: tx.now, ms: 12 };
    await insertTried(tx, id, [
      { ...tried, seq: 1, status: 200, problem: null },
      { ...tried, seq: 1, status: null, problem: 'slow' },
    ]);
    return id;
  });
  const at = (as: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as }));
  return [
    ...at(null, '/api', '/nyt', '/nyt/kalender.ics', '/nyt/initiativer.xml'),
    ...at(METTE, '/min-side/kalender'),
    ...at(KAREN, '/forbindelser', '/forbindelser/noegler/ny', '/forbindelser/beskeder/ny'),
    ...at(KAREN, `/forbindelser/beskeder/${id}`, `/forbindelser/beskeder/${id}/ret`),
  ];
}
