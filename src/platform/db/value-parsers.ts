import pg from 'pg';

const DATE = 1082;
const DATES = 1182;
const INT8 = 20;
const INT8S = 1016;
const NUMERIC = 1700;
const NUMERICS = 1231;

/** What `pg` gives as `arrayParser`; its type description speaks of a later edition. */
const arrays = pg.types.arrayParser as unknown as {
  create<T>(text: string, read: (text: string) => T): { parse(): T[] };
};

/** A whole number from the database. Throws rather than round what JavaScript cannot hold. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Cannot read ${text} from the database: not a safe integer`);
  return number;
}

/** Sums of `bigint` come as `numeric`; averages have decimals. */
function decimalNumber(text: string): number {
  return text.includes('.') ? Number(text) : wholeNumber(text);
}

function listOf<T>(read: (text: string) => T): (text: string) => T[] {
  return (text) => arrays.create(text, read).parse();
}

const readers: Record<number, (text: string) => unknown> = {
  [DATE]: (text) => text,
  [DATES]: listOf((text) => text),
  [INT8]: wholeNumber,
  [INT8S]: listOf(wholeNumber),
  [NUMERIC]: decimalNumber,
  [NUMERICS]: listOf(decimalNumber),
};

/** How values leave the database: `date` as `YYYY-MM-DD`, `bigint` and `numeric` as numbers, `timestamptz` as Date. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && readers[oid]) || pg.types.getTypeParser(oid, format as 'text');
  },
};
