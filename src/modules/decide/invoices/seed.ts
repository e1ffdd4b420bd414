import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { formatOreFull, kroner, type Ore, sumOre, toOre } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { TestTenant } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { aFund, anApplication, answer } from '../fund/seed.ts';
import { acceptInvoice, type Payers, rejectInvoice, sendBack, undoOutcome } from './commands/decide.ts';
import { answerCheck, changeSettings, chooseMatch, typeFacts } from './commands/handle.ts';
import { receiveForm, receiveInvoice, receiveTyped } from './commands/receive.ts';
import { type Facts, NO_FACTS } from './rules/facts.ts';
import type { Sender } from './rules/invoice.ts';

/** An invoice as a supplier's program would write it. Companies are invented; their numbers have right check digits. */
export interface Written {
  readonly kind?: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: Day;
  readonly deliveryDate?: Day | null;
  readonly supplier?: { readonly name: string; readonly cvr: string; readonly email?: string };
  readonly buyer?: { readonly name: string; readonly cvr: string | null };
  readonly reference?: string;
  /** What it takes back. */
  readonly credits?: string;
  readonly currency?: string;
  readonly account?: { readonly reg: string; readonly number: string };
  /** Without VAT; 25 % is laid on. */
  readonly lines: readonly { readonly name: string; readonly quantity?: number; readonly price: Ore }[];
}

const A_SUPPLIER = { name: 'Vesterby Brugs', cvr: '31415926', email: 'regning@vesterbybrugs.example' };
const AN_ACCOUNT = { reg: '0040', number: '0440116243' };

