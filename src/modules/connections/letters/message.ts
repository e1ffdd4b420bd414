import { createHmac } from 'node:crypto';
import type { ToldEvent } from '../rules/events.ts';

/** What is handed to another system, as bytes and headers: Standard Webhooks 1.0 (standardwebhooks.com). */
export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a secret is shown to those who are to check our signatures. */
export function writtenSecret(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}

/** The same each time the same event goes to the same house's webhooks, so that the receiver counts it once. */
export function eventMessageId(tenantId: string, seq: number): string {
  return `evt_${tenantId.replaceAll('-', '')}_${seq}`;
}

/** Signed with every secret that holds, so that the receiver may go over to the new one in its own time. */
export function signedMessage(
  id: string,
  content: { readonly type: string; readonly at: string; readonly data: Omit<ToldEvent, 'type' | 'at'> | object },
  secrets: readonly Uint8Array[],
  now: Date,
): Message {
  const body = JSON.stringify({ type: content.type, timestamp: content.at, data: content.data });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Grobund-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
  };
}
