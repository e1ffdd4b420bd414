import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/db/database.ts';
import { pendingMigrations, problemOfHistory } from '../../platform/db/migrate.ts';
import { problemOfServer, serverVersion } from '../../platform/db/server-version.ts';
import { typstAvailable } from '../../platform/documents/pdf.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';

/** One thing looked at. A warning is worth knowing; a problem keeps Grobund from working. */
interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly text: string;
}

const NODE = 24;
const MB = 1024 * 1024;
const DISK_WARNING_MB = 2000;
const DISK_PROBLEM_MB = 200;
const CLOCK_SECONDS = 5;
const MARKS = { ok: '✔', warning: '!', problem: '✖' };

export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at settings, database, mail, disk, clock and programs, and say what is wrong',
  details: 'Exit code 1 when something keeps Grobund from working. Changes nothing.',
  json: true,
  async run(call) {
    const settings = call.settings();
    const findings = settings.ok
      ? [ok('settings', describe(settings.value)), ...(await examine(settings.value))]
      : settings.refusal.map((text) => problem('settings', text));
    findings.push(nodeFinding(), pdfFinding());
    for (const { about, state, text } of findings) call.say(`${MARKS[state]} ${about.padEnd(10)} ${text}`);
    call.answer({ findings });
    return findings.some(({ state }) => state === 'problem') ? 1 : 0;
  },
};

function describe(config: Config): string {
  const where = config.origin ?? `http://${config.host}:${config.port}`;
  return `${where}, ${config.dev ? 'for development' : 'in operation'}, data in ${config.dataDir}`;
}

async function examine(config: Config): Promise<Finding[]> {
  const parts = await Promise.all([
    examineDatabase(config),
    examineMail(config),
    examineParties(config),
    examineDisk(config),
    examineBackups(config),
  ]);
  parts.push(examineSignIn(config));
  return parts.flat();
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const made = await stat(join(config.dataDir, 'postgres')).catch(() => null);
  if (!config.databaseUrl && !made) return [ok('database', 'embedded; it is made at the first start')];
  try {
    return await withDatabase(config, async (database) => [
      await examineVersion(database),
      await examineMigrations(database, config),
      await examineClock(database),
      await examineSearch(database),
      await examineRights(database),
    ]);
  } catch (error) {
    return [problem('database', `cannot be reached: ${messageOf(error)}`)];
  }
}

async function examineVersion(database: Database): Promise<Finding> {
  const { version, number } = await serverVersion(database.pool);
  const tooOld = problemOfServer(version, number);
  return tooOld ? problem('database', tooOld) : ok('database', `PostgreSQL ${version}`);
}

async function examineMigrations(database: Database, { backups }: Config): Promise<Finding> {
  const refused = await problemOfHistory(database);
  if (refused) return problem('migrations', refused);
  const missing = await pendingMigrations(database);
  if (missing.length === 0) return ok('migrations', 'the database is up to date');
  const kept = backups.folder ? `after a backup in ${backups.folder}` : 'without a backup (GROBUND_BACKUP_FOLDER)';
  const text = `${missing.length} missing: "grobund start" applies them, or "grobund migrate", ${kept}`;
  return warning('migrations', text);
}

