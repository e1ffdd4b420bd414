import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Actor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { openHints } from '../platform/live/hints.ts';
import { loadAssets } from '../platform/web/assets.ts';
import { readCookies } from '../platform/web/cookies.ts';
import type { WebDeps } from '../platform/web/deps.ts';
import { languageRoute } from '../platform/web/language-route.ts';
import { openLog } from '../platform/web/log.ts';
import { path } from '../platform/web/path.ts';
import { openWeb, type WebServer } from '../platform/web/server.ts';
import { beginSession } from '../platform/web/session.ts';
import { openDirectory } from '../platform/web/tenants.ts';
import { missing } from '../platform/web/web.ts';
import { anyOf, anyone, signedIn } from '../platform/web/who.ts';
import { jsx } from '../ui/jsx/jsx-runtime.ts';
import { type TestTenant, testDatabase } from './database.ts';
import { Reader } from './reader.ts';

export const SITE = 'http://grobund.test';
const ANNA = '018f0000-0000-7000-8000-000000000001' as Id<'person'>;
const anna: Actor = { kind: 'person', personId: ANNA, name: 'Anna', grants: [] };

export const bodyOf = (text: string) =>
  jsx('div', { children: [text, jsx('a', { href: '/andet', children: 'Andet' })] }) as never;

/** A tenant of the small site: its readers, with and without a session, at one of its processes. */
export interface SmallHouse extends TestTenant {
  reader(web?: WebServer): Reader;
  asAnna(web?: WebServer): Promise<Reader>;
}

/** Sessions are somebody's: the one who has them here. */
export async function writeAnna(tx: TenantDb): Promise<void> {
  const row = { tenant_id: tx.tenant.id, id: ANNA, name: 'Anna', registered_at: tx.now, channel: 'web' };
  await tx.sql.insertInto('person').values(row).execute();
}

/** The web platform with a handful of routes and no module: for promises that are the platform's own. */
export async function smallSite() {
  const { db, newTenant } = await testDatabase();
  const hints = openHints(db, 200);
  after(() => hints.close());

  function open(
    publicUrl: string | null = null,
    loopbackOnly = false,
    { metrics, intake }: Pick<WebDeps, 'metrics' | 'intake'> = {},
  ): WebServer {
    const folder = mkdtempSync(join(tmpdir(), 'grobund-web-'));
    writeFileSync(join(folder, 'manifest.json'), '{"app.css":"app-1.css"}');
    writeFileSync(join(folder, 'app-1.css'), 'body { margin: 0 }');
    const web = openWeb({
      database: db,
      directory: openDirectory(db, 0),
      assets: loadAssets(folder),
      log: openLog('silent'),
      hints,
      ...(metrics ? { metrics } : {}),
      ...(intake ? { intake } : {}),
      clock: () => new Date('2026-05-03T12:00:00+02:00'),
      secret: 'a secret long enough for anything at all',
      reach: { publicUrl, loopbackOnly, behindProxy: false },
      followed: new Set(['ting']),
      loadActor: async (_, personId) => (personId === ANNA ? anna : null),
      frame: async () => ({ turnCount: 0, navigation: { first: [], more: [] }, large: false }),
    });
    languageRoute(web);
    web.get(path('/'), anyone, (visit) => visit.page({ title: 'Forside' }, bodyOf(visit.tx.tenant.name)));
    web.get(path('/mit'), signedIn, (visit) => visit.page({ title: 'Mit' }, bodyOf('kun for mig')));
    web.get(path('/penge'), anyOf('finance'), (visit) => visit.page({ title: 'Penge' }, bodyOf('hemmeligt')));
    web.get(path('/ting/:id'), anyone, (visit) =>
      visit.params.id === 'æble' ? visit.page({ title: 'Ting' }, bodyOf(visit.params.id)) : missing(),
    );
    web.get(path('/fejl'), anyone, () => {
      throw new Error('a bug with a secret name: Anna');
    });
    web.post(path('/skriv'), anyone, (visit) => visit.redirect(path('/')({}), `Tak for ${visit.form.get('ord')}`), {
      rate: { times: 3, minutes: 10 },
      maxBytes: 1000,
    });
    web.post(path('/fil'), anyone, (visit) => visit.redirect(path('/')({})), { maxBytes: 4_000_000 });
    web.post(path('/mit'), signedIn, (visit) => visit.redirect(path('/mit')({}), 'Gemt'));
    web.post(path('/ud'), signedIn, async (visit) => {
      await visit.signOut('everywhere');
      return visit.redirect(path('/')({}));
    });
    return web;
  }

  async function house(): Promise<SmallHouse> {
    const made = await newTenant();
    await made.tx((tx) => writeAnna(tx));
    const reader = (web = open()) => new Reader(web, `${SITE}/${made.tenant.slug}`);
    const asAnna = async (web = open()) => {
      const cookies = readCookies(null, false);
      await made.tx((tx) => beginSession(tx, cookies, ANNA, 'test', 'mail'));
      const anna = reader(web);
      anna.keep(cookies.lines());
      return anna;
    };
    return { ...made, reader, asAnna };
  }

  return { db, open, house, newTenant };
}
