import { randomBytes } from 'node:crypto';
import { actingPerson } from '../../../kernel/actor.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import { closeTurns } from '../../turns/public.ts';
import { JOBS } from '../rules/jobs.ts';
import { MOST_WEBHOOKS, OVERLAP_MS, type Webhook, type WebhookId } from '../rules/webhooks.ts';
import { newestSeq } from '../store/events.ts';
import {
  allWebhooks,
  deleteWebhook,
  endPause,
  insertPause,
  insertWebhook,
  lockWebhook,
  replaceSecret,
  updateWebhook,
} from '../store/webhooks.ts';

export type WebhookWish = Pick<Webhook, 'name' | 'url' | 'kinds'>;

const SECRET_BYTES = 32;

export function subjectOf(id: WebhookId) {
  return { kind: 'webhook', id };
}

/** Is there room for one more? Nobody else makes one until the transaction ends. */
export async function roomForWebhook(tx: TenantDb): Promise<boolean> {
  await oneAtATime(tx, 'webhooks');
  return (await allWebhooks(tx)).length < MOST_WEBHOOKS;
}

/** It hears of what happens from now on. Answers the secret, which is shown now and not again. */
export async function makeWebhook(
  tx: TenantDb,
  wish: WebhookWish,
): Promise<{ readonly id: WebhookId; readonly secret: Uint8Array }> {
  const id = await insertWebhook(tx, { ...wish, handedOver: await newestSeq(tx), madeBy: actingPerson(tx) });
  const secret = randomBytes(SECRET_BYTES);
  await replaceSecret(tx, id, secret, tx.now);
  record(tx, { kind: 'connections.webhook_made', subject: subjectOf(id), facts: { kinds: wish.kinds.length } });
  return { id, secret };
}

/** False when it is gone. Another address is tried at once. */
export async function changeWebhook(tx: TenantDb, id: WebhookId, wish: WebhookWish): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  await updateWebhook(tx, id, { ...wish, kinds: [...wish.kinds], next_try_at: null });
  await enqueue(tx, JOBS.send, { webhook: id }, { key: id });
  record(tx, { kind: 'connections.webhook_changed', subject: subjectOf(id), facts: { kinds: wish.kinds.length } });
  return true;
}

export async function pauseWebhook(tx: TenantDb, id: WebhookId): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  if (await insertPause(tx, id, 'person', actingPerson(tx)))
    record(tx, { kind: 'connections.webhook_paused', subject: subjectOf(id) });
  return true;
}

/** Goes on where it stopped: what happened meanwhile is told too. */
export async function resumeWebhook(tx: TenantDb, id: WebhookId): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  if (!(await endPause(tx, id, actingPerson(tx)))) return true;
  await updateWebhook(tx, id, { tries: 0, failing_since: null, next_try_at: null });
  await enqueue(tx, JOBS.send, { webhook: id }, { key: id });
  await closeTurns(tx, { kind: 'connections.webhook_stopped', subject: subjectOf(id) });
  record(tx, { kind: 'connections.webhook_resumed', subject: subjectOf(id) });
  return true;
}

/** A new secret. The old one signs beside it for a day. */
export async function renewSecret(tx: TenantDb, id: WebhookId): Promise<Uint8Array | null> {
  if (!(await lockWebhook(tx, id))) return null;
  const secret = randomBytes(SECRET_BYTES);
  await replaceSecret(tx, id, secret, new Date(tx.now.getTime() + OVERLAP_MS));
  record(tx, { kind: 'connections.secret_renewed', subject: subjectOf(id) });
  return secret;
}

/** One trial message, which tells of nothing. Also while it is paused. */
export async function tryWebhook(tx: TenantDb, id: WebhookId): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  await enqueue(tx, JOBS.sendOne, { webhook: id, seq: null });
  return true;
}

/** One event once more, whatever the order. */
export async function sendAgain(tx: TenantDb, id: WebhookId, seq: number): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  await enqueue(tx, JOBS.sendOne, { webhook: id, seq });
  return true;
}

export async function removeWebhook(tx: TenantDb, id: WebhookId): Promise<boolean> {
  if (!(await lockWebhook(tx, id))) return false;
  await closeTurns(tx, { kind: 'connections.webhook_stopped', subject: subjectOf(id) });
  await deleteWebhook(tx, id);
  record(tx, { kind: 'connections.webhook_removed', subject: subjectOf(id) });
  return true;
}
