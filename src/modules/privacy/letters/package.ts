import type { Role } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Block, ReportSpec } from '../../../platform/documents/spec.ts';
import { roleName } from '../../housing/public.ts';
import { isTime, readableFields, type Section } from '../rules/package.ts';
import { columnWords, packageText } from '../text/package.ts';

/** The copy as a machine reads it (GDPR art. 20): table by table, as it is kept. */
export function packageJson(sections: readonly Section[], made: { readonly name: string; readonly now: Date }): string {
  const tables = sections.map(({ activity, holding, rows, written }) => ({
    table: holding.table,
    called: holding.called,
    heading: activity.name,
    purpose: activity.purpose,
    basis: activity.basis,
    rows,
    ...(written.length > 0 ? { writtenByYouElsewhere: written } : {}),
  }));
  return `${JSON.stringify({ format: 'grobund-person-1', house: made.name, made: made.now.toISOString(), tables }, null, 2)}\n`;
}

/** At most so many of a kind on paper: the rest stands in the JSON. */
const MOST_ON_PAPER = 200;

/** The copy as a person reads it. */
export function packageDocument(
  sections: readonly Section[],
  made: { readonly language: Language; readonly day: Day; readonly name: string; readonly house: string },
): ReportSpec {
  const { language } = made;
  const words = packageText(language);
  return {
    kind: 'report',
    language,
    title: words.title,
    subtitle: made.name,
    day: made.day,
    foot: words.foot(made.house),
    body: [
      { kind: 'paragraph', text: words.intro(made.house) },
      { kind: 'paragraph', text: words.rest },
      ...headings(sections, language),
      { kind: 'heading', text: words.rights },
      { kind: 'list', items: words.rightsText },
    ],
  };
}

function headings(sections: readonly Section[], language: Language): readonly Block[] {
  const blocks: Block[] = [];
  let heading = '';
  for (const section of sections) {
    const inside = oneTable(section, language);
    if (inside.length === 0) continue;
    if (section.activity.key !== heading) {
      heading = section.activity.key;
      const { name, purpose, basis } = section.activity;
      blocks.push({ kind: 'heading', text: name[language] });
      blocks.push({ kind: 'paragraph', text: `${purpose[language]} ${packageText(language).basis(basis[language])}` });
    }
    blocks.push({ kind: 'subheading', text: section.holding.called[language] }, ...inside);
  }
  return blocks;
}

type Fields = ReturnType<typeof readableFields>;

function oneTable({ holding, rows, written }: Section, language: Language): readonly Block[] {
  const words = packageText(language);
  const read = [...rows, ...written].map((row) => readableFields(holding, row)).filter((fields) => fields.length > 0);
  if (read.length === 0) return [];
  const telling = read.filter((fields) => !saysOnlyWhen(fields));
  const items = telling.map((fields) =>
    fields.map(([column, value]) => `${columnWords(column, language)}: ${shown(column, value, language)}`).join('. '),
  );
  const lines = [...countedOnce(items, words.times), ...whenOnly(read.filter(saysOnlyWhen), language)];
  const more = lines.length - MOST_ON_PAPER;
  const list: Block = { kind: 'list', items: lines.slice(0, MOST_ON_PAPER) };
  return more > 0 ? [list, { kind: 'paragraph', text: words.more(more) }] : [list];
}

function saysOnlyWhen(fields: Fields): boolean {
  const [first, ...more] = fields;
  return first !== undefined && more.length === 0 && isTime(...first);
}

/** A list of bare days tells nobody anything: how many, from when to when, does. */
function whenOnly(rows: readonly Fields[], language: Language): readonly string[] {
  const days = rows.flatMap((fields) => fields.map(([, value]) => dayIn(value))).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  if (days.length > 1)
    return [packageText(language).between(days.length, formatDay(first, language), formatDay(last, language))];
  return rows.flatMap((fields) =>
    fields.map(([column, value]) => `${columnWords(column, language)}: ${shown(column, value, language)}`),
  );
}

function dayIn(value: string): Day {
  return value.length === 10 ? (value as Day) : dayOf(new Date(value));
}

/** Rows that read alike are one line with how many there are. */
function countedOnce(items: readonly string[], times: (count: number) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => (count === 1 ? item : `${item} (${times(count)})`));
}

/** Days as people write them; texts on one line. */
function shown(column: string, value: string, language: Language): string {
  if (isTime(column, value)) return formatDay(dayIn(value), language);
  if (column === 'role') return roleName(value as Role, language);
  return value.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
