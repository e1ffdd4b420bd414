import { resolve } from 'node:path';
import { z } from 'zod';
import { readParties } from './config-parties.ts';
import { type Outcome, ok, refused } from './kernel/outcome.ts';
import type { PartySettings } from './platform/oidc/oidc.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of one Grobund, read once from the environment. See docs/operate.md. */
export interface Config {
  /** The project's folder. */
  readonly root: string;
  /** On a developer's own machine: the developer's rooms open, the demo story loads into an empty database. */
  readonly dev: boolean;
  readonly host: string;
  /** 0 lets the machine choose. */
  readonly port: number;
  /** Where people reach Grobund, without a slash at the end: `https://lyngbakken.dk`. Null on loopback, where it is the address listened on. */
  readonly origin: string | null;
  /** A proxy in front tells the visitor's address in X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** A PostgreSQL server. Null: the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder with the embedded database, uploaded files and the kept secret. */
  readonly dataDir: string;
  /** Signs links and codes. Null: one is made and kept in `dataDir`. */
  readonly secret: string | null;
  readonly mail: MailConfig;
  readonly sms: SmsConfig | null;
  /** Who vouches for people at sign-in: MitID brokers, Entra ID. */
  readonly parties: readonly PartySettings[];
  readonly invoices: InvoicesConfig;
  readonly backups: BackupsConfig;
  /** When asked to stop, so long it still answers while `/readyz` says that it leaves, for a balancer to notice. */
  readonly drainSeconds: number;
  /** Who asks for `/metrics` must have it; null: there is no such page. */
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
}

/** `url` null: mail stays in the outbox. */
export interface MailConfig {
  readonly url: string | null;
  readonly from: string;
}

/** Ways in for invoices beside the web; null when they are shut. */
export interface InvoicesConfig {
  /** Of an SMTP server on loopback, for the organisation's own mail server to deliver to. */
  readonly smtpPort: number | null;
  /** Absolute path of a folder that holds one folder for each tenant, named by its slug. */
  readonly folder: string | null;
}

export interface BackupsConfig {
  /** Seals backups and opens sealed ones; null: they are written as they are. */
  readonly key: string | null;
  /** Absolute path of the folder for the backup that is taken before the database is changed for a new version; null: none is. */
  readonly folder: string | null;
}

/** An SMS gateway with an HTTP API; or `print`: said on the terminal, sent to nobody. */
export type SmsConfig =
  | {
      readonly kind: 'gateway';
      readonly url: string;
      readonly key: string;
      /** What the phone shows as sender: at most 11 letters and digits. */
      readonly from: string;
    }
  | { readonly kind: 'print' };

/** GatewayAPI's own platform within the EU. */
const SMS_URL_HERE = 'https://messaging.gatewayapi.eu/mobile/single';

/** Where mail says it comes from until MAIL_FROM is set; `.test` can never be delivered to (RFC 6761). */
const MAIL_FROM_HERE = 'Grobund <grobund@lyngbakken.test>';

const MIN_SECRET_LENGTH = 32;
/** Of what is not guessed at a distance of milliseconds: a backup's key is made slow by scrypt, a token by the network. */
const MIN_KEY_LENGTH = 16;

const SETTINGS = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a whole number from 0 to 65535'),
  GROBUND_URL: z.string().optional().refine(isOriginOrAbsent, 'must be an origin such as https://grobund.example.dk'),
  GROBUND_PROXY: z.enum(['yes', 'no'], 'must be yes or no').optional(),
  DATABASE_URL: withProtocol(['postgres:', 'postgresql:'], 'postgresql://user@host/database'),
  GROBUND_DATA: z.string().default('data'),
  GROBUND_SECRET: z.string().min(MIN_SECRET_LENGTH, `must be at least ${MIN_SECRET_LENGTH} characters`).optional(),
  SMTP_URL: withProtocol(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.dk'),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address such as Grobund <grobund@example.dk>')
    .optional(),
  SMS_PROVIDER: z.enum(['gatewayapi', 'print'], 'must be gatewayapi or print').optional(),
  SMS_URL: withProtocol(['https:'], SMS_URL_HERE),
  SMS_KEY: z.string().optional(),
  SMS_FROM: z
    .string()
    .regex(/^[A-Za-z0-9]{1,11}$/, 'must be at most 11 letters and digits')
    .optional(),
  GROBUND_INVOICE_SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a whole number from 1 to 65535')
    .optional(),
  GROBUND_INVOICE_FOLDER: z.string().optional(),
  GROBUND_BACKUP_KEY: z.string().min(MIN_KEY_LENGTH, `must be at least ${MIN_KEY_LENGTH} characters`).optional(),
  GROBUND_BACKUP_FOLDER: z.string().optional(),
  GROBUND_METRICS_TOKEN: z.string().min(MIN_KEY_LENGTH, `must be at least ${MIN_KEY_LENGTH} characters`).optional(),
  GROBUND_DRAIN_SECONDS: z
    .string()
    .regex(/^([0-5]?\d|60)$/, 'must be a whole number from 0 to 60')
    .default('0')
    .transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});
