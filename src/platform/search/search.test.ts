import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { type Audience, indexForSearch, search, searchIds } from './search.ts';

const { db, newTenant } = await testDatabase();

function id(n: number): string {
  return `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

async function houseWith(
  ...titles: (string | [title: string, body: string, audience?: Audience])[]
): Promise<TestTenant> {
  const house = await newTenant();
  await house.tx(async (tx) => {
    for (const [n, entry] of titles.entries()) {
      const [title, body = '', audience = 'public' as const] = typeof entry === 'string' ? [entry] : entry;
      await indexForSearch(tx, { kind: 'initiative', id: id(n), title, body, path: `/i/${n}`, audience });
    }
  });
  return house;
}

async function titles(house: TestTenant, question: string, audience: Audience = 'public'): Promise<string[]> {
  return house.tx(async (tx) => (await search(tx, question, { audience })).map(({ title }) => title));
}

test('Danish words are found in any inflection, half written, inside others and nearly spelt right', async () => {
  const house = await houseWith(
    'Cykelværkstedet i gården',
    'Fællesspisning for alle naboer',
    ['Nyttehaven', 'Vi planter æbletræer og graver bede'],
    'Sommerfest på Ærøvej',
  );
  const found = {
    værksted: await titles(house, 'værksted'),
    nabo: await titles(house, 'nabo'),
    'fælles spis': await titles(house, 'fællesspis'),
    æbletræ: await titles(house, 'ÆBLETRÆ'),
    ærøvej: await titles(house, 'sommerfesten ærøvej'),
    cykelværksteed: await titles(house, 'cykelværksteed'),
    ingenting: await titles(house, 'svømmehal'),
  };
  assert.deepEqual(found, {
    værksted: ['Cykelværkstedet i gården'],
    nabo: ['Fællesspisning for alle naboer'],
    'fælles spis': ['Fællesspisning for alle naboer'],
    æbletræ: ['Nyttehaven'],
    ærøvej: ['Sommerfest på Ærøvej'],
    cykelværksteed: ['Cykelværkstedet i gården'],
    ingenting: [],
  });
});

test('a word in the title counts for more than one in the text', async () => {
  const house = await houseWith(['Om blomster', 'og en suppe, og endnu en suppe, suppe'], ['Suppe', 'hver torsdag']);
  assert.deepEqual(await titles(house, 'suppe'), ['Suppe', 'Om blomster']);
});

test('nobody finds what is not for them, in their own house or another', async () => {
  const house = await houseWith(
    ['Suppe for alle', ''],
    ['Suppe for os', '', 'members'],
    ['Suppe i kulissen', '', 'staff'],
  );
  const other = await houseWith('Suppe hos naboen');
  assert.deepEqual(await titles(house, 'suppe'), ['Suppe for alle']);
  assert.deepEqual((await titles(house, 'suppe', 'members')).sort(), ['Suppe for alle', 'Suppe for os']);
  assert.equal((await titles(house, 'suppe', 'staff')).length, 3);
  assert.deepEqual(await titles(other, 'suppe', 'staff'), ['Suppe hos naboen']);
});

test('the ids alone are those of what is found, in the same order, with the same rights and no more than asked for', async () => {
  const house = await houseWith(
    ['Om blomster', 'og en suppe'],
    ['Suppe', 'hver torsdag'],
    'Suppekøkkenet',
    ['Suppe i kulissen', '', 'staff'],
    'Ærtesuppen',
  );
  const both = async (question: string, options: Parameters<typeof search>[2]) =>
    house.tx(async (tx) => {
      const found = (await search(tx, question, options)).map((one) => one.id);
      assert.deepEqual(await searchIds(tx, question, options), found, question);
      return found;
    });
  assert.deepEqual(await both('suppe', { audience: 'public' }), [2, 1, 0, 4].map(id));
  assert.equal((await both('suppe', { audience: 'staff' })).length, 5);
  assert.deepEqual(await both('suppe', { audience: 'public', limit: 1 }), [id(2)]);
  assert.deepEqual(await both('suppe', { audience: 'public', kinds: ['person'] }), []);
  assert.deepEqual(await both('supekøken', { audience: 'public', kinds: ['initiative'] }), [id(2)]);
  assert.deepEqual(await both(' & ', { audience: 'staff' }), []);
});

test('what is renamed is found by its new name only, and what is removed not at all', async () => {
  const house = await houseWith('Suppe', 'Grød');
  await house.tx((tx) =>
    indexForSearch(tx, { kind: 'initiative', id: id(0), title: 'Boller', body: '', path: '/i/0', audience: 'public' }),
  );
  assert.deepEqual(
    [await titles(house, 'suppe'), await titles(house, 'boller'), await titles(house, 'grød')],
    [[], ['Boller'], ['Grød']],
  );
});

test('no question, however strange, is more than words', async () => {
  const house = await houseWith(['Suppe & grød', "det's | (en) !prøve:* <-> 'nemlig'"]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom("'", ':*', 'a & | b', '%_\\', '\0', '!!')),
      async (question) => {
        await titles(house, question);
      },
    ),
    { numRuns: 150, seed: 11 },
  );
  assert.deepEqual(await titles(house, "'; drop table tenant; --"), []);
  assert.deepEqual(await titles(house, ' & | ! '), []);
});

test('a hundred thousand things are searched in the time of a page', async () => {
  const house = await houseWith('Cykelværkstedet');
  await db.pool.query(
    `insert into search_entry (tenant_id, kind, id, title, body, path, audience)
     select $1, 'person', new_id(), 'Beboer nummer ' || n, 'bor på vejen i opgang ' || n % 977 || ' med ' ||
       (array['have', 'altan', 'terrasse', 'udsigt'])[n % 4 + 1], '/p/' || n, 'members'
     from generate_series(1, 100000) as n`,
    [house.tenant.id],
  );
  await db.pool.query('analyze search_entry');
  const slow: string[] = [];
  for (const question of [
    'beboer',
    'nummer 4711',
    'haver',
    'cykelværksted',
    'cyklværkstedet',
    'be',
    'opgang 12 alt',
    'svømmehal',
  ]) {
    let best = Number.POSITIVE_INFINITY;
    // On a busy machine a question may wait each time for its turn; one that is slow by itself is slow every time.
    for (let tries = 0; tries < 3 || (best > 150 && tries < 20); tries += 1) {
      const began = performance.now();
      await titles(house, question, 'staff');
      best = Math.min(best, performance.now() - began);
    }
    if (process.env.SHOW_TIMES) console.log(question, best.toFixed(1));
    if (best > 150) slow.push(`${question}: ${Math.round(best)} ms`);
  }
  assert.deepEqual(slow, []);
});
