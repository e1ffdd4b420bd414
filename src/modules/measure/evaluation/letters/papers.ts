import type { Language } from '../../../../kernel/language.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';
import type { PostcardsSpec, PosterSpec, Qr } from '../../../../platform/documents/spec.ts';
import { HELPS, LIKED } from '../rules/answers.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import { askingText } from '../text/asking.ts';
import { answerPlace, codePlace } from '../urls.ts';

export interface Paper {
  readonly language: Language;
  readonly origin: string;
}

/** For the door: a square code, and the code to type. */
export function doorPoster({ title, code }: Evaluation, { language, origin }: Paper): PosterSpec {
  const words = askingText(language);
  const address = origin + answerPlace({ code });
  return {
    kind: 'poster',
    language,
    title: words.title,
    kicker: words.kicker,
    day: null,
    time: null,
    place: title,
    paragraphs: [words.posterMeet, words.posterHow(writeTypedCode(code, 4)), words.nobody],
    qr: { content: address, caption: words.posterQr, alt: words.qrAlt(siteOf(origin)) },
    contact: siteOf(origin),
  };
}

/** Four a sheet, with boxes for a pen. */
export function slips({ title, code }: Evaluation, { language, origin }: Paper): PostcardsSpec {
  const words = askingText(language);
  const one = {
    heading: words.title,
    about: title,
    questions: [
      { text: words.liked, lines: 0, boxes: LIKED.map((liked) => words.likes[liked]) },
      { text: words.metNew, lines: 0, boxes: [words.met.ja, words.met.nej] },
      { text: words.helps, lines: 0, boxes: HELPS.map((help) => words.helping[help]) },
      { text: words.words, lines: 4 },
    ],
    either: words.slipEither,
    site: siteOf(origin),
    code: writeTypedCode(code, 4),
    qr: { content: origin + answerPlace({ code }), alt: words.qrAlt(siteOf(origin)) },
  };
  return { kind: 'postcards', language, title: words.slips, cards: [one, one, one, one] };
}

/** For the list at the door. */
export function onList({ code }: Evaluation, { language, origin }: Paper): Qr {
  const words = askingText(language);
  const site = siteOf(origin);
  const caption = words.listNote(site, writeTypedCode(code, 4));
  return { content: origin + answerPlace({ code }), caption, alt: words.qrAlt(site) };
}

function siteOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '') + codePlace({});
}
