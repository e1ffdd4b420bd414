import { formatPhone } from '../../kernel/format.ts';
import { logoOf } from '../db/house-settings.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { readFile } from '../files/files.ts';
import type { Brand } from './spec.ts';

/** What a house says of itself on paper. `phone` as it was typed. */
interface Sender {
  readonly streetLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
}

/** The organisation as its papers show it, with its logo when it has one (one query then, else none). */
export async function brandOf(tx: TenantDb, sender: Sender | null): Promise<Brand> {
  const { tenant, origin } = tx;
  const address = sender ? [sender.streetLine, `${sender.postcode} ${sender.city}`.trim()] : [];
  return {
    name: tenant.name,
    colour: tenant.colour,
    logo: await logoOn(tx),
    address: address.filter((line) => line.trim() !== ''),
    telephone: sender?.phone ? formatPhone(sender.phone) : null,
    mail: sender?.email || null,
    web: origin.replace(/^https?:\/\//, ''),
  };
}

async function logoOn(tx: TenantDb): Promise<Brand['logo']> {
  const id = logoOf(tx.tenant);
  const file = id && (await readFile(tx, id));
  return file ? { bytes: file.bytes, kind: 'png', alt: tx.tenant.name } : null;
}
