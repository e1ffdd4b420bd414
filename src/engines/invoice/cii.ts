import { cvrAmong, type Gatherer, glnAmong, identifier, isText, peppolPayment } from './gather.ts';
import type { AllowanceCharge, Identifier, Invoice, Line, Party, Payment, Totals, VatPart } from './invoice.ts';
import { at, child, childrenOf, type Element, textAt } from './xml.ts';

/** UNTDID 1001 codes that EN 16931 counts as credit notes. */
const CREDIT_NOTES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

/** A UN/CEFACT Cross Industry Invoice (D16B) in the terms of EN 16931 (syntax binding CEN/TS 16931-3-3). */
export function readCii(root: Element, format: 'cii' | 'factur-x', gather: Gatherer): Invoice {
  const head = child(root, 'ExchangedDocument');
  const trade = child(root, 'SupplyChainTradeTransaction');
  const agreement = child(trade, 'ApplicableHeaderTradeAgreement');
  const delivery = child(trade, 'ApplicableHeaderTradeDelivery');
  const settlement = child(trade, 'ApplicableHeaderTradeSettlement');
  const terms = child(settlement, 'SpecifiedTradePaymentTerms');
  const period = child(settlement, 'BillingSpecifiedPeriod');
  const typeCode = textAt(head, 'TypeCode');
  const notes = childrenOf(head, 'IncludedNote').map((one) => textAt(one, 'Content'));
  return {
    format,
    kind: typeCode !== null && CREDIT_NOTES.has(typeCode) ? 'creditNote' : 'invoice',
    number: textAt(head, 'ID'),
    issueDate: gather.day(head, 'IssueDateTime/DateTimeString'),
    typeCode,
    currency: textAt(settlement, 'InvoiceCurrencyCode'),
    dueDate: gather.day(terms, 'DueDateDateTime/DateTimeString'),
    reference: textAt(agreement, 'BuyerReference'),
    orderReference: textAt(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID'),
    accountingCost: textAt(settlement, 'ReceivableSpecifiedTradeAccountingAccount/ID'),
    paymentTerms: textAt(terms, 'Description'),
    note: notes.filter(isText).join('\n') || null,
    specification: textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'),
    precedingInvoice: textAt(settlement, 'InvoiceReferencedDocument/IssuerAssignedID'),
    deliveryDate: gather.day(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString'),
    period: period && {
      from: gather.day(period, 'StartDateTime/DateTimeString'),
      until: gather.day(period, 'EndDateTime/DateTimeString'),
    },
    supplier: readParty(child(agreement, 'SellerTradeParty')),
    buyer: readParty(child(agreement, 'BuyerTradeParty')),
    payeeName: textAt(settlement, 'PayeeTradeParty/Name'),
    payments: childrenOf(settlement, 'SpecifiedTradeSettlementPaymentMeans').map((one) =>
      readPayment(one, settlement, terms),
    ),
    allowanceCharges: [
      ...childrenOf(settlement, 'SpecifiedTradeAllowanceCharge').map((one) => readAllowanceCharge(one, gather)),
      ...childrenOf(settlement, 'SpecifiedLogisticsServiceCharge').map((one) => readLogisticsCharge(one, gather)),
    ],
    vat: childrenOf(settlement, 'ApplicableTradeTax').map((one) => readVatPart(one, gather)),
    totals: readTotals(settlement, gather),
    lines: childrenOf(trade, 'IncludedSupplyChainTradeLineItem')
      .filter(isCounted)
      .map((one) => readLine(one, gather)),
  };
}

function readParty(party: Element | null): Party {
  const endpoint = identifier(party, 'URIUniversalCommunication/URIID');
  const legalId = identifier(party, 'SpecifiedLegalOrganization/ID');
  const ids = childrenOf(party, 'ID').map(({ text }): Identifier => ({ id: text, scheme: null }));
  const globals = childrenOf(party, 'GlobalID').map(
    // A global identifier without its scheme is a mistake (DK-R-013), unlike a ram:ID, which has none: '' tells them apart.
    (one): Identifier => ({ id: one.text, scheme: one.attributes.schemeID || '' }),
  );
  const country = textAt(party, 'PostalTradeAddress/CountryID')?.toUpperCase() ?? null;
  const registrations = childrenOf(party, 'SpecifiedTaxRegistration').map((one) => child(one, 'ID'));
  const vatId = registrations.find((one) => one?.attributes.schemeID === 'VA')?.text || null;
  return {
    name: textAt(party, 'Name') ?? textAt(party, 'SpecifiedLegalOrganization/TradingBusinessName'),
    cvr: cvrAmong([legalId, ...globals, endpoint], vatId, legalId, country),
    gln: glnAmong([endpoint, ...globals]),
    endpoint,
    identifiers: [...ids, ...globals],
    legalId,
    vatId,
    hasAddress: child(party, 'PostalTradeAddress') !== null,
    country,
    phone: textAt(party, 'DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber'),
    email: textAt(party, 'DefinedTradeContact/EmailURIUniversalCommunication/URIID'),
  };
}

function readPayment(means: Element, settlement: Element | null, terms: Element | null): Payment {
  const account = child(means, 'PayeePartyCreditorFinancialAccount');
  const iban = textAt(account, 'IBANID');
  const typed = textAt(means, 'TypeCode');
  return peppolPayment({
    means: typed,
    account: iban ?? textAt(account, 'ProprietaryID'),
    isIban: iban !== null,
    bank: textAt(means, 'PayeeSpecifiedCreditorFinancialInstitution/BICID'),
    remittance: textAt(settlement, 'PaymentReference'),
    mandate: textAt(terms, 'DirectDebitMandateID'),
    debitedAccount: textAt(means, 'PayerPartyDebtorFinancialAccount/IBANID'),
  });
}

function readAllowanceCharge(one: Element, gather: Gatherer): AllowanceCharge {
  return {
    charge: textAt(one, 'ChargeIndicator/Indicator') === 'true',
    amount: gather.amount(one, 'ActualAmount'),
    reason: textAt(one, 'Reason'),
    reasonCode: textAt(one, 'ReasonCode'),
  };
}

/** EXTENDED has freight and the like on their own; they are in the total of charges all the same (BR-FXEXT-CO-12). */
function readLogisticsCharge(one: Element, gather: Gatherer): AllowanceCharge {
  const amount = gather.amount(one, 'AppliedAmount');
  return { charge: true, amount, reason: textAt(one, 'Description'), reasonCode: null };
}

function readVatPart(tax: Element, gather: Gatherer): VatPart {
  return {
    taxable: gather.amount(tax, 'BasisAmount'),
    amount: gather.amount(tax, 'CalculatedAmount'),
    category: textAt(tax, 'CategoryCode'),
    rate: gather.decimal(tax, 'RateApplicablePercent'),
  };
}

function readTotals(settlement: Element | null, gather: Gatherer): Totals {
  const sums = child(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  return {
    lines: gather.amount(sums, 'LineTotalAmount'),
    allowances: gather.amount(sums, 'AllowanceTotalAmount'),
    charges: gather.amount(sums, 'ChargeTotalAmount'),
    net: gather.amount(sums, 'TaxBasisTotalAmount'),
    vat: gather.amount(sums, 'TaxTotalAmount'),
    gross: gather.amount(sums, 'GrandTotalAmount'),
    paid: gather.amount(sums, 'TotalPrepaidAmount'),
    rounding: gather.amount(sums, 'RoundingAmount'),
    payable: gather.amount(sums, 'DuePayableAmount'),
  };
}

/** EXTENDED has lines that only head others or explain: their amounts are in none of the sums. */
function isCounted(line: Element): boolean {
  return !/^(?:GROUP|INFORMATION)$/.test(textAt(line, 'AssociatedDocumentLineDocument/LineStatusReasonCode') ?? '');
}

function readLine(line: Element, gather: Gatherer): Line {
  const settlement = child(line, 'SpecifiedLineTradeSettlement');
  const price = at(line, 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice');
  const product = child(line, 'SpecifiedTradeProduct');
  return {
    id: textAt(line, 'AssociatedDocumentLineDocument/LineID'),
    name: textAt(product, 'Name'),
    quantity: gather.decimal(line, 'SpecifiedLineTradeDelivery/BilledQuantity'),
    unit: at(line, 'SpecifiedLineTradeDelivery/BilledQuantity')?.attributes.unitCode || null,
    price: gather.decimal(price, 'ChargeAmount', 2),
    priceQuantity: gather.decimal(price, 'BasisQuantity'),
    net: gather.amount(settlement, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount'),
    allowanceCharges: childrenOf(settlement, 'SpecifiedTradeAllowanceCharge').map((one) =>
      readAllowanceCharge(one, gather),
    ),
    vatCategory: textAt(settlement, 'ApplicableTradeTax/CategoryCode'),
    vatRate: gather.decimal(settlement, 'ApplicableTradeTax/RateApplicablePercent'),
    classifications: childrenOf(product, 'DesignatedProductClassification').map((one) => {
      const { attributes } = child(one, 'ClassCode') ?? { attributes: {} as Record<string, string> };
      return { list: attributes.listID ?? null, version: attributes.listVersionID ?? null };
    }),
  };
}
