import type pg from 'pg';

/** PostgreSQL's first release with `grant … with set true, inherit false`, by which the plain role of requests is made. */
const OLDEST = 16;

/** The server cannot carry Grobund; the message says which it is and what is needed. */
export class ServerTooOld extends Error {}

/** What is wrong with a server of this version, as one sentence; null when it will do. `number` as in `server_version_num`: 160004. */
export function problemOfServer(version: string, number: number): string | null {
  if (Math.floor(number / 10_000) >= OLDEST) return null;
  return `PostgreSQL ${version} is too old: Grobund needs ${OLDEST} or newer`;
}

/** Throws `ServerTooOld`. Asked before anything is written. */
export async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { version, number } = await serverVersion(client);
  const problem = problemOfServer(version, number);
  if (problem) throw new ServerTooOld(problem);
}

/** The server's version for people (`18.4 (Debian …)`) and for sums (`180004`). */
export async function serverVersion(asked: Pick<pg.ClientBase, 'query'>): Promise<{ version: string; number: number }> {
  const { rows } = await asked.query<{ version: string; number: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number`,
  );
  return { version: rows[0]?.version ?? 'unknown', number: Number(rows[0]?.number ?? 0) };
}
