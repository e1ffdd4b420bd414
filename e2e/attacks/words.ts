import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'node-html-parser';
import { HOLDINGS } from '../../src/holdings.ts';

/** Closes an attribute, begins an element that runs, and is a formula: whatever it comes into, it must stay words. */
export const TYPED = `=qz"><img/src=x/onerror=qz()>`;

const OF_PEOPLE = /^(name|address|fact|words|common|told|by .+)$/;

/** Is the column one in which words of people stand? */
export function holdsWords(table: string, column: string): boolean {
  const holding = HOLDINGS.flatMap(({ holdings }) => holdings).find((one) => one.table === table);
  return OF_PEOPLE.test(holding?.columns[column] ?? 'plain');
}

/** Where the typed words have come to life in an answer, and not stayed words. */
export function* aliveIn(type: string, body: string): Generator<string> {
  if (/^(text\/html|image\/svg|application\/(\w+\+)?xml|text\/xml)/.test(type)) {
    const at = body.search(/qz"?>|<img\/src/);
    if (at >= 0) yield `runs: ${body.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' ')}`;
  }
  if (/^text\/csv/.test(type)) {
    const cells: string[][] = parseCsv(body, {
      delimiter: ';',
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    const formula = cells.flat().find((cell) => /^\s*[=+@\t\r]/.test(cell) || /^\s*-(?![\d.,]+$)/.test(cell));
    if (formula) yield `is a formula: ${formula.slice(0, 60)}`;
  }
}

/** A form on a page, as somebody without script sees it. */
export interface SeenForm {
  readonly action: string;
  /** What stands in its fields as they are met. */
  readonly filled: readonly (readonly [string, string])[];
  /** The names of those in which a person types words. */
  readonly typed: readonly string[];
  readonly files: readonly string[];
}

export function formsIn(html: string, here: string): SeenForm[] {
  return parse(html)
    .querySelectorAll('form')
    .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
    .map((form) => {
      const named = (wanted: string) => form.querySelectorAll(wanted).filter((one) => one.getAttribute('name'));
      const nameOf = (one: { getAttribute(name: string): string | undefined }) => one.getAttribute('name') ?? '';
      const kept = named('input').filter(
        (one) =>
          one.getAttribute('type') === 'hidden' ||
          (/^(checkbox|radio)$/.test(one.getAttribute('type') ?? '') && one.hasAttribute('checked')),
      );
      const typed = named('input,textarea').filter((one) => {
        const kind = one.tagName === 'TEXTAREA' ? 'text' : (one.getAttribute('type') ?? 'text');
        return /^(text|search|email|tel|url|number|date|password)$/.test(kind);
      });
      const first = named('input[type=radio]').slice(0, 1);
      const selects = named('select').map(
        (one) => [nameOf(one), one.querySelectorAll('option').at(-1)?.getAttribute('value') ?? ''] as const,
      );
      return {
        action: form.getAttribute('action') ?? here,
        filled: [
          ...[...first, ...kept].map((one) => [nameOf(one), one.getAttribute('value') ?? 'on'] as const),
          ...selects,
        ],
        typed: typed.map(nameOf),
        files: named('input[type=file]').map(nameOf),
      };
    });
}
