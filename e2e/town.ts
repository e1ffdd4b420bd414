/**
 * The demo story on a real app with everything behind it: the worker does the jobs, and mail arrives at a real server.
 * Open it at the top of a test file: it ends with the run.
 */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { type AppDeps, createApp } from '../src/app.tsx';
import { LYNGBAKKEN } from '../src/demo/places.ts';
import { tellDemo } from '../src/demo/tell.ts';
import type { DevClock } from '../src/dev/clock.ts';
import { gallery } from '../src/dev/gallery.ts';
import { devRoutes } from '../src/dev/routes.tsx';
import { type ArrivedMail, arrivedMail, startDevSmtp } from '../src/dev/smtp.ts';
import { SYSTEM } from '../src/kernel/actor.ts';
import type { Id } from '../src/kernel/id.ts';
import type { Outcome } from '../src/kernel/outcome.ts';
import { roleName } from '../src/modules/housing/public.ts';
import { NEWS } from '../src/news.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { Tenant, TenantDb } from '../src/platform/db/tenant-db.ts';
import { tenantBySlug } from '../src/platform/db/tenants.ts';
import { startWorker } from '../src/platform/jobs/worker.ts';
import { type LiveHints, openHints } from '../src/platform/live/hints.ts';
import { openMailCarrier } from '../src/platform/mail/mail.ts';
import { smsLog } from '../src/platform/sms/sms.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { listen } from '../src/platform/web/listen.ts';
import { type Log, openLog } from '../src/platform/web/log.ts';
import type { WebServer } from '../src/platform/web/server.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { openDirectory, originOfTenant } from '../src/platform/web/tenants.ts';
import { workOf } from '../src/schedule.ts';
import { builtAssets } from '../src/testing/app.ts';
import { testDatabase } from '../src/testing/database.ts';
import type { Cookie } from './accessibility.ts';
import type { Route } from './routes.ts';

/** Noon on a Sunday in May: nobody sleeps, so a message leaves at once. */
export const NOON = new Date('2026-05-03T12:00:00+02:00');
export const DAY_MS = 86_400_000;
const SECRET = 'a secret of the journeys alone, long enough';

export interface Town {
  readonly database: Database;
  readonly tenant: Tenant;
  /** Where the tenant begins: `http://127.0.0.1:41234/lyngbakken`. */
  readonly baseUrl: string;
  readonly routes: readonly Route[];
  /** Errors that the app or a job met; a journey ends with none. */
  readonly broken: string[];
  tx<T>(work: (tx: TenantDb) => Promise<T>): Promise<T>;
  personId(name: string): Promise<Id<'person'>>;
  /** A fresh session on a device of its own. */
  signIn(name: string): Promise<readonly Cookie[]>;
  /** The newest mail to an address whose subject matches, when it has come. */
  mailTo(address: string, subject: RegExp): Promise<ArrivedMail>;
}

/** The story as it stands at noon, for `testDatabase`: told once, and copied for each file. */
export const tellStory = (database: Database): Promise<Tenant> => tellDemo(database, NOON);

/** The house that a database filled by `tellStory` holds. */
export async function houseOfStory(database: Database): Promise<Tenant> {
  const house = await tenantBySlug(database, LYNGBAKKEN.slug);
  if (!house) throw new Error('The story has not been told here');
  return house;
}

