import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { makeToken, type TokenWish } from './commands/tokens.ts';
import { makeWebhook, type WebhookWish } from './commands/webhooks.ts';

/** A key that opens initiatives for a year, unless said. The transaction is a secretary's. */
export function aToken(tx: TenantDb, wanted: Partial<TokenWish> = {}) {
  return makeToken(tx, { name: 'Tavlen i fælleshuset', areas: ['initiatives'], reason: '', term: 365, ...wanted });
}

/** A system that is told of initiatives and of the fund's yes, unless said. */
export function aWebhook(tx: TenantDb, wanted: Partial<WebhookWish> = {}) {
  const kinds = ['fund.committed', 'initiative.created', 'initiative.ended_done'];
  return makeWebhook(tx, { name: 'Økonomisystemet', url: 'https://oekonomi.example.dk/grobund', kinds, ...wanted });
}
