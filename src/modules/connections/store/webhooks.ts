import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Tried, Webhook, WebhookId } from '../rules/webhooks.ts';

const MOST_SHOWN = 100;

function webhooks(tx: TenantDb) {
  return tx.sql
    .selectFrom('webhook as w')
    .select((row) => [
      'w.id',
      'w.name',
      'w.url',
      'w.kinds',
      'w.made_at as madeAt',
      'w.handed_over as handedOver',
      'w.tries',
      'w.failing_since as failingSince',
      'w.next_try_at as nextTryAt',
      'w.busy_until as busyUntil',
      row
        .selectFrom('webhook_pause as p')
        .select('p.why')
        .whereRef('p.tenant_id', '=', 'w.tenant_id')
        .whereRef('p.webhook_id', '=', 'w.id')
        .where('p.ended_at', 'is', null)
        .as('paused'),
    ])
    .where('w.tenant_id', '=', tx.tenant.id);
}

/** By name. */
export async function allWebhooks(tx: TenantDb): Promise<readonly Webhook[]> {
  return (await webhooks(tx).orderBy('w.name').orderBy('w.id').limit(MOST_SHOWN).execute()) as Webhook[];
}

export async function webhookById(tx: TenantDb, id: WebhookId): Promise<Webhook | null> {
  return ((await webhooks(tx).where('w.id', '=', id).executeTakeFirst()) as Webhook | undefined) ?? null;
}

/** Held until the transaction ends. */
export async function lockWebhook(tx: TenantDb, id: WebhookId): Promise<Webhook | null> {
  await tx.sql
    .selectFrom('webhook')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return webhookById(tx, id);
}

export async function insertWebhook(
  tx: TenantDb,
  webhook: Pick<Webhook, 'name' | 'url' | 'kinds' | 'handedOver'> & { readonly madeBy: Id<'person'> },
): Promise<WebhookId> {
  const row = await tx.sql
    .insertInto('webhook')
    .values({
      tenant_id: tx.tenant.id,
      name: webhook.name,
      url: webhook.url,
      kinds: [...webhook.kinds],
      handed_over: webhook.handedOver,
      made_at: tx.now,
      made_by: webhook.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateWebhook(
  tx: TenantDb,
  id: WebhookId,
  change: {
    readonly name?: string;
    readonly url?: string;
    readonly kinds?: string[];
    readonly handed_over?: number;
    readonly tries?: number;
    readonly failing_since?: Date | null;
    readonly next_try_at?: Date | null;
    readonly busy_until?: Date | null;
  },
): Promise<void> {
  await tx.sql.updateTable('webhook').set(change).where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

export async function deleteWebhook(tx: TenantDb, id: WebhookId): Promise<void> {
  await tx.sql.deleteFrom('webhook').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

/** Those that sign now, the newest first. */
export async function secretsOf(tx: TenantDb, id: WebhookId): Promise<readonly Uint8Array[]> {
  const rows = await tx.sql
    .selectFrom('webhook_secret')
    .select('secret')
    .where('tenant_id', '=', tx.tenant.id)
    .where('webhook_id', '=', id)
    .where((row) => row.or([row('holds_until', 'is', null), row('holds_until', '>', tx.now)]))
    .orderBy(sql`holds_until nulls first`)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ secret }) => secret);
}

/** A new one; those before it hold until then, and those whose time is over go. */
export async function replaceSecret(
  tx: TenantDb,
  id: WebhookId,
  secret: Uint8Array,
  othersHoldUntil: Date,
): Promise<void> {
  const own = { tenant_id: tx.tenant.id, webhook_id: id };
  await tx.sql
    .deleteFrom('webhook_secret')
    .where('tenant_id', '=', own.tenant_id)
    .where('webhook_id', '=', id)
    .where('holds_until', '<=', tx.now)
    .execute();
  await tx.sql
    .updateTable('webhook_secret')
    .set({ holds_until: othersHoldUntil })
    .where('tenant_id', '=', own.tenant_id)
    .where('webhook_id', '=', id)
    .where('holds_until', 'is', null)
    .execute();
  await tx.sql
    .insertInto('webhook_secret')
    .values({ ...own, secret: Buffer.from(secret), made_at: tx.now })
    .execute();
}

/** False when it is paused already. */
export async function insertPause(
  tx: TenantDb,
  id: WebhookId,
  why: 'person' | 'failing' | 'gone',
  by: Id<'person'> | null,
): Promise<boolean> {
  const { rows } = await sql`
    insert into webhook_pause (tenant_id, webhook_id, why, from_at, paused_by)
    values (${tx.tenant.id}, ${id}, ${why}, ${tx.now}, ${by})
    on conflict (tenant_id, webhook_id) where ended_at is null do nothing returning id
  `.execute(tx.sql);
  return rows.length > 0;
}

/** False when it was not paused. */
export async function endPause(tx: TenantDb, id: WebhookId, by: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .updateTable('webhook_pause')
    .set({ ended_at: tx.now, ended_by: by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('webhook_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertTried(tx: TenantDb, id: WebhookId, tried: readonly Tried[]): Promise<void> {
  if (tried.length === 0) return;
  const rows = tried.map((one) => ({
    tenant_id: tx.tenant.id,
    webhook_id: id,
    seq: one.seq,
    kind: one.kind,
    sent_at: one.sentAt,
    status: one.status,
    problem: one.problem,
    ms: one.ms,
  }));
  await tx.sql.insertInto('webhook_sending').values(rows).execute();
}

/** The newest first. */
export async function triedOf(tx: TenantDb, id: WebhookId, limit: number): Promise<readonly Tried[]> {
  const rows = await tx.sql
    .selectFrom('webhook_sending')
    .select(['seq', 'kind', 'sent_at as sentAt', 'status', 'problem', 'ms'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('webhook_id', '=', id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as Tried[];
}
