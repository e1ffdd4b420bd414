import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ROOT } from './gates.ts';
import { sumOfCounts } from './test-report.ts';

describe('npm test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'run-'));
  after(() => rmSync(folder, { recursive: true }));

  /** Runs the runner on one file, beside the PostgreSQL that this run has already. */
  function run(content: string, ...options: string[]): { code: number | null; output: string } {
    const file = join(folder, 'planted.test.ts');
    writeFileSync(file, content);
    const env = {
      ...process.env,
      TEST_DATABASE_URL: 'postgres://not-asked',
      NODE_TEST_CONTEXT: undefined,
      GROBUND_LONG: undefined,
    };
    const args = ['--import', './scripts/hook.mjs', 'scripts/test.ts', ...options, file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  }
  const IMPORT = "import { test } from 'node:test';\n";
  const LONG = `import { sample } from '${join(ROOT, 'src/testing/long.ts')}';\n`;

  test('ends with the counts of the test runner, below what was skipped and shortened', () => {
    const { code, output } = run(
      `${IMPORT}${LONG}test('a', () => console.log('rounds', sample(3, 30, 'kills')));\ntest.skip('b');`,
    );
    assert.equal(code, 0, output);
    assert.match(output, /rounds 3/);
    assert.match(
      output,
      /Skipped here:\n {2}b .*\n\nLong checks [^\n]*\n {2}kills: 3 of 30\n\nℹ tests 2\nℹ suites 0\nℹ pass 1\nℹ fail 0\n/,
    );
    assert.equal(output.match(/^ℹ tests/gm)?.length, 1);
    assert.match(output.trimEnd(), /ℹ duration_ms [\d.]+$/);
  });

  test('runs the full numbers when asked', () => {
    const { code, output } = run(`${IMPORT}${LONG}test('a', () => console.log('rounds', sample(3, 30)));`, '--long');
    assert.equal(code, 0, output);
    assert.match(output, /rounds 30/);
    assert.doesNotMatch(output, /Long checks/);
  });

  for (const [promise, content] of [
    ['a test fails', `${IMPORT}test('a', () => { throw new Error('no'); });\ntest('b', () => {});`],
    ['a file cannot be loaded', `${IMPORT}import './gone.ts';\ntest('a', () => {});`],
    ['a file holds no test', 'export const a = 1;\n'],
    ['every test was skipped', `${IMPORT}test.skip('a');`],
    ['the process ends in the middle', `${IMPORT}test('a', () => process.exit(0));\ntest('b', () => {});`],
  ] as const) {
    test(`fails when ${promise}`, () => {
      const { code, output } = run(content);
      assert.equal(code, 1, output);
    });
  }

  test('adds up what ran beside each other, and takes the longest time', () => {
    const one = ['ℹ tests 12', 'ℹ pass 11', 'ℹ fail 1', 'ℹ duration_ms 1500.5'];
    const other = ['ℹ tests 30', 'ℹ pass 30', 'ℹ fail 0', 'ℹ duration_ms 900'];
    assert.deepEqual(sumOfCounts([one, other]), ['ℹ tests 42', 'ℹ pass 41', 'ℹ fail 1', 'ℹ duration_ms 1500.5']);
    assert.deepEqual(sumOfCounts([one]), one);
  });
});
