import { type Day, utc } from '../../kernel/day.ts';
import { formatDay, formatDayWithWeekday, monthOf, weekdayOf } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { formatOreFull } from '../../kernel/money.ts';
import { prepareCatalogue } from './catalogue.ts';
import { prepareChart, preparePairs, requireAlt } from './charts.ts';
import { paletteOf } from './palette.ts';
import { qrSvg, streetSvg } from './pictures.ts';
import { preparePlacemat } from './placemat.ts';
import type {
  Block,
  Brand,
  CardsSpec,
  Column,
  DocumentSpec,
  LetterSpec,
  ListSpec,
  MinutesSpec,
  PosterSpec,
  ReportSpec,
  SheetSpec,
} from './spec.ts';
import { LETTERS_PER_FILE } from './spec.ts';
import { text } from './text.ts';

/** Everything a template prints, already in words: the templates set type and know no language, date or amount. */
export function prepare(spec: DocumentSpec, brand: Brand): Record<string, unknown> {
  return {
    kind: spec.kind,
    title: requireTitle(spec),
    language: spec.language,
    words: wordsOf(spec.language),
    brand: prepareBrand(brand),
    ...prepareKind(spec, brand),
  };
}

function prepareKind(spec: DocumentSpec, brand: Brand): Record<string, unknown> {
  switch (spec.kind) {
    case 'letter':
      return { letters: [prepareLetter(spec)] };
    case 'letters':
      return { letters: requireOneFile(spec.letters).map(prepareLetter) };
    case 'report':
      return prepareReport(spec);
    case 'minutes':
      return prepareMinutes(spec);
    case 'poster':
      return preparePoster(spec, brand);
    case 'cards':
      return prepareCards(spec);
    case 'postcards':
      return {
        cards: spec.cards.map((card) => ({
          ...card,
          questions: card.questions.map((question) => ({ boxes: [], beside: false, ...question })),
          qr: prepareQr(card.qr),
        })),
      };
    case 'list':
      return prepareList(spec);
    case 'sheet':
      return prepareSheet(spec);
    case 'catalogue':
      return prepareCatalogue(spec, paletteOf(brand.colour));
    case 'placemat':
      return preparePlacemat(spec, paletteOf(brand.colour));
    case 'slip':
      return { ...spec, qr: prepareQr(spec.qr) };
  }
}

/** Text as paragraphs, so that an empty line stays one. */
function prepareSheet(sheet: SheetSpec): Record<string, unknown> {
  const aligned = (column: Column) => ({ title: column.title, align: column.align ?? 'left' });
  const parts = sheet.parts.map((part) => {
    if (part.kind === 'lines') return { ...part, columns: part.columns.map(aligned) };
    if (part.kind === 'choices') return part;
    return { ...part, fields: part.fields.map((field) => ({ ...field, text: field.text?.split(/\n+/) ?? null })) };
  });
  return { ...sheet, parts };
}

function requireOneFile(letters: readonly LetterSpec[]): readonly LetterSpec[] {
  if (letters.length > 0 && letters.length <= LETTERS_PER_FILE) return letters;
  throw new Error(`Cannot print ${letters.length} letters in one file: between 1 and ${LETTERS_PER_FILE}`);
}

function prepareBrand(brand: Brand): Record<string, unknown> {
  return {
    name: brand.name,
    address: brand.address,
    contact: [brand.telephone, brand.mail, brand.web].filter((line) => line !== null),
    logo: brand.logo && { kind: brand.logo.kind, alt: requireAlt(brand.logo.alt) },
    palette: paletteOf(brand.colour),
  };
}

function prepareLetter(letter: LetterSpec): Record<string, unknown> {
  const words = text(letter.language);
  return {
    title: requireTitle(letter),
    language: letter.language,
    large: letter.large ?? false,
    words: wordsOf(letter.language),
    recipient: letter.recipient.slice(0, 6),
    day: formatDay(letter.day, letter.language),
    caseNumber: letter.caseNumber && words.caseNumber(letter.caseNumber),
    body: prepareBlocks(letter.body, letter.language),
    greeting: letter.greeting,
    signatures: letter.signatures,
  };
}

function prepareReport(report: ReportSpec): Record<string, unknown> {
  const headings = report.body.filter((block) => block.kind === 'heading').length;
  return {
    subtitle: report.subtitle,
    foot: report.foot ?? null,
    day: formatDay(report.day, report.language),
    // Below five headings a table of contents is longer than the way it saves.
    contents: headings >= 5,
    body: prepareBlocks(report.body, report.language),
    letters: (report.letters ?? []).map(prepareLetter),
  };
}

