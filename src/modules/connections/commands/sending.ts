import { performance } from 'node:perf_hooks';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Errand, enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import { OutboundFailed, outboundFetch } from '../../../platform/outbound/outbound.ts';
import { openTurn } from '../../turns/public.ts';
import { eventMessageId, type Message, signedMessage } from '../letters/message.ts';
import { type Entry, type KnownKinds, toldEvent } from '../rules/events.ts';
import { JOBS } from '../rules/jobs.ts';
import {
  afterFailure,
  ERRAND_MS,
  LOST_AFTER_MS,
  MOST_AT_ONCE,
  PATIENCE_MS,
  type Tried,
  type Webhook,
  type WebhookId,
  wentWell,
} from '../rules/webhooks.ts';
import { entriesAfter, newestSeq } from '../store/events.ts';
import { insertPause, insertTried, lockWebhook, secretsOf, updateWebhook, webhookById } from '../store/webhooks.ts';
import { subjectOf } from './webhooks.ts';

/** What sending is given: which kinds may be told, and whether this very machine may be asked (development, tests). */
export interface SendingParts {
  readonly kinds: KnownKinds;
  readonly loopbackToo: boolean;
}

interface Letter {
  readonly entry: Pick<Entry, 'kind'> & { readonly seq: number | null };
  readonly message: (now: Date) => Message;
}

/**
 * The next entries of the journal that the webhook wants, one after the other in the journal's order; the first that is not
 * taken ends the round, and waits. Null when there is nothing to do now. One errand at a time for each webhook.
 */
export async function nextRound(tx: TenantDb, parts: SendingParts, id: WebhookId): Promise<Errand | null> {
  const webhook = await lockWebhook(tx, id);
  if (!webhook || webhook.paused) return null;
  const wait = [webhook.busyUntil, webhook.nextTryAt].find((until) => until && until > tx.now);
  if (wait) {
    await enqueue(tx, JOBS.send, { webhook: id }, { key: id, after: wait });
    return null;
  }
  // Asked for first: what is written meanwhile comes after it.
  const newest = await newestSeq(tx);
  const entries = await entriesAfter(tx, webhook.kinds, { after: webhook.handedOver, limit: MOST_AT_ONCE });
  if (entries.length === 0) {
    // So that the next look does not begin as far back.
    if (newest > webhook.handedOver) await updateWebhook(tx, id, { handed_over: newest });
    return null;
  }
  await updateWebhook(tx, id, { busy_until: new Date(tx.now.getTime() + LOST_AFTER_MS) });
  const secrets = await secretsOf(tx, id);
  const letters = entries.map((entry) => letterOf(tx, parts.kinds, entry, secrets));
  const began = tx.now;
  return async () => {
    const tried = await sendAll(webhook.url, letters, began, parts.loopbackToo);
    return (after) => writeDown(after, id, tried);
  };
}

/** One message out of the row: a trial (`seq` null), or an event once more. Nothing waits for it, and it is tried once. */
export async function oneMessage(
  tx: TenantDb,
  parts: SendingParts,
  id: WebhookId,
  seq: number | null,
): Promise<Errand | null> {
  const webhook = await webhookById(tx, id);
  if (!webhook) return null;
  const secrets = await secretsOf(tx, id);
  const letter = seq === null ? trialLetter(tx, secrets) : await letterAgain(tx, parts, webhook, seq, secrets);
  if (!letter) return null;
  const began = tx.now;
  return async () => {
    const tried = await sendAll(webhook.url, [letter], began, parts.loopbackToo);
    return async (after) => {
      // It may have been taken away while the message was out.
      if (await webhookById(after, id)) await insertTried(after, id, tried);
    };
  };
}

function letterOf(tx: TenantDb, kinds: KnownKinds, entry: Entry, secrets: readonly Uint8Array[]): Letter {
  const { type, at, ...data } = toldEvent(kinds, entry);
  const id = eventMessageId(tx.tenant.id, entry.seq);
  return { entry, message: (now) => signedMessage(id, { type, at, data }, secrets, now) };
}

async function letterAgain(
  tx: TenantDb,
  { kinds }: SendingParts,
  { kinds: wanted }: Webhook,
  seq: number,
  secrets: readonly Uint8Array[],
): Promise<Letter | null> {
  const [entry] = await entriesAfter(tx, wanted, { after: 0, limit: 1, only: seq });
  return entry ? letterOf(tx, kinds, entry, secrets) : null;
}

const TRIAL = 'grobund.trial';

function trialLetter(tx: TenantDb, secrets: readonly Uint8Array[]): Letter {
  const id = `trial_${tx.tenant.id.replaceAll('-', '')}_${tx.now.getTime()}`;
  const content = { type: TRIAL, at: tx.now.toISOString(), data: {} };
  return { entry: { kind: TRIAL, seq: null }, message: (now) => signedMessage(id, content, secrets, now) };
}

/** In order, until one is not taken or the time is up. */
async function sendAll(url: string, letters: readonly Letter[], began: Date, loopbackToo: boolean): Promise<Tried[]> {
  const start = performance.now();
  const tried: Tried[] = [];
  for (const letter of letters) {
    const spent = performance.now() - start;
    if (spent > ERRAND_MS) break;
    const one = await send(url, letter, new Date(began.getTime() + Math.round(spent)), loopbackToo);
    tried.push(one);
    if (!wentWell(one)) break;
  }
  return tried;
}

async function send(url: string, { entry, message }: Letter, sentAt: Date, loopbackToo: boolean): Promise<Tried> {
  const { body, headers } = message(sentAt);
  const start = performance.now();
  const told = (came: Pick<Tried, 'status' | 'problem'>): Tried => ({
    seq: entry.seq,
    kind: entry.kind,
    sentAt,
    ...came,
    ms: Math.round(performance.now() - start),
  });
  try {
    const asked = { method: 'POST', headers, body, patienceMs: PATIENCE_MS, mostBytes: 1024, loopbackToo } as const;
    return told({ status: (await outboundFetch(url, asked)).status, problem: null });
  } catch (error) {
    if (error instanceof OutboundFailed) return told({ status: null, problem: error.problem });
    throw error;
  }
}

async function writeDown(tx: TenantDb, id: WebhookId, tried: readonly Tried[]): Promise<void> {
  const webhook = await lockWebhook(tx, id);
  if (!webhook) return;
  await insertTried(tx, id, tried);
  const taken = tried.filter(wentWell).at(-1);
  const last = tried.at(-1);
  const moved = taken?.seq ? { handed_over: Math.max(taken.seq, webhook.handedOver) } : {};
  if (!last || wentWell(last)) {
    await updateWebhook(tx, id, { ...moved, busy_until: null, tries: 0, failing_since: null, next_try_at: null });
    return enqueue(tx, JOBS.send, { webhook: id }, { key: id });
  }
  const before = taken ? { tries: 0, failingSince: null } : webhook;
  const { tries, failingSince, again, why } = afterFailure(before, last, tx.now);
  const failing = { tries, failing_since: failingSince, next_try_at: again };
  await updateWebhook(tx, id, { ...moved, ...failing, busy_until: null });
  if (again) return enqueue(tx, JOBS.send, { webhook: id }, { key: id, after: again });
  if (!(await insertPause(tx, id, why, null))) return;
  await openTurn(tx, {
    kind: 'connections.webhook_stopped',
    subject: subjectOf(id),
    assignee: { role: 'secretariat', departmentId: null },
    facts: { gone: why === 'gone' },
  });
  record(tx, { kind: 'connections.webhook_stopped', subject: subjectOf(id), facts: { gone: why === 'gone' } });
}
