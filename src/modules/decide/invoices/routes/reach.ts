import { isStaff } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { describeFiles } from '../../../../platform/files/files.ts';
import { NATURES } from '../../../../platform/files/kinds.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { type Commitment, commitmentById, fundById, fundsOf, mayHandle } from '../../fund/public.ts';
import { type May, mayWith } from '../access.ts';
import type { Sent } from '../commands/receive.ts';
import type { InvoiceRow } from '../rules/invoice.ts';
import { invoiceById } from '../store/invoices.ts';
import { filePlace, picturePlace } from '../urls.ts';
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

export interface Files {
  readonly file: FileShown | null;
  readonly picture: FileShown | null;
}

/** The files beside the facts; null where there is none. */
export async function filesShown({ tx }: One, { id, fileId, pictureId }: InvoiceRow): Promise<Files> {
  const files = await describeFiles(
    tx,
    [fileId, pictureId].filter((one) => one !== null),
  );
  const shown = (of: Id<'file'> | null, href: Path): FileShown | null => {
    const file = of && files.get(of);
    if (!file) return null;
    const look = !NATURES[file.kind].inline ? 'other' : file.kind === 'pdf' ? 'pdf' : 'picture';
    return { name: file.name, href, look };
  };
  return { file: shown(fileId, filePlace({ id })), picture: shown(pictureId, picturePlace({ id })) };
}

/** What was chosen in the field, empty when nothing was. */
export async function postedFiles(form: FormData): Promise<Sent[]> {
  const files = form.getAll('file').filter((one) => one instanceof File && (one.size > 0 || one.name !== ''));
  return Promise.all(
    (files as File[]).map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })),
  );
}

export type InvoiceId = Id<'invoice'>;
