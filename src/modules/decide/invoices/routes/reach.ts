import { isStaff } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { readId } from '../../../../kernel/id.ts';
import { describeFiles } from '../../../../platform/files/files.ts';
import { NATURES } from '../../../../platform/files/kinds.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { type Commitment, commitmentById, fundById, fundsOf, mayHandle } from '../../fund/public.ts';
import { type May, mayWith } from '../access.ts';
import type { InvoiceRow } from '../rules/invoice.ts';
import { invoiceById } from '../store/invoices.ts';
import { filePlace } from '../urls.ts';
import type { FileShown } from '../views/facts.tsx';

/** Any place that is about one invoice. */
export type One = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

export interface Reached {
  readonly invoice: InvoiceRow;
  readonly commitment: Commitment | null;
  readonly may: May;
}

/** The invoice, when it is there and this reader may see it. */
export async function reached(visit: One): Promise<Reached> {
  const { tx, actor, params } = visit;
  const invoice = (await invoiceById(tx, readId<'invoice'>(params.id) ?? missing())) ?? missing();
  const commitment = invoice.applicationId ? await commitmentById(tx, invoice.applicationId) : null;
  const fund = commitment && (await fundById(tx, commitment.fundId));
  const may = mayWith(actor, fund && mayHandle(actor, fund));
  if (!may.see) missing();
  return { invoice, commitment, may };
}

/** The same, for those who handle it. */
export async function handled(visit: One): Promise<Reached> {
  const all = await reached(visit);
  if (!all.may.handle) missing();
  return all;
}

/** Which commitments a reader may lay a bill to: staff any, officers of another organisation those of their own funds. */
export async function reachOf({ tx, actor }: Pick<One, 'tx' | 'actor'>) {
  const own = new Set((await fundsOf(tx)).filter((fund) => mayHandle(actor, fund)).map(({ id }) => id));
  return ({ fundId }: Pick<Commitment, 'fundId'>): boolean => isStaff(actor) || own.has(fundId);
}

/** The file beside the facts; null when there is none. */
export async function fileShown({ tx }: One, invoice: InvoiceRow): Promise<FileShown | null> {
  const { id, fileId } = invoice;
  const file = fileId && (await describeFiles(tx, [fileId])).get(fileId);
  if (!file) return null;
  const look = !NATURES[file.kind].inline ? 'other' : file.kind === 'pdf' ? 'pdf' : 'picture';
  return { name: file.name, href: filePlace({ id }), look };
}

/** What was chosen in the field; null when nothing was. */
export async function postedFile(form: FormData): Promise<{ bytes: Uint8Array; name: string } | null> {
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null;
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}

export type InvoiceId = Id<'invoice'>;
