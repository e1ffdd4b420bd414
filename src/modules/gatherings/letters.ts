import type { Day } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { writeTypedCode } from '../../kernel/typed-code.ts';
import type { LetterSpec } from '../../platform/documents/spec.ts';
import { toldText } from './text/told.ts';
import { invitationPlace } from './urls.ts';

/** What a guest without e-mail is handed: the code, and where to type it. */
export function guestCard(
  card: {
    readonly name: string;
    readonly code: string;
    readonly gathering: string;
    readonly host: string;
    readonly until: Day;
  },
  paper: { readonly language: Language; readonly today: Day; readonly origin: string },
): LetterSpec {
  const { language, today, origin } = paper;
  const words = toldText(language);
  const site = origin.replace(/^https?:\/\//, '') + invitationPlace({});
  return {
    kind: 'letter',
    language,
    title: words.cardTitle,
    recipient: [card.name],
    day: today,
    caseNumber: null,
    body: [
      { kind: 'heading', text: words.cardHeading(card.name) },
      { kind: 'paragraph', text: words.cardWhat(card.gathering, card.host) },
      { kind: 'paragraph', text: words.cardHow(site) },
      { kind: 'callout', label: words.cardUntil(formatDay(card.until, language)), text: writeTypedCode(card.code) },
      {
        kind: 'qr',
        content: origin + invitationPlace({}, { kode: writeTypedCode(card.code) }),
        caption: words.cardCaption,
        alt: words.cardAlt,
      },
      { kind: 'paragraph', text: words.cardKeep },
    ],
    greeting: null,
    signatures: [],
  };
}
