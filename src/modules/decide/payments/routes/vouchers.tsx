import { readInvoice } from '../../../../engines/invoice/read-invoice.ts';
import type { CellValue } from '../../../../engines/table/write-table.ts';
import { type Day, readDay } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { type Patience, renderBundle } from '../../../../platform/documents/bundle.ts';
import type { Appendix, Brand } from '../../../../platform/documents/spec.ts';
import { type FileWithContent, readFile } from '../../../../platform/files/files.ts';
import { type Packed, zip } from '../../../../platform/files/zip.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { displayNames, ownOrganisation } from '../../../housing/public.ts';
import { commitmentById, commitmentLetter } from '../../fund/public.ts';
import { acceptedInvoiceById } from '../../invoices/public.ts';
import { mayPay } from '../access.ts';
import { type VoucherFacts, voucher, voucherPapers } from '../letters.ts';
import { liveExport, type Payment } from '../rules/payment.ts';
import { keepUntil } from '../rules/settings.ts';
import { digestOf } from '../store/payments.ts';
import { settingsOf } from '../store/settings.ts';
import { allPaidIn, countPaidIn, type Period, paidIn } from '../store/vouchers.ts';
import { voucherText } from '../text/voucher.ts';
import { voucherPlace, voucherSheetPlace, vouchersCsvPlace, vouchersPlace, vouchersZipPlace } from '../urls.ts';
import { VouchersPage } from '../views/vouchers.tsx';
import { payers, seen, trail } from './list.tsx';
import { paymentSeen } from './payment.tsx';

/** What the bookkeeping gets: a voucher a payment, and all of a period as a package and a list. */
export function voucherRoutes(web: Web): void {
  web.get(voucherPlace, payers, async (visit) => oneVoucher(visit, await paymentSeen(visit), printVoucher));
  web.get(voucherSheetPlace, payers, async (visit) => oneVoucher(visit, await paymentSeen(visit), printSheet));
  web.get(vouchersPlace, payers, listPage);
  web.get(vouchersCsvPlace, payers, csvOfPeriod);
  web.get(vouchersZipPlace, payers, zipOfPeriod);
}

/** With the papers of others, while the reader waits: for one voucher, and for a package of them. */
const patience = (): Patience => ({ each: 10_000, left: 30_000 });

type Reading = Pick<Visit, 'tx' | 'language'>;
type Print = (visit: Reading, payment: Payment, brand: Brand) => Promise<readonly Packed[]>;

async function oneVoucher(
  visit: Reading & Pick<Visit, 'actor' | 'file'>,
  payment: Payment,
  print: Print,
): Promise<Response> {
  if (payment.amount < 0 || !mayPay(visit.actor, payment.organisationId).see) return missing();
  const [printed] = await print(visit, payment, await brand(visit));
  return printed ? visit.file({ ...printed, type: 'application/pdf', inline: true }) : missing();
}

/** To print: all in one. Empty where this machine makes no PDF. */
async function printVoucher(visit: Reading, payment: Payment, brand: Brand): Promise<readonly Packed[]> {
  return (await bundleOf(visit, await factsOf(visit, payment), brand, patience())).slice(0, 1);
}

/** The voucher, and beside it the invoice's file where the voucher cannot show it. */
async function bundleOf(visit: Reading, facts: VoucherFacts, brand: Brand, patience: Patience): Promise<Packed[]> {
  const { tx, language } = visit;
  const words = voucherText(language);
  const { number } = facts.payment;
  const papers = voucherPapers(facts, language);
  const bundle = await renderBundle(voucher(facts, tx.today, language), papers, brand, patience);
  if (!bundle.ok) return [];
  const { pdf, unshown } = bundle.value;
  return [
    { name: words.pdfName(number), bytes: pdf },
    ...unshown.map(({ kind, bytes }) => ({ name: words.paperName(number, kind), bytes })),
  ];
}

/** To be read aloud: our own pages, which are PDF/UA, and the invoice as it came in the file. */
async function printSheet(visit: Reading, payment: Payment, brand: Brand): Promise<readonly Packed[]> {
  return sheetOf(visit, await factsOf(visit, payment), brand);
}

async function sheetOf({ tx, language }: Reading, facts: VoucherFacts, brand: Brand): Promise<Packed[]> {
  const papers = voucherPapers(facts, language, 'file');
  const bundle = await renderBundle(voucher(facts, tx.today, language), papers, brand, patience());
  return bundle.ok ? [{ name: voucherText(language).sheetName(facts.payment.number), bytes: bundle.value.pdf }] : [];
}

/** All that the bookkeeping keeps of one payment. With a supplier's PDF also the PDF itself, and the sheet without it. */
async function packVoucher(visit: Reading, payment: Payment, brand: Brand, patience: Patience): Promise<Packed[]> {
  const facts = await factsOf(visit, payment);
  const bundle = await bundleOf(visit, facts, brand, patience);
  const [foreign] = facts.invoice.papers.filter(({ kind }) => kind === 'pdf');
  if (!foreign || bundle.length === 0) return bundle;
  const name = voucherText(visit.language).paperName(payment.number, foreign.kind);
  const original = bundle.some((one) => one.name === name) ? [] : [{ name, bytes: foreign.bytes }];
  return [...bundle, ...original, ...(await sheetOf(visit, facts, brand))];
}

