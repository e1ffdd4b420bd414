import type { Role } from '../../../kernel/actor.ts';
import { type Day, readDay } from '../../../kernel/day.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import { readDate } from '../../../kernel/written-values.ts';

/** What somebody is let in as. A chair is a member of the board whose constitution names them. */
export const POSTS = [
  'secretariat',
  'consultant',
  'finance',
  'operations',
  'organisation_chair',
  'organisation_member',
  'department_chair',
  'department_member',
] as const;
export type Post = (typeof POSTS)[number];

const ROLE: Readonly<Record<Post, Role>> = {
  secretariat: 'secretariat',
  consultant: 'consultant',
  finance: 'finance',
  operations: 'operations',
  organisation_chair: 'organisation_board',
  organisation_member: 'organisation_board',
  department_chair: 'board_member',
  department_member: 'board_member',
};

export function roleOfPost(post: Post): Role {
  return ROLE[post];
}

export function isChair(post: Post): boolean {
  return post === 'organisation_chair' || post === 'department_chair';
}

export function ofDepartment(post: Post): boolean {
  return post === 'department_chair' || post === 'department_member';
}

/** A board has an odd number of seats, as the law has it; so one may stand empty. */
export function seatsFor(members: number): number {
  return members % 2 === 0 ? members + 1 : members;
}

/** The department that a list names by its number or its name: "7", "007", "Afd. 7", "Kærhaven". */
export function departmentNamed<T extends { readonly number: string; readonly name: string }>(
  places: readonly T[],
  written: string,
): T | null {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(afdeling|afd)\.?\s*/, '')
      .replace(/^0+(?=\d)/, '')
      .trim();
  const wanted = bare(written);
  return places.find(({ number, name }) => bare(number) === wanted || bare(name) === wanted) ?? null;
}

/** One line of the list: who, how they are reached, and as what. */
export interface Line {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly post: Post;
  /** Number or name of the department, as written; empty for the whole organisation. */
  readonly department: string;
  readonly until: Day | null;
}

export type LineProblem = 'name' | 'email' | 'post' | 'department' | 'day' | 'reach';

/** What stands in the way of a line, counted from 0. */
export interface LineRefusal {
  readonly line: number;
  readonly problem: LineProblem | 'phone' | 'unknown_department' | 'registered' | 'conflict' | 'board';
}

/** What a list may call each post, in small letters. */
const WAYS: readonly (readonly [RegExp, Post])[] = [
  [/^(secretariat|sekretariat(et)?|sekretær|direktør|administration|kontor(et)?)$/, 'secretariat'],
  [/^(consultant|(beboer|bolig(sociale?)? ?)?(konsulent|rådgiver|medarbejder)|bolig(social)?konsulent)$/, 'consultant'],
  [/^(finance|økonomi|regnskab|bogholder(i)?|økonomimedarbejder)$/, 'finance'],
  [/^(operations|drift|ejendomsmester|varmemester|driftsleder|vicevært|gårdmand)$/, 'operations'],
  [
    /^(organisation_chair|formand( for)? (organisationsbestyrelsen|ob)|organisationsformand|ob[- ]formand)$/,
    'organisation_chair',
  ],
  [
    /^(organisation_member|organisationsbestyrelse(n)?|medlem af organisationsbestyrelsen|ob|ob[- ]medlem)$/,
    'organisation_member',
  ],
  [
    /^(department_chair|formand|afdelingsformand|formand( for)? afdelingsbestyrelsen|afd\.? ?formand)$/,
    'department_chair',
  ],
  [
    /^(department_member|afdelingsbestyrelse(n)?|bestyrelsesmedlem|afdelingsbestyrelsesmedlem|medlem|bestyrelse)$/,
    'department_member',
  ],
];

export function readPost(written: string): Post | null {
  const word = written.toLowerCase().replace(/\s+/g, ' ').trim();
  return WAYS.find(([ways]) => ways.test(word))?.[1] ?? null;
}

/** What a column of a list of people may be called, the surest first; small letters and no signs. */
const COLUMNS = {
  name: ['navn', 'name', 'fuldenavn', 'fornavnogefternavn'],
  email: ['mail', 'email', 'emailadresse', 'mailadresse', 'epost'],
  phone: ['telefon', 'mobil', 'tlf', 'tlfnr', 'mobilnr', 'phone'],
  post: ['rolle', 'post', 'stilling', 'funktion', 'role'],
  department: ['afdeling', 'afd', 'afdnr', 'department'],
  until: ['valgttil', 'til', 'periodetil', 'udl\u00f8ber', 'until'],
} as const satisfies Record<keyof Line, readonly string[]>;
const FIELDS = Object.keys(COLUMNS) as (keyof Line)[];

/** A table becomes lines as a person would type them: `navn; mail; telefon; rolle; afdeling; valgt til`. */
export function linesOfTable(rows: readonly { readonly cells: readonly string[] }[]): string {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const heading = rows.findIndex(({ cells }) => cells.map(bare).some((one) => COLUMNS.name.includes(one as 'navn')));
  const names = (rows[heading]?.cells ?? []).map(bare);
  const at = (field: keyof Line) => {
    const found = COLUMNS[field].map((name) => names.indexOf(name)).find((one) => one >= 0);
    return heading < 0 ? FIELDS.indexOf(field) : (found ?? -1);
  };
  const tidy = (text: string | undefined) => (text ?? '').replaceAll(';', ',').replace(/\s+/g, ' ').trim();
  return rows
    .slice(heading + 1)
    .map(({ cells }) => FIELDS.map((field) => tidy(cells[at(field)])))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.join('; ').replace(/(; )+$/, ''))
    .join('\n');
}

/** As in a mail's own rules. Asked first, since a very long one would only cost time. */
const LONGEST_MAIL = 254;
const MAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/;

/** `Karen Mose; karen@example.dk; 12345678; sekretariat` as a line, or the first thing that is wrong with it. */
export function readLine(written: string): Outcome<Line, LineProblem> {
  const [name = '', email = '', phone = '', post = '', department = '', until = ''] = written
    .split(';')
    .map((part) => part.trim());
  if (name === '' || !/\p{L}/u.test(name)) return refused('name');
  if (email.length > LONGEST_MAIL || (email !== '' && !MAIL.test(email))) return refused('email');
  const found = readPost(post);
  if (!found) return refused('post');
  if (ofDepartment(found) && department === '') return refused('department');
  const day = until === '' ? null : (readDay(until) ?? readDate(until));
  if (until !== '' && !day) return refused('day');
  if (email === '' && phone === '') return refused('reach');
  return ok({ name, email: email.toLowerCase(), phone, post: found, department, until: day });
}

/** Every line of a list, or the first that is wrong. */
export function readLines(written: string): Outcome<readonly Line[], LineRefusal> {
  const lines: Line[] = [];
  for (const [at, line] of writtenLines(written).entries()) {
    const read = readLine(line);
    if (!read.ok) return refused({ line: at, problem: read.refusal });
    lines.push(read.value);
  }
  return ok(lines);
}

/** The lines with something in them. */
export function writtenLines(written: string): readonly string[] {
  return written.split('\n').filter((line) => line.replaceAll(';', '').trim() !== '');
}
