import type { Ore } from '../../kernel/money.ts';
import { toOre } from '../../kernel/money.ts';
import { cvrAmong, type Gatherer, glnAmong, identifier, isText, peppolPayment } from './gather.ts';
import type { AllowanceCharge, Invoice, Line, Party, Payment, Totals, VatPart } from './invoice.ts';
import { dutyCharge, isDuty, oioublCategory, oioublPayment, oioublTotals } from './oioubl.ts';
import { plus } from './sums.ts';
import { at, child, childrenOf, type Element, textAt } from './xml.ts';

type UblFormat = 'oioubl' | 'peppol' | 'ubl';

/** Which UBL it is: by its own word, else by OIOUBL's habits (`DK:CVR`, tax scheme 63). A bare fragment counts as Peppol. */
export function ublFormat(root: Element): UblFormat {
  const said = textAt(root, 'CustomizationID') ?? '';
  if (/^OIOUBL-/i.test(said)) return 'oioubl';
  if (/peppol/i.test(said)) return 'peppol';
  if (said) return 'ubl';
  const supplier = at(root, 'AccountingSupplierParty/Party');
  const schemes = [child(supplier, 'EndpointID'), at(supplier, 'PartyLegalEntity/CompanyID')];
  const danish = schemes.some((one) => one?.attributes.schemeID?.startsWith('DK:'));
  return danish || textAt(supplier, 'PartyTaxScheme/TaxScheme/ID') === '63' ? 'oioubl' : 'peppol';
}