function prepareMinutes(minutes: MinutesSpec): Record<string, unknown> {
  const { language } = minutes;
  const words = text(language);
  const facts = [
    [words.day, formatDayWithWeekday(minutes.day, language)],
    [words.time, minutes.time],
    [words.place, minutes.place],
    [words.present, minutes.present.join(', ')],
    [words.absent, minutes.absent.join(', ')],
  ].filter(([, value]) => value);
  return {
    facts,
    correction: minutes.correction && words.version(minutes.correction.version, minutes.correction.reason),
    items: minutes.items.map((item) => ({ ...item, body: prepareBlocks(underItem(item.body), language) })),
    signatures: minutes.signatures,
  };
}

/** An agenda item is itself a heading, so what stands inside it can at most be a subheading. */
function underItem(body: readonly Block[]): Block[] {
  return [
    { kind: 'heading', text: '' },
    ...body.map((block) => (block.kind === 'heading' ? { ...block, kind: 'subheading' as const } : block)),
  ];
}

function preparePoster(poster: PosterSpec, brand: Brand): Record<string, unknown> {
  const { day, language } = poster;
  return {
    language: poster.speaks ?? language,
    size: poster.size ?? 'a4',
    kicker: poster.kicker,
    date: day && {
      weekday: poster.speaks ? named(day, poster.speaks, { weekday: 'long' }) : weekdayOf(day, language),
      number: String(Number(day.slice(8))),
      month: poster.speaks ? named(day, poster.speaks, { month: 'long' }) : monthOf(day, language),
    },
    time: poster.time,
    place: poster.place,
    paragraphs: poster.paragraphs,
    picture: poster.picture ? { kind: poster.picture.kind, alt: requireAlt(poster.picture.alt) } : null,
    qr: poster.qr && { caption: poster.qr.caption, ...prepareQr(poster.qr) },
    contact: poster.contact,
    street: streetSvg(paletteOf(brand.colour)),
  };
}

/** The weekday or the month in a language that the site itself does not speak. */
function named(day: Day, language: string, part: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...part, timeZone: 'UTC' }).format(utc(day));
}

function prepareCards(spec: CardsSpec): Record<string, unknown> {
  return {
    cards: spec.cards.map((card) => {
      const language = card.language ?? spec.language;
      return { ...card, language, words: wordsOf(language), qr: card.qr && prepareQr(card.qr) };
    }),
  };
}

function prepareList(list: ListSpec): Record<string, unknown> {
  const words = text(list.language);
  return {
    day: formatDay(list.day, list.language),
    note: list.note,
    qr: list.qr ? { caption: list.qr.caption, ...prepareQr(list.qr) } : null,
    columns: list.columns.map((column) => ({ title: column.title, align: column.align ?? 'left' })),
    checkboxes: list.checkboxes,
    groups: list.groups.map((group) => ({
      ...group,
      count: list.counted === false ? '' : words.count(group.rows.length),
    })),
  };
}

/**
 * The blocks as print wants them: headings never skip a level (PDF/UA-1, 7.4.2), amounts are text.
 * A first subheading without a heading above it is printed as a heading.
 */
function prepareBlocks(blocks: readonly Block[], language: Language): Record<string, unknown>[] {
  const words = text(language);
  let underHeading = false;
  const prepared = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        underHeading = true;
        return { ...block };
      case 'subheading':
        return { ...block, kind: underHeading ? 'subheading' : 'heading' };
      case 'list':
        return { kind: 'list', items: block.items, numbered: block.numbered ?? false };
      case 'amounts':
        return {
          kind: 'table',
          caption: block.caption,
          columns: [
            { title: words.item, align: 'left' },
            { title: words.amount, align: 'right' },
          ],
          rows: block.rows.map((row) => [row.label, amountText(row.amount, language)]),
          total: block.total && [block.total.label, amountText(block.total.amount, language)],
        };
      case 'table':
        return {
          ...block,
          columns: block.columns.map((column) => ({ title: column.title, align: column.align ?? 'left' })),
          total: null,
        };
      case 'chart':
        return prepareChart(block, words.missing);
      case 'pairs':
        return preparePairs(block);
      case 'qr':
        return { kind: 'qr', caption: block.caption, ...prepareQr(block) };
      default:
        return { ...block };
    }
  });
  return prepared.filter((block) => !('text' in block && block.text === ''));
}

function prepareQr({ content, alt }: { readonly content: string; readonly alt: string }): { svg: string; alt: string } {
  return { svg: qrSvg(content), alt: requireAlt(alt) };
}

/** Kept on one line: "4.500,00 kr." must not break before "kr.". */
function amountText(amount: Parameters<typeof formatOreFull>[0], language: Language): string {
  return formatOreFull(amount, language).replace(' ', '\u00a0');
}

function wordsOf(language: Language): Record<string, string> {
  const words = text(language);
  return {
    pageOf: words.pageOf,
    contents: words.contents,
    decision: words.decision,
    code: words.code,
    noRows: words.noRows,
    cut: words.cut,
  };
}

function requireTitle(spec: { readonly title: string; readonly kind: string }): string {
  if (spec.title.trim() === '')
    throw new Error(`Cannot print a ${spec.kind} without a title: screen readers begin with it`);
  return spec.title;
}
