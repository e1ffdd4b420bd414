import type { Language } from '../../../../kernel/language.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';
import type { PostcardsSpec } from '../../../../platform/documents/spec.ts';
import type { EndingCase } from '../rules/case.ts';
import { letterText } from '../text/letters.ts';
import { byCodePlace } from '../urls.ts';

/** Postcards to cut out: the three questions with lines to write on, and a code for those who would rather use a telephone. */
export function feedbackCards(
  cards: readonly { readonly one: EndingCase; readonly code: string }[],
  language: Language,
  origin: string,
): PostcardsSpec {
  const words = letterText(language);
  return {
    kind: 'postcards',
    language,
    title: words.cards,
    cards: cards.map(({ one, code }) => ({
      heading: words.heading,
      about: one.title,
      questions: [
        { text: words.came, lines: 1 },
        { text: words.best, lines: 3 },
        { text: words.differently, lines: 3 },
      ],
      either: words.either,
      site: words.site(origin.replace(/^https?:\/\//, '')),
      code: writeTypedCode(code.toUpperCase(), 4),
      qr: { content: origin + byCodePlace({ code }), alt: words.alt },
    })),
  };
}
