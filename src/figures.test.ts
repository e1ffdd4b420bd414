import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lixOf } from './engines/readability/lix.ts';
import { FIGURES } from './figures.ts';
import { day } from './kernel/day.ts';
import { testDatabase } from './testing/database.ts';

const { newTenant } = await testDatabase();

test('each figure has a code and an address of its own, and says in plain words what it counts', () => {
  for (const word of ['code', 'address'] as const) {
    const all = FIGURES.map((figure) => figure[word]);
    assert.deepEqual(
      all.filter((one, at) => all.indexOf(one) !== at),
      [],
    );
  }
  for (const { code, address, name, definition } of FIGURES) {
    assert.match(code, /^[a-z]+(_[a-z]+)*$/);
    assert.match(address, /^[a-z]+(-[a-z]+)*$/);
    for (const said of [name.da, name.en]) assert.ok(said.length <= 60 && !/[.:]$/.test(said), said);
    for (const said of [definition.da, definition.en]) assert.match(said, /^\p{Lu}.*\.$/u);
  }
  const all = lixOf(FIGURES.map(({ definition }) => definition.da).join(' ')) ?? 0;
  assert.ok(all <= 42, `the definitions together have LIX ${all}`);
});

test('a house where nothing happened has nothing but missing figures, and no zero', async () => {
  const house = await newTenant();
  const span = { from: day('2025-01-01'), until: day('2025-12-31') };
  for (const figure of FIGURES) {
    const rows = await house.tx((tx) => figure.rows(tx, span));
    assert.equal(rows, null, `${figure.code} counts where nobody could`);
  }
});