export async function openTown(options: { readonly dev?: boolean } = {}): Promise<Town> {
  const { db: database } = await testDatabase(tellStory);
  const smtp = await startDevSmtp({ database, port: 0 });
  const clock = movableClock();
  const tenant = await houseOfStory(database);
  const hints = openHints(database, 500);
  const broken: string[] = [];
  const app = await townApp({
    database,
    hints,
    clock,
    broken: (error) => broken.push(error),
    dev: options.dev === true,
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const mail = openMailCarrier({ url: smtp.url, from: 'Grobund <post@grobund.test>' });
  const worker = await startWorker({
    database,
    clock,
    ...workOf({ mail, sms: smsLog }, NEWS),
    originOf: (one) => originOfTenant(one, listening.address),
    onError: (error, kind) => void broken.push(`${kind}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  after(async () => {
    await listening.stop(0);
    await worker.stop();
    mail.close();
    await hints.close();
    await smtp.close();
  });

  const baseUrl = originOfTenant(tenant, listening.address);
  const tx: Town['tx'] = (work) =>
    database.asTenant({ tenant, actor: SYSTEM, now: clock.now(), origin: baseUrl }, work);
  return {
    database,
    tenant,
    baseUrl,
    routes: app.routes,
    broken,
    tx,
    personId: (name) => tx((db) => personNamed(db, name)),
    signIn: (name) => sessionOf(database, tenant, name, clock.now()),
    mailTo: (address, subject) =>
      soon(`a mail to ${address} about ${subject}`, async () =>
        (await arrivedMail(database, { to: address })).find((one) => subject.test(one.subject)),
      ),
  };
}

/** The app as the journeys have it: on loopback, at the clock's time, with the developer's rooms unless told otherwise. */
export async function townApp(parts: {
  readonly database: Database;
  readonly hints: LiveHints;
  readonly clock: DevClock;
  /** Is told of every error that the app meets. */
  broken(error: string): void;
  readonly dev?: boolean | undefined;
  readonly signIn?: AppDeps['signIn'] | undefined;
}): Promise<WebServer> {
  const { database, hints, clock, dev = true, signIn } = parts;
  const error: Log['error'] = ({ error, requestId }, message) =>
    parts.broken(`${message} ${requestId ?? ''}: ${error instanceof Error ? error.stack : String(error)}`);
  return createApp({
    database,
    hints,
    assets: await builtAssets(),
    directory: openDirectory(database, 0),
    log: { ...openLog('silent'), error },
    clock: () => clock.now(),
    secret: SECRET,
    reach: { publicUrl: null, loopbackOnly: true, behindProxy: false },
    ...(signIn ? { signIn } : {}),
    ...(dev ? { dev: (web) => devRoutes(web, { database, clock, gallery, roleName, ways: [] }) } : {}),
  });
}

/** One transaction as somebody of the story; null: a visitor. Today unless it was so many days ago. */
export type As = <T>(name: string | null, work: (tx: TenantDb) => Promise<T>, daysAgo?: number) => Promise<T>;

/** A story is ours: a refusal in it is a mistake in the telling. */
export function must<T, R>(outcome: Outcome<T, R>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Cannot go on with the story: ${JSON.stringify(outcome.refusal)}`);
}

export async function personNamed({ sql }: TenantDb, name: string): Promise<Id<'person'>> {
  return (await sql.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
}

/** Cookies of somebody freshly signed in, on a device of its own. */
export async function sessionOf(
  database: Database,
  tenant: Tenant,
  name: string,
  now: Date = NOON,
): Promise<readonly Cookie[]> {
  const cookies = readCookies(null, false);
  await database.asTenant({ tenant, actor: SYSTEM, now, origin: 'http://127.0.0.1' }, async (tx) =>
    beginSession(tx, cookies, await personNamed(tx, name), 'test', 'mail'),
  );
  return cookies.lines().map(readLine);
}

/** Asks again and again until there is an answer. The wait is long, since only a test that fails waits it out. */
export async function soon<T>(what: string, ask: () => Promise<T | undefined>, withinMs = 60_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Goes to a place inside the tenant. */
export async function goTo(page: Page, town: Pick<Town, 'baseUrl'>, place: string): Promise<void> {
  await page.goto(town.baseUrl + place);
}

/** Stands at NOON until it is moved. */
export function movableClock(): DevClock {
  let ahead = 0;
  return {
    now: () => new Date(NOON.getTime() + ahead * DAY_MS),
    get daysAhead() {
      return ahead;
    },
    move: async (by) => {
      ahead += by === 'morning' ? 1 : by;
    },
  };
}

function readLine(line: string): Cookie {
  const [pair = ''] = line.split(';');
  const cut = pair.indexOf('=');
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
}
