import { createHash } from 'node:crypto';
import type { Attachment, Format } from '../../../../engines/invoice/invoice.ts';
import type { Problem } from '../../../../engines/invoice/problems.ts';
import { readInvoice } from '../../../../engines/invoice/read-invoice.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import {
  deleteFile,
  type FileRefusal,
  readFile as readStored,
  type StoredFile,
  saveFile,
} from '../../../../platform/files/files.ts';
import type { FileKind } from '../../../../platform/files/kinds.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { type Facts, factsOf, NO_FACTS } from '../rules/facts.ts';
import { type InvoiceRow, MOST_BYTES, type NewInvoice, NO_SENDER, type Sender, type Way } from '../rules/invoice.ts';
import { billsOf, type Part } from '../rules/pairing.ts';
import { namesSupplier, saidOn } from '../rules/picture-text.ts';
import { insertInvoice, invoiceByFollowHash, removePicture } from '../store/invoices.ts';
import { addPicture, withoutPicture } from '../store/pictures.ts';
import { putOnDesk, tellApplicant, write } from './desk.ts';
import { matchByItself } from './matching.ts';

/** Files that came together: in one mail, by one form. */
export interface Sending {
  readonly files: readonly Sent[];
  readonly way: Exclude<Way, 'typed'>;
  readonly sender?: Sender;
  readonly deliveryId?: Id<'invoice_delivery'>;
}

