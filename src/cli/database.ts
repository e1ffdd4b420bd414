import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { pendingMigrations } from '../platform/db/migrate.ts';
import { type Embedded, FolderTaken, joinEmbedded, startEmbedded } from '../platform/embedded/embedded.ts';

const PATIENCE_MS = 30_000;

/**
 * Opens the database for one command: the server in DATABASE_URL, the embedded one that a running Grobund has on the
 * data folder, or else an embedded one of our own that stops when the command is done (and others who joined it are).
 */
export async function withDatabase<T>(config: Config, use: (database: Database) => Promise<T>): Promise<T> {
  const embedded = config.databaseUrl ? null : await startOrJoin(config.dataDir);
  const database = openDatabase({ url: config.databaseUrl ?? (embedded as Embedded).url, connections: 4 });
  try {
    return await use(database);
  } finally {
    await database.close();
    await embedded?.stop('patient');
  }
}

/** For commands on a database that should be there already. Throws one sentence when it is new, or older than the program. */
export async function expectMigrated(database: Database): Promise<void> {
  const missing = await pendingMigrations(database);
  if (missing.length > 0) throw new Error('The database is not up to this version of Grobund. First: grobund migrate');
}

async function startOrJoin(dataDir: string): Promise<Embedded> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const own = await startEmbedded({ dataDir }).catch((error) => {
      if (!(error instanceof FolderTaken) || Date.now() > deadline) throw error;
      return null;
    });
    const embedded = own ?? (await joinEmbedded({ dataDir }));
    if (embedded) return embedded;
    // The other one is about to be ready, or has just stopped.
    await wait(200);
  }
}
