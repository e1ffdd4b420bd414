import { formatDay } from '../../../../kernel/format.ts';
import { type Language, readLanguage } from '../../../../kernel/language.ts';
import type { Postcard, PostcardsSpec } from '../../../../platform/documents/spec.ts';
import { type Workshop, writeCode } from '../rules/workshop.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { makePledgePlace } from '../urls.ts';

const ON_A_PAGE = 4;

/**
 * Cards for the first step: one with the name of each table, and blank ones to the end of the page. In the language of the
 * sheets where Grobund speaks it.
 */
export function pledgeCards(
  workshop: Workshop,
  tables: readonly string[],
  { language, origin }: { readonly language: Language; readonly origin: string },
): PostcardsSpec {
  const spoken = readLanguage(workshop.template.lang) ?? language;
  const { code } = workshop;
  const words = pledgeCardsText(spoken);
  const card = (table: string | null): Postcard => ({
    heading: words.heading,
    about: `${workshop.name}, ${formatDay(workshop.on, spoken)}`,
    questions: [
      table === null ? { text: words.table, lines: 1 } : { text: table, lines: 0 },
      { text: words.step, lines: 3 },
      { text: words.who, lines: 1 },
      { text: words.when, lines: 1, beside: true },
      { text: words.reach, lines: 1 },
    ],
    either: words.either,
    site: words.site(origin.replace(/^https?:\/\//, '')),
    code: writeCode(code),
    qr: { content: origin + makePledgePlace({ code }), alt: words.alt },
  });
  const last = tables.length % ON_A_PAGE;
  const blank = last === 0 && tables.length > 0 ? 0 : ON_A_PAGE - last;
  return {
    kind: 'postcards',
    language: spoken,
    title: words.papers,
    cards: [...tables.map(card), ...Array.from({ length: blank }, () => card(null))],
  };
}
