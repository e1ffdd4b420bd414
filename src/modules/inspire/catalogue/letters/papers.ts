import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOreFull } from '../../../../kernel/money.ts';
import type { CatalogueCardSpec, CatalogueSpec } from '../../../../platform/documents/catalogue.ts';
import { CATEGORIES, type Card, readIn } from '../rules/card.ts';
import { smallestFirst } from '../rules/taking.ts';
import { costText, monthsText, timeText } from '../text/amounts.ts';
import { catalogueText } from '../text/catalogue.ts';
import { papersText } from '../text/papers.ts';
import { voicesText } from '../text/voices.ts';
import { cardPlace } from '../urls.ts';

interface Paper {
  readonly language: Language;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
  /** What the caretakers say to it wherever it is done. */
  readonly remarks?: readonly string[];
}

/** One card on an A4 page to hang up, or on a poster of A2. */
export function cardPaper(card: Card, size: 'a4' | 'a2', paper: Paper): CatalogueSpec {
  const { language, origin } = paper;
  const words = papersText(language);
  const site = origin.replace(/^https?:\/\//, '');
  const kicker = size === 'a2' ? words.posterKicker : words.kicker;
  const one = onPaper(card, language, `${kicker} · ${catalogueText(language).category[card.category]}`, paper.remarks);
  return {
    kind: 'catalogue',
    language,
    title: one.title,
    size,
    cover: null,
    groups: [
      {
        heading: '',
        cards: [
          {
            ...one,
            qr: {
              content: origin + cardPlace({ id: card.id }),
              alt: words.qrAlt,
              heading: words.take,
              words: words.takeHow(site),
            },
          },
        ],
      },
    ],
  };
}

/** The whole catalogue as it stood: an annex to the strategy. */
export function editionPaper(
  edition: { readonly number: number; readonly on: Day; readonly foreword: string },
  cards: readonly Card[],
  language: Language,
): CatalogueSpec {
  const words = papersText(language);
  const list = catalogueText(language);
  const day = formatDay(edition.on, language);
  const together = cards.filter(({ doneBy }) => doneBy !== 'resident');
  const groups = [
    ...CATEGORIES.map((category) => ({
      heading: list.category[category] ?? '',
      cards: together.filter((card) => card.category === category),
    })),
    { heading: words.atHome, cards: cards.filter(({ doneBy }) => doneBy === 'resident') },
  ];
  return {
    kind: 'catalogue',
    language,
    title: words.editionTitle,
    size: 'a4',
    cover: {
      subtitle: words.editionSubtitle(edition.number, day),
      words: edition.foreword.split(/\n+/).filter(Boolean),
      foot: words.foot(edition.number, day),
    },
    groups: groups
      .filter((group) => group.cards.length > 0)
      .map((group) => ({
        heading: group.heading,
        cards: group.cards.map((card) => onPaper(card, language, list.category[card.category] ?? '')),
      })),
  };
}

function onPaper(card: Card, language: Language, kicker: string, remarks: readonly string[] = []): CatalogueCardSpec {
  const read = readIn(card, language);
  const words = catalogueText(language);
  const alone = card.doneBy === 'resident';
  const ask = [
    ...(card.needsMeeting ? [words.needsMeeting] : []),
    ...(card.needsOperations ? [words.needsOperations] : []),
    ...(read.permissions ? [read.permissions] : []),
  ];
  const amount = (ore: Card['cost']) => formatOreFull(ore, language).replace(' ', '\u00a0');
  return {
    title: read.title,
    kicker,
    what: read.what,
    why: read.why,
    facts: [
      [words.cost, costText(language, card.cost)],
      [words.time, timeText(language, card.minutes)],
      [words.when, monthsText(language, card.months)],
      [words.where, words.setting[card.setting] ?? ''],
      ...(alone
        ? []
        : [
            [words.hands, words.handsCount(card.helpers)] as const,
            [words.for, words.forCount(card.participants)] as const,
          ]),
    ],
    steps: { heading: alone ? words.stepsAlone : words.steps, items: read.steps },
    tasks: {
      heading: words.tasks,
      items: smallestFirst(read.tasks).map((task) => [timeText(language, task.minutes), task.says] as const),
    },
    lists: [
      { heading: words.needs, items: read.needs },
      { heading: words.whoHelps, items: read.whoHelps && !alone ? [read.whoHelps] : [] },
      { heading: words.permissions, items: ask },
      { heading: voicesText(language).remarks, items: remarks },
      { heading: words.tips, items: read.tips },
    ],
    budget: {
      heading: words.budget,
      rows: read.budget.map((line) => [line.what, amount(line.amount)] as const),
      total: read.budget.length > 1 ? [words.sum, amount(card.cost)] : null,
    },
    qr: null,
  };
}