/** A UBL 2.1 Invoice or CreditNote in the terms of EN 16931 (syntax binding CEN/TS 16931-3-2), and OIOUBL 2.x. */
export function readUbl(root: Element, format: UblFormat, gather: Gatherer): Invoice {
  const credit = root.name === 'CreditNote';
  const typeCode = textAt(root, credit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode');
  const buyer = at(root, 'AccountingCustomerParty/Party');
  const notes = childrenOf(root, 'Note').map(({ text }) => text);
  const period = child(root, 'InvoicePeriod');
  const subtotals = vatTotal(root).flatMap((total) => childrenOf(total, 'TaxSubtotal'));
  const duties = format === 'oioubl' ? subtotals.filter(isDuty) : [];
  const personReference = format === 'oioubl' ? textAt(buyer, 'Contact/ID') : null;
  return {
    format,
    kind: credit || typeCode === '381' ? 'creditNote' : 'invoice',
    number: textAt(root, 'ID'),
    issueDate: gather.day(root, 'IssueDate'),
    typeCode,
    currency: textAt(root, 'DocumentCurrencyCode'),
    dueDate: readDueDate(root, gather),
    reference: textAt(root, 'BuyerReference') ?? personReference,
    orderReference: textAt(root, 'OrderReference/ID'),
    accountingCost: textAt(root, 'AccountingCost'),
    paymentTerms: textAt(root, 'PaymentTerms/Note'),
    note: notes.filter(isText).join('\n') || null,
    specification: textAt(root, 'CustomizationID'),
    precedingInvoice: textAt(root, 'BillingReference/InvoiceDocumentReference/ID'),
    deliveryDate: gather.day(root, 'Delivery/ActualDeliveryDate'),
    period: period && { from: gather.day(period, 'StartDate'), until: gather.day(period, 'EndDate') },
    supplier: readParty(at(root, 'AccountingSupplierParty/Party')),
    buyer: readParty(buyer),
    payeeName: textAt(root, 'PayeeParty/PartyName/Name'),
    payments: childrenOf(root, 'PaymentMeans').map((one) =>
      format === 'oioubl' ? oioublPayment(one, readPayment(one)) : readPayment(one),
    ),
    allowanceCharges: [
      ...childrenOf(root, 'AllowanceCharge').map((one) => readAllowanceCharge(one, gather)),
      ...duties.map((one) => dutyCharge(one, gather)),
    ],
    vat: subtotals.filter((one) => !duties.includes(one)).map((one) => readVatPart(one, gather)),
    totals: readTotals(root, format, duties, gather),
    lines: childrenOf(root, credit ? 'CreditNoteLine' : 'InvoiceLine').map((line) => readLine(line, gather)),
  };
}

function readDueDate(root: Element, gather: Gatherer) {
  return (
    gather.day(root, 'DueDate') ??
    gather.day(root, 'PaymentMeans/PaymentDueDate') ??
    gather.day(root, 'PaymentTerms/PaymentDueDate') ??
    gather.day(root, 'PaymentTerms/SettlementPeriod/EndDate')
  );
}

function readParty(party: Element | null): Party {
  const endpoint = identifier(party, 'EndpointID');
  const legalId = identifier(party, 'PartyLegalEntity/CompanyID');
  const identifiers = childrenOf(party, 'PartyIdentification')
    .map((one) => identifier(one, 'ID'))
    .filter((one) => one !== null);
  const country = textAt(party, 'PostalAddress/Country/IdentificationCode')?.toUpperCase() ?? null;
  const vatScheme = childrenOf(party, 'PartyTaxScheme').find((one) => {
    const scheme = textAt(one, 'TaxScheme/ID')?.toUpperCase() ?? '63';
    return scheme === 'VAT' || scheme === '63';
  });
  const vatId = textAt(vatScheme, 'CompanyID');
  return {
    name: textAt(party, 'PartyName/Name') ?? textAt(party, 'PartyLegalEntity/RegistrationName'),
    cvr: cvrAmong([legalId, ...identifiers, endpoint], vatId, legalId, country),
    gln: glnAmong([endpoint, ...identifiers]),
    endpoint,
    identifiers,
    legalId,
    vatId,
    hasAddress: child(party, 'PostalAddress') !== null,
    country,
    phone: textAt(party, 'Contact/Telephone'),
    email: textAt(party, 'Contact/ElectronicMail'),
  };
}

function readPayment(means: Element): Payment {
  return peppolPayment({
    means: textAt(means, 'PaymentMeansCode'),
    account: textAt(means, 'PayeeFinancialAccount/ID'),
    isIban: false,
    bank: bankOf(means),
    remittance: textAt(means, 'PaymentID'),
    mandate: textAt(means, 'PaymentMandate/ID'),
    debitedAccount: textAt(means, 'PaymentMandate/PayerFinancialAccount/ID'),
  });
}

function bankOf(means: Element): string | null {
  const branch = at(means, 'PayeeFinancialAccount/FinancialInstitutionBranch');
  return textAt(branch, 'ID') ?? textAt(branch, 'FinancialInstitution/ID');
}

function readAllowanceCharge(one: Element, gather: Gatherer): AllowanceCharge {
  return {
    charge: textAt(one, 'ChargeIndicator') === 'true',
    amount: gather.amount(one, 'Amount'),
    reason: textAt(one, 'AllowanceChargeReason'),
    reasonCode: textAt(one, 'AllowanceChargeReasonCode'),
  };
}

function readVatPart(subtotal: Element, gather: Gatherer): VatPart {
  const category = textAt(subtotal, 'TaxCategory/ID');
  return {
    taxable: gather.amount(subtotal, 'TaxableAmount'),
    amount: gather.amount(subtotal, 'TaxAmount'),
    category: category === null ? null : oioublCategory(category),
    rate: gather.decimal(subtotal, 'TaxCategory/Percent'),
  };
}

/** Tax totals with a breakdown; a total without one says the VAT in another currency (BT-111). OIOUBL has one for each tax. */
function vatTotal(root: Element): readonly Element[] {
  const all = childrenOf(root, 'TaxTotal');
  const parted = all.filter((one) => child(one, 'TaxSubtotal') !== null);
  return parted.length > 0 ? parted : all.slice(0, 1);
}

function readTotals(root: Element, format: UblFormat, duties: readonly Element[], gather: Gatherer): Totals {
  const total = child(root, 'LegalMonetaryTotal');
  const common = commonTotals(total, gather);
  const gross = gather.amount(total, 'TaxInclusiveAmount');
  const tax = taxOf(root, gather);
  if (format === 'oioubl') {
    const exclusive = gather.amount(total, 'TaxExclusiveAmount');
    return oioublTotals(
      common,
      gross,
      tax ?? exclusive,
      duties.map((one) => gather.amount(one, 'TaxAmount')),
    );
  }
  return { ...common, net: gather.amount(total, 'TaxExclusiveAmount'), vat: tax, gross };
}

function commonTotals(total: Element | null, gather: Gatherer) {
  return {
    lines: gather.amount(total, 'LineExtensionAmount'),
    allowances: gather.amount(total, 'AllowanceTotalAmount'),
    charges: gather.amount(total, 'ChargeTotalAmount'),
    paid: gather.amount(total, 'PrepaidAmount'),
    rounding: gather.amount(total, 'PayableRoundingAmount'),
    payable: gather.amount(total, 'PayableAmount'),
  };
}

function taxOf(root: Element, gather: Gatherer): Ore | null {
  const amounts = vatTotal(root).map((one) => gather.amount(one, 'TaxAmount'));
  const known = amounts.filter((amount) => amount !== null);
  return known.length > 0 ? plus(toOre(0), ...known) : null;
}

function readLine(line: Element, gather: Gatherer): Line {
  const quantity = child(line, 'InvoicedQuantity') ?? child(line, 'CreditedQuantity');
  const item = child(line, 'Item');
  return {
    id: textAt(line, 'ID'),
    name: textAt(item, 'Name') ?? textAt(item, 'Description'),
    quantity: quantity ? gather.decimal(line, quantity.name) : null,
    unit: quantity?.attributes.unitCode || null,
    price: gather.decimal(line, 'Price/PriceAmount', 2),
    priceQuantity: gather.decimal(line, 'Price/BaseQuantity'),
    net: gather.amount(line, 'LineExtensionAmount'),
    allowanceCharges: childrenOf(line, 'AllowanceCharge').map((one) => readAllowanceCharge(one, gather)),
    vatCategory: textAt(item, 'ClassifiedTaxCategory/ID'),
    vatRate:
      gather.decimal(item, 'ClassifiedTaxCategory/Percent') ??
      gather.decimal(line, 'TaxTotal/TaxSubtotal/TaxCategory/Percent'),
    classifications: childrenOf(item, 'CommodityClassification').map((one) => {
      const { attributes } = child(one, 'ItemClassificationCode') ?? { attributes: {} as Record<string, string> };
      return { list: attributes.listID ?? null, version: attributes.listVersionID ?? null };
    }),
  };
}
