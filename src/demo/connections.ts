import { aRestingWebhook, aToken } from '../modules/connections/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { Scene } from './tell.ts';

/** The screen in the common house reads with a key; the finance system was tried, and rests while it moves. */
export function connectionScenes(): readonly Scene[] {
  return [
    { ago: 40, by: 'karen', play: makeKey },
    { ago: 30, by: 'karen', play: tryFinance },
  ];
}

async function makeKey(tx: TenantDb): Promise<void> {
  await aToken(tx, { name: 'Skærmen i fælleshuset', areas: ['initiatives', 'results'] });
}

async function tryFinance(tx: TenantDb): Promise<void> {
  const kinds = ['fund.committed', 'fund.released', 'invoice.accepted', 'payment.exported'];
  await aRestingWebhook(tx, { name: 'Økonomisystemet', url: 'https://oekonomi.lyngbakken.test/grobund', kinds });
}
