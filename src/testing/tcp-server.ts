import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chooseAccount } from '../platform/embedded/account.ts';
import { findBinaries } from '../platform/embedded/binaries.ts';
import { makeCluster, OWNER } from '../platform/embedded/server.ts';
import { freePort } from './free-port.ts';

/** A PostgreSQL as operators have it: on the network, behind a password, with an owner who is no superuser. */
export interface TcpServer {
  /** `postgresql://ejer:…@127.0.0.1:41234/bolig` */
  readonly url: string;
  readonly connection: pg.ClientConfig;
  stop(): Promise<void>;
}

const SUPERUSER = 'kun til at begynde med';
const OWNERS = 'p@ss/ord: æøå?';

/** Starts one in a folder of its own; `stop` takes everything away. */
export async function startTcpServer(): Promise<TcpServer> {
  const home = await mkdtemp(join(tmpdir(), 'gt-'));
  const [binaries, account, port] = await Promise.all([findBinaries(), chooseAccount(), freePort()]);
  const folder = join(home, 'postgres');
  await makeCluster({ folder, binaries, account, fast: true });
  await initialPassword(folder, account.prefix, binaries.postgres);
  await writeFile(join(folder, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', fsync: 'off' };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...args] = [...account.prefix, binaries.postgres, '-D', folder, ...words];
  const child = spawn(command, args, { cwd: '/', stdio: 'ignore', ...account.spawn });
  const gone = once(child, 'exit');
  const admin = { host: '127.0.0.1', port, user: OWNER, password: SUPERUSER, database: 'postgres' };
  await asAdmin(admin, `create role ejer login createrole password '${OWNERS}'`);
  await asAdmin(admin, 'create database bolig owner ejer');
  const owner = { host: '127.0.0.1', port, user: 'ejer', password: OWNERS, database: 'bolig' };
  return {
    url: `postgresql://ejer:${encodeURIComponent(OWNERS)}@127.0.0.1:${port}/bolig`,
    connection: owner,
    stop: async () => {
      child.kill('SIGINT');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Without anybody listening: PostgreSQL's own single-user mode. */
async function initialPassword(folder: string, prefix: readonly string[], postgres: string): Promise<void> {
  const [command = '', ...args] = [...prefix, postgres, '--single', '-D', folder, 'postgres'];
  const child = spawn(command, args, { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(`alter role ${OWNER} password '${SUPERUSER}'\n`);
  await once(child, 'exit');
}

async function asAdmin(connection: pg.ClientConfig, sql: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(connection);
    try {
      await client.connect();
      await client.query(sql);
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await sleep(50);
    } finally {
      await client.end();
    }
  }
}
