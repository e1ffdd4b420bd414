import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { signingKey } from '../../../platform/secret/signing-key.ts';
import { CODE_MINUTES, type SendTo } from '../rules.ts';

const PURPOSE = 'contact code';
const [NONCE, TAG] = [12, 16];
const WIDTH = CODE_MINUTES * 60_000;

/**
 * The six digits that prove an address to be the person's: made of the tenant's key, the person, the address and the
 * quarter of an hour, so that nothing about an address that is not proved need be kept. `ago` 1: of the quarter before.
 */
export async function contactCode(tx: TenantDb, personId: Id<'person'>, to: SendTo, ago: 0 | 1 = 0): Promise<string> {
  const quarter = Math.floor(tx.now.getTime() / WIDTH) - ago;
  const told = JSON.stringify([tx.tenant.id, personId, to.channel, to.address, quarter]);
  const digest = createHmac('sha256', await signingKey(tx, PURPOSE))
    .update(told)
    .digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** The addresses, closed: for a page's own address, which is written into logs, and for a job, which carries ids only. */
export async function closeContacts(tx: TenantDb, contacts: readonly SendTo[]): Promise<string> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', await signingKey(tx, PURPOSE), nonce);
  const closed = [cipher.update(JSON.stringify(contacts)), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...closed]).toString('base64url');
}

/** None for anything that this tenant did not close. */
export async function openContacts(tx: TenantDb, text: string): Promise<SendTo[]> {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= NONCE + TAG) return [];
  const decipher = createDecipheriv('aes-256-gcm', await signingKey(tx, PURPOSE), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return JSON.parse(decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8'));
  } catch {
    return [];
  }
}
