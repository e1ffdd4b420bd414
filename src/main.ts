import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from './app.tsx';
import type { Config } from './config.ts';
import { openDoors } from './doors.ts';
import { SYSTEM } from './kernel/actor.ts';
import { NEWS } from './news.ts';
import { backupFirst } from './platform/backup/before.ts';
import { openDatabase, RUNNING_APP } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { readMigrations } from './platform/db/migration-files.ts';
import type { Tenant } from './platform/db/tenant-db.ts';
import { allTenants } from './platform/db/tenants.ts';
import { startEmbedded } from './platform/embedded/embedded.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { openHints } from './platform/live/hints.ts';
import { openMailCarrier } from './platform/mail/mail.ts';
import { openMetrics } from './platform/metrics/metrics.ts';
import { openParties } from './platform/oidc/oidc.ts';
import { keptSecret } from './platform/secret/kept-secret.ts';
import { openSmsGateway } from './platform/sms/gateway.ts';
import { type SmsCarrier, smsLog, smsPrinter } from './platform/sms/sms.ts';
import { loadAssets } from './platform/web/assets.ts';
import { listen } from './platform/web/listen.ts';
import { openLog } from './platform/web/log.ts';
import { openDirectory, originOfTenant } from './platform/web/tenants.ts';
import { tellPracticeAnew } from './practice.ts';
import { type More, type Work, workOf } from './schedule.ts';

const PATIENCE_MS = 10_000;

/** What ends what was opened, in the order of opening; it is done backwards. */
type PutAway = (() => Promise<void>)[];

/** Starts Grobund, says where it answers, and resolves when a signal has stopped it and everything is put away. */
export async function start(config: Config, say: (line: string) => void): Promise<void> {
  const putAway: PutAway = [];
  try {
    const ground = await layGround(config, say, putAway);
    const { embedded, rooms } = ground;
    const ways = openWays(config, rooms, say);
    putAway.push(async () => ways.mail?.close());

    // Known when the site listens; no job is done before that.
    let address = '';
    const originOf = (tenant: Tenant) => originOfTenant(tenant, address);
    const work = workOf(ways, NEWS, moreOf(config, ground, originOf));
    const app = await openApp(config, ground, { sms: ways.sms !== null, outgoing: work.outgoing }, putAway);
    const site = await listen(app, config);
    putAway.push(() => {
      app.endStreams();
      return site.stop(PATIENCE_MS);
    });
    address = config.origin ?? named(site.address);
    embedded?.announce(address);
    await goToWork(config, ground, { work, originOf }, putAway);

    if ((await allTenants(ground.database)).length === 0) say('There is no house here yet. To open one: grobund setup');
    say(`Grobund answers at ${address} (stop with Ctrl-C)`);
    for (const line of (await rooms?.waysIn(address)) ?? []) say(line);
    await stopSignal();
    app.leave();
    await sleep(config.drainSeconds * 1000);
    embedded?.leaving();
  } finally {
    for (const stop of putAway.toReversed()) await stop();
  }
}

type Ground = Awaited<ReturnType<typeof layGround>>;

/** What all else stands on: the database, brought up to today, and who and what the clock and the log are. */
async function layGround(config: Config, say: (line: string) => void, putAway: PutAway) {
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  if (embedded) putAway.push(() => embedded.stop());

  const database = openDatabase({ url: config.databaseUrl ?? embedded?.url ?? '', name: RUNNING_APP });
  putAway.push(() => database.close());
  await migrate(database, readMigrations(), backupFirst(database, config.backups, say));

  // The developer's rooms are not even loaded elsewhere.
  const rooms = config.dev ? await (await import('./dev/rooms.ts')).openRooms(database) : null;
  if (rooms) putAway.push(() => rooms.close());
  const clock = rooms?.clock ?? { now: () => new Date() };
  return { embedded, database, rooms, clock, log: openLog(config.logLevel), directory: openDirectory(database) };
}

/** Ways to people. */
function openWays({ mail, sms, dev }: Config, rooms: Ground['rooms'], say: (line: string) => void) {
  const url = mail.url ?? rooms?.mailUrl;
  return { mail: url ? openMailCarrier({ url, from: mail.from }) : null, sms: smsWay(sms, dev, say) };
}

function moreOf(config: Config, { database, clock }: Ground, originOf: (tenant: Tenant) => string): More {
  return {
    loopbackToo: config.dev,
    tellAnew: (tenant) => tellPracticeAnew(database, tenant, clock.now()),
    desk: (tenant, work) =>
      database.asTenant({ tenant, actor: SYSTEM, channel: 'system', now: clock.now(), origin: originOf(tenant) }, work),
  };
}

async function openApp(
  config: Config,
  { database, rooms, clock, log, directory }: Ground,
  { sms, outgoing }: { readonly sms: boolean; readonly outgoing: Work['outgoing'] },
  putAway: PutAway,
) {
  const secret = config.secret ?? (await keptSecret(config.dataDir));
  const hints = openHints(database);
  putAway.push(() => hints.close());

  const { version } = JSON.parse(await readFile(join(config.root, 'package.json'), 'utf8')) as { version: string };
  const metrics = openMetrics({ database, token: config.metricsToken, version, outgoing });
  putAway.push(async () => metrics?.close());

  return createApp({
    database,
    hints,
    log,
    secret,
    directory,
    assets: loadAssets(join(config.root, 'dist/assets')),
    clock: () => clock.now(),
    metrics,
    signIn: { sms, parties: openParties([...config.parties, ...(rooms?.parties ?? [])]) },
    loopbackToo: config.dev,
    reach: { publicUrl: config.origin, loopbackOnly: config.origin === null, behindProxy: config.behindProxy },
    ...(rooms ? { dev: rooms.routes } : {}),
  });
}

/** Lets jobs be done, and opens the ways in that are no web pages. */
async function goToWork(
  { invoices }: Config,
  { database, directory, clock, log }: Ground,
  { work, originOf }: { readonly work: Work; originOf(tenant: Tenant): string },
  putAway: PutAway,
): Promise<void> {
  const { kinds, schedule } = work;
  const onError = (error: unknown, job?: string) => log.error({ error, ...(job ? { job } : {}) }, 'job failed');
  const worker = await startWorker({ database, clock, kinds, schedule, originOf, onError });
  putAway.push(() => worker.stop());
  const inNote = (error: unknown, door: string) => log.error({ error, job: door }, 'could not take in');
  putAway.push(await openDoors(invoices, { database, directory, clock, originOf, onError: inNote }));
}

/** A passkey belongs to a name, and an address of numbers is none: on this machine it is called by its name. */
function named(address: string): string {
  return address.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:)/, 'http://localhost');
}

function smsWay(sms: Config['sms'], dev: boolean, say: (line: string) => void): SmsCarrier | null {
  if (sms?.kind === 'print') return smsPrinter(say);
  if (sms) return openSmsGateway(sms);
  return dev ? smsLog : null;
}

/** Ctrl-C, or the one who runs us asks. Asking twice is asking once: stopping has a limit of its own. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
