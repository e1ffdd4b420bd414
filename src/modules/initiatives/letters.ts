import type { Language } from '../../kernel/language.ts';
import { writeTypedCode } from '../../kernel/typed-code.ts';
import type { MessagePart } from '../../platform/mail/message.ts';
import { QUIET_ANSWERS } from './rules/quiet.ts';
import { quietText } from './text/quiet.ts';

/** On paper: the answers to put a ring around, and the code by which staff type the answer in. */
export function letterLines(code: string, language: Language): readonly MessagePart[] {
  const text = quietText(language);
  return [
    { kind: 'paragraph', text: text.slipLead },
    { kind: 'list', items: QUIET_ANSWERS.map((answer) => ({ text: text.answers[answer] })) },
    { kind: 'paragraph', text: text.slipCode(writeTypedCode(code)) },
  ];
}
