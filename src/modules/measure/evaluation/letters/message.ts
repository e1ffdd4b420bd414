import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import { toldText } from '../text/told.ts';
import { answerPlace } from '../urls.ts';

/** The one message to somebody who had signed up. `ticket`: the code of their own link; null: they get the open one. */
export function askAfter(
  { title, code }: Pick<Evaluation, 'title' | 'code'>,
  ticket: string | null,
): (language: Language) => Saying {
  return (language) => {
    const words = toldText(language);
    return {
      subject: words.subject(title),
      paragraphs: [words.message(title), words.messageMore, ...(ticket ? [words.messageOwn] : [])],
      action: { label: words.messageAction, path: answerPlace({ code: ticket ?? code }) },
    };
  };
}
