import {
  type Address,
  addressKey,
  buildingKey,
  readAddress,
  readDoor,
  readFloor,
  readHouseNumber,
  readPostcode,
} from '../../kernel/address.ts';
import type { Day } from '../../kernel/day.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { readDate, readNumber } from '../../kernel/written-values.ts';

/** What a column of an exported file can hold, in the order in which a person is asked. */
export const FIELDS = [
  'department_number',
  'department_name',
  'municipality',
  'number',
  'address',
  'street',
  'house_number',
  'letter',
  'floor',
  'door',
  'postcode',
  'city',
  'post_town',
  'kind',
  'rooms',
  'area',
  'from',
  'until',
] as const;
export type Field = (typeof FIELDS)[number];

/** Which column (from 0) holds which field. */
export type Columns = Partial<Record<Field, number>>;

/** The words that files use, and those that are written into what the file leaves open. */
export interface FileWords {
  /** What a column of each field may be called: lower case, letters and digits only; the surest first. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  /** "Afdeling", before the number of a department whose name the file does not tell. */
  readonly department: string;
  /** What stands after a number that another home has taken over. */
  readonly retired: string;
}

/** The name that the file's own heading gives a field; null when no column holds it, or the column has no name. */
export function headingOf(
  columns: Columns,
  fileColumns: readonly { readonly heading: string }[],
  field: Field,
): string | null {
  return fileColumns[columns[field] ?? -1]?.heading.trim() || null;
}

function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/²/g, '2')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which of the first rows is the heading, and what its columns hold as far as their names tell. */
export function guessColumns(
  rows: readonly { readonly cells: readonly string[] }[],
  headings: FileWords['headings'],
): { heading: number; columns: Columns } {
  const guesses = rows.slice(0, 20).map((row) => guessRow(row.cells, headings));
  const heading = guesses.reduce((best, one, at) => (size(one) > size(guesses[best] ?? {}) ? at : best), 0);
  return { heading, columns: numberOrName(guesses[heading] ?? {}, rows.slice(heading + 1, heading + 51)) };
}

function size(columns: Columns): number {
  return Object.keys(columns).length;
}

function guessRow(cells: readonly string[], headings: FileWords['headings']): Columns {
  const columns: Columns = {};
  const names = cells.map(bare);
  for (const field of FIELDS) {
    const at = headings[field].map((heading) => names.indexOf(heading)).find((column) => column >= 0);
    if (at !== undefined && !Object.values(columns).includes(at)) columns[field] = at;
  }
  return columns;
}

/** A column called "Afdeling" that holds numbers is the number. */
function numberOrName(columns: Columns, rows: readonly { readonly cells: readonly string[] }[]): Columns {
  const { department_name: at, ...rest } = columns;
  if (at === undefined || columns.department_number !== undefined) return columns;
  const numbers = rows.filter((row) => /^\d{1,6}$/.test(row.cells[at] ?? '')).length;
  return numbers > rows.length / 2 ? { ...rest, department_number: at } : columns;
}

/** What is missing before any row can be read. */
export function missingColumns(columns: Columns): Field[] {
  const has = (field: Field) => columns[field] !== undefined;
  const missing: Field[] = [];
  if (!has('department_number') && !has('department_name')) missing.push('department_number');
  if (!has('number')) missing.push('number');
  if (!has('address') && !(has('street') && has('house_number'))) missing.push('address');
  return missing;
}

export type HomeKind = 'family' | 'senior' | 'youth';

export interface ImportRow extends Address {
  readonly departmentNumber: string;
  /** Empty when the file does not tell. */
  readonly departmentName: string;
  readonly municipality: string;
  readonly number: string;
  readonly kind: HomeKind | null;
  readonly rooms: number | null;
  readonly areaM2: number | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly addressKey: string;
  readonly buildingKey: string;
}

const PROBLEMS = [
  'missing',
  'address_unreadable',
  'house_number_unreadable',
  'floor_unreadable',
  'door_unreadable',
  'postcode_unreadable',
  'postcode_missing',
  'kind_unknown',
  'not_a_home',
  'number_unreadable',
  'day_unreadable',
  'same_number',
  'same_address',
] as const;
export type ProblemKind = (typeof PROBLEMS)[number];

/** Why a row cannot come in. `value` is what stood there, or for doubles the row that had it first. */
export interface RowProblem {
  readonly field: Field;
  readonly value: string;
  readonly problem: ProblemKind;
}

const KINDS: readonly (readonly [RegExp, HomeKind])[] = [
  [
    /^(1?\d0 ?)?(almen )?(familie|familiebolig|familieboliger|fam|lejlighed|etagebolig|rækkehus|bolig|beboelse)$/,
    'family',
  ],
  [
    /^(almen )?(ældre|ældrebolig|ældreboliger|senior|seniorbolig|seniorbofællesskab|plejebolig|handicapbolig)$/,
    'senior',
  ],
  [/^(almen )?(ungdom|ungdomsbolig|ungdomsboliger|ung|kollegie|kollegium|kollegieværelse|studiebolig)$/, 'youth'],
];

const NO_HOMES =
  /^(erhverv|erhvervslejemål|garage|garager|carport|p ?plads|parkering|parkeringsplads|kælderrum|pulterrum|depot|institution|butik|have|antenne)/;

/** Which home a row is about, also when the rest of it cannot be read. */
export function homeOf(cells: readonly string[], columns: Columns): { departmentNumber: string; number: string } {
  const told = (field: Field) => cells[columns[field] ?? -1] ?? '';
  return { departmentNumber: told('department_number') || told('department_name'), number: told('number') };
}

