import type { z } from 'zod';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';

/**
 * Reads a posted form by a zod schema: one string per field, or a list where the name ends in `[]`.
 * Texts are trimmed, rid of what nobody sees, and line ends made one kind. Refused with every problem and all that was typed.
 * The schema's messages are what the person reads, so write them in their language.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Outcome<z.output<Schema>, FormProblems> {
  const input = formValues(form);
  const read = schema.safeParse(input);
  if (read.success) return ok(read.data);
  const messages = read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }));
  const first = messages.filter((one, at) => messages.findIndex((other) => other.field === one.field) === at);
  return refused({ values: input, messages: first });
}

/** The file that was chosen in a field; null where none was. */
export function fileIn(form: FormData, name: string): File | null {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? file : null;
}

/** As `readForm`, of a form with one file in the field `name`. Without one `missing` is said of it, before all else. */
export function readFormWithFile<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  name: string,
  missing: string,
): Outcome<{ readonly value: z.output<Schema>; readonly file: File }, FormProblems> {
  const file = fileIn(form, name);
  const read = readForm(schema, form);
  if (file) return read.ok ? ok({ value: read.value, file }) : read;
  const none = problemIn(form, name, missing);
  return refused(read.ok ? none : { ...none, messages: [...none.messages, ...read.refusal.messages] });
}

/** A problem that a rule found after the form was read, with what was typed. */
export function problemIn(form: FormData, field: string, message: string): FormProblems {
  return { values: formValues(form), messages: [{ field, message }] };
}

/** Once through, since somebody may send thousands; and names of our making alone: `__proto__` is none. */
function formValues(form: FormData): Record<string, string | string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of form) {
    const texts = lists.get(name) ?? [];
    if (typeof value === 'string') texts.push(tidy(value));
    lists.set(name, texts);
  }
  const values = [...lists].map(([name, texts]) =>
    name.endsWith('[]') ? ([name.slice(0, -2), texts] as const) : ([name, texts.at(-1) ?? ''] as const),
  );
  return Object.fromEntries(values.filter(([name]) => !(name in Object.prototype)));
}

/**
 * Signs that nobody sees, but for those that scripts and emoji need: with them a name could look like another's, stand
 * backwards, or be none at all.
 */
const UNSEEN = /[^\P{Cc}\n\t]|[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
/** Something to be seen: no space, joiner, mark of direction, or letter that is drawn as nothing. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

function tidy(text: string): string {
  const tidied = text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
  return SEEN.test(tidied) ? tidied : '';
}