export interface Sent {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** `several`: more than one invoice where there is room for one. `not_an_invoice`: XML that holds none, or that we do not open; the engine's own words say why. */
export type ReceiveRefusal = { readonly file: string } & (
  | { readonly kind: FileRefusal | 'several' }
  | { readonly kind: 'not_an_invoice'; readonly problems: readonly Problem[] }
);

/** What came of files that were sent together: fewer invoices than files where two show the same bill. */
export interface Taken {
  readonly invoices: readonly Received[];
  readonly refusals: readonly ReceiveRefusal[];
}

export interface Received {
  readonly id: Id<'invoice'>;
  /** With which the sender follows it; only its hash is kept. Null: it was laid beside an invoice that we have. */
  readonly code: string | null;
  /** It was read; otherwise a person types in what stands on it. */
  readonly read: boolean;
}

/** What an invoice may come as. */
const KINDS: readonly FileKind[] = ['pdf', 'xml', 'jpeg', 'png', 'webp', 'heic'];

/**
 * Takes in what was sent together: keeps each file as it was sent, reads those that hold data, lays a picture to the data
 * it shows, finds the commitments, and puts the invoices on the desk. Everything in the caller's transaction: what was
 * received is kept, or nothing was.
 */
export async function receiveInvoices(tx: TenantDb, sending: Sending): Promise<Taken> {
  const { parts, refusals } = await readAll(tx, sending.files);
  return { invoices: await takeAll(tx, sending, parts), refusals };
}

/** The same by a form: somebody is there to put it right, so all of it is taken (`most`: so many invoices) or nothing. */
export async function receiveForm(
  tx: TenantDb,
  sending: Sending,
  most: number,
): Promise<Outcome<readonly Received[], ReceiveRefusal>> {
  const { parts, refusals } = await readAll(tx, sending.files);
  const several: ReceiveRefusal = { kind: 'several', file: '' };
  const refusal = refusals[0] ?? (billsOf(parts).length > most ? several : null);
  if (!refusal) return ok(await takeAll(tx, sending, parts));
  // Nothing is refused and kept all the same: strangers could fill the house.
  for (const { fileId } of parts) await deleteFile(tx, fileId);
  return refused(refusal);
}

/** One file, one invoice. */
export async function receiveInvoice(
  tx: TenantDb,
  { bytes, name, ...sending }: Omit<Sending, 'files'> & Sent,
): Promise<Outcome<Received, ReceiveRefusal>> {
  const taken = await receiveForm(tx, { ...sending, files: [{ bytes, name }] }, 1);
  if (!taken.ok) return taken;
  const [received] = taken.value;
  if (!received) throw new Error(`Cannot take in "${name}": it was neither kept nor refused`);
  return ok(received);
}

/** What somebody typed from paper, with or without a picture of it. */
export async function receiveTyped(
  tx: TenantDb,
  facts: Facts,
  picture: Sent | null,
): Promise<Outcome<Received, ReceiveRefusal>> {
  const file = picture && (await keepFile(tx, picture));
  if (file && !file.ok) return refused({ kind: file.refusal, file: picture.name });
  return ok(
    await takeIn(tx, {
      way: 'typed',
      format: 'typed',
      sender: NO_SENDER,
      deliveryId: null,
      fileId: file?.value.id ?? null,
      content: picture && digestOf(picture.bytes),
      picture: null,
      facts,
    }),
  );
}

/** What was laid beside an invoice as its picture is a bill of its own after all. */
export async function receivePicture(
  tx: TenantDb,
  { id, way, senderEmail, senderWords, pictureId, pictureContent }: InvoiceRow,
): Promise<Received> {
  const file = pictureId && (await readStored(tx, pictureId));
  const read = file && (await readFile(file.bytes, file.kind));
  if (!read?.ok) throw new Error(`Cannot part invoice ${id} from its picture: it has none that can be read`);
  await removePicture(tx, id);
  const sender = { email: senderEmail, words: senderWords };
  const { format, facts } = read.value;
  const kept = { fileId: pictureId, content: pictureContent, picture: null, deliveryId: null };
  return takeIn(tx, { way, sender, ...kept, format, facts });
}

/** The invoice behind a supplier's link. Null when none has that code. */
export function invoiceByCode(tx: TenantDb, code: string): Promise<InvoiceRow | null> {
  return invoiceByFollowHash(tx, hashOfCode(code));
}

interface Kept extends Part {
  readonly fileId: Id<'file'>;
  readonly content: Buffer;
  /** Documents that lie inside it. */
  readonly inside: readonly Attachment[];
}

/** Keeps and reads each file; what is refused is not kept. */
async function readAll(tx: TenantDb, files: readonly Sent[]) {
  const parts: Kept[] = [];
  const refusals: ReceiveRefusal[] = [];
  for (const { bytes, name } of files) {
    const file = await keepFile(tx, { bytes, name });
    const read = file.ok ? await readFile(bytes, file.value.kind) : null;
    if (!file.ok) refusals.push({ kind: file.refusal, file: name });
    else if (read?.ok) parts.push({ name, fileId: file.value.id, content: digestOf(bytes), ...read.value });
    else if (read) {
      await deleteFile(tx, file.value.id);
      refusals.push({ kind: 'not_an_invoice', problems: read.refusal, file: name });
    }
  }
  return { parts, refusals };
}

async function takeAll(
  tx: TenantDb,
  { way, sender = NO_SENDER, deliveryId }: Sending,
  parts: readonly Kept[],
): Promise<Received[]> {
  const taken: Received[] = [];
  for (const { file, picture: beside } of billsOf(parts)) {
    const { fileId, content, format, facts } = file;
    const known = way === 'public' ? null : await layBeside(tx, file);
    if (known) {
      taken.push({ id: known, code: null, read: true });
      continue;
    }
    const picture = beside ?? (await pictureInside(tx, file));
    taken.push(
      await takeIn(tx, { way, sender, deliveryId: deliveryId ?? null, fileId, content, picture, format, facts }),
    );
  }
  return taken;
}

/**
 * A PDF that came alone after the XML of the same bill is its picture: when it says the number, the amount and the supplier
 * of exactly one invoice that came lately and has none. A stranger's form lays nothing beside what others sent.
 */
async function layBeside(tx: TenantDb, { facts, text, fileId, content }: Kept): Promise<Id<'invoice'> | null> {
  if (facts !== null || text === '') return null;
  const shown = (await withoutPicture(tx)).filter(
    ({ number, payable, supplier }) => saidOn(text, { number, payable }) === 'same' && namesSupplier(text, supplier),
  );
  const [known, ...more] = shown;
  if (!known || more.length > 0 || !(await addPicture(tx, known.id, { fileId, content }))) return null;
  const { applicationId, initiativeId } = known;
  write(tx, 'pictured', { invoiceId: known.id, commitment: applicationId && { applicationId, initiativeId } });
  return known.id;
}

/** The first document inside an e-invoice that is a PDF or a picture shows the bill. It is held to what uploads are. */
async function pictureInside(tx: TenantDb, { inside }: Kept): Promise<NewInvoice['picture']> {
  for (const { name, bytes } of inside) {
    const kept = await saveFile(tx, {
      bytes,
      name: name || 'faktura.pdf',
      purpose: 'invoice',
      allow: SHOWN_INSIDE,
      maxBytes: MOST_BYTES,
    });
    if (kept.ok) return { fileId: kept.value.id, content: digestOf(bytes) };
  }
  return null;
}
const SHOWN_INSIDE: readonly FileKind[] = ['pdf', 'jpeg', 'png'];

async function keepFile(tx: TenantDb, { bytes, name }: Sent): Promise<Outcome<StoredFile, FileRefusal>> {
  const upload = { bytes, name, purpose: 'invoice', allow: KINDS, maxBytes: MOST_BYTES };
  const kept = await saveFile(tx, upload);
  // What an iPhone takes cannot be written anew here; better kept as it is than not at all.
  if (!kept.ok && kept.refusal === 'picture_cannot_be_cleaned') {
    return saveFile(tx, { ...upload, pictures: 'as_sent' });
  }
  return kept;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The data in it; null facts where a person must read. Refused: XML that is no invoice. */
async function readFile(
  bytes: Uint8Array,
  kind: FileKind,
): Promise<Outcome<Omit<Kept, 'name' | 'fileId' | 'content'>, readonly Problem[]>> {
  if (kind !== 'xml' && kind !== 'pdf') return ok({ format: 'picture', facts: null, text: '', inside: [] });
  const reading = await readInvoice(bytes);
  if (reading.kind === 'read') {
    const format: Exclude<Format, 'pdf'> = reading.invoice.format;
    const facts = factsOf(reading.invoice, reading.problems);
    return ok({ format, facts, text: '', inside: reading.attachments });
  }
  const { text, problems } = reading;
  return kind === 'pdf' ? ok({ format: 'pdf', facts: null, text, inside: [] }) : refused(problems);
}

async function takeIn(tx: TenantDb, invoice: NewInvoice): Promise<Received> {
  const { facts, sender } = invoice;
  const code = newCode();
  const id = await insertInvoice(tx, { ...invoice, followHash: hashOfCode(code) });
  const commitment = await matchByItself(tx, id, facts ?? NO_FACTS, sender.words);
  const amount = facts?.payable ?? null;
  write(tx, commitment ? 'received' : 'arrived', { invoiceId: id, commitment }, { amount, way: invoice.way });
  await putOnDesk(tx, id, commitment);
  if (commitment) await tellApplicant(tx, 'received', commitment, { supplierName: facts?.supplier.name ?? '' });
  return { id, code, read: facts !== null };
}
