import type { Language } from '../../kernel/language.ts';
import type { Field, ProblemKind } from './rules.ts';
import { text } from './text.ts';

interface Problem {
  readonly row: number;
  readonly field: Field;
  readonly value: string;
  readonly problem: ProblemKind;
}

/** A row that cannot come in, as one line: which it is, what is written there, and what to do. */
export function problemSaid({ row, field, value, problem }: Problem, language: Language): string {
  const words = text(language);
  const twice = problem === 'same_number' || problem === 'same_address';
  const said = twice ? `(${words.rowNumber(Number(value))})` : `"${value}"`;
  return `${words.rowNumber(row)}, ${words.fields[field]} ${said}: ${words.why[problem]}`;
}
