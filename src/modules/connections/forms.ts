import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { outboundProblem } from '../../platform/outbound/outbound.ts';
import { AREAS } from '../../platform/resources/resource.ts';
import { problemIn, readForm } from '../../platform/web/form.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { EVENT_GROUPS } from './rules/events.ts';
import { NAME_LENGTH, REASON_LENGTH, TERMS, type Term } from './rules/tokens.ts';
import { URL_LENGTH } from './rules/webhooks.ts';
import { officeText } from './text/office.ts';

export interface TokenTyped {
  readonly name: string;
  readonly areas: readonly string[];
  readonly reason: string;
  readonly term: Term;
}

export function readToken(form: FormData, language: Language): Outcome<TokenTyped, FormProblems> {
  const { wrong } = officeText(language);
  const term = z
    .string(wrong.term)
    .transform((text) => TERMS.find((one) => String(one) === text))
    .refine((one): one is Term => one !== undefined, wrong.term);
  const schema = z.object({
    name: z.string(wrong.name).min(1, wrong.name).max(NAME_LENGTH, wrong.tooLong(NAME_LENGTH)),
    areas: z.array(z.enum(AREAS), wrong.areas).min(1, wrong.areas),
    reason: z.string().max(REASON_LENGTH, wrong.tooLong(REASON_LENGTH)).default(''),
    term,
  });
  const read = readForm(schema, form);
  if (!read.ok) return read;
  const people = read.value.areas.includes('people');
  if (people === (read.value.reason !== '')) return read;
  return refused(problemIn(form, 'reason', people ? wrong.reason : wrong.reasonIdle));
}

export interface WebhookTyped {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
}

/** `offered`: the kinds that may be told. `loopbackToo`: this very machine may be told, in development and tests. */
export function readWebhook(
  form: FormData,
  language: Language,
  known: { readonly offered: readonly string[]; readonly loopbackToo: boolean },
): Outcome<WebhookTyped, FormProblems> {
  const { wrong } = officeText(language);
  const url = z
    .string(wrong.url)
    .max(URL_LENGTH, wrong.tooLong(URL_LENGTH))
    .superRefine((text, context) => {
      const problem = outboundProblem(text, known.loopbackToo);
      if (problem) context.addIssue({ code: 'custom', message: problem === 'url' ? wrong.url : wrong.urlPrivate });
    });
  const name = z.string(wrong.name).min(1, wrong.name).max(NAME_LENGTH, wrong.tooLong(NAME_LENGTH));
  const read = readForm(z.object({ name, url }), form);
  const chosen = EVENT_GROUPS.flatMap((group) => form.getAll(`${group}[]`));
  const kinds = known.offered.filter((kind) => chosen.includes(kind));
  if (read.ok && kinds.length > 0) return ok({ ...read.value, kinds });
  const none = problemIn(form, EVENT_GROUPS[0], wrong.kinds);
  if (read.ok) return refused(none);
  const { messages } = read.refusal;
  return refused({ ...none, messages: kinds.length > 0 ? messages : [...messages, ...none.messages] });
}