async function factsOf({ tx, language }: Pick<Visit, 'tx' | 'language'>, payment: Payment): Promise<VoucherFacts> {
  const commitment = await commitmentById(tx, payment.applicationId);
  if (!commitment) throw new Error(`Cannot print voucher ${payment.number}: nothing was promised`);
  const invoice = await acceptedInvoiceById(tx, payment.invoiceId);
  const file = invoice?.fileId ? await readFile(tx, invoice.fileId) : null;
  const picture = invoice?.pictureId ? await readFile(tx, invoice.pictureId) : null;
  const settings = await settingsOf(tx, payment.organisationId);
  return {
    payment,
    commitment,
    commitmentLetter: await commitmentLetter(tx, payment.applicationId),
    digest: digestOf(payment),
    names: await namesOf({ tx, language }, [payment]),
    accountCoding: settings.accountCoding,
    keepUntil: keepUntil(payment, settings),
    invoice: {
      issueDate: invoice?.issueDate ?? null,
      warnings: invoice?.warnings.length ?? 0,
      lines: file?.kind === 'xml' ? await linesOf(file.bytes) : [],
      papers: [picture, file].map((one) => one && paperOf(one)).filter((one) => one !== null),
    },
  };
}

async function linesOf(bytes: Uint8Array) {
  const reading = await readInvoice(bytes);
  if (reading.kind !== 'read') return [];
  return reading.invoice.lines.map(({ name, net }) => ({ name: name ?? '', net }));
}

const KINDS: Readonly<Partial<Record<FileWithContent['kind'], Appendix['kind']>>> = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  xml: 'xml',
};

function paperOf({ kind, bytes }: FileWithContent): Pick<Appendix, 'kind' | 'bytes'> | null {
  const shown = KINDS[kind];
  return shown ? { kind: shown, bytes } : null;
}

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const organisations = seen(visit);
  const period = periodOf(visit);
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) return listFile(visit, format, await vouchersFile(visit));
  return visit.page(
    { title: voucherText(language).listTitle, trail: trail(visit), wide: true },
    <>
      {VouchersPage({
        language,
        ...period,
        page,
        total: await countPaidIn(tx, organisations, period),
        payments: await paidIn(tx, organisations, period, page),
      })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

/** The address that the list had as a file before every list had one: a bookmark still works. */
async function csvOfPeriod(visit: Visit): Promise<Response> {
  return listFile(visit, 'csv', await vouchersFile(visit));
}

async function vouchersFile(visit: Visit): Promise<ListFile<readonly CellValue[]>> {
  const { tx, language } = visit;
  const words = voucherText(language);
  const organisations = seen(visit);
  const codings = new Map<string, string>();
  for (const id of organisations) codings.set(id, (await settingsOf(tx, id)).accountCoding);
  const pages = allPaidIn(tx, organisations, periodOf(visit));
  return {
    title: words.listTitle,
    columns: words.columns.map((heading, at) => [heading, (row) => row[at] ?? '']),
    page: async () => {
      const next = await pages.next();
      if (next.done) return [];
      const names = await namesOf(visit, next.value);
      return next.value.map((payment) => rowOf(payment, names, codings.get(payment.organisationId) ?? ''));
    },
    size: 1,
  };
}

function rowOf(payment: Payment, names: ReadonlyMap<string, string>, coding: string): readonly CellValue[] {
  const live = liveExport(payment);
  const paid = payment.results.findLast(({ result }) => result === 'paid');
  const [first, second] = payment.approvals.filter(({ digest }) => digest === digestOf(payment));
  const name = (one: typeof first) => (one ? (names.get(one.by) ?? '') : '');
  return [
    payment.number,
    paid ? { day: paid.on } : '',
    payment.payee,
    payment.invoiceNumber,
    payment.reference,
    { ore: payment.amount },
    coding,
    name(first),
    name(second),
    live?.batchNumber ?? '',
    live?.endToEndId ?? '',
  ];
}

async function zipOfPeriod(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const words = voucherText(language);
  const organisations = seen(visit);
  const period = periodOf(visit);
  const page = pageNumber(query);
  const paper = await brand(visit);
  const packed: Packed[] = [];
  const inAll = patience();
  for (const payment of await paidIn(tx, organisations, period, page)) {
    if (payment.amount > 0) packed.push(...(await packVoucher(visit, payment, paper, inAll)));
  }
  if (packed.length === 0) return missing();
  return visit.file({
    bytes: zip(packed),
    type: 'application/zip',
    name: words.zipName(period.from, period.until, page),
  });
}

/** This year so far, unless the reader says otherwise. */
function periodOf({ tx, query }: Pick<Visit, 'tx' | 'query'>): Period {
  const from = readDay(query.get('fra') ?? '') ?? (`${tx.today.slice(0, 4)}-01-01` as Day);
  const until = readDay(query.get('til') ?? '') ?? tx.today;
  return { from, until };
}

async function brand({ tx }: Pick<Visit, 'tx'>): Promise<Brand> {
  return brandOf(tx, await ownOrganisation(tx));
}

async function namesOf({ tx, language }: Pick<Visit, 'tx' | 'language'>, payments: readonly Payment[]) {
  const people = payments.flatMap(({ acceptedBy, approvals }) => [acceptedBy, ...approvals.map(({ by }) => by)]);
  const ids = [...new Set(people)].filter((id): id is Id<'person'> => id !== null);
  const names = await displayNames(
    tx,
    ids.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  return new Map([...names].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name]));
}
