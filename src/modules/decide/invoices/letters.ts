import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LetterSpec } from '../../../platform/documents/spec.ts';
import type { Message, MessageFrame } from '../../../platform/mail/message.ts';
import { type Check, toldOf } from './rules/check.ts';
import type { Facts } from './rules/facts.ts';
import type { Us } from './rules/parties.ts';
import { supplierText, wishFor } from './text/supplier.ts';

/** The ready mail to a supplier: what is wrong, in words, and what to send instead. A person reads and mends it first. */
export function returnLetter(
  facts: Facts | null,
  checks: readonly Check[],
  from: { readonly us: Us; readonly reference: string | null; readonly sendAt: string; readonly language: Language },
): { readonly subject: string; readonly body: string } {
  const { us, reference, language } = from;
  const words = supplierText(language);
  const number = facts?.number ?? '';
  const about = { us: us.name, cvr: us.cvr ? words.cvr(us.cvr) : '', reference: reference ?? '' };
  const wrong = checks
    .filter(({ severity }) => severity === 'stop' || severity === 'limit' || severity === 'answer')
    .map((check) => wishFor(language, check.code)?.({ ...toldOf(check, language), ...about }))
    .filter((wish) => wish !== undefined);
  const faults = (facts?.faults ?? []).filter(({ severity }) => severity === 'error');
  return {
    subject: words.subject(number),
    body: [
      words.hello,
      words.sentBack(number, us.name),
      [...new Set(wrong)].map((wish) => `• ${wish}`).join('\n'),
      `${reference ? words.againWith(reference) : words.again}\n${words.sendAt(from.sendAt)}`,
      faults.length > 0
        ? `${words.errors}\n${faults.map(({ code, message }) => `• ${message[language]} (${code})`).join('\n')}`
        : '',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

/** A letter as it was written, ready for mail. */
export function asMessage(letter: { readonly subject: string; readonly body: string }, language: Language): Message {
  const parts = letter.body.split(/\n{2,}/).map((text) => ({ kind: 'paragraph', text }) as const);
  return { language, subject: letter.subject, parts };
}

export function supplierFrame(language: Language, sender: string): MessageFrame {
  const words = supplierText(language);
  return { regards: words.regards, sender, footer: [{ text: words.footer }] };
}

/** The same on paper, for suppliers without a mail address. */
export function asPaper(
  letter: { readonly subject: string; readonly body: string },
  to: { readonly language: Language; readonly day: Day; readonly supplier: string; readonly sender: string },
): LetterSpec {
  return {
    kind: 'letter',
    language: to.language,
    title: letter.subject,
    recipient: [to.supplier || letter.subject],
    day: to.day,
    caseNumber: null,
    body: letter.body.split(/\n{2,}/).map((text) => ({ kind: 'paragraph', text })),
    greeting: `${supplierText(to.language).regards}\n${to.sender}`,
    signatures: [],
  };
}

/** The automatic answer to a mail: it came, and with how many invoices. */
export function arrivalLetter(
  invoices: number,
  language: Language,
): { readonly subject: string; readonly body: string } {
  const { received } = supplierText(language);
  if (invoices === 0) return { subject: received.noneSubject, body: received.none };
  return { subject: received.subject, body: `${received.text(invoices)} ${received.next}` };
}
