import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { makeToken, type TokenWish } from './commands/tokens.ts';
import { makeWebhook, pauseWebhook, type WebhookWish } from './commands/webhooks.ts';
import { insertTried } from './store/webhooks.ts';

/** A key that opens initiatives for a year, unless said. The transaction is a secretary's. */
export function aToken(tx: TenantDb, wanted: Partial<TokenWish> = {}) {
  return makeToken(tx, { name: 'Tavlen i fælleshuset', areas: ['initiatives'], reason: '', term: 365, ...wanted });
}

/** A system that is told of initiatives and of the fund's yes, unless said. */
export function aWebhook(tx: TenantDb, wanted: Partial<WebhookWish> = {}) {
  const kinds = ['fund.committed', 'initiative.created', 'initiative.ended_done'];
  return makeWebhook(tx, { name: 'Økonomisystemet', url: 'https://oekonomi.example.dk/grobund', kinds, ...wanted });
}

/** One that was tried twice, the second time well, and rests: it tells nobody anything. */
export async function aRestingWebhook(tx: TenantDb, wanted: Partial<WebhookWish> = {}): Promise<void> {
  const { id } = await aWebhook(tx, wanted);
  const trial = { seq: null, kind: 'grobund.trial', sentAt: tx.now, problem: null, ms: 84 };
  await insertTried(tx, id, [
    { ...trial, status: 401 },
    { ...trial, status: 204 },
  ]);
  await pauseWebhook(tx, id);
}
