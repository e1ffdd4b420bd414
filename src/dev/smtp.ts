import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Database } from '../platform/db/database.ts';
import { makeDevTables } from './schema.ts';

/** A mail as it arrived at the other end. */
export interface ArrivedMail {
  readonly id: number;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** All headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Files that came with it, their content in base64. */
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
  readonly arrivedAt: Date;
}

export interface DevSmtp {
  /** `smtp://127.0.0.1:54321`: what SMTP_URL would say. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A real mail server on loopback, which keeps what arrives in `dev.mail` for the outbox page and for tests.
 * Addresses that begin with `findes-ikke` do not exist here, those with `optaget` are busy: so that failing can be tried.
 */
export async function startDevSmtp(settings: { readonly database: Database; readonly port: number }): Promise<DevSmtp> {
  await makeDevTables(
    settings.database,
    `create table if not exists dev.mail (
      id bigint generated always as identity primary key,
      "to" text not null,
      "from" text not null,
      subject text not null,
      "text" text not null,
      html text not null,
      headers jsonb not null,
      attachments jsonb not null default '[]',
      arrived_at timestamptz not null default now()
    );
    alter table dev.mail add column if not exists attachments jsonb not null default '[]'`,
  );
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('findes-ikke')) done(refusal(550, 'No such mailbox'));
      else if (address.startsWith('optaget')) done(refusal(451, 'Try again later'));
      else done();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      keep(settings.database, to, stream).then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server, settings.port);
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What has arrived, newest first; to one address only, when it is given. */
export async function arrivedMail(
  database: Database,
  only: { to?: string; limit?: number } = {},
): Promise<ArrivedMail[]> {
  const { rows } = await database.pool.query(
    `select id::int, "to", "from", subject, "text", html, headers, attachments,
       arrived_at as "arrivedAt"
     from dev.mail
     where $1::text is null or "to" = $1
     order by id desc
     limit $2`,
    [only.to ?? null, only.limit ?? 100],
  );
  return rows;
}

async function keep(database: Database, to: string, stream: SMTPServerDataStream): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const mail = await PostalMime.parse(Buffer.concat(pieces), { attachmentEncoding: 'base64' });
  const attachments = mail.attachments.map(({ filename, mimeType, content }) => ({
    name: filename ?? '',
    type: mimeType,
    base64: typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64'),
  }));
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
  await database.pool.query(
    `insert into dev.mail ("to", "from", subject, "text", html, headers, attachments)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[to, headers.from ?? '', mail.subject ?? '', mail.text ?? '', mail.html ?? ''],
      ...[JSON.stringify(headers), JSON.stringify(attachments)],
    ],
  );
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
}
