import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { Id } from '../../src/kernel/id.ts';
import { restore } from '../../src/platform/backup/restore.ts';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { tenantBySlug } from '../../src/platform/db/tenants.ts';
import { joinEmbedded, startEmbedded } from '../../src/platform/embedded/embedded.ts';
import { readCookies } from '../../src/platform/web/cookies.ts';
import { beginSession } from '../../src/platform/web/session.ts';
import { Reader } from '../../src/testing/reader.ts';
import { type Installation, install } from './installation.ts';

const STORY = join(import.meta.dirname, '../releases/0.3.0.grobund');
const SITE = 'https://grobund.test/lyngbakken';
const STAFF = 'Signe Højlund';

/** A whole installation on a disk, and a mail server. */
export interface House extends Omit<Installation, 'answer'> {
  readonly folder: string;
  /** The mail server's side: which messages came for an address, by Message-ID, in the order they came. */
  readonly mails: ReadonlyMap<string, readonly string[]>;
  /** Somebody at a browser without a session, each time from another address. */
  visitor(): Reader;
  staff(): Reader;
  /** Looks into the database, as long as it runs. */
  look<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** Opens the house with the story in it. It ends with the run. */
export async function openHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'gkill-'));
  const data = join(folder, 'data');
  const session = await tellStory(data);
  const mails = new Map<string, string[]>();
  const smtp = await mailServer(mails);
  const { answer, ...installation } = install(data, settings(data, smtp.port));
  let devices = 0;
  const visitor = () => {
    devices += 1;
    const from = `10.${(devices >> 16) & 255}.${(devices >> 8) & 255}.${devices & 255}`;
    return new Reader({ fetch: (request) => answer(request, from) }, SITE);
  };
  after(async () => {
    await installation.kill('the app').catch(() => undefined);
    await smtp.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  });
  return {
    ...installation,
    folder,
    mails,
    visitor,
    staff() {
      const signe = visitor();
      signe.keep(session);
      return signe;
    },
    async look(work) {
      const server = await joinEmbedded({ dataDir: data });
      if (!server) throw new Error('the database does not run');
      const database = openDatabase({ url: server.url, connections: 2 });
      return work(database).finally(() => database.close());
    },
  };
}

function settings(data: string, mailPort: number) {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    GROBUND_URL: 'https://grobund.test',
    GROBUND_DATA: data,
    GROBUND_SECRET: 'a secret that survives every kill, long enough',
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: 'Grobund <post@grobund.test>',
    LOG_LEVEL: 'silent',
  };
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
      await beginSession(tx, cookies, id as Id<'person'>, 'test', 'mail');
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
