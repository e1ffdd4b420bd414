// The pictures of README.md, taken of the demo story on a day that stands still: npm run pictures [folder]
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { createApp } from '../src/app.tsx';
import { tellDemo } from '../src/demo/tell.ts';
import { SYSTEM } from '../src/kernel/actor.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Tenant, TenantDb } from '../src/platform/db/tenant-db.ts';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';
import { openHints } from '../src/platform/live/hints.ts';
import { loadAssets } from '../src/platform/web/assets.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { listen } from '../src/platform/web/listen.ts';
import { openLog } from '../src/platform/web/log.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { openDirectory } from '../src/platform/web/tenants.ts';
import { withBrowser } from '../src/testing/browser.ts';
import { buildAssets } from './build.ts';

const ROOT = join(import.meta.dirname, '..');
/** A Thursday in November, when the story's soup is on the stove. */
const NOW = new Date('2026-11-19T10:00:00+01:00');
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const MOST_BYTES = 150_000;

interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly place: string;
  /** Whose screen it is; a visitor's when nobody is named. */
  readonly who?: string;
  /** The links to follow from `place`, one after another. */
  readonly open?: readonly string[];
}

const PICTURES: readonly Picture[] = [
  { name: 'front', size: { ...DESK, height: 1130 }, place: '/' },
  { name: 'initiative', size: { ...DESK, height: 1960 }, place: '/initiativer', open: ['Suppeaften i gården'] },
  { name: 'din-tur', size: { ...DESK, height: 660 }, place: '/din-tur', who: 'Signe Højlund' },
  {
    name: 'case',
    size: { ...DESK, height: 1130 },
    place: '/pulje/ansoegninger',
    who: 'Signe Højlund',
    open: ['Fem gåture med guide'],
  },
  { name: 'payments', size: { ...DESK, height: 660 }, place: '/betalinger', who: 'Lise Krogh' },
  { name: 'catalogue', size: { ...DESK, height: 1130 }, place: '/katalog' },
  { name: 'events', size: { ...DESK, height: 1130 }, place: '/arrangementer' },
  { name: 'strategy', size: { ...DESK, height: 1130 }, place: '/strategi', who: 'Signe Højlund' },
  {
    name: 'wall',
    size: { ...DESK, height: 1130 },
    place: '/workshops',
    who: 'Signe Højlund',
    open: ['Fællesskaber, der holder', 'Åbn væggen'],
  },
  { name: 'phone', size: { ...PHONE, height: 1130 }, place: '/', who: 'Yusuf Abdi' },
];

/** The drawing of an initiative follows its id, so here ids are counted and not drawn by lot. */
async function countIds({ pool }: Database): Promise<void> {
  await pool.query(`
    create sequence counted start 2;
    grant usage on sequence counted to grobund_app;
    create or replace function new_id() returns uuid language sql volatile
    return ('01980000-0000-7000-8000-' || lpad(to_hex(nextval('counted')), 12, '0'))::uuid`);
}

interface Site {
  readonly baseUrl: string;
  signIn(name: string): Promise<readonly { name: string; value: string }[]>;
}

const folder = process.argv[2] ?? join(ROOT, 'docs/pictures');
await mkdir(folder, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), 'grobund-pictures-'));
const embedded = await startEmbedded({ dataDir: scratch, fast: true });
const database = openDatabase({ url: embedded.url });
try {
  await migrate(database);
  await countIds(database);
  await withSite(database, await tellDemo(database, NOW), (site) =>
    withBrowser(async (browser) => {
      for (const picture of PICTURES) {
        const cookies = picture.who ? await site.signIn(picture.who) : [];
        const page = await browser.newPage({ ...picture.size, baseUrl: site.baseUrl, cookies });
        await goTo(page, site, picture);
        await keep(page, picture.name);
        await page.context().close();
      }
    }),
  );
} finally {
  await database.close();
  await embedded.stop();
  await rm(scratch, { recursive: true, force: true });
}

async function withSite(db: Database, tenant: Tenant, use: (site: Site) => Promise<void>): Promise<void> {
  const assets = join(scratch, 'assets');
  await buildAssets(assets);
  const hints = openHints(db);
  const app = createApp({
    database: db,
    hints,
    assets: loadAssets(assets),
    directory: openDirectory(db),
    log: openLog('error'),
    clock: () => NOW,
    secret: 'the secret of a site that lives for one minute',
    reach: { publicUrl: null, loopbackOnly: true, behindProxy: false },
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const tx = <T>(work: (tx: TenantDb) => Promise<T>) =>
    db.asTenant({ tenant, actor: SYSTEM, now: NOW, origin: listening.address }, work);
  try {
    await use({
      baseUrl: `${listening.address}/${tenant.slug}`,
      signIn: (name) => tx((one) => signIn(one, name)),
    });
  } finally {
    await listening.stop(0);
    await hints.close();
  }
}

async function signIn(tx: TenantDb, name: string) {
  const person = await tx.sql.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  const cookies = readCookies(null, false);
  await beginSession(tx, cookies, person.id, 'pictures', 'mail');
  return cookies.lines().map((line) => {
    const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    return { name: key, value };
  });
}

async function goTo(page: Page, site: Site, { place, open }: Picture): Promise<void> {
  await page.goto(site.baseUrl + place);
  for (const name of open ?? []) await page.getByRole('link', { name }).first().click();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** As few colours as the limit asks for: a page of print and drawings loses nothing that the eye sees. */
async function keep(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  const path = join(folder, `${name}.png`);
  for (const colours of [256, 128, 64]) {
    const bytes = await sharp(shot).png({ palette: true, colours, effort: 10, compressionLevel: 9 }).toBuffer();
    if (bytes.length > MOST_BYTES && colours > 64) continue;
    await writeFile(path, bytes);
    process.stdout.write(
      `${relative(process.cwd(), path)}  ${(bytes.length / 1000).toFixed(0)} kB, ${colours} colours\n`,
    );
    return;
  }
}
