import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

/** What is asked on a sheet, as a workshop writes it. */
export interface SheetTemplate {
  readonly name: string;
  /** A BCP 47 language tag: "da", "en", "ar". */
  readonly lang: string;
  readonly themes: readonly Theme[];
}

export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly options: readonly Option[];
  /** Boxes with a line for one's own words. */
  readonly other: number;
  /** Fields to write in. */
  readonly notes: number;
  /** Supplementary questions, each with a field to answer in. */
  readonly questions?: readonly Option[];
}

export interface Option {
  readonly id: string;
  readonly text: string;
}

/** Where in the file, and what is wrong with it. */
export interface TemplateProblem {
  /** "themes[2].options[0].text"; the empty string is the whole file. */
  readonly at: string;
  readonly code: 'not-text' | 'not-a-list' | 'not-an-object' | 'not-a-count' | 'same-id' | 'empty' | 'too-long';
}

const LONGEST = { name: 120, id: 40, title: 120, text: 200 };
const MOST = { themes: 12, options: 40, other: 6, notes: 4, questions: 4 };

/** Any JSON as a template, or everything that is wrong with it. */
export function readTemplate(json: unknown): Outcome<SheetTemplate, readonly TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  const template = templateIn(json, problems);
  return problems.length > 0 ? refused(problems) : ok(template);
}

/** Every word of it that is printed. */
export function textsOf({ name, themes }: SheetTemplate): readonly string[] {
  const asked = themes.flatMap(({ title, options, questions = [] }) => [
    title,
    ...[...options, ...questions].map(({ text }) => text),
  ]);
  return [name, ...asked];
}

function templateIn(json: unknown, problems: TemplateProblem[]): SheetTemplate {
  const file = objectAt('', json, problems);
  const template = {
    name: textAt('name', file.name, LONGEST.name, problems),
    lang: textAt('lang', file.lang ?? 'da', LONGEST.id, problems),
    themes: listAt('themes', file.themes, MOST.themes, problems, themeAt),
  };
  if (problems.length === 0) problems.push(...clashesIn(template));
  return template;
}

/**
 * Names that two things on the sheets would share: "a" with an option "b.c" and "a.b" with "c", or an option "other1" beside
 * the first line for one's own words.
 */
function clashesIn({ themes }: SheetTemplate): readonly TemplateProblem[] {
  const named = themes.flatMap((theme, at) =>
    (['options', 'questions'] as const).flatMap((kind) =>
      (theme[kind] ?? []).map(({ id }, nth) => ({ at: `themes[${at}].${kind}[${nth}].id`, id: `${theme.id}.${id}` })),
    ),
  );
  const numbered = themes.flatMap(({ id, other, notes }) => [
    ...Array.from({ length: other }, (_, at) => `${id}.other${at + 1}`),
    ...Array.from({ length: notes }, (_, at) => `${id}.note${at + 1}`),
  ]);
  const taken = new Set(numbered);
  return named.flatMap(({ at, id }) => {
    if (taken.has(id)) return [{ at, code: 'same-id' as const }];
    taken.add(id);
    return [];
  });
}

function themeAt(at: string, json: unknown, problems: TemplateProblem[]): Theme {
  const theme = objectAt(at, json, problems);
  return {
    id: textAt(`${at}.id`, theme.id, LONGEST.id, problems),
    title: textAt(`${at}.title`, theme.title, LONGEST.title, problems),
    options: listAt(`${at}.options`, theme.options, MOST.options, problems, optionAt),
    other: countAt(`${at}.other`, theme.other ?? 0, MOST.other, problems),
    notes: countAt(`${at}.notes`, theme.notes ?? 0, MOST.notes, problems),
    ...(theme.questions === undefined
      ? {}
      : { questions: listAt(`${at}.questions`, theme.questions, MOST.questions, problems, optionAt) }),
  };
}

function optionAt(at: string, json: unknown, problems: TemplateProblem[]): Option {
  const option = objectAt(at, json, problems);
  return {
    id: textAt(`${at}.id`, option.id, LONGEST.id, problems),
    text: textAt(`${at}.text`, option.text, LONGEST.text, problems),
  };
}

function objectAt(at: string, json: unknown, problems: TemplateProblem[]): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  problems.push({ at, code: 'not-an-object' });
  return {};
}

function textAt(at: string, json: unknown, longest: number, problems: TemplateProblem[]): string {
  const text = typeof json === 'string' || typeof json === 'number' ? String(json).trim() : null;
  if (text === null) problems.push({ at, code: 'not-text' });
  else if (text === '') problems.push({ at, code: 'empty' });
  else if (text.length > longest) problems.push({ at, code: 'too-long' });
  return text ?? '';
}

function countAt(at: string, json: unknown, most: number, problems: TemplateProblem[]): number {
  if (Number.isInteger(json) && Number(json) >= 0 && Number(json) <= most) return Number(json);
  problems.push({ at, code: 'not-a-count' });
  return 0;
}

function listAt<Item extends { readonly id: string }>(
  at: string,
  json: unknown,
  most: number,
  problems: TemplateProblem[],
  read: (at: string, json: unknown, problems: TemplateProblem[]) => Item,
): readonly Item[] {
  if (!Array.isArray(json)) {
    problems.push({ at, code: 'not-a-list' });
    return [];
  }
  if (json.length === 0 && at === 'themes') problems.push({ at, code: 'empty' });
  if (json.length > most) problems.push({ at, code: 'too-long' });
  const items = json.slice(0, most).map((item, index) => read(`${at}[${index}]`, item, problems));
  for (const [index, { id }] of items.entries())
    if (items.findIndex((item) => item.id === id) < index) problems.push({ at: `${at}[${index}].id`, code: 'same-id' });
  return items;
}
