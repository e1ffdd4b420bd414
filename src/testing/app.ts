/**
 * The whole app on a real database, spoken to by real requests. At the top of a test file:
 *
 *     const { app, newHouse } = await testApp();
 *
 *     test('a visitor can post an idea', async () => {
 *       const house = await newHouse();                         // a tenant of this test's own, with its clock
 *       const visitor = house.visitor();
 *       const front = await visitor.get('/');
 *       const receipt = await front.submit('Jeg har en idé', { idea: 'Suppe i gården' });   // the form by its button or label
 *       const signe = await house.signedIn(personId);           // the same, with a session
 *     });
 *
 * A reader behaves as a browser without JavaScript: keeps cookies, sends the hidden fields, follows redirects.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildAssets } from '../../scripts/build.ts';
import { type AppDeps, createApp } from '../app.tsx';
import type { Id } from '../kernel/id.ts';
import type { Database } from '../platform/db/database.ts';
import { openHints } from '../platform/live/hints.ts';
import { type Assets, loadAssets } from '../platform/web/assets.ts';
import { readCookies } from '../platform/web/cookies.ts';
import { type Log, openLog } from '../platform/web/log.ts';
import type { WebServer } from '../platform/web/server.ts';
import { beginSession } from '../platform/web/session.ts';
import { openDirectory } from '../platform/web/tenants.ts';
import { type TestTenant, testDatabase } from './database.ts';
import { Reader } from './reader.ts';

export const SITE = 'http://grobund.test';
const SECRET = 'a secret of the tests alone, long enough';

export interface House extends TestTenant {
  /** Somebody without a session. `address` is the device address that limits count. */
  visitor(address?: string): Reader;
  /** A person with a fresh session. */
  signedIn(personId: Id<'person'>): Promise<Reader>;
}

export interface TestApp {
  readonly db: Database;
  readonly app: WebServer;
  /**
   * The app again, as a second process would have it: nothing shared but the database. It reads the houses anew for each
   * request unless `freshMs` says otherwise.
   */
  another(freshMs?: number): WebServer;
  newHouse(tenant?: Parameters<Awaited<ReturnType<typeof testDatabase>>['newTenant']>[0]): Promise<House>;
}

export async function testApp(
  options: { readonly log?: Log; readonly signIn?: AppDeps['signIn']; readonly loopbackToo?: boolean } = {},
): Promise<TestApp> {
  const { db, newTenant } = await testDatabase();
  const hints = openHints(db, 500);
  after(() => hints.close());
  const houses = new Map<string, House>();
  const assets = await builtAssets();
  const open = (freshMs = 0): WebServer => {
    const deps: AppDeps = {
      database: db,
      directory: openDirectory(db, freshMs),
      assets,
      hints,
      log: options.log ?? openLog('silent'),
      clock: (tenant) => houses.get(tenant.slug)?.clock.now() ?? new Date('2026-05-03T12:00:00+02:00'),
      secret: SECRET,
      signIn: options.signIn ?? { sms: true, parties: { of: () => null } },
      loopbackToo: options.loopbackToo ?? false,
      reach: { publicUrl: null, loopbackOnly: false, behindProxy: false },
    };
    return createApp(deps);
  };
  const app = open();
  return {
    db,
    app,
    another: open,
    async newHouse(tenant) {
      const made = await newTenant(tenant);
      const base = `${SITE}/${made.tenant.slug}`;
      const house: House = {
        ...made,
        visitor: (address) => new Reader(app, base, address),
        async signedIn(personId) {
          const reader = new Reader(app, base);
          const cookies = readCookies(null, false);
          await made.tx((tx) => beginSession(tx, cookies, personId, 'test', 'mail'));
          reader.keep(cookies.lines());
          return reader;
        },
      };
      houses.set(made.tenant.slug, house);
      return house;
    },
  };
}

let assets: Promise<Assets> | undefined;

/** Styles, scripts and fonts, built once a process. */
export function builtAssets(): Promise<Assets> {
  assets ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grobund-assets-'));
    await buildAssets(folder);
    return loadAssets(folder);
  })();
  return assets;
}
