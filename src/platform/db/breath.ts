import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What `pg` writes to; its type description leaves it out. */
type Wired = pg.ClientBase & { readonly connection?: { readonly stream?: Writable } };

const held = new WeakSet<Writable>();

/**
 * Questions that are asked in one breath leave as one piece: one call of the operating system, and PostgreSQL wakes once.
 * To be said before each; what is written leaves when nothing is left to do but wait.
 */
export function sendTogether(client: pg.ClientBase): void {
  const stream = (client as Wired).connection?.stream;
  if (!stream || held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

/** Resolves when what was asked in this breath is on its way: what takes time can be done while PostgreSQL works. */
export function hasLeft(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
