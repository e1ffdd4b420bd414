import { join } from 'node:path';
import { createApp } from './app.tsx';
import type { Config } from './config.ts';
import { openDatabase } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { startEmbedded } from './platform/embedded/embedded.ts';
import { openHints } from './platform/live/hints.ts';
import { keptSecret } from './platform/secret/kept-secret.ts';
import { loadAssets } from './platform/web/assets.ts';
import { listen } from './platform/web/listen.ts';
import { openLog } from './platform/web/log.ts';
import { openDirectory } from './platform/web/tenants.ts';

const PATIENCE_MS = 10_000;

/** Starts Grobund, says where it answers, and resolves when a signal has stopped it and everything is put away. */
export async function start(config: Config, say: (line: string) => void): Promise<void> {
  const putAway: (() => Promise<void>)[] = [];
  try {
    const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
    if (embedded) putAway.push(() => embedded.stop());

    const database = openDatabase({ url: config.databaseUrl ?? embedded?.url ?? '' });
    putAway.push(() => database.close());
    await migrate(database);

    const hints = openHints(database);
    putAway.push(() => hints.close());
    const app = createApp({
      database,
      hints,
      directory: openDirectory(database),
      assets: loadAssets(join(config.root, 'dist/assets')),
      log: openLog(config.logLevel),
      clock: () => new Date(),
      secret: config.secret ?? (await keptSecret(config.dataDir)),
      reach: { publicUrl: config.origin, behindProxy: config.behindProxy },
    });
    const site = await listen(app, config);
    putAway.push(() => site.stop(PATIENCE_MS));
    const address = config.origin ?? site.address;
    embedded?.announce(address);
    say(`Grobund answers at ${address} (stop with Ctrl-C)`);

    await stopSignal();
    embedded?.leaving();
  } finally {
    for (const stop of putAway.toReversed()) await stop();
  }
}

/** Ctrl-C, or the one who runs us asks. Asking twice is asking once: stopping has a limit of its own. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
