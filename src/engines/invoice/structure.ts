import { readDay } from '../../kernel/day.ts';
import { readDecimal } from './decimal.ts';
import { type Problem, problem } from './problems.ts';
import { CII_SHAPE, type Part, type Shape, UBL_SHAPE } from './shapes.ts';
import type { Element } from './xml.ts';

/**
 * Our own structure rules: the parts we read must be there, not more often than the format allows, in its order, and
 * dates, amounts and flags must be what they say. Parts we do not read are not judged.
 */
export function structureProblems(root: Element, format: 'ubl' | 'cii'): Problem[] {
  const shape = format === 'ubl' ? UBL_SHAPE : CII_SHAPE;
  const found: Problem[] = [];
  judge(root, shape, root.name, found);
  return found;
}

/** Missing parts that a rule of EN 16931 speaks of by its own code (BR-02 and on), so that nothing is said twice. */
const SAID_BY_RULES = new Set(
  (
    'Invoice/ID CreditNote/ID Invoice/IssueDate CreditNote/IssueDate Invoice/AccountingSupplierParty ' +
    'CreditNote/AccountingSupplierParty Invoice/AccountingCustomerParty CreditNote/AccountingCustomerParty ' +
    'Invoice/LegalMonetaryTotal CreditNote/LegalMonetaryTotal Invoice/InvoiceLine CreditNote/CreditNoteLine ' +
    'LegalMonetaryTotal/PayableAmount PaymentMeans/PaymentMeansCode AllowanceCharge/Amount ' +
    'InvoiceLine/ID CreditNoteLine/ID InvoiceLine/LineExtensionAmount InvoiceLine/Item'
  ).split(' '),
);

/** Beyond this many the document is hopeless, and nobody reads on. */
const MOST = 50;

function judge(element: Element, shape: Shape, partName: string, found: Problem[]): void {
  const parts = shape.parts.get(partName);
  if (!parts || found.length >= MOST) return;
  const byName = new Map<string, Element[]>();
  for (const one of element.children) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  for (const part of parts) judgeCount(element, part, byName.get(part.name) ?? [], found);
  judgeOrder(element, parts, found);
  for (const part of parts) {
    for (const one of byName.get(part.name) ?? []) judgeContent(one, part, shape, found);
  }
}

function judgeCount(parent: Element, part: Part, all: readonly Element[], found: Problem[]): void {
  const name = `${parent.name}/${part.name}`;
  const second = all[1];
  const missing = part.required && all.length === 0 && !SAID_BY_RULES.has(name);
  if (missing) found.push(problem('STRUCTURE-MISSING', { name, line: parent.line }));
  if (!part.many && second) found.push(problem('STRUCTURE-REPEATED', { name, line: second.line }));
}

function judgeOrder(element: Element, parts: readonly Part[], found: Problem[]): void {
  const places = new Map(parts.map((part, place) => [part.name, place]));
  let last = -1;
  for (const one of element.children) {
    const place = places.get(one.name);
    if (place === undefined) continue;
    if (place < last) found.push(problem('STRUCTURE-ORDER', { name: `${element.name}/${one.name}`, line: one.line }));
    last = Math.max(last, place);
  }
}

function judgeContent(element: Element, part: Part, shape: Shape, found: Problem[]): void {
  const { text, name, line } = element;
  const said = { name, text: text.slice(0, 40), line };
  switch (part.type) {
    case 'text':
      return;
    case 'date':
      if (readDay(text.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '')) === null) found.push(problem('STRUCTURE-DATE', said));
      return;
    case 'date102':
      if (readDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) === null) {
        found.push(problem('STRUCTURE-DATE', said));
      }
      return;
    case 'amount':
    case 'number':
      if (readDecimal(text) === null) found.push(problem('STRUCTURE-AMOUNT', said));
      if (part.type === 'amount' && shape.amountsNameCurrency && !element.attributes.currencyID) {
        found.push(problem('STRUCTURE-CURRENCY', said));
      }
      return;
    case 'flag':
      if (!/^(?:true|false|0|1)$/.test(text)) found.push(problem('STRUCTURE-FLAG', said));
      return;
    default:
      judge(element, shape, part.type, found);
  }
}
