import type { Config } from './config.ts';
import { SYSTEM } from './kernel/actor.ts';
import {
  fileRefusalSentence,
  houseOfMail,
  MAIL_MOST_BYTES,
  mayMailNow,
  takeFromFolder,
  takeMail,
} from './modules/decide/invoices/public.ts';
import type { Database } from './platform/db/database.ts';
import type { Tenant } from './platform/db/tenant-db.ts';
import { watchFolder } from './platform/files/watched-folder.ts';
import type { Clock } from './platform/jobs/queue.ts';
import { openMailDoor } from './platform/mail/mail-door.ts';
import type { Directory } from './platform/web/tenants.ts';

interface Behind {
  readonly database: Database;
  readonly directory: Directory;
  readonly clock: Clock;
  originOf(tenant: Tenant): string;
  onError(error: unknown, what: string): void;
}

/**
 * The ways in that are no web pages: mail with invoices, and a folder that is watched. Both are shut unless they are set
 * up. Answers what shuts them again.
 */
export async function openDoors(config: Config['invoices'], behind: Behind): Promise<() => Promise<void>> {
  const mail = config.smtpPort === null ? null : await openMail(config.smtpPort, behind);
  const folder = config.folder === null ? null : openFolder(config.folder, behind);
  return async () => {
    await mail?.close();
    await folder?.stop();
  };
}

function openMail(port: number, behind: Behind) {
  const house = async (address: string) => houseOfMail(address, await behind.directory.all());
  return openMailDoor({
    port,
    mostBytes: MAIL_MOST_BYTES,
    async welcomes(address, envelopeFrom) {
      const tenant = await house(address);
      if (!tenant) return 'unknown';
      return (await within(behind, tenant, 'mail', (tx) => mayMailNow(tx, envelopeFrom))) ? 'yes' : 'later';
    },
    async take(address, mail) {
      const tenant = await house(address);
      if (!tenant) throw new Error(`Cannot take a mail for "${address}": its house is gone`);
      return within(behind, tenant, 'mail', (tx) => takeMail(tx, { to: address, ...mail }));
    },
    onError: (error) => behind.onError(error, 'mail in'),
  });
}

function openFolder(folder: string, behind: Behind) {
  return watchFolder({
    folder,
    mostBytes: MAIL_MOST_BYTES,
    tooLarge: fileRefusalSentence({ kind: 'too_large', file: '' }, 'da'),
    async take(slug, file) {
      const tenant = (await behind.directory.all()).find((one) => one.slug === slug);
      if (!tenant) throw new Error(`Cannot take invoices from the folder "${slug}": no tenant has that slug`);
      const taken = await within(behind, tenant, 'system', (tx) => takeFromFolder(tx, file));
      return taken.ok ? { ok: true } : { ok: false, why: fileRefusalSentence(taken.refusal, tenant.language) };
    },
    onError: (error) => behind.onError(error, 'invoice folder'),
  });
}

/** One transaction: what is said to be taken has been committed. */
function within<T>(
  { database, clock, originOf }: Behind,
  tenant: Tenant,
  channel: 'mail' | 'system',
  work: Parameters<typeof database.asTenant<T>>[1],
): Promise<T> {
  return database.asTenant({ tenant, actor: SYSTEM, channel, now: clock.now(), origin: originOf(tenant) }, work);
}
