import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../platform/embedded/embedded.ts';

/** A PostgreSQL that may lose everything: no flush to disk, in a temporary folder. */
export interface ScratchServer {
  /** Where it answers; add `database`. */
  readonly connection: pg.ClientConfig;
  stop(): Promise<void>;
}

/** The server in TEST_DATABASE_URL when the runner started one (and stops it), else a scratch one of our own. */
export async function scratchServer(url = process.env.TEST_DATABASE_URL): Promise<ScratchServer> {
  if (url) return { connection: partsOf(url), stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'grobund-scratch-'));
  const server = await startEmbedded({ dataDir, fast: true });
  const { host, port, user } = server.connection;
  return {
    connection: { host, port, user },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** `postgresql://user@localhost/name?host=/folder&port=5432` or `postgres://user:word@host:5432/name`, without the name. */
function partsOf(url: string): pg.ClientConfig {
  const parsed = new URL(url);
  const port = parsed.searchParams.get('port') ?? parsed.port;
  return {
    host: parsed.searchParams.get('host') ?? parsed.hostname,
    ...(port ? { port: Number(port) } : {}),
    user: decodeURIComponent(parsed.username),
    ...(parsed.password ? { password: decodeURIComponent(parsed.password) } : {}),
  };
}
