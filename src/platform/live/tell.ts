import type pg from 'pg';

/** Where processes tell each other that a tenant's journal has grown. The payload is a list of tenant ids. */
export const LIVE_CHANNEL = 'grobund_live';

const PAUSE = 30;
/** A notice holds at most 8,000 bytes; an id with its comma takes 37. */
const IDS_A_NOTICE = 200;

/**
 * Tells after the commit, in a transaction of its own and several tenants at a time: NOTIFY inside a writing
 * transaction would put all commits of the server in one line. A notice that is lost costs a reader three seconds.
 */
export function hintTeller(pool: pg.Pool): { tell(tenantId: string): void; end(): Promise<void> } {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  const send = () => {
    timer = undefined;
    const ids = [...waiting];
    waiting.clear();
    const notices = Array.from({ length: Math.ceil(ids.length / IDS_A_NOTICE) }, (_, n) =>
      ids.slice(n * IDS_A_NOTICE, (n + 1) * IDS_A_NOTICE).join(','),
    );
    sending = Promise.all(
      notices.map((notice) => pool.query('select pg_notify($1, $2)', [LIVE_CHANNEL, notice]).catch(() => undefined)),
    );
  };
  return {
    tell: (tenantId) => {
      waiting.add(tenantId);
      timer ??= setTimeout(send, PAUSE);
    },
    end: async () => {
      if (timer) {
        clearTimeout(timer);
        send();
      }
      await sending;
    },
  };
}
