import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../platform/documents/print-html.tsx';
import type { LetterSpec } from '../../../platform/documents/spec.ts';
import type { Attachment } from '../../../platform/mail/mail.ts';
import { ownOrganisation } from '../../housing/public.ts';
import type { Said } from '../store/outgoing.ts';

/** What goes with a message on paper; `name` is its file's, without an ending. */
export interface Papers {
  readonly name: string;
  readonly letters: readonly [LetterSpec, ...LetterSpec[]];
}

/** Who can write which paper anew from its id; wired together in `src/neighbours.tsx`. Null: it is gone. */
export type Enclosures = Readonly<Record<string, (tx: TenantDb, id: string) => Promise<Papers | null>>>;

/** The paper that goes with a message, or null. */
export async function papersWith(tx: TenantDb, enclosures: Enclosures, said: Said): Promise<Papers | null> {
  const { enclosure } = said;
  const write = enclosure && enclosures[enclosure.kind];
  return write ? write(tx, enclosure.id) : null;
}

/** The same as a file for a mail: PDF, or a page to print where nothing can typeset. */
export async function attachmentsOf(tx: TenantDb, enclosures: Enclosures, said: Said): Promise<Attachment[]> {
  const papers = await papersWith(tx, enclosures, said);
  if (!papers) return [];
  const { name, letters } = papers;
  const [{ language, title }] = letters;
  const spec = { kind: 'letters', language, title, letters } as const;
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(spec, brand);
  if (pdf.ok) return [{ name: `${name}.pdf`, type: 'application/pdf', bytes: pdf.value }];
  const page = new TextEncoder().encode(renderPrintHtml(spec, brand));
  return [{ name: `${name}.html`, type: 'text/html; charset=utf-8', bytes: page }];
}