/** The folder must be there and ours to write in, or the next upgrade stops at its backup. */
async function examineBackups({ backups }: Config): Promise<Finding[]> {
  if (!backups.folder) return [];
  const how = backups.key ? 'sealed' : 'not sealed (GROBUND_BACKUP_KEY)';
  const writable = await access(backups.folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return [problem('backups', `${backups.folder} is no folder that Grobund may write in`)];
  return [ok('backups', `one is taken in ${backups.folder} before an upgrade, ${how}`)];
}

async function examineSearch(database: Database): Promise<Finding> {
  const { rows } = await database.pool.query<{ there: boolean }>(
    `select to_regclass('search_entry_title_trigram') is not null as there`,
  );
  if (rows[0]?.there) return ok('search', 'also finds what is misspelt');
  const wish = 'install the extension pg_trgm in the database as its owner, and run "grobund migrate"';
  return warning('search', `finds nothing misspelt, and parts of words slowly: ${wish}`);
}

/** The plain role of requests needs no tables of its own; only the database's owner can say so. */
async function examineRights(database: Database): Promise<Finding> {
  const { rows } = await database.pool.query<{ temp: boolean | null; name: string }>(
    `select has_database_privilege(r.oid, current_database(), 'temporary') as temp, current_database() as name
     from (select oid from pg_roles where rolname = 'grobund_app') r`,
  );
  if (!rows[0]?.temp) return ok('rights', 'requests may make no tables');
  return warning(
    'rights',
    `requests may make passing tables: revoke temporary on database ${rows[0].name} from public`,
  );
}

async function examineClock(database: Database): Promise<Finding> {
  const asked = Date.now();
  const { rows } = await database.pool.query<{ ms: string }>(
    'select extract(epoch from clock_timestamp()) * 1000 as ms',
  );
  const now = (asked + Date.now()) / 2;
  const seconds = Math.abs(Number(rows[0]?.ms) - now) / 1000;
  const today = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  if (seconds <= CLOCK_SECONDS) return ok('clock', `${today.format(now)} in Denmark, the same as the database`);
  return warning('clock', `differs ${seconds.toFixed(0)} s from the database's: set both by NTP`);
}

async function examineMail(config: Config): Promise<Finding[]> {
  if (!config.mail.url) {
    const text = 'not set up (SMTP_URL): mail stays in the outbox';
    return [config.dev ? ok('mail', text) : warning('mail', text)];
  }
  const transport = nodemailer.createTransport({
    url: config.mail.url,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
  });
  try {
    await transport.verify();
    return [ok('mail', `${new URL(config.mail.url).host} takes our mail`)];
  } catch (error) {
    return [problem('mail', `${new URL(config.mail.url).host} does not take our mail: ${messageOf(error)}`)];
  } finally {
    transport.close();
  }
}

/** Nothing is sent: an SMS costs, and a passkey needs its owner. */
function examineSignIn(config: Config): Finding[] {
  const { sms } = config;
  const texts = !sms
    ? ok('sms', config.dev ? 'written down, sent to nobody' : 'not set up (SMS_KEY, SMS_FROM): codes go by mail')
    : sms.kind === 'print'
      ? warning('sms', 'SMS_PROVIDER=print: codes stand on the terminal and in its log, and reach nobody')
      : ok('sms', `${new URL(sms.url).host} as ${sms.from}; whether it takes our key is seen at the first SMS`);
  const keys = config.origin ?? `http://localhost:${config.port}`;
  return [texts, ok('passkeys', `belong to ${new URL(keys).hostname}, and to the host names of houses`)];
}

const PARTY_SECONDS = 5;

/** Whether each party tells of itself what it must, at the address that is set. */
async function examineParties(config: Config): Promise<Finding[]> {
  if (config.parties.length === 0) return [ok('vouching', 'no MitID broker and no Entra ID are set up')];
  return Promise.all(
    config.parties.map(async ({ way, houses, broker, issuer }) => {
      const whose = `${way} by ${broker} for ${houses?.join(', ') ?? 'every house'}`;
      const told = await fetch(`${issuer}/.well-known/openid-configuration`, {
        redirect: 'error',
        signal: AbortSignal.timeout(PARTY_SECONDS * 1000),
      })
        .then((answer) => answer.json() as Promise<{ issuer?: string }>)
        .catch(() => null);
      if (!told) return warning('vouching', `${whose}: ${issuer} does not answer`);
      if (told.issuer !== issuer) return problem('vouching', `${whose}: ${issuer} calls itself ${told.issuer}`);
      return ok('vouching', `${whose}: ${new URL(issuer).host} answers; register …/log-ind/hos/${way}/retur with it`);
    }),
  );
}

async function examineDisk(config: Config): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(await nearestFolder(config.dataDir));
  const free = Math.floor((bavail * bsize) / MB);
  const text = `${(free / 1024).toFixed(1)} GB free where the data lies`;
  const say = free < DISK_PROBLEM_MB ? problem : free < DISK_WARNING_MB ? warning : ok;
  return [say('disk', text), ...(await examineFolder(config.dataDir))];
}

const OTHERS = 0o077;

/** A folder made by another program, or before Grobund closed its own. */
async function examineFolder(path: string): Promise<Finding[]> {
  const found = await stat(path).catch(() => null);
  if (!found || (found.mode & OTHERS) === 0) return [];
  return [warning('folder', `others on this machine can look into ${path}: chmod 700 ${path}`)];
}

/** The data folder, or what will hold it. */
async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found ? path : nearestFolder(dirname(path));
}

function nodeFinding(): Finding {
  const version = process.versions.node;
  return Number.parseInt(version, 10) >= NODE
    ? ok('node', version)
    : problem('node', `${version} is too old: use ${NODE} or newer`);
}

function pdfFinding(): Finding {
  if (typstAvailable()) return ok('typst', 'letters print as tagged PDF');
  return warning(
    'typst',
    `there is none for ${process.platform}-${process.arch}: letters come as Word and as pages to print`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
}

const ok = (about: string, text: string): Finding => ({ about, state: 'ok', text });
const warning = (about: string, text: string): Finding => ({ about, state: 'warning', text });
const problem = (about: string, text: string): Finding => ({ about, state: 'problem', text });
