import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHEETS } from '../../engines/sheet/identity.ts';
import { layOut, type Paper, type SheetPage } from '../../engines/sheet/layout.ts';
import { layoutOf } from '../../engines/sheet/layout-json.ts';
import { readyMade } from '../../engines/sheet/ready-made.ts';
import { readTemplate, type SheetTemplate, type TemplateProblem, textsOf } from '../../engines/sheet/template.ts';
import { readLanguage } from '../../kernel/language.ts';
import { lettersNotDrawn } from '../../platform/documents/letters-drawn.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { unreadable } from '../read.ts';

const MOST_SETS = 500;
const HOUSE_COLOUR = '#2f6b4f';

export const printSheet: Command = {
  name: 'print-sheet',
  summary: 'Print paper placemats for a workshop: a PDF and its layout for each page',
  details:
    'Without --template: four ready-made themes in Danish. On A3 and A4 each theme has a sheet of its own, on A2 all share one.\n' +
    'Every sheet has a number of its own, which its markers carry; the same template gives the same numbers again.\n' +
    'Example: grobund print-sheet --template mine-temaer.json --count 12 --out ark',
  options: {
    template: {
      value: 'file',
      help: 'JSON: {"name", "lang", "themes": [{"id", "title", "options", "other", "notes"}]}',
    },
    count: { value: 'number', help: `How many sets, 1 to ${MOST_SETS} (1)` },
    out: { value: 'folder', help: 'Where to write; made if it is not there (the folder one stands in)' },
    paper: { value: 'size', help: 'a3, a2 or a4 (a3)' },
    house: { value: 'name', help: 'Who invites, as it stands on the sheet' },
    occasion: { value: 'text', help: 'The workshop and its day, as they stand on the sheet' },
    first: { value: 'number', help: `The number of the first sheet, 0 to ${SHEETS - 1}` },
  },
  json: true,
  async run(call) {
    const template = await templateFrom(call);
    const paper = paperFrom(call);
    const count = wholeFrom(call, 'count', 1, MOST_SETS) ?? 1;
    const first = wholeFrom(call, 'first', 0, SHEETS - 1) ?? numberFor(template, paper);
    const folder = call.file(call.option('out') ?? '.');
    const pages = pagesOf(template, paper, count, first);
    const letters = lettersNotDrawn(textsOf(template)).join('');
    if (letters !== '') call.say(`! No font here draws these letters, they stand as "?" on the paper: ${letters}`);
    await mkdir(folder, { recursive: true });
    const written: { layout: string; pdf: string; json: string }[] = [];
    for (const page of pages) written.push(await writePage(call, folder, page));
    call.say(`✔ ${pages.length} ${pages.length === 1 ? 'sheet' : 'sheets'} in ${folder}`);
    call.answer(written);
    return undefined;
  },
};

async function templateFrom(call: Call): Promise<SheetTemplate> {
  const name = call.option('template');
  if (name === undefined) return readyMade;
  const words = await readFile(call.file(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`${unreadable(`"${name}"`, error)}.`);
  });
  const template = readTemplate(jsonIn(name, words));
  if (template.ok) return template.value;
  throw new WrongUse(`"${name}" is no template. ${template.refusal.slice(0, 5).map(sentenceOf).join(' ')}`);
}

function jsonIn(name: string, words: string): unknown {
  try {
    return JSON.parse(words.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new WrongUse(`"${name}" is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

const COMPLAINTS: Record<TemplateProblem['code'], string> = {
  'not-text': 'must be text',
  'not-a-list': 'must be a list',
  'not-an-object': 'must be an object',
  'not-a-count': 'must be a small whole number',
  'same-id': 'is used twice',
  empty: 'is empty',
  'too-long': 'is too long',
};

function sentenceOf({ at, code }: TemplateProblem): string {
  return `${at || 'The file'} ${COMPLAINTS[code]}.`;
}

function paperFrom(call: Call): Paper {
  const paper = (call.option('paper') ?? 'a3').toLowerCase();
  if (paper === 'a2' || paper === 'a3' || paper === 'a4') return paper;
  throw new WrongUse(`--paper is a3, a2 or a4, not "${paper}".`);
}

function wholeFrom(call: Call, name: string, least: number, most: number): number | null {
  const given = call.option(name);
  if (given === undefined) return null;
  if (/^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most) return Number(given);
  throw new WrongUse(`--${name} is a whole number from ${least} to ${most}, not "${given}".`);
}

/** The same sheet printed again has the same number; another has another, as good as always. */
function numberFor(template: SheetTemplate, paper: Paper): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([template, paper]))
    .digest();
  return digest.readUInt32BE(0) % SHEETS;
}

function pagesOf(template: SheetTemplate, paper: Paper, count: number, first: number): readonly SheetPage[] {
  const pages: SheetPage[] = [];
  while (pages.length < count * pagesInSet(template, paper)) {
    const set = layOut(template, paper, (at) => (first + pages.length + at) % SHEETS);
    if (!set.ok) {
      const themes = set.refusal.map(({ theme }) => `"${theme}"`).join(', ');
      throw new WrongUse(`${paper.toUpperCase()} has no room for all the options of ${themes}.`);
    }
    pages.push(...set.value);
  }
  return pages;
}

function pagesInSet(template: SheetTemplate, paper: Paper): number {
  return paper === 'a2' ? 1 : template.themes.length;
}

async function writePage(
  call: Call,
  folder: string,
  page: SheetPage,
): Promise<{ layout: string; pdf: string; json: string }> {
  const layout = `${page.paper}-${String(page.sheet).padStart(5, '0')}`;
  const qr = `GROBUND/${page.sheet}`;
  const pdf = await renderPdf(
    {
      kind: 'placemat',
      language: readLanguage(page.lang) ?? 'en',
      title: page.heading.text,
      occasion: call.option('occasion') ?? '',
      pages: [{ layout: page, qr }],
    },
    {
      name: call.option('house') ?? 'Grobund',
      colour: HOUSE_COLOUR,
      logo: null,
      address: [],
      telephone: null,
      mail: null,
      web: null,
    },
  );
  if (!pdf.ok) throw new Error('This machine cannot make PDF: see "grobund doctor".');
  const paths = { pdf: join(folder, `${layout}.pdf`), json: join(folder, `${layout}.json`) };
  await writeFile(paths.pdf, pdf.value);
  await writeFile(paths.json, `${JSON.stringify(layoutOf(page, layout, qr), null, 2)}\n`);
  return { layout, ...paths };
}
