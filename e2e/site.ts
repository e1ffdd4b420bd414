import { after } from 'node:test';
import type { Id } from '../src/kernel/id.ts';
import type { Database } from '../src/platform/db/database.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { listen } from '../src/platform/web/listen.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { type House, testApp } from '../src/testing/app.ts';
import type { Cookie } from './accessibility.ts';
import type { Route } from './routes.ts';

/** The whole app on loopback, with one tenant of this file's own. Open it at the top of a test file: it ends with the run. */
export interface Site {
  readonly database: Database;
  readonly house: House;
  /** Where the tenant begins: `http://127.0.0.1:41234/hus-1a2b`. */
  readonly baseUrl: string;
  readonly routes: readonly Route[];
  /** A fresh session on a device of its own. */
  signIn(personId: Id<'person'>): Promise<readonly Cookie[]>;
}

export async function openSite(): Promise<Site> {
  const { app, db, newHouse } = await testApp();
  const house = await newHouse();
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  after(() => listening.stop(0));
  return {
    database: db,
    house,
    baseUrl: `${listening.address}/${house.tenant.slug}`,
    routes: app.routes,
    signIn: async (personId) => {
      const cookies = readCookies(null, false);
      await house.tx((tx) => beginSession(tx, cookies, personId, 'test', 'mail'));
      return cookies.lines().map(readLine);
    },
  };
}

function readLine(line: string): Cookie {
  const [pair = ''] = line.split(';');
  const cut = pair.indexOf('=');
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
}
