// npm run db:reset: takes the embedded database away, so that the next start tells the demo story anew.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, readConfig } from '../src/config.ts';
import { FolderTaken, lockFolder } from '../src/platform/embedded/lock.ts';
import { clearRemains } from '../src/platform/embedded/remains.ts';

const ROOT = join(import.meta.dirname, '..');

const told = await reset(process.argv.includes('--yes')).catch((error: unknown) => {
  if (error instanceof FolderTaken) return { code: 1, line: error.message };
  throw error;
});
(told.code === 0 ? process.stdout : process.stderr).write(`${told.line}\n`);
process.exitCode = told.code;

async function reset(meant: boolean): Promise<{ code: number; line: string }> {
  const config = readConfig(process.env, ROOT);
  if (!config.ok) return { code: 1, line: config.refusal.join('\n') };
  const refusal = refusalOf(config.value, meant);
  if (refusal) return { code: 1, line: refusal };
  const { dataDir } = config.value;
  const cluster = join(dataDir, 'postgres');
  if (!existsSync(cluster)) return { code: 0, line: `There is no database in ${dataDir}.` };
  const lock = await lockFolder(dataDir);
  try {
    await clearRemains(cluster);
    for (const name of ['postgres', 'postgres.log', 'socket'])
      await rm(join(dataDir, name), { recursive: true, force: true });
  } finally {
    await lock.release();
  }
  return { code: 0, line: `The database in ${dataDir} is gone. The next "npm start" tells the story anew.` };
}

/** Only a developer's own: never a server in DATABASE_URL, never one in operation, and no other folder by accident. */
function refusalOf({ databaseUrl, dev, dataDir }: Config, meant: boolean): string | null {
  if (databaseUrl) return 'DATABASE_URL is set: db:reset takes away embedded databases only.';
  if (!dev) return 'This Grobund is in operation (HOST, GROBUND_URL or NODE_ENV say so): db:reset is for development.';
  if (dataDir === join(ROOT, 'data') || meant) return null;
  return `This takes the database in ${dataDir} away for good. If it is meant: npm run db:reset -- --yes`;
}
