/**
 * Matrices multiplied four numbers at a time: plain JavaScript has no such instruction, and training takes ten times as long
 * without. The little WebAssembly module is written here by hand, byte by byte.
 */

/** Numbers in one memory; places and steps are counted in numbers, not bytes. */
export interface Workbench {
  readonly numbers: Float32Array;
  /** A place for so many numbers, zeros at first. */
  take(count: number): number;
  /**
   * Adds to the `rows` x `columns` matrix at `sum` the product of a `rows` x `inner` and an `inner` x `columns` one. Rows and
   * columns are multiples of four; columns lie side by side in `right` and `sum`, `left` may step as it likes, also overlapping.
   */
  addProduct(
    rows: number,
    columns: number,
    inner: number,
    left: number,
    leftRow: number,
    leftStep: number,
    right: number,
    rightRow: number,
    sum: number,
    sumRow: number,
  ): void;
}

type Multiply = (...given: readonly number[]) => void;

export function workbench(megabytes: number): Workbench {
  const memory = new WebAssembly.Memory({ initial: megabytes * 16 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { m: { m: memory } });
  const multiply = exports.f as unknown as Multiply;
  const numbers = new Float32Array(memory.buffer);
  let used = 16;
  return {
    numbers,
    take(count) {
      const place = used;
      used += (count + 15) & ~15;
      if (used > numbers.length) throw new RangeError('The workbench is too small');
      return place;
    },
    addProduct: (rows, columns, inner, left, leftRow, leftStep, right, rightRow, sum, sumRow) =>
      multiply(rows, columns, inner, left * 4, leftRow * 4, leftStep * 4, right * 4, rightRow * 4, sum * 4, sumRow * 4),
  };
}

type Code = readonly number[];

// Parameters, in bytes where they are places, and then the function's own: numbers first, four-number words last.
const [ROWS, COLUMNS, INNER, LEFT, LEFT_ROW, LEFT_STEP, RIGHT, RIGHT_ROW, SUM, SUM_ROW] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
const [STILL, RIGHT_AT, SUM_AT, COUNT, RIGHT_NOW, LEFT_NOW] = [10, 11, 12, 13, 14, 15];
const OWN_NUMBERS = 9;
const WORDS = 10 + OWN_NUMBERS;
const [FACTOR, NEXT] = [WORDS + 8, WORDS + 9];

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const whole = (value: number): Code => [0x41, value];
const plus: Code = [0x6a];
const increase = (local: number, by: Code): Code => [...get(local), ...by, ...plus, ...set(local)];
const decrease = (local: number, by: number): Code => [...get(local), ...whole(by), 0x6b, ...set(local)];
const loop = (body: Code): Code => [0x03, 0x40, ...body, 0x0b];
const againWhile = (condition: Code): Code => [...condition, 0x0d, 0];
const onlyIf = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];
const loadWord = (offset: number): Code => [0xfd, 0x00, 2, offset];
const storeWord = (offset: number): Code => [0xfd, 0x0b, 2, offset];
const loadFourTimes: Code = [0xfd, 0x09, 2, 0];
const multiplyAdd: Code = [0xfd, 0x85, 0x02];

/** Four rows of `words` times four columns are kept in registers while the inner dimension is walked through. */
function tile(words: 1 | 2): Code {
  const rows = [0, 1, 2, 3];
  const columns = words === 2 ? [0, 1] : [0];
  const word = (row: number, column: number) => WORDS + row * 2 + column;
  const eachRow = (body: (row: number) => Code): Code => [
    ...get(SUM_AT),
    ...set(COUNT),
    ...rows.flatMap((row) => [...body(row), ...increase(COUNT, get(SUM_ROW))]),
  ];
  return [
    ...eachRow((row) =>
      columns.flatMap((column) => [...get(COUNT), ...loadWord(column * 16), ...set(word(row, column))]),
    ),
    ...get(INNER),
    ...set(COUNT),
    ...get(RIGHT_AT),
    ...set(RIGHT_NOW),
    ...get(LEFT),
    ...set(LEFT_NOW),
    ...rows.slice(1).flatMap((row) => [...get(LEFT_NOW + row - 1), ...get(LEFT_ROW), ...plus, ...set(LEFT_NOW + row)]),
    ...loop([
      ...columns.flatMap((column) => [...get(RIGHT_NOW), ...loadWord(column * 16), ...set(NEXT + column)]),
      ...rows.flatMap((row) => [
        ...get(LEFT_NOW + row),
        ...loadFourTimes,
        ...set(FACTOR),
        ...columns.flatMap((column) => [
          ...get(FACTOR),
          ...get(NEXT + column),
          ...get(word(row, column)),
          ...multiplyAdd,
          ...set(word(row, column)),
        ]),
        ...increase(LEFT_NOW + row, get(LEFT_STEP)),
      ]),
      ...increase(RIGHT_NOW, get(RIGHT_ROW)),
      ...decrease(COUNT, 1),
      ...againWhile(get(COUNT)),
    ]),
    ...eachRow((row) =>
      columns.flatMap((column) => [...get(COUNT), ...get(word(row, column)), ...storeWord(column * 16)]),
    ),
  ];
}

function body(): Code {
  return loop([
    ...get(COLUMNS),
    ...set(STILL),
    ...get(RIGHT),
    ...set(RIGHT_AT),
    ...get(SUM),
    ...set(SUM_AT),
    ...onlyIf(
      [...get(STILL), ...whole(8), 0x4e],
      loop([
        ...tile(2),
        ...increase(RIGHT_AT, whole(32)),
        ...increase(SUM_AT, whole(32)),
        ...decrease(STILL, 8),
        ...againWhile([...get(STILL), ...whole(8), 0x4e]),
      ]),
    ),
    ...onlyIf(get(STILL), tile(1)),
    ...[1, 2, 3, 4].flatMap(() => [...increase(LEFT, get(LEFT_ROW)), ...increase(SUM, get(SUM_ROW))]),
    ...decrease(ROWS, 4),
    ...againWhile(get(ROWS)),
  ]);
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const [i32, v128] = [0x7f, 0x7b];
  const code = [2, OWN_NUMBERS, i32, 11, v128, ...body(), 0x0b];
  const section = (id: number, bytes: Code): Code => [id, ...leb(bytes.length), ...bytes];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 10, ...new Array<number>(10).fill(i32), 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}

function leb(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)];
}
