import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import sharp from 'sharp';
import type { Language } from '../../kernel/language.ts';
import { formatOreFull } from '../../kernel/money.ts';
import { pairRows } from './charts.ts';
import type { Palette } from './palette.ts';
import { qrSvg } from './pictures.ts';
import type { Block, Brand, Signature } from './spec.ts';
import { text } from './text.ts';

/** Word's reference to the numbering that `renderWord` declares. */
export const NUMBERING = 'numbered';

interface Look {
  readonly language: Language;
  readonly palette: Palette;
}

/** The blocks of a letter or of minutes as Word paragraphs and tables, with real headings, lists and header rows. */
export async function wordBlocks(blocks: readonly Block[], look: Look): Promise<(Paragraph | Table)[]> {
  const parts: (Paragraph | Table)[] = [];
  let lists = 0;
  for (const block of blocks) {
    if (block.kind === 'list' && block.numbered) lists++;
    parts.push(...(await wordBlock(block, look, lists)));
  }
  return parts;
}

async function wordBlock(block: Block, look: Look, list: number): Promise<(Paragraph | Table)[]> {
  const words = text(look.language);
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, text: block.text })];
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'list':
      return block.items.map((item) => listItem(item, block.numbered ? list : null));
    case 'amounts': {
      const all = block.total ? [...block.rows, block.total] : block.rows;
      const rows = all.map((row) => [row.label, formatOreFull(row.amount, look.language)]);
      return tableWith(block.caption, [words.item, words.amount], rows, [1], look.palette, block.total !== null);
    }
    case 'table': {
      const right = block.columns.flatMap((column, index) => (column.align === 'right' ? [index] : []));
      return tableWith(
        block.caption,
        block.columns.map((column) => column.title),
        block.rows,
        right,
        look.palette,
        false,
      );
    }
    case 'chart': {
      // A person who edits wants the figures, not a picture of them.
      const rows = block.bars.map((bar) => [bar.label, bar.value === null ? words.missing : bar.shown]);
      return tableWith(`${block.caption}. ${block.alt}`, ['', block.unit], rows, [1], look.palette, false);
    }
    case 'pairs':
      return tableWith(block.caption, ['', ...block.names], pairRows(block), [1, 2], look.palette, false);
    case 'timeline':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_3, text: block.title }),
        new Paragraph({ text: block.note }),
        ...block.steps.map(({ when, text: said }) => listItem(`${when}: ${said}`, null)),
      ];
    case 'callout':
      return [callout(block.label, block.text, look.palette)];
    case 'qr':
      return [
        new Paragraph({ children: [await picture(qrSvg(block.content), 110, 110, block.alt)] }),
        new Paragraph({ text: block.caption }),
      ];
  }
}

/** The decision or the note, marked by its label, a bar and a tint: never by colour alone. */
export function callout(label: string, words: string, palette: Palette): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true, color: palette.ink.slice(1) }), new TextRun(words)],
    shading: { type: ShadingType.CLEAR, fill: palette.paper.slice(1) },
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: palette.fill.slice(1) } },
    spacing: { before: 160, after: 200 },
  });
}

export function signatureLines(signatures: readonly Signature[]): Paragraph[] {
  return signatures.flatMap(({ name, role }) => [
    new Paragraph({
      text: '',
      spacing: { before: 700 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '5d554a' } },
      indent: { right: 5200 },
      keepNext: true,
    }),
    new Paragraph({ children: [new TextRun({ text: name, bold: true }), new TextRun({ text: role, break: 1 })] }),
  ]);
}

/** The organisation's logo as a run, or nothing. Word reads no SVG everywhere, so every logo becomes PNG. */
export async function logoRun(logo: Brand['logo']): Promise<ImageRun[]> {
  if (!logo) return [];
  const image = sharp(logo.bytes, { density: 300 }).resize({ height: 180 }).png();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const width = Math.round((info.width / info.height) * 54);
  return [
    new ImageRun({
      type: 'png',
      data,
      transformation: { width, height: 54 },
      altText: { name: 'logo', description: logo.alt },
    }),
  ];
}

async function picture(svg: string, width: number, height: number, alt: string): Promise<ImageRun> {
  const data = await sharp(Buffer.from(svg), { density: 600 })
    .resize(width * 4, height * 4, { kernel: 'nearest' })
    .png()
    .toBuffer();
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    altText: { name: 'qr', description: alt },
  });
}

function listItem(item: string, instance: number | null): Paragraph {
  if (instance === null) return new Paragraph({ text: item, bullet: { level: 0 } });
  return new Paragraph({ text: item, numbering: { reference: NUMBERING, level: 0, instance } });
}

function tableWith(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  palette: Palette,
  lastIsTotal: boolean,
): (Paragraph | Table)[] {
  const cell = (words: string, column: number, bold: boolean, fill?: string) =>
    new TableCell({
      children: [
        new Paragraph({
          children: [new TextRun({ text: words, bold })],
          alignment: right.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0 },
        }),
      ],
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill } } : {}),
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: titles.map((title, column) => cell(title, column, true, palette.tint.slice(1))),
  });
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: row.map((words, column) => cell(words, column, lastIsTotal && index === rows.length - 1)),
      }),
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'd8cfc0' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const above = new Paragraph({
    children: [new TextRun({ text: caption, bold: true, color: palette.ink.slice(1) })],
    keepNext: true,
    spacing: { before: 200, after: 80 },
  });
  return [
    ...(caption === '' ? [] : [above]),
    new Table({
      rows: [header, ...body],
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: [...columnWidths(titles, rows)],
      borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
    }),
    new Paragraph({ text: '', spacing: { after: 0 } }),
  ];
}

/** As broad as A4 leaves between the margins, in twentieths of a point. */
const LINE = convertMillimetersToTwip(170);

/**
 * Columns share the line by what stands in them: all of a figure, and as much of a text as is good to read; of a title its
 * longest word.
 */
export function columnWidths(titles: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const wanted = titles.map((title, column) => {
    const letters = [...title.split(' '), ...rows.map((row) => row[column] ?? '')].map(({ length }) => length);
    return BESIDE + Math.min(MOST_LETTERS, Math.max(...letters));
  });
  const all = wanted.reduce((sum, letters) => sum + letters, 0);
  return wanted.map((letters) => Math.round((LINE * letters) / all));
}
/** In letters: the most that widen a column, and its margins with room for bold ones. */
const [MOST_LETTERS, BESIDE] = [34, 5];
