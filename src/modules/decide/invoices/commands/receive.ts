import { createHash, randomBytes } from 'node:crypto';
import type { Format } from '../../../../engines/invoice/invoice.ts';
import type { Problem } from '../../../../engines/invoice/problems.ts';
import { readInvoice } from '../../../../engines/invoice/read-invoice.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal, type StoredFile, saveFile } from '../../../../platform/files/files.ts';
import type { FileKind } from '../../../../platform/files/kinds.ts';
import { type Facts, factsOf, NO_FACTS } from '../rules/facts.ts';
import { type InvoiceFormat, type InvoiceRow, MOST_BYTES, NO_SENDER, type Sender, type Way } from '../rules/invoice.ts';
import { insertInvoice, invoiceByFollowHash } from '../store/invoices.ts';
import { putOnDesk, tellApplicant, write } from './desk.ts';
import { matchByItself } from './matching.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly way: Exclude<Way, 'typed'>;
  readonly sender?: Sender;
  readonly deliveryId?: Id<'invoice_delivery'>;
}

/** `not_an_invoice`: XML that holds none, or that we do not open; the engine's own words say why. */
export type ReceiveRefusal =
  | { readonly kind: FileRefusal }
  | { readonly kind: 'not_an_invoice'; readonly problems: readonly Problem[] };

export interface Received {
  readonly id: Id<'invoice'>;
  /** With which the sender follows it; only its hash is kept. */
  readonly code: string;
  /** It was read; otherwise a person types in what stands on it. */
  readonly read: boolean;
}

/** What an invoice may come as. */
const KINDS: readonly FileKind[] = ['pdf', 'xml', 'jpeg', 'png', 'webp', 'heic'];

/**
 * Takes an invoice in: keeps the file as it was sent, reads it when it holds data, finds its commitment, and puts it on the
 * desk. Everything in the caller's transaction: what was received is kept, or nothing was.
 */
export async function receiveInvoice(tx: TenantDb, upload: Upload): Promise<Outcome<Received, ReceiveRefusal>> {
  const { bytes, name, way, sender = NO_SENDER, deliveryId = null } = upload;
  const file = await keepFile(tx, bytes, name);
  if (!file.ok) return refused({ kind: file.refusal });
  const read = await readFile(bytes, file.value.kind);
  if (!read.ok) {
    // Nothing is refused and kept all the same: strangers could fill the house.
    await deleteFile(tx, file.value.id);
    return refused({ kind: 'not_an_invoice', problems: read.refusal });
  }
  return ok(
    await takeIn(tx, {
      way,
      sender,
      deliveryId,
      fileId: file.value.id,
      content: createHash('sha256').update(bytes).digest(),
      ...read.value,
    }),
  );
}

/** What somebody typed from paper, with or without a picture of it. */
export async function receiveTyped(
  tx: TenantDb,
  facts: Facts,
  picture: { readonly bytes: Uint8Array; readonly name: string } | null,
): Promise<Outcome<Received, ReceiveRefusal>> {
  const file = picture && (await keepFile(tx, picture.bytes, picture.name));
  if (file && !file.ok) return refused({ kind: file.refusal });
  return ok(
    await takeIn(tx, {
      way: 'typed',
      format: 'typed',
      sender: NO_SENDER,
      deliveryId: null,
      fileId: file?.value.id ?? null,
      content: picture && createHash('sha256').update(picture.bytes).digest(),
      facts,
    }),
  );
}

/** The invoice behind a supplier's link. Null when none has that code. */
export function invoiceByCode(tx: TenantDb, code: string): Promise<InvoiceRow | null> {
  return invoiceByFollowHash(tx, hashOf(code));
}

async function keepFile(tx: TenantDb, bytes: Uint8Array, name: string): Promise<Outcome<StoredFile, FileRefusal>> {
  const upload = { bytes, name, purpose: 'invoice', allow: KINDS, maxBytes: MOST_BYTES };
  const kept = await saveFile(tx, upload);
  // What an iPhone takes cannot be written anew here; better kept as it is than not at all.
  if (!kept.ok && kept.refusal === 'picture_cannot_be_cleaned') {
    return saveFile(tx, { ...upload, pictures: 'as_sent' });
  }
  return kept;
}

/** The data in it; null facts where a person must read. Refused: XML that is no invoice. */
async function readFile(
  bytes: Uint8Array,
  kind: FileKind,
): Promise<Outcome<{ readonly format: InvoiceFormat; readonly facts: Facts | null }, readonly Problem[]>> {
  if (kind !== 'xml' && kind !== 'pdf') return ok({ format: 'picture', facts: null });
  const reading = await readInvoice(bytes);
  if (reading.kind === 'read') {
    const format: Exclude<Format, 'pdf'> = reading.invoice.format;
    return ok({ format, facts: factsOf(reading.invoice, reading.problems) });
  }
  return kind === 'pdf' ? ok({ format: 'pdf', facts: null }) : refused(reading.problems);
}

async function takeIn(
  tx: TenantDb,
  invoice: Omit<Parameters<typeof insertInvoice>[1], 'followHash'>,
): Promise<Received> {
  const { facts, sender } = invoice;
  const code = randomBytes(15).toString('base64url');
  const id = await insertInvoice(tx, { ...invoice, followHash: hashOf(code) });
  const commitment = await matchByItself(tx, id, facts ?? NO_FACTS, sender.words);
  const amount = facts?.payable ?? null;
  write(tx, commitment ? 'received' : 'arrived', { invoiceId: id, commitment }, { amount, way: invoice.way });
  await putOnDesk(tx, id, commitment);
  if (commitment) await tellApplicant(tx, 'received', commitment, { supplierName: facts?.supplier.name ?? '' });
  return { id, code, read: facts !== null };
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
