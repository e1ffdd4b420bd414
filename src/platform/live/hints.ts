import pg from 'pg';
import type { Database } from '../db/database.ts';
import { LIVE_CHANNEL } from './tell.ts';

/** Called with how far the tenant's journal has come, each time it has grown. */
export type OnHint = (seq: number) => void;

/** Word of changes, for every reader of this process. */
export interface LiveHints {
  /** Calls `onHint` when the tenant's journal grows, in whatever process. Answers what ends it. */
  watch(tenantId: string, onHint: OnHint): () => void;
  close(): Promise<void>;
}

const POLL = 3_000;
const FIRST_RETRY = 500;
const LAST_RETRY = 30_000;

/**
 * One connection that listens and one question every three seconds, whatever the number of readers; neither while
 * nobody reads. Listening only makes it faster: without it (a pooler, YugabyteDB, a lost connection) the question finds
 * the same, and the connection is opened again in the background.
 */
export function openHints(database: Database, poll = POLL): LiveHints {
  const watchers = new Map<string, Set<OnHint>>();
  const known = new Map<string, number>();
  let looking: Promise<void> = Promise.resolve();
  let listener: ReturnType<typeof listen> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(tenantIds: string[]): Promise<void> {
    const watched = tenantIds.filter((id) => watchers.has(id));
    if (watched.length === 0) return;
    const { rows } = await database.pool.query<{ tenant_id: string; seq: number }>(
      'select tenant_id, seq from journal_head where tenant_id = any($1)',
      [watched],
    );
    for (const { tenant_id: tenantId, seq } of rows) {
      const before = known.get(tenantId);
      known.set(tenantId, seq);
      if (before === undefined || seq > before) for (const onHint of watchers.get(tenantId) ?? []) onHint(seq);
    }
  }
  // One at a time, so that an older answer never overtakes a newer. The next round asks again when one fails.
  const lookSoon = (tenantIds: string[]) => {
    looking = looking.then(() => look(tenantIds)).catch(() => undefined);
  };
  const begin = () => {
    timer ??= setInterval(() => lookSoon([...watchers.keys()]), poll);
    listener ??= listen(database.connection, (notice) => lookSoon(notice.split(',')));
  };
  const rest = async () => {
    clearInterval(timer);
    timer = undefined;
    const ending = listener;
    listener = undefined;
    await ending?.end();
  };

  return {
    watch: (tenantId, onHint) => {
      const those = watchers.get(tenantId) ?? new Set();
      watchers.set(tenantId, those.add(onHint));
      begin();
      lookSoon([tenantId]);
      return () => {
        those.delete(onHint);
        if (those.size > 0) return;
        watchers.delete(tenantId);
        known.delete(tenantId);
        if (watchers.size === 0) void rest();
      };
    },
    close: async () => {
      watchers.clear();
      await rest();
      await looking;
    },
  };
}

/** Holds a listening connection open, with longer and longer pauses between tries. */
function listen(connection: pg.ClientConfig, onNotice: (payload: string) => void): { end(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_RETRY;
  let ended = false;
  const open = async () => {
    const fresh = new pg.Client({ ...connection, keepAlive: true });
    client = fresh;
    const lost = () => {
      fresh.removeAllListeners('end');
      if (ended || client !== fresh) return;
      client = undefined;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, LAST_RETRY);
    };
    fresh.on('error', () => undefined);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => onNotice(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${LIVE_CHANNEL}`);
      pause = FIRST_RETRY;
    } catch {
      void fresh.end().catch(() => undefined);
      lost();
    }
  };
  const opening = open();
  return {
    end: async () => {
      ended = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
