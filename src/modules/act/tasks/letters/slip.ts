import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';
import type { LetterSpec } from '../../../../platform/documents/spec.ts';
import type { Ask } from '../rules/asking.ts';
import type { Task } from '../rules/task.ts';
import { askingText } from '../text/asking.ts';
import { tasksText } from '../text/tasks.ts';
import { toldText } from '../text/told.ts';
import { whenOf } from '../text/when.ts';
import { answerPlace, codePlace } from '../urls.ts';

/** What is put in a neighbour's hand: the question, four answers to cross, a square code and a code to type or read out. */
export function askSlip(
  asked: {
    readonly ask: Ask;
    readonly task: Task;
    readonly job: string;
    readonly code: string;
    readonly asker: string;
  },
  paper: { readonly language: Language; readonly origin: string; readonly phone: string },
): LetterSpec {
  const { language, origin, phone } = paper;
  const { ask, task, code, asker } = asked;
  const words = askingText(language);
  const site = origin.replace(/^https?:\/\//, '') + codePlace({});
  const when = whenOf(task, language);
  return {
    kind: 'letter',
    language,
    title: words.answerTitle(asker),
    recipient: [],
    day: ask.askedOn,
    caseNumber: null,
    body: [
      {
        kind: 'callout',
        label: task.says,
        text: [tasksText(language).minutes(task.minutes), when].filter(Boolean).join(' · '),
      },
      ...(ask.words ? [{ kind: 'paragraph' as const, text: toldText(language).quoted(ask.words) }] : []),
      { kind: 'paragraph', text: words.partOf(asked.job) },
      { kind: 'heading', text: words.slipAnswer },
      ...[words.yes, words.smaller, words.later, words.no].map((one) => ({
        kind: 'paragraph' as const,
        text: `☐  ${one}`,
      })),
      { kind: 'paragraph', text: `${words.slipName}: ______________________________` },
      { kind: 'paragraph', text: `${words.slipContact}: ______________________________` },
      { kind: 'paragraph', text: `${words.slipAnswerHelp} ${words.until(formatDay(ask.expiresOn, language))}` },
      {
        kind: 'qr',
        content: origin + answerPlace({ code }),
        caption: `${words.slipCode}: ${writeTypedCode(code)}`,
        alt: words.qrAlt(site),
      },
      { kind: 'paragraph', text: words.slipFoot(site, phone) },
    ],
    greeting: null,
    signatures: [],
  };
}
