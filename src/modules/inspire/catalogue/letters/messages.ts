import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import { type Card, readIn } from '../rules/card.ts';
import type { Question } from '../rules/voices.ts';
import { toldText } from '../text/told.ts';
import { voicesText } from '../text/voices.ts';
import { cardPlace, cataloguePlace, questionPlace } from '../urls.ts';

type Say = (language: Language) => Saying;

/** To the one who proposed it: it is published, and where. */
export function publishedThanks(card: Card): Say {
  return (language) => {
    const words = toldText(language);
    const { title } = readIn(card, language);
    return {
      subject: words.thanksSubject(title),
      paragraphs: [words.thanks(title)],
      action: { label: words.thanksAction, path: cardPlace({ id: card.id }) },
    };
  };
}

/** Not this time, with the words of the one who answered. */
export function answeredNo(card: Card, said: string): Say {
  return (language) => {
    const words = toldText(language);
    const { title } = readIn(card, language);
    return {
      subject: words.noSubject(title),
      paragraphs: [words.no(title), ...said.split(/\n{2,}/).filter(Boolean)],
      action: { label: words.openCatalogue, path: cataloguePlace({}) },
    };
  };
}

/** To the one who asked: what those who did it answered, with a name where they said so. */
export function answered(question: Pick<Question, 'id'>, said: string, name: string): Say {
  return (language) => {
    const words = voicesText(language);
    return {
      subject: words.answeredSubject,
      paragraphs: [
        words.answeredLead,
        ...said.split(/\n{2,}/).filter(Boolean),
        ...(name ? [words.answeredBy(name)] : []),
      ],
      action: { label: words.seeQuestion, path: questionPlace({ question: question.id }) },
    };
  };
}

/** They cannot, or a month has gone. */
export function notAnswered(question: Pick<Question, 'id'>): Say {
  return (language) => {
    const words = voicesText(language);
    return {
      subject: words.notAnsweredSubject,
      paragraphs: [words.notAnswered],
      action: { label: words.seeQuestion, path: questionPlace({ question: question.id }) },
    };
  };
}
