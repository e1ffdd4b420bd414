import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Id } from '../../src/kernel/id.ts';
import { restore } from '../../src/platform/backup/restore.ts';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { tenantBySlug } from '../../src/platform/db/tenants.ts';
import { joinEmbedded, startEmbedded } from '../../src/platform/embedded/embedded.ts';
import { readPostmaster } from '../../src/platform/embedded/remains.ts';
import { readCookies } from '../../src/platform/web/cookies.ts';
import { beginSession } from '../../src/platform/web/session.ts';
import { freePort } from '../../src/testing/free-port.ts';
import { Reader } from '../../src/testing/reader.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STORY = join(import.meta.dirname, '../releases/0.3.0.grobund');
const SITE = 'https://grobund.test/lyngbakken';
const STAFF = 'Signe Højlund';
const START_MS = 180_000;

/** A whole installation on a disk: the app as an operator starts it, its own PostgreSQL with every flush, and a mail server. */
export interface House {
  readonly folder: string;
  /** The mail server's side: which messages came for an address, by Message-ID, in the order they came. */
  readonly mails: ReadonlyMap<string, readonly string[]>;
  /** Starts the app, unless it runs. */
  start(): Promise<void>;
  /** `kill -9`. The app brings back a database that dies under it. */
  kill(who: 'the app' | 'the database' | 'both'): Promise<void>;
  /** Waits until the app can serve. */
  ready(): Promise<void>;
  /** Somebody at a browser without a session, each time from another address. */
  visitor(): Reader;
  staff(): Reader;
  /** `grobund …` beside the app; killed with the rest. */
  command(...words: string[]): Command;
  /** Looks into the database, as long as it runs. */
  look<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Ends the app as an operator does. */
  stop(): Promise<number | null>;
}

export interface Command {
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  kill(): void;
}

/** Opens the house with the story in it. It ends with the run. */
export async function openHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'gkill-'));
  const data = join(folder, 'data');
  const session = await tellStory(data);
  const mails = new Map<string, string[]>();
  const smtp = await mailServer(mails);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    GROBUND_URL: 'https://grobund.test',
    GROBUND_DATA: data,
    GROBUND_SECRET: 'a secret that survives every kill, long enough',
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MAIL_FROM: 'Grobund <post@grobund.test>',
    LOG_LEVEL: 'silent',
  };
  let app: { readonly child: ChildProcess; readonly port: number } | null = null;
  let devices = 0;
  /** The database that was killed last. */
  let killed = Number.NaN;
  const grobund = (words: readonly string[], own: Record<string, string> = {}) => {
    const program = [join(ROOT, 'bin/grobund.mjs'), ...words];
    return spawn(process.execPath, program, {
      cwd: ROOT,
      env: { ...env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const fetchAt = async (request: Request, device: string): Promise<Response> => {
    if (!app) throw new Error('nobody answers');
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set('x-forwarded-for', device);
    const body = request.method === 'GET' ? null : await request.arrayBuffer();
    const address = `http://127.0.0.1:${app.port}${pathname}${search}`;
    const signal = AbortSignal.timeout(60_000);
    return fetch(address, { method: request.method, headers, body, redirect: 'manual', signal });
  };
  const reader = () => {
    devices += 1;
    const device = `10.${(devices >> 16) & 255}.${(devices >> 8) & 255}.${devices & 255}`;
    return new Reader({ fetch: (request) => fetchAt(request, device) }, SITE);
  };
  const house: House = {
    folder,
    mails,
    async start() {
      if (app) return;
      const port = await freePort();
      const child = grobund(['start'], { PORT: String(port) });
      await answering(child);
      app = { child, port };
    },
    async kill(who) {
      if (who !== 'the app') {
        killed = (await readPostmaster(join(data, 'postgres')))?.pid ?? Number.NaN;
        process.kill(killed, 'SIGKILL');
      }
      if (who === 'the database' || !app) return;
      const { child } = app;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      app = null;
    },
    async ready() {
      const deadline = Date.now() + START_MS;
      while (Date.now() < deadline && app && app.child.exitCode === null) {
        // What the dead one's helpers still answer is no sign of a new one.
        const postmaster = await readPostmaster(join(data, 'postgres'));
        const address = `http://127.0.0.1:${app.port}/readyz`;
        const risen = postmaster?.ready === true && postmaster.pid !== killed;
        const answer = risen && (await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null));
        if (answer && answer.status === 200) return;
        await sleep(50);
      }
      throw new Error(`the app does not get its database back; it ended with ${app?.child.exitCode}`);
    },
    visitor: reader,
    staff() {
      const signe = reader();
      signe.keep(session);
      return signe;
    },
    command(...words) {
      const child = grobund(words);
      child.stdout?.resume();
      child.stderr?.resume();
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      return { ended, kill: () => void child.kill('SIGKILL') };
    },
    async look(work) {
      const server = await joinEmbedded({ dataDir: data });
      if (!server) throw new Error('the database does not run');
      const database = openDatabase({ url: server.url, connections: 2 });
      return work(database).finally(() => database.close());
    },
    async stop() {
      if (!app) return 0;
      const { child } = app;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      app = null;
      return (await gone)[0] as number | null;
    },
  };
  after(async () => {
    await house.kill('the app').catch(() => undefined);
    await smtp.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  });
  return house;
}

/** The story as 0.3.0 left it, brought up to today, and a session for one of its consultants. */
async function tellStory(dataDir: string): Promise<readonly string[]> {
  const server = await startEmbedded({ dataDir });
  const database = openDatabase({ url: server.url });
  try {
    await restore(database, { path: STORY, key: null }, { withoutJobs: true });
    const tenant = await tenantBySlug(database, 'lyngbakken');
    if (!tenant) throw new Error('The story is not in the backup');
    const visit = { tenant, actor: { kind: 'system' }, now: new Date(), origin: SITE } as const;
    const cookies = readCookies(null, true);
    await database.asTenant(visit, async (tx) => {
      const { id } = await tx.sql.selectFrom('person').select('id').where('name', '=', STAFF).executeTakeFirstOrThrow();
      await beginSession(tx, cookies, id as Id<'person'>, 'test');
    });
    return cookies.lines();
  } finally {
    await database.close();
    await server.stop();
  }
}

/** A mail server that takes its time, so that a kill can fall between its yes and ours. */
async function mailServer(mails: Map<string, string[]>): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (piece: string) => {
        text += piece;
      });
      stream.on('end', () => {
        const id = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? 'no id';
        for (const { address } of session.envelope.rcptTo) mails.set(address, [...(mails.get(address) ?? []), id]);
        setTimeout(done, 60);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Resolves when it answers; with the public address set, it says that one and not its port. */
function answering(child: ChildProcess): Promise<void> {
  return new Promise((answers, ended) => {
    let said = '';
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('answers at')) answers();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => ended(new Error(`It ended with ${code}: ${said}`)));
    setTimeout(() => ended(new Error(`It did not answer in ${START_MS} ms: ${said}`)), START_MS).unref();
  });
}
