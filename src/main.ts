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
import { workOf } from './schedule.ts';

const PATIENCE_MS = 10_000;

/** Starts Grobund, says where it answers, and resolves when a signal has stopped it and everything is put away. */
export async function start(config: Config, say: (line: string) => void): Promise<void> {
  const putAway: (() => Promise<void>)[] = [];
  try {
    const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
    if (embedded) putAway.push(() => embedded.stop());

    const database = openDatabase({ url: config.databaseUrl ?? embedded?.url ?? '', name: RUNNING_APP });
    putAway.push(() => database.close());
    await migrate(database, readMigrations(), backupFirst(database, config.backups, say));

    // The developer's rooms are not even loaded elsewhere.
    const rooms = config.dev ? await (await import('./dev/rooms.ts')).openRooms(database) : null;
    if (rooms) putAway.push(() => rooms.close());
    const clock = rooms?.clock ?? { now: () => new Date() };
    const log = openLog(config.logLevel);
    const secret = config.secret ?? (await keptSecret(config.dataDir));
    const hints = openHints(database);
    putAway.push(() => hints.close());

    const directory = openDirectory(database);
    const { version } = JSON.parse(await readFile(join(config.root, 'package.json'), 'utf8')) as { version: string };
    const metrics = openMetrics({ database, token: config.metricsToken, version, outgoing: outgoing() });
    putAway.push(async () => metrics?.close());

    const sms = smsWay(config, say);
    const parties = openParties([...config.parties, ...(rooms?.parties ?? [])]);
    const app = createApp({
      database,
      hints,
      log,
      secret,
      directory,
      assets: loadAssets(join(config.root, 'dist/assets')),
      clock: () => clock.now(),
      metrics,
      signIn: { sms: sms !== null, parties },
      loopbackToo: config.dev,
      reach: { publicUrl: config.origin, loopbackOnly: config.origin === null, behindProxy: config.behindProxy },
      ...(rooms ? { dev: rooms.routes } : {}),
    });
    const site = await listen(app, config);
    putAway.push(() => {
      app.endStreams();
      return site.stop(PATIENCE_MS);
    });
    const address = config.origin ?? named(site.address);
    embedded?.announce(address);

    const mailUrl = config.mail.url ?? rooms?.mailUrl;
    const mail = mailUrl ? openMailCarrier({ url: mailUrl, from: config.mail.from }) : null;
    putAway.push(async () => mail?.close());
    const originOf = (tenant: Tenant) => originOfTenant(tenant, address);
    const { kinds, schedule } = workOf({ mail, sms }, NEWS, {
      loopbackToo: config.dev,
      tellAnew: (tenant) => tellPracticeAnew(database, tenant, clock.now()),
      desk: (tenant, work) =>
        database.asTenant(
          { tenant, actor: SYSTEM, channel: 'system', now: clock.now(), origin: originOf(tenant) },
          work,
        ),
    });
    const onError = (error: unknown, job?: string) => log.error({ error, ...(job ? { job } : {}) }, 'job failed');
    const worker = await startWorker({ database, clock, kinds, schedule, originOf, onError });
    putAway.push(() => worker.stop());
    const inNote = (error: unknown, door: string) => log.error({ error, job: door }, 'could not take in');
    putAway.push(await openDoors(config.invoices, { database, directory, clock, originOf, onError: inNote }));

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

/** A passkey belongs to a name, and an address of numbers is none: on this machine it is called by its name. */
function named(address: string): string {
  return address.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:)/, 'http://localhost');
}

/** The jobs that hand something to others. */
function outgoing(): string[] {
  const { kinds } = workOf({ mail: null, sms: null }, NEWS);
  return kinds.filter((kind) => 'prepare' in kind).map(({ name }) => name);
}

function smsWay({ sms, dev }: Config, say: (line: string) => void): SmsCarrier | null {
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