/** OIOUBL 2.1 with everything that the rules ask for. */
export function oioubl(written: Written): string {
  const { kind = 'invoice', supplier = A_SUPPLIER, account = AN_ACCOUNT, currency = 'DKK' } = written;
  const root = kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const nets = written.lines.map(({ quantity = 1, price }) => toOre(quantity * price));
  const net = sumOre(nets);
  const vat = toOre(Math.round(net / 4));
  const money = (name: string, amount: Ore) =>
    `<cbc:${name} currencyID="${currency}">${plainAmount(amount)}</cbc:${name}>`;
  const tax = (base: Ore, amount: Ore) =>
    `<cac:TaxTotal>${money('TaxAmount', amount)}<cac:TaxSubtotal>${money(
      'TaxableAmount',
      base,
    )}${money('TaxAmount', amount)}<cac:TaxCategory><cbc:ID>StandardRated</cbc:ID><cbc:Percent>25</cbc:Percent>${TAX_SCHEME}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${SPACES}>
  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>
  <cbc:CustomizationID>OIOUBL-2.1</cbc:CustomizationID>
  <cbc:ProfileID>urn:www.nesubl.eu:profiles:profile5:ver2.0</cbc:ProfileID>
  <cbc:ID>${xml(written.number)}</cbc:ID>
  <cbc:IssueDate>${written.issueDate}</cbc:IssueDate>
  ${kind === 'invoice' ? '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>' : ''}
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  ${written.credits ? `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${xml(written.credits)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>` : ''}
  ${party('AccountingSupplierParty', supplier)}
  ${party('AccountingCustomerParty', {
    ...(written.buyer ?? { name: 'Boligforeningen Prøven', cvr: null }),
    person: written.reference ?? '',
  })}
  ${written.deliveryDate ? `<cac:Delivery><cbc:ActualDeliveryDate>${written.deliveryDate}</cbc:ActualDeliveryDate></cac:Delivery>` : ''}
  <cac:PaymentMeans><cbc:ID>1</cbc:ID><cbc:PaymentMeansCode>42</cbc:PaymentMeansCode><cbc:PaymentChannelCode>DK:BANK</cbc:PaymentChannelCode><cac:PayeeFinancialAccount><cbc:ID>${account.number}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>${account.reg}</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>
  ${tax(net, vat)}
  <cac:LegalMonetaryTotal>${money('LineExtensionAmount', net)}${money('TaxExclusiveAmount', vat)}${money('TaxInclusiveAmount', toOre(net + vat))}${money('PayableAmount', toOre(net + vat))}</cac:LegalMonetaryTotal>
  ${written.lines
    .map(({ name, quantity = 1, price }, at) => {
      const own = nets[at] ?? price;
      const many = kind === 'invoice' ? 'InvoicedQuantity' : 'CreditedQuantity';
      return `<cac:${root}Line><cbc:ID>${at + 1}</cbc:ID><cbc:${many} unitCode="EA">${quantity}</cbc:${many}>${money('LineExtensionAmount', own)}${tax(own, toOre(Math.round(own / 4)))}<cac:Item><cbc:Name>${xml(name)}</cbc:Name></cac:Item><cac:Price>${money('PriceAmount', price)}</cac:Price></cac:${root}Line>`;
    })
    .join('\n  ')}
</${root}>`;
}

const SPACES =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" ' +
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';
const TAX_SCHEME = '<cac:TaxScheme><cbc:ID>63</cbc:ID><cbc:Name>Moms</cbc:Name></cac:TaxScheme>';

function party(
  role: string,
  it: { readonly name: string; readonly cvr: string | null; readonly email?: string; readonly person?: string },
): string {
  const endpoint = it.cvr ? `<cbc:EndpointID schemeID="DK:CVR">DK${it.cvr}</cbc:EndpointID>` : '';
  const legal = it.cvr
    ? `<cac:PartyLegalEntity><cbc:RegistrationName>${xml(it.name)}</cbc:RegistrationName><cbc:CompanyID schemeID="DK:CVR">DK${it.cvr}</cbc:CompanyID></cac:PartyLegalEntity>`
    : '';
  // OIOUBL keeps the reference that the buyer asked for (BT-10) as the person in the buyer's contact.
  const mail = it.email ? `<cbc:ElectronicMail>${xml(it.email)}</cbc:ElectronicMail>` : '';
  const contact =
    mail || it.person ? `<cac:Contact><cbc:ID>${xml(it.person ?? '1')}</cbc:ID>${mail}</cac:Contact>` : '';
  const taxes = it.cvr
    ? `<cac:PartyTaxScheme><cbc:CompanyID schemeID="DK:SE">DK${it.cvr}</cbc:CompanyID>${TAX_SCHEME}</cac:PartyTaxScheme>`
    : '';
  return `<cac:${role}><cac:Party>${endpoint}<cac:PartyName><cbc:Name>${xml(it.name)}</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>Torvet</cbc:StreetName><cbc:BuildingNumber>1</cbc:BuildingNumber><cbc:CityName>Vesterby</cbc:CityName><cbc:PostalZone>8000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DK</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${taxes}${legal}${contact}</cac:Party></cac:${role}>`;
}

function plainAmount(amount: Ore): string {
  return formatOreFull(amount, 'en').replace('DKK ', '').replaceAll(',', '');
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** What somebody typed in from paper: supplier and buyer by their names alone, and what is not said stands empty. */
export function typedFacts(
  wanted: Partial<Omit<Facts, 'supplier' | 'buyer'>> & { readonly supplier: string; readonly buyer?: string },
): Facts {
  const { supplier, buyer = null, ...facts } = wanted;
  return {
    ...NO_FACTS,
    ...facts,
    supplier: { ...NO_FACTS.supplier, name: supplier },
    buyer: { ...NO_FACTS.buyer, name: buyer },
  };
}

/** It comes as an XML file, as if a supplier had sent it. */
export async function anInvoice(tx: TenantDb, written: Written, sender?: Sender): Promise<Id<'invoice'>> {
  const bytes = new Uint8Array(Buffer.from(oioubl(written)));
  const received = await receiveInvoice(tx, {
    bytes,
    name: `${written.number}.xml`,
    way: 'public',
    ...(sender ? { sender } : {}),
  });
  if (!received.ok) throw new Error(`Cannot tell of invoice ${written.number}: ${received.refusal.kind}`);
  return received.value.id;
}

/** A house with a fund, one commitment of 4.000 kr. to Mette, and people at the desk. Activity in 40 days. */
export async function aDesk<H extends TestTenant>(house: H, terms: Parameters<typeof aFund>[1] = {}) {
  const people = await house.tx(async (tx) => {
    await aDepartment(tx, { name: 'Kærhaven' });
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      karen: await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] }),
      lise: await aPerson(tx, { name: 'Lise Krogh', roles: ['finance'] }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
      fundId: await aFund(tx, terms),
    };
  });
  const as = await actors(house);
  const applicationId = await as(people.mette, (tx) =>
    anApplication(tx, people.fundId, { applicantId: people.mette, title: 'Suppe i gården' }),
  );
  await as(people.inge, (tx) => answer(tx, applicationId, TOLD, 'OB, punkt 4'));
  const on = (days: number) => addDays('2026-05-03' as Day, days);
  house.clock.set('2026-06-20T12:00:00+02:00');
  const invoice = (wanted: Partial<Written> = {}): Written => ({
    number: '117',
    issueDate: on(45),
    deliveryDate: on(40),
    reference: 'P-0001',
    lines: [{ name: 'Suppeurter', price: kroner(2_400) }],
    ...wanted,
  });
  return { house, as, on, invoice, applicationId, ...people };
}

export const TOLD = {
  key: 'suppe',
  startsIn: 40,
  departments: 1,
  page: {} as never,
  decision: { result: 'commit', amount: kroner(4_000), terms: '', words: 'Ja' },
} as const;

async function actors(house: TestTenant) {
  return async <T>(id: Id<'person'>, work: Parameters<typeof house.tx<T>>[0]): Promise<T> => {
    const actor = await house.tx((tx) => loadActor(tx, id));
    if (!actor) throw new Error(`Cannot act as ${id}: nobody is known by that`);
    return house.as(actor, work);
  };
}

/** The verbs of the desk, for tests and for a story that is told event by event. */
export const verbs = {
  acceptInvoice,
  answerCheck,
  changeSettings,
  chooseMatch,
  receiveForm,
  receiveInvoice,
  receiveTyped,
  rejectInvoice,
  sendBack,
  typeFacts,
  undoOutcome,
};

export const NO_PAYERS: Payers = {};
