/**
 * A refused form: what the person typed (by field name; a field that can have several values has a list) and what is
 * wrong, in the order of the fields. A message with field `''` belongs to the form as a whole.
 */
export interface FormProblems {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly messages: readonly { readonly field: string; readonly message: string }[];
}

/** What the field shows: what was typed, when the form came back, otherwise what was known before. */
export function typedValue(problems: FormProblems | undefined, name: string, known: string | undefined): string {
  const typed = problems?.values[name];
  if (typed === undefined) return problems ? '' : (known ?? '');
  return typeof typed === 'string' ? typed : (typed[0] ?? '');
}

/** The same for a field with several values: ticked boxes, a choice of many. */
export function typedValues(
  problems: FormProblems | undefined,
  name: string,
  known: readonly string[] | undefined,
): readonly string[] {
  const typed = problems?.values[name];
  if (typed === undefined) return problems ? [] : (known ?? []);
  return typeof typed === 'string' ? [typed] : typed;
}

export function messagesFor(problems: FormProblems | undefined, name: string): readonly string[] {
  return problems?.messages.filter((one) => one.field === name).map((one) => one.message) ?? [];
}
