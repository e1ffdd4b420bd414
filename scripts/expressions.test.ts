import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { readSources } from './source.ts';

/** A regular expression as it stands in a source: after what can come before a value, never a division. */
const LITERAL =
  /(?<=[(,=:!&|?{};[\n>]\s*|return\s+)\/((?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[.,;)\]\s])/g;
const LENGTH = 1000;
/** All heaps together. A busy machine is slow: who is late is asked again, and given time. */
const PATIENCE_MS = 1000;
const MORE_PATIENCE_MS = 15_000;

/** Long runs of what our expressions repeat, each ended by what none of them wants. */
const HEAPS = [
  'a',
  'Æ',
  '1',
  ' ',
  '\t',
  '-',
  '.',
  ',',
  '@',
  '/',
  '"',
  "'",
  '(',
  '\\',
  '<',
  '&',
  ';',
  '=',
  '+',
  '\u0000',
].flatMap((one) => [one.repeat(LENGTH), `${one.repeat(LENGTH)}\u0001`, `a${one.repeat(LENGTH)}\n`]);
const MIXED = ['a ', '1.', 'a@', 'a.', ' -', '""', '<a', '\r\n', 'a-b ', '1 2,', '/..', '=a;', "a'"].map(
  (pair) => `${pair.repeat(LENGTH / pair.length)}\u0001`,
);

interface Expression {
  readonly path: string;
  readonly body: string;
  readonly flags: string;
}

function expressions(): Expression[] {
  const root = join(import.meta.dirname, '..');
  return readSources(root, ['src'])
    .filter(
      ({ path }) =>
        path.startsWith('src/') && !/\.test\.tsx?$|^src\/(testing|dev|demo|engines\/\w+\/fixtures)\//.test(path),
    )
    .flatMap(({ path, code }) =>
      [...code.matchAll(LITERAL)].map(([, body = '', flags = '']) => ({ path, body, flags })),
    )
    .filter(({ body, flags }) => isExpression(body, flags));
}

function isExpression(body: string, flags: string): boolean {
  try {
    return new RegExp(body, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Which of these takes longer over one of the heaps than a person should wait; ended when it would take for ever. */
function slowOf(list: readonly Expression[], patience = PATIENCE_MS): Expression[] {
  const heaps = [...HEAPS, ...MIXED];
  const run = 'for (const heap of heaps) { expression.lastIndex = 0; heap.replace(expression, ""); }';
  return list.filter(({ body, flags }) => {
    try {
      runInNewContext(run, { heaps, expression: new RegExp(body, flags) }, { timeout: patience });
      return false;
    } catch {
      return true;
    }
  });
}

test('no expression of ours takes long over what somebody may type', () => {
  const all = expressions();
  assert.ok(all.length > 200, `${all.length} expressions`);
  const slow = slowOf(slowOf(all), MORE_PATIENCE_MS);
  assert.deepEqual(
    slow.map(({ path, body, flags }) => `${path}: /${body}/${flags}`),
    [],
  );
});

test('the test above finds one that would', () => {
  const bad = (body: string) => slowOf([{ path: 'x', body, flags: '' }]).length;
  assert.deepEqual(['^(a+)+$', '^(\\s*,?)*x$', '(\\d+\\.?)+@$'].map(bad), [1, 1, 1]);
});
