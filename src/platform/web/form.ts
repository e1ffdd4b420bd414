import type { z } from 'zod';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';

/**
 * Reads a posted form by a zod schema: one string per field, or a list where the name ends in `[]`.
 * Texts are trimmed and line ends made one kind. Refused with every problem and all that was typed.
 * The schema's messages are what the person reads, so write them in their language.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Outcome<z.output<Schema>, FormProblems> {
  const values = formValues(form);
  const input = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/\[\]$/, ''), value]));
  const read = schema.safeParse(input);
  if (read.success) return ok(read.data);
  const messages = read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }));
  const first = messages.filter((one, at) => messages.findIndex((other) => other.field === one.field) === at);
  return refused({ values: input, messages: first });
}

/** A problem that a rule found after the form was read, with what was typed. */
export function problemIn(form: FormData, field: string, message: string): FormProblems {
  const values = Object.fromEntries(
    Object.entries(formValues(form)).map(([name, value]) => [name.replace(/\[\]$/, ''), value]),
  );
  return { values, messages: [{ field, message }] };
}

function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map(tidy);
    values[name] = name.endsWith('[]') ? texts : (texts.at(-1) ?? '');
  }
  return values;
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();
}
