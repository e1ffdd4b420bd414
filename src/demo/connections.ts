import { pauseWebhook } from '../modules/connections/commands/webhooks.ts';
import { aToken, aWebhook } from '../modules/connections/seed.ts';
import { insertTried } from '../modules/connections/store/webhooks.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { Scene } from './tell.ts';

const TOLD = { problem: null, ms: 84 } as const;

/** The screen in the common house reads with a key; the finance system was told for a while, and rests while it moves. */
export function connectionScenes(): readonly Scene[] {
  return [
    { ago: 40, by: 'karen', play: makeKey },
    { ago: 30, by: 'karen', play: tellFinance },
  ];
}

async function makeKey(tx: TenantDb): Promise<void> {
  await aToken(tx, { name: 'Skærmen i fælleshuset', areas: ['initiatives', 'results'] });
}

async function tellFinance(tx: TenantDb): Promise<void> {
  const kinds = ['fund.committed', 'fund.released', 'invoice.accepted', 'payment.exported'];
  const url = 'https://oekonomi.lyngbakken.test/grobund';
  const { id } = await aWebhook(tx, { name: 'Økonomisystemet', url, kinds });
  await insertTried(tx, id, [
    { seq: null, kind: 'grobund.trial', sentAt: tx.now, status: 401, ...TOLD },
    { seq: null, kind: 'grobund.trial', sentAt: tx.now, status: 204, ...TOLD },
  ]);
  await pauseWebhook(tx, id);
}
