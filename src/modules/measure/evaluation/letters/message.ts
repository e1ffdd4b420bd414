import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import { toldText } from '../text/told.ts';
import { answerPlace } from '../urls.ts';

/** The one message to those who had signed up. */
export function askAfter({ title, code }: Pick<Evaluation, 'title' | 'code'>): (language: Language) => Saying {
  return (language) => {
    const words = toldText(language);
    return {
      subject: words.subject(title),
      paragraphs: [words.message(title), words.messageMore],
      action: { label: words.messageAction, path: answerPlace({ code }) },
    };
  };
}
