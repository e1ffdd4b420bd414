import { type Day, readDay } from '../../kernel/day.ts';
import type { Ore } from '../../kernel/money.ts';
import { looksLikeIban } from './check-digits.ts';
import { decimalsIn, hundredths, readDecimal, writeDecimal } from './decimal.ts';
import type { Identifier, Payment, SlipCode } from './invoice.ts';
import { type Problem, problem } from './problems.ts';
import { childrenOf, type Element, at as elementAt } from './xml.ts';

/** Reads values of a document and notes what cannot be read as what it should be. */
export class Gatherer {
  readonly problems: Problem[] = [];
  #currency: string | null;

  constructor(currency: string | null) {
    this.#currency = currency;
  }

  /** An amount of the document. Several of one name with a currency each: the one in the document's. */
  amount(parent: Element | null, path: string): Ore | null {
    const found = this.#inCurrency(parent, path);
    if (!found?.text) return null;
    const value = readDecimal(found.text);
    const amount = value === null ? null : hundredths(value);
    const { name, line } = found;
    if (amount === null) this.#note(problem('STRUCTURE-AMOUNT', { name, text: found.text, line }));
    else if (decimalsIn(found.text) > 2) this.#note(problem('BR-DEC', { name, text: found.text, line }));
    const { currencyID } = found.attributes;
    if (currencyID && this.#currency && currencyID !== this.#currency) {
      this.#note(problem('CURRENCY-MIXED', { name, text: currencyID, line, currency: this.#currency }));
    }
    return amount;
  }

  /** A decimal string, normalised: a quantity, a rate, a price. */
  decimal(parent: Element | null, path: string, least = 0): string | null {
    const found = elementAt(parent, path);
    if (!found?.text) return null;
    const value = readDecimal(found.text);
    if (value !== null) return writeDecimal(value, least);
    this.#note(problem('STRUCTURE-AMOUNT', { name: found.name, text: found.text, line: found.line }));
    return null;
  }

  /** A day: `2026-11-22`, a time zone after it allowed (XSD), or `20261122` (CII, format 102). */
  day(parent: Element | null, path: string): Day | null {
    const found = elementAt(parent, path);
    if (!found?.text) return null;
    const { text } = found;
    const plain = found.attributes.format === '102' ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : text;
    const read = readDay(plain.replace(/(?:Z|[+-]\d{2}:\d{2})$/, ''));
    if (read === null) this.#note(problem('STRUCTURE-DATE', { name: found.name, text, line: found.line }));
    return read;
  }

  #inCurrency(parent: Element | null, path: string): Element | null {
    const cut = path.lastIndexOf('/');
    const name = path.slice(cut + 1);
    const all = childrenOf(cut === -1 ? parent : elementAt(parent, path.slice(0, cut)), name);
    return all.find(({ attributes }) => attributes.currencyID === this.#currency) ?? all[0] ?? null;
  }

  #note(found: Problem): void {
    const known = this.problems.some((one) => one.code === found.code && one.line === found.line);
    if (!known) this.problems.push(found);
  }
}

export function identifier(parent: Element | null, path: string): Identifier | null {
  const found = elementAt(parent, path);
  return found?.text ? { id: found.text, scheme: found.attributes.schemeID || null } : null;
}

const CVR_SCHEMES = new Set(['DK:CVR', '0184']);
const GLN_SCHEMES = new Set(['GLN', '0088', 'EAN']);

/** The CVR number among identifiers: of that scheme, else eight digits of a Danish party. Null when none has eight digits. */
export function cvrAmong(
  identifiers: readonly (Identifier | null)[],
  vatId: string | null,
  legalId: Identifier | null,
  country: string | null,
): string | null {
  const named = identifiers.filter((one) => one?.scheme && CVR_SCHEMES.has(one.scheme.toUpperCase()));
  const unnamed = country === 'DK' && legalId && !legalId.scheme ? [legalId.id] : [];
  const vat = vatId && /^DK/i.test(vatId.trim()) ? [vatId] : [];
  for (const text of [...named.map((one) => one?.id ?? ''), ...unnamed, ...vat]) {
    const digits = text.replace(/\s/g, '').replace(/^DK/i, '');
    if (/^\d{8}$/.test(digits)) return digits;
  }
  return null;
}

export function glnAmong(identifiers: readonly (Identifier | null)[]): string | null {
  const found = identifiers.find((one) => one?.scheme && GLN_SCHEMES.has(one.scheme.toUpperCase()));
  return found ? found.id.replace(/\s/g, '') : null;
}

/** What Peppol and CII say of a payment, with the Danish slips taken apart: `71#123456789012347` and a creditor. */
export function peppolPayment(said: {
  readonly means: string | null;
  readonly account: string | null;
  readonly isIban: boolean;
  readonly bank: string | null;
  readonly remittance: string | null;
  readonly mandate: string | null;
  readonly debitedAccount: string | null;
}): Payment {
  const { means, account, remittance } = said;
  const slip = means === '93' || means === '50' ? slipOf(remittance, account) : null;
  const bare = account?.replace(/\s/g, '') ?? null;
  const lettered = said.isIban && bare !== null && /^[A-Z]{2}/i.test(bare);
  const iban = !slip && bare && (lettered || looksLikeIban(bare)) ? bare.toUpperCase() : null;
  return {
    means,
    iban,
    account: slip || iban ? null : account,
    bank: said.bank,
    fik: means === '93' ? slip : null,
    giro: means === '50' ? slip : null,
    remittance,
    mandate: said.mandate,
    debitedAccount: said.debitedAccount,
  };
}

function slipOf(remittance: string | null, account: string | null): SlipCode {
  const [cardType, reference] = (remittance ?? '').split('#');
  return { cardType: cardType || null, reference: reference || null, creditor: account };
}

export function isText(text: string | null): text is string {
  return text !== null && text !== '';
}
