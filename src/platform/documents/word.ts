import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  FrameAnchorType,
  FrameWrap,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { formatDay, formatDayWithWeekday } from '../../kernel/format.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { Brand, LetterSpec, MinutesSpec, ReportSpec } from './spec.ts';
import { text } from './text.ts';
import { callout, logoRun, NUMBERING, signatureLines, wordBlocks } from './word-blocks.ts';

type WordSpec = LetterSpec | MinutesSpec | ReportSpec;

/** What a browser is told that a Word file is. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The same letter, minutes or report as a Word file (.docx) for those who want to edit: headings, header rows, title and language. */
export async function renderWord(spec: WordSpec, brand: Brand): Promise<Uint8Array> {
  const palette = paletteOf(brand.colour);
  const sizes = spec.kind === 'letter' && spec.large ? LARGE : NORMAL;
  const children = await partsOf(spec, sizes, brand, palette);
  const document = new Document({
    title: spec.title,
    creator: brand.name,
    styles: stylesOf(spec, sizes, palette),
    numbering: {
      config: [
        {
          reference: NUMBERING,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        footers: { default: footerOf(spec, sizes, brand) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const mm = convertMillimetersToTwip;
const A4 = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(18), bottom: mm(22), left: mm(20), right: mm(20) };

/** In half points, as Word counts. */
interface Sizes {
  readonly text: number;
  readonly headings: readonly [number, number, number];
  readonly sender: number;
  readonly facts: number;
  readonly footer: number;
}
const NORMAL: Sizes = { text: 22, headings: [34, 27, 23], sender: 18, facts: 19, footer: 17 };
/** 18 points for a reader who sees badly; as in the PDF. */
const LARGE: Sizes = { text: 36, headings: [50, 42, 37], sender: 24, facts: 28, footer: 28 };
const WINDOW_SIZE = 22;

function partsOf(spec: WordSpec, sizes: Sizes, brand: Brand, palette: Palette): Promise<(Paragraph | Table)[]> {
  switch (spec.kind) {
    case 'letter':
      return letterParts(spec, sizes, brand, palette);
    case 'minutes':
      return minutesParts(spec, brand, palette);
    case 'report':
      return reportParts(spec, brand, palette);
  }
}

async function reportParts(report: ReportSpec, brand: Brand, palette: Palette): Promise<(Paragraph | Table)[]> {
  const { language } = report;
  return [
    new Paragraph({
      children: [
        ...(await logoRun(brand.logo)),
        new TextRun({
          text: `${brand.name}  ·  ${formatDay(report.day, language)}`,
          bold: true,
          size: 19,
          ...(brand.logo ? { break: 1 } : {}),
        }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: report.title }),
    ...(report.subtitle ? [new Paragraph({ text: report.subtitle })] : []),
    ...(await wordBlocks(report.body, { language, palette })),
  ];
}

async function letterParts(
  letter: LetterSpec,
  sizes: Sizes,
  brand: Brand,
  palette: Palette,
): Promise<(Paragraph | Table)[]> {
  const { language } = letter;
  const facts = [
    formatDay(letter.day, language),
    ...(letter.caseNumber ? [text(language).caseNumber(letter.caseNumber)] : []),
  ];
  const sender = [...brand.address, brand.telephone, brand.mail, brand.web].filter((line) => line !== null);
  return [
    new Paragraph({
      frame: frameAt(126, 18, 64, 36),
      children: [
        ...(await logoRun(brand.logo)),
        new TextRun({
          text: brand.name,
          bold: true,
          size: 26,
          color: palette.ink.slice(1),
          ...(brand.logo ? { break: 1 } : {}),
        }),
        ...sender.map((line) => new TextRun({ text: line, break: 1, size: sizes.sender })),
      ],
    }),
    // The same place as in the PDF: inside the windows of C5 and C6/5 envelopes.
    new Paragraph({
      frame: frameAt(20, 46, 85, 24),
      children: letter.recipient
        .slice(0, 6)
        .map((line, index) => new TextRun({ text: line, size: WINDOW_SIZE, ...(index > 0 ? { break: 1 } : {}) })),
    }),
    new Paragraph({
      frame: frameAt(126, 76, 64, 10),
      children: facts.map(
        (line, index) => new TextRun({ text: line, size: sizes.facts, ...(index > 0 ? { break: 1 } : {}) }),
      ),
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: letter.title, spacing: { before: mm(76), after: 200 } }),
    ...(await wordBlocks(letter.body, { language, palette })),
    ...(letter.greeting ? [new Paragraph({ text: letter.greeting, spacing: { before: 320 }, keepNext: true })] : []),
    ...signatureLines(letter.signatures),
  ];
}

async function minutesParts(minutes: MinutesSpec, brand: Brand, palette: Palette): Promise<(Paragraph | Table)[]> {
  const { language } = minutes;
  const words = text(language);
  const facts = [
    [words.day, formatDayWithWeekday(minutes.day, language)],
    [words.time, minutes.time],
    [words.place, minutes.place],
    [words.present, minutes.present.join(', ')],
    [words.absent, minutes.absent.join(', ')],
  ].filter(([, value]) => value);
  const parts: (Paragraph | Table)[] = [
    new Paragraph({
      children: [
        ...(await logoRun(brand.logo)),
        new TextRun({ text: brand.name, bold: true, size: 19, ...(brand.logo ? { break: 1 } : {}) }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: minutes.title }),
  ];
  if (minutes.correction)
    parts.push(new Paragraph({ text: words.version(minutes.correction.version, minutes.correction.reason) }));
  for (const [name, value] of facts)
    parts.push(
      new Paragraph({
        children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value ?? '')],
        spacing: { after: 40 },
      }),
    );
  for (const [index, item] of minutes.items.entries()) {
    parts.push(new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${index + 1}. ${item.title}` }));
    const body = item.body.map((block) =>
      block.kind === 'heading' ? { ...block, kind: 'subheading' as const } : block,
    );
    parts.push(...(await wordBlocks(body, { language, palette })));
    if (item.decision) parts.push(callout(words.decision, item.decision, palette));
  }
  return [...parts, ...signatureLines(minutes.signatures)];
}

function frameAt(x: number, y: number, width: number, height: number) {
  return {
    type: 'absolute',
    position: { x: mm(x), y: mm(y) },
    width: mm(width),
    height: mm(height),
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.AROUND,
  } as const;
}

function stylesOf(spec: WordSpec, sizes: Sizes, palette: Palette) {
  const [first, second, third] = sizes.headings;
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: palette.ink.slice(1), font: FONT },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: sizes.text,
          color: '2a2621',
          language: { value: spec.language === 'da' ? 'da-DK' : 'en-GB' },
        },
        paragraph: { spacing: { after: 140, line: 290 } },
      },
      heading1: heading(first, 0),
      heading2: heading(second, 320),
      heading3: heading(third, 240),
    },
  };
}

// Word replaces a font that the reader lacks by itself; Calibri is there wherever Word is, Nunito is not.
const FONT = 'Calibri';

function footerOf(spec: WordSpec, sizes: Sizes, brand: Brand): Footer {
  const [before = '', between = '', after = ''] = text(spec.language).pageOf.split(/\{pages?\}/);
  const foot = spec.kind === 'report' && spec.foot ? `${spec.foot}  ·  ` : '';
  const children = [`${brand.name}  ·  ${foot}${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [new Paragraph({ children: [new TextRun({ children, size: sizes.footer, color: '5d554a' })] })],
  });
}
