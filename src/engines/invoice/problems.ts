import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { type ProblemCode, problemText, type Said, WARNINGS } from './problem-text.ts';

/**
 * One thing that is wrong, or worth a look. An error means that the document breaks a rule that every invoice keeps, and
 * should go back to the supplier; a warning that a person must look before paying.
 */
export interface Problem {
  /** EN 16931's (`BR-CO-16`), Peppol's for Denmark (`DK-R-002`) or our own (`DOCTYPE`, `CVR`). */
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to do, one or two sentences. */
  readonly message: Readonly<Record<Language, string>>;
  /** The line of the XML, where the problem has one. */
  readonly line: number | null;
}

export function problem(code: ProblemCode, said: Said = {}): Problem {
  const message = Object.fromEntries(LANGUAGES.map((language) => [language, problemText(language)[code](said)]));
  return {
    code,
    severity: WARNINGS.has(code) ? 'warning' : 'error',
    message: message as Record<Language, string>,
    line: said.line ?? null,
  };
}