type Settings = z.infer<typeof SETTINGS>;

/**
 * Reads the settings from an environment. Refuses with one plain sentence for each setting that is wrong, so that
 * Grobund does not start half right. Relative folders are read from the project's root.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Outcome<Config, string[]> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = SETTINGS.safeParse(given);
  if (!read.success) return refused(read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const parties = readParties(given);
  const problems = [...problemsTogether(read.data), ...(parties.ok ? [] : parties.refusal)];
  if (problems.length > 0 || !parties.ok) return refused(problems);
  return ok({ ...toConfig(read.data, root), parties: parties.value });
}

function problemsTogether(settings: Settings): string[] {
  const { HOST, GROBUND_URL, DATABASE_URL, GROBUND_SECRET, SMTP_URL, MAIL_FROM } = settings;
  const { SMS_PROVIDER, SMS_URL, SMS_KEY, SMS_FROM } = settings;
  const gateway = SMS_URL !== undefined || SMS_KEY !== undefined || SMS_FROM !== undefined;
  return [
    !isLoopback(HOST) &&
      !GROBUND_URL &&
      `GROBUND_URL is missing: with HOST=${HOST} others can reach Grobund, so it must know its public address, for links in mails.`,
    GROBUND_URL?.startsWith('http:') &&
      !(isLoopback(HOST) && isLoopback(new URL(GROBUND_URL).hostname)) &&
      `GROBUND_URL must begin with https: cookies and passkeys belong to encrypted connections only. Put a proxy that speaks https in front, and write its address there.`,
    DATABASE_URL &&
      !isDev(settings) &&
      !GROBUND_SECRET &&
      `GROBUND_SECRET is missing: processes that share a database must share it. Make one with: node -p "crypto.randomBytes(32).toString('hex')"`,
    SMTP_URL && !MAIL_FROM && 'MAIL_FROM is missing: with SMTP_URL set, mails need a sender.',
    (gateway || SMS_PROVIDER === 'gatewayapi') &&
      !(SMS_KEY && SMS_FROM) &&
      'SMS_KEY and SMS_FROM belong together: set both for SMS by GatewayAPI, or neither.',
    SMS_PROVIDER === 'print' && gateway && 'SMS_PROVIDER=print sends nothing: take away SMS_URL, SMS_KEY and SMS_FROM.',
  ].filter((problem) => typeof problem === 'string' && problem !== '') as string[];
}

function toConfig(settings: Settings, root: string): Omit<Config, 'parties'> {
  return {
    root,
    dev: isDev(settings),
    host: settings.HOST,
    port: settings.PORT,
    origin: settings.GROBUND_URL ? new URL(settings.GROBUND_URL).origin : null,
    // Grobund itself does not encrypt: who says https has something in front that does.
    behindProxy: settings.GROBUND_PROXY
      ? settings.GROBUND_PROXY === 'yes'
      : (settings.GROBUND_URL ?? '').startsWith('https:'),
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: resolve(root, settings.GROBUND_DATA),
    secret: settings.GROBUND_SECRET ?? null,
    mail: { url: settings.SMTP_URL ?? null, from: settings.MAIL_FROM ?? MAIL_FROM_HERE },
    sms: smsOf(settings),
    invoices: {
      smtpPort: settings.GROBUND_INVOICE_SMTP_PORT ?? null,
      folder: settings.GROBUND_INVOICE_FOLDER ? resolve(root, settings.GROBUND_INVOICE_FOLDER) : null,
    },
    backups: {
      key: settings.GROBUND_BACKUP_KEY ?? null,
      folder: settings.GROBUND_BACKUP_FOLDER ? resolve(root, settings.GROBUND_BACKUP_FOLDER) : null,
    },
    drainSeconds: settings.GROBUND_DRAIN_SECONDS,
    metricsToken: settings.GROBUND_METRICS_TOKEN ?? null,
    logLevel: settings.LOG_LEVEL,
  };
}

function smsOf({ SMS_PROVIDER, SMS_URL, SMS_KEY, SMS_FROM }: Settings): SmsConfig | null {
  if (SMS_PROVIDER === 'print') return { kind: 'print' };
  return SMS_KEY && SMS_FROM ? { kind: 'gateway', url: SMS_URL ?? SMS_URL_HERE, key: SMS_KEY, from: SMS_FROM } : null;
}

function isDev(settings: Settings): boolean {
  return isLoopback(settings.HOST) && !settings.GROBUND_URL && settings.NODE_ENV !== 'production';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOriginOrAbsent(text: string | undefined): boolean {
  if (text === undefined) return true;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '').toLowerCase();
}

function withProtocol(protocols: readonly string[], example: string) {
  return z
    .string()
    .optional()
    .refine(
      (text) => text === undefined || protocols.includes(URL.parse(text)?.protocol ?? ''),
      `must be an address such as ${example}`,
    );
}
