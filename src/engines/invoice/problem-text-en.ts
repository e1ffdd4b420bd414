import type { Said } from './problem-text.ts';

/** The messages in English, beside `problem-text.ts`, which is the source. */
export const ENGLISH = {
  EMPTY: () => 'The file is empty. Send the invoice again.',
  'TOO-LARGE': ({ expected }: Said) => `The file is larger than ${expected} MB. Ask the supplier for a smaller one.`,
  'TOO-DEEP': () => 'The file has far too many parts for an invoice. Ask the supplier for a new one.',
  'TOO-SLOW': () => 'The file takes too long to read. Type the invoice in, or ask for a new file.',
  ENCODING: ({ text }: Said) => `The file's characters cannot be read as ${text}. Ask the supplier for UTF-8.`,
  DOCTYPE: () =>
    'The file has a DOCTYPE, which can be abused. We do not open it. Ask the supplier for a plain invoice.',
  XML: ({ line, text }: Said) => `The file is broken at line ${line}. Ask the supplier to send it again. (${text})`,
  'NOT-INVOICE': () => 'The file is neither an e-invoice nor a PDF. If it is a picture, type the invoice in.',
  'OIOUBL-3': () => 'OIOUBL 3 was withdrawn. Ask the supplier for OIOUBL 2.1 or Peppol BIS 3.',
  'ZUGFERD-1': () => 'ZUGFeRD 1 is too old to read. Ask the supplier for Factur-X, or type the invoice in.',
  'PDF-NO-XML': () => 'A PDF without data. Read it, and type in amount, number and payment.',
  'PDF-BROKEN': () => 'The PDF cannot be opened. Ask the supplier to send it again.',
  'PDF-HEAVY': () => 'The PDF is too heavy to open. Type the invoice in, or ask for a smaller file.',

  'STRUCTURE-MISSING': ({ name }: Said) => `The field ${name} is missing. Ask the supplier to correct the invoice.`,
  'STRUCTURE-REPEATED': ({ name, line }: Said) =>
    `The field ${name} stands more than once (line ${line}). Ask the supplier to correct the invoice.`,
  'STRUCTURE-ORDER': ({ name, line }: Said) =>
    `The field ${name} stands in the wrong place (line ${line}). Ask the supplier to correct the invoice.`,
  'STRUCTURE-DATE': ({ name, text, line }: Said) =>
    `"${text}" is no date (${name}, line ${line}). Ask the supplier to correct it.`,
  'STRUCTURE-AMOUNT': ({ name, text, line }: Said) =>
    `"${text}" is no number that we can use (${name}, line ${line}). Ask the supplier to correct it.`,
  'STRUCTURE-CURRENCY': ({ name, line }: Said) =>
    `The amount ${name} has no currency (line ${line}). Ask the supplier to correct the invoice.`,
  'STRUCTURE-FLAG': ({ name, text, line }: Said) =>
    `"${text}" must be true or false (${name}, line ${line}). Ask the supplier to correct it.`,
  'CURRENCY-MIXED': ({ name, text, currency }: Said) =>
    `The amount ${name} is in ${text}, but the invoice is in ${currency}. Ask for an invoice in one currency.`,

  'BR-01': () => 'The invoice does not say which format it follows. Ask the supplier to correct it.',
  'BR-02': () => 'The invoice has no number. Ask the supplier for a new one with a number.',
  'BR-03': () => 'The invoice has no date. Ask the supplier for a new one with a date.',
  'BR-04': () => 'The invoice does not say whether it is an invoice or a credit note. Ask the supplier to correct it.',
  'BR-05': () => 'The invoice has no currency. Ask the supplier to correct it.',
  'BR-06': () => "The supplier's name is missing. Ask the supplier to correct the invoice.",
  'BR-07': () => "The buyer's name is missing. Ask the supplier to write who is to pay.",
  'BR-08': () => "The supplier's address is missing. Ask the supplier to correct the invoice.",
  'BR-09': () => "The supplier's country is missing. Ask the supplier to correct the invoice.",
  'BR-10': () => "The buyer's address is missing. Ask the supplier to correct the invoice.",
  'BR-11': () => "The buyer's country is missing. Ask the supplier to correct the invoice.",
  'BR-12': () => 'The sum of the lines is missing. Ask the supplier to correct the invoice.',
  'BR-13': () => 'The amount without VAT is missing. Ask the supplier to correct the invoice.',
  'BR-14': () => 'The amount with VAT is missing. Ask the supplier to correct the invoice.',
  'BR-15': () => 'The amount to pay is missing. Ask the supplier to correct the invoice.',
  'BR-16': () => 'The invoice has no lines. Ask the supplier to write what was bought.',
  'BR-21': () => 'A line has no number. Ask the supplier to correct the invoice.',
  'BR-22': ({ name }: Said) => `Line ${name} has no quantity. Ask the supplier to correct it.`,
  'BR-23': ({ name }: Said) => `Line ${name} has no unit for its quantity. Ask the supplier to correct it.`,
  'BR-24': ({ name }: Said) => `Line ${name} has no amount. Ask the supplier to correct it.`,
  'BR-25': ({ name }: Said) => `Line ${name} does not say what was bought. Ask the supplier to correct it.`,
  'BR-26': ({ name }: Said) => `Line ${name} has no price. Ask the supplier to correct it.`,
  'BR-27': ({ name, text }: Said) => `Line ${name} has a negative price (${text}). Ask the supplier to correct it.`,
  'BR-29': () => 'The period ends before it begins. Ask the supplier to correct it.',
  'BR-31': () => 'A discount or a charge has no amount. Ask the supplier to correct the invoice.',
  'BR-45': () => 'A part of the VAT does not say what it was counted from. Ask the supplier to correct it.',
  'BR-46': () => 'A part of the VAT has no amount. Ask the supplier to correct it.',
  'BR-47': () => 'A part of the VAT does not say of which kind it is. Ask the supplier to correct it.',
  'BR-48': () => 'A part of the VAT has no rate. Ask the supplier to correct it.',
  'BR-49': () => 'The invoice does not say how it is to be paid. Ask the supplier.',
  'BR-61': () => 'The invoice does not say which account the money goes to. Ask the supplier.',
  'BR-CL-01': ({ text }: Said) => `The code "${text}" is neither invoice nor credit note. Ask the supplier.`,
  'BR-CL-04': ({ text }: Said) => `"${text}" is no currency. Ask the supplier to correct it, for example to DKK.`,
  'BR-CL-14': ({ text }: Said) => `"${text}" is no country code. Ask the supplier to correct it, for example to DK.`,
  'BR-CL-16': ({ text }: Said) => `"${text}" is no means of payment. Ask the supplier how to pay.`,
  'BR-CL-17': ({ text }: Said) => `"${text}" is no kind of VAT. Ask the supplier to correct it.`,
  'BR-DEC': ({ name, text }: Said) => `The amount ${name} has too many decimals (${text}). Use the rounded amount.`,

  'BR-CO-10': ({ text, expected }: Said) =>
    `The lines give ${expected}, but the invoice says ${text}. Ask the supplier to count again.`,
  'BR-CO-11': ({ text, expected }: Said) =>
    `The discounts give ${expected}, but the invoice says ${text}. Ask the supplier to count again.`,
  'BR-CO-12': ({ text, expected }: Said) =>
    `The charges give ${expected}, but the invoice says ${text}. Ask the supplier to count again.`,
  'BR-CO-13': ({ text, expected }: Said) =>
    `The amount without VAT ought to be ${expected}, but is ${text}. Ask the supplier to count again.`,
  'BR-CO-14': ({ text, expected }: Said) =>
    `The parts of the VAT give ${expected}, but the invoice says ${text}. Ask the supplier to count again.`,
  'BR-CO-15': ({ text, expected }: Said) =>
    `The amount with VAT ought to be ${expected}, but is ${text}. Ask the supplier to count again.`,
  'BR-CO-16': ({ text, expected }: Said) =>
    `The amount to pay ought to be ${expected}, but is ${text}. Do not pay. Ask the supplier to count again.`,
  'BR-CO-17': ({ name, text, expected }: Said) =>
    `VAT at ${name} % ought to be ${expected}, but is ${text}. Ask the supplier to count again.`,
  'BR-CO-04': ({ name }: Said) =>
    `Line ${name} does not say whether there is VAT on it. Ask the supplier to correct it.`,
  'BR-CO-18': () => 'The invoice does not show how the VAT was counted. Ask the supplier to correct it.',
  'BR-CO-25': () => 'The invoice does not say when it is to be paid. Agree on a day with the supplier.',
  'OIOUBL-TAX-EXCLUSIVE': ({ text, expected }: Said) =>
    `TaxExclusiveAmount is ${text}, but in OIOUBL it must be the VAT, ${expected}. See that the amounts are right.`,
  'LINE-SUM': ({ name, text, expected }: Said) =>
    `Line ${name} gives ${expected}, but says ${text}. See whether quantity and price are right.`,

  CURRENCY: ({ text }: Said) => `The invoice is in ${text}. Convert to kroner before you pay.`,
  'VAT-RATE': ({ text }: Said) => `The VAT is ${text} %. Danish VAT is 25 %. See whether that is right.`,
  'DUE-DATE': () => 'The invoice has no day of payment. Agree on one with the supplier.',
  'DUE-BEFORE-ISSUE': () => "The day of payment lies before the invoice's date. Ask the supplier.",
  CVR: ({ name, text }: Said) => `The CVR number ${text} (${name}) does not exist: its digits do not fit. Look it up.`,
  GLN: ({ text }: Said) => `The GLN number ${text} is wrong: it must have 13 digits that fit. Look again.`,
  IBAN: ({ text }: Said) => `The account ${text} is no valid IBAN. Ask the supplier before you pay.`,
  ACCOUNT: ({ text }: Said) =>
    `The account ${text} is wrong: 4 digits for the bank and at most 10 for the account. Ask the supplier.`,
  FIK: ({ text }: Said) => `The payment code ${text} is wrong: its digits do not fit. Ask the supplier.`,
  GIRO: ({ text }: Said) => `The giro code ${text} is wrong: its digits do not fit. Ask the supplier.`,
  PAYEE: ({ text }: Said) => `The money goes to somebody else than the supplier: ${text}. Call and ask before you pay.`,
  PROFORMA: () => 'This is a proforma, no invoice. Do not pay. Ask the supplier for the invoice.',
  NEGATIVE: () => 'The amount is negative. In truth it is a credit note.',
  'CREDIT-SIGN': () =>
    'The credit note writes its amounts with a minus. We have turned them, so that they are positive.',
  REFERENCE: () => 'The invoice has no reference. Find the case that it belongs to yourself.',

  'DK-R-002': () => "The supplier's CVR number is missing. Ask the supplier for a new invoice with a CVR number.",
  'DK-R-003': ({ name }: Said) =>
    `Line ${name} has an item code (UNSPSC) of a wrong edition. Ask the supplier to correct it.`,
  'DK-R-004': () => 'A duty lacks its code of four digits. Ask the supplier to correct the invoice.',
  'DK-R-005': ({ text }: Said) =>
    `The means of payment ${text} is not used in Denmark. Ask the supplier for an account, FIK or giro.`,
  'DK-R-006': () => 'The registration number or the account number is missing. Ask the supplier where to pay.',
  'DK-R-007': () => 'The direct debit lacks its agreement number or its account. Ask the supplier.',
  'DK-R-008': ({ text }: Said) =>
    `The giro payment ${text} is wrong: it must begin with 01, 04 or 15 and have a giro account. Ask the supplier.`,
  'DK-R-009': ({ text }: Said) => `The giro payment ${text} must have 16 digits after the card type. Ask the supplier.`,
  'DK-R-010': ({ text }: Said) =>
    `The FIK payment ${text} is wrong: it must begin with 71, 73 or 75 and have a creditor number of 8 digits. Ask the supplier.`,
  'DK-R-011': ({ text }: Said) =>
    `The FIK payment ${text} must have 15 or 16 digits after the card type. Ask the supplier.`,
  'DK-R-013': ({ text }: Said) =>
    `The number ${text} does not say what it is a number of. Ask the supplier to correct it.`,
  'DK-R-014': ({ text }: Said) =>
    `The supplier's number ${text} is not marked as a CVR number. Ask the supplier to correct it.`,
  'DK-R-015': ({ text }: Said) => `The VAT number ${text} must be DK and eight digits. Ask the supplier to correct it.`,
  'DK-R-016': () => 'A credit note cannot have a negative amount. Ask the supplier to correct it.',
} as const;
