import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { retireCard } from './commands/cards.ts';
import { findCards, makeFindable } from './commands/finding.ts';
import type { Card } from './rules/card.ts';
import { aCard, beganWith, deckCard, verbs } from './seed.ts';

const { db, newTenant } = await testDatabase();
const house = await newTenant();
await house.tx((tx) => verbs.putInDeck(tx));

/** What is kept and what it is kept of: the same, or the search and the lists say something else than the cards. */
async function keptAndCounted({ tenant }: TestTenant) {
  const { rows } = await db.pool.query<{ kept: string; counted: string }>(
    `select
       (select string_agg(v.word || ' ' || v.cards, ',' order by v.word) from catalogue_vocabulary v
        where v.tenant_id = $1) as kept,
       (select string_agg(w.word || ' ' || w.cards, ',' order by w.word) from (
         select word, count(*) as cards from catalogue_word where tenant_id = $1 group by word
       ) w) as counted`,
    [tenant.id],
  );
  return rows[0] ?? assert.fail();
}

async function holds(house: TestTenant): Promise<void> {
  const { kept, counted } = await keptAndCounted(house);
  assert.ok(kept.length > 0);
  assert.equal(kept, counted);
}

test('all words of the cards are kept as cards come, change and go, also where two say the same word', async () => {
  await holds(house);
  const other = await newTenant();
  const card = (title: string) => house.tx((tx) => aCard(tx, { words: { title } }));
  const retire = (id: Card['id']) => house.tx((tx) => retireCard(tx, id, 'Der er ingen kvæder mere.'));
  const nearly = () => house.tx((tx) => findCards(tx, 'kvædegræd'));
  // At once, and with the same words the other way round.
  const [one, two] = await Promise.all([card('Kvædegrød i gården'), card('Gården med kvædegrød')]);
  await holds(house);
  await other.tx((tx) => aCard(tx, { words: { title: 'Kvædegrød hos naboen' } }));
  assert.deepEqual(new Set(await nearly()), new Set([one, two]));
  await retire(one);
  await holds(house);
  assert.deepEqual(await nearly(), [two], 'the other still says the word');
  await house.tx((tx) => makeFindable(tx, two, {}));
  await holds(house);
  assert.deepEqual(await nearly(), []);
  assert.equal((await other.tx((tx) => findCards(tx, 'kvædegræd')))?.length, 1);
});

test('how many began with a card is kept, whatever becomes of what they began', async () => {
  const begun = await house.tx(async (tx) => {
    const begin = async (key: string) => {
      const id = await anInitiative(tx);
      await beganWith(tx, id, key);
      return id;
    };
    return [await begin('sharedDinner'), await begin('sharedDinner'), await begin('meadow')] as const;
  });
  const taken = async () => {
    const { rows } = await db.pool.query(
      `select c.deck_key, c.taken, (
         select count(*)::integer from catalogue_taking t where t.tenant_id = c.tenant_id and t.card_id = c.id
       ) as counted
       from catalogue_card c where c.tenant_id = $1 and c.deck_key in ('sharedDinner', 'meadow', 'repairCafe')
       order by c.deck_key`,
      [house.tenant.id],
    );
    assert.ok(rows.every((row) => row.taken === row.counted));
    return rows.map((row) => row.taken);
  };
  assert.deepEqual(await taken(), [1, 0, 2]);
  await house.tx((tx) => tx.sql.deleteFrom('catalogue_taking').where('initiative_id', '=', begun[0]).execute());
  assert.deepEqual(await taken(), [1, 0, 1]);
  const meadow = await house.tx((tx) => deckCard(tx, 'meadow'));
  await house.tx((tx) =>
    tx.sql.updateTable('catalogue_taking').set({ card_id: meadow.id }).where('initiative_id', '=', begun[1]).execute(),
  );
  assert.deepEqual(await taken(), [2, 0, 0]);
});