/** One row of the file as a tenancy, or every reason why not. */
export function readRow(cells: readonly string[], columns: Columns): Outcome<ImportRow, RowProblem[]> {
  const problems: RowProblem[] = [];
  const told = (field: Field) => (columns[field] === undefined ? '' : (cells[columns[field] as number] ?? ''));
  const problem = (field: Field, kind: ProblemKind) => {
    problems.push({ field, value: told(field), problem: kind });
    return null;
  };
  const read = <T>(field: Field, reader: (text: string) => T | null, kind: ProblemKind): T | null =>
    told(field) === '' ? null : (reader(told(field)) ?? problem(field, kind));

  const departmentNumber = told('department_number') || told('department_name');
  const first = cells.find((cell) => cell !== '') ?? '';
  if (TOTAL.test(first)) return refused([{ field: 'number', value: first, problem: 'not_a_home' }]);
  if (departmentNumber === '')
    problem(columns.department_number === undefined ? 'department_name' : 'department_number', 'missing');
  if (told('number') === '') problem('number', 'missing');
  const kind = readKind(told('kind'));
  if (kind === 'no_home') problem('kind', 'not_a_home');
  if (kind === 'unknown') problem('kind', 'kind_unknown');
  const address = readWhere(told, problem);
  const rooms = read('rooms', readNumber, 'number_unreadable');
  const areaM2 = read('area', readNumber, 'number_unreadable');
  const from = read('from', readDate, 'day_unreadable');
  const until = read('until', readDate, 'day_unreadable');
  if (!address || problems.length > 0) return refused(problems);
  return ok({
    ...address,
    departmentNumber,
    departmentName: told('department_name'),
    municipality: told('municipality'),
    number: told('number'),
    kind: kind === 'no_home' || kind === 'unknown' ? null : kind,
    rooms,
    areaM2,
    from,
    until,
    addressKey: addressKey(address),
    buildingKey: buildingKey(address),
  });
}

function readKind(text: string): HomeKind | 'no_home' | 'unknown' | null {
  const word = text.toLowerCase().replace(/[-.]/g, ' ').replace(/\s+/g, ' ').trim();
  if (word === '') return null;
  if (NO_HOMES.test(word)) return 'no_home';
  return KINDS.find(([ways]) => ways.test(word))?.[1] ?? 'unknown';
}

type Told = (field: Field) => string;
type Tell = (field: Field, kind: ProblemKind) => null;

function readWhere(told: Told, problem: Tell): Address | null {
  const post = readPost(told, problem);
  const parts = told('street') ? readParts(told, problem) : readWritten(told, problem);
  if (!parts || !post) return null;
  const postcode = post.postcode || parts.postcode;
  if (postcode === '') return problem('postcode', 'postcode_missing');
  return { ...parts, postcode, city: post.city || parts.city };
}

/** "8000 Aarhus C" in one column, or postcode and town in one each. Empty when the address itself may tell. */
function readPost(told: Told, problem: Tell): { postcode: string; city: string } | null {
  const joined = /^(\S+)\s+(.+)$/.exec(told('post_town'));
  const field = joined ? 'post_town' : 'postcode';
  const text = joined ? (joined[1] as string) : told('postcode');
  if (text === '') return { postcode: '', city: told('city') };
  const postcode = readPostcode(text);
  return postcode ? { postcode, city: told('city') || (joined?.[2] ?? '') } : problem(field, 'postcode_unreadable');
}

function readParts(told: Told, problem: Tell): Address | null {
  const houseNumber = readHouseNumber(`${told('house_number')}${told('letter')}`);
  const floor = readFloor(told('floor'));
  const door = readDoor(told('door'));
  if (houseNumber === null) problem('house_number', told('house_number') ? 'house_number_unreadable' : 'missing');
  if (floor === null) problem('floor', 'floor_unreadable');
  if (door === null) problem('door', 'door_unreadable');
  if (houseNumber === null || floor === null || door === null) return null;
  return { street: told('street'), houseNumber, floor, door, postcode: '', city: '' };
}

/** With whoever gets letters there; what is longer is no address, and would only cost time. */
const LONGEST_WRITTEN = 300;

/** "c/o Holm, Rosenvej 12, 1. th." is the home at Rosenvej 12, whoever gets letters there. */
function withoutCareOf(address: string): string {
  if (address.length > LONGEST_WRITTEN) return address;
  return address.replace(/^c\/o [^,]+,\s*/i, '').replace(/[,\s]+c\/o [^,]+$/i, '');
}

/** A list ends with what its rows come to. */
const TOTAL = /^(i ?alt|total|sum|subtotal|antal( lejemål| boliger)?( i ?alt)?)\b/i;

/** The whole address in one column; floor and door may have their own beside it. */
function readWritten(told: Told, problem: Tell): Address | null {
  if (told('address') === '') return problem('address', 'missing');
  const home = [told('floor'), told('door')].filter(Boolean).join(' ');
  const [first] = readAddress(withoutCareOf(told('address')));
  if (!first) return problem('address', 'address_unreadable');
  if (home === '' || first.floor !== '' || first.door !== '') return first;
  const floor = readFloor(told('floor'));
  const door = readDoor(told('door'));
  if (floor === null) return problem('floor', 'floor_unreadable');
  return door === null ? problem('door', 'door_unreadable') : { ...first, floor, door };
}
