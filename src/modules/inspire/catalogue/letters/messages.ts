import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import { type Card, readIn } from '../rules/card.ts';
import { toldText } from '../text/told.ts';
import { cardPlace, cataloguePlace } from '../urls.ts';

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
