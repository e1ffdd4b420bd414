import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import type { AppDeps } from '../src/app.tsx';
import { startDevBroker } from '../src/dev/broker.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import type { Tenant } from '../src/platform/db/tenant-db.ts';
import { openHints } from '../src/platform/live/hints.ts';
import { openParties } from '../src/platform/oidc/oidc.ts';
import { listen } from '../src/platform/web/listen.ts';
import type { WebServer } from '../src/platform/web/server.ts';
import { originOfTenant } from '../src/platform/web/tenants.ts';
import { testDatabase } from '../src/testing/database.ts';
import type { Cookie, World } from './accessibility.ts';
import type { Route } from './routes.ts';
import { houseOfStory, movableClock, sessionOf, tellStory, townApp } from './town.ts';

/** The story, told once, and as many copies of its world as are asked for: each a database and an app of its own. */
export interface Worlds {
  readonly routes: readonly Route[];
  /** Errors that the apps met. */
  readonly broken: readonly string[];
  open(): Promise<World>;
}

/** What lies in the world before it is copied: a story, and whatever `live` adds to it. */
export type Live = (place: {
  readonly database: Database;
  readonly tenant: Tenant;
  readonly app: WebServer;
}) => Promise<void>;

/** Tells the story, lets `live` go on with it, and closes the book; from then on only copies are read and written. */
export async function tellWorlds(live: Live): Promise<Worlds> {
  const worlds: (() => Promise<void>)[] = [];
  // Before the database's own: it may take the server with it. The copies end with the server.
  after(async () => {
    for (const end of worlds) await end();
  });
  const { connection } = await testDatabase(tellStory);
  const broken: string[] = [];
  const broker = await startDevBroker({ broker: 'signaturgruppen' });
  worlds.push(() => broker.close());
  const signIn = { sms: true, parties: openParties([broker.settings]) };
  const open = (to: pg.ClientConfig) => openApp(to, broken, signIn);
  const teller = await open(connection);
  const tenant = await houseOfStory(teller.database);
  await live({ ...teller, tenant });
  const { routes } = teller.app;
  await teller.close();

  return {
    routes,
    broken,
    open: async () => {
      const { world, end } = await openWorld(connection, tenant, open);
      worlds.push(end);
      return world;
    },
  };
}

interface OpenApp {
  readonly database: Database;
  readonly app: WebServer;
  close(): Promise<void>;
}

async function openApp(connection: pg.ClientConfig, broken: string[], signIn: AppDeps['signIn']): Promise<OpenApp> {
  const database = openDatabase({ connection, connections: 4 });
  const hints = openHints(database, 500);
  let open = true;
  const app = await townApp({
    database,
    hints,
    clock: movableClock(),
    broken: (error) => open && broken.push(error),
    signIn,
  });
  return {
    database,
    app,
    close: async () => {
      open = false;
      await hints.close();
      await database.close();
    },
  };
}

async function openWorld(story: pg.ClientConfig, tenant: Tenant, open: (at: pg.ClientConfig) => Promise<OpenApp>) {
  const database = `world_${randomBytes(6).toString('hex')}`;
  const copy = { ...story, database };
  const server = { ...story, database: 'postgres' };
  const sessions = new Map<string, Promise<readonly Cookie[]>>();
  const take = async () => {
    await onServer(server, `create database ${database} template ${story.database} strategy file_copy`);
    sessions.clear();
    // One that stays: whoever comes new must learn every table first.
    const watch = new pg.Client(copy);
    await watch.connect();
    return { ...(await open(copy)), watch };
  };
  const leave = async () => {
    await now.watch.end();
    await now.close();
  };
  let now = await take();
  const listening = await listen(
    { fetch: (request, address) => now.app.fetch(request, address) },
    { host: '127.0.0.1', port: 0 },
  );
  const baseUrl = originOfTenant(tenant, listening.address);
  const world: World = {
    baseUrl,
    signIn: (name) => {
      const known = sessions.get(name) ?? sessionOf(now.database, tenant, name);
      sessions.set(name, known);
      return known;
    },
    renew: async () => {
      await leave();
      await onServer(server, `drop database ${database} with (force)`);
      now = await take();
    },
  };
  const end = async () => {
    await listening.stop(0);
    await leave();
  };
  return { world, end };
}

async function onServer(server: pg.ClientConfig, command: string): Promise<void> {
  await withClient(server, (client) => client.query(command));
}

async function withClient<T>(server: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server);
  await client.connect();
  return work(client).finally(() => client.end());
}
