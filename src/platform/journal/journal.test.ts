import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type pg from 'pg';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { anchorJournal, printHead, readHead } from './anchor.ts';
import { hashOf, hex } from './chain.ts';
import { type Facts, type JournalKinds, record } from './journal.ts';
import { entriesAbout, threadEntries } from './read.ts';
import { tellEntries } from './tell.ts';
import { verifyJournal } from './verify.ts';

const { db, newTenant } = await testDatabase();
const SOUP = 'aaaaaaaa-0000-4000-8000-000000000001' as Id<'initiative'>;
const MEADOW = 'aaaaaaaa-0000-4000-8000-000000000002' as Id<'initiative'>;
const METTE = 'bbbbbbbb-0000-4000-8000-000000000001' as Id<'person'>;
const POUL = 'bbbbbbbb-0000-4000-8000-000000000002' as Id<'person'>;
const mette: Actor = { kind: 'person', personId: METTE, name: 'Mette', grants: [] };

async function write(house: TestTenant, count: number, facts: Facts = { antal: 1 }): Promise<void> {
  for (let n = 0; n < count; n++) {
    await house.as(mette, async (tx) =>
      record(tx, { kind: 'test.asked', subject: { kind: 'initiative', id: SOUP }, facts }),
    );
  }
}

/** What somebody with the keys to the database can do. */
function tamper(sql: string, ...values: unknown[]): Promise<void> {
  return db.asOwner(async (_, client: pg.PoolClient) => {
    await client.query(
      'alter table journal_entry disable trigger user; alter table journal_anchor disable trigger user',
    );
    await client.query(sql, values);
    await client.query('alter table journal_entry enable trigger user; alter table journal_anchor enable trigger user');
  });
}

async function found(house: TestTenant, ...heads: string[]): Promise<string[]> {
  const read = heads.map((head) => readHead(head) ?? assert.fail('not a head'));
  const { problems } = await verifyJournal(db, house.tenant, read);
  return problems.map(({ seq, what }) => `${seq} ${what}`);
}

test('an untouched journal holds, whatever the facts', async () => {
  const house = await newTenant();
  const fact = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\0', '_'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(key, fact, { noNullPrototype: true }), { minLength: 1, maxLength: 5 }),
      async (all) => {
        await house.tx(async (tx) => {
          for (const facts of all) record(tx, { kind: 'test.æøå', subject: { kind: 'ting', id: '1' }, facts });
        });
      },
    ),
    { numRuns: 40, seed: 7 },
  );
  const report = await verifyJournal(db, house.tenant);
  assert.deepEqual(report.problems, []);
  assert.ok(report.entries >= 40);
});

test('the hash is the one that the docstring promises', () => {
  const hash = hashOf({
    tenantId: 't',
    seq: 1,
    at: new Date('2026-05-03T10:00:00Z'),
    kind: 'k',
    actorKind: 'system',
    actorId: null,
    channel: 'web',
    subjectKind: 's',
    subjectId: '1',
    threadId: null,
    facts: { b: 2, a: 'æ' },
    previousHash: new Uint8Array(2),
  });
  // printf '%s' '["t",1,"2026-05-03T10:00:00.000Z","k","system",null,"web","s","1",null,[["a","æ"],["b",2]],"0000"]' | sha256sum
  assert.equal(hex(hash), '7bfc1098b4d25da00d8726f3fc748d19978bdaa9c9a352cdec40db7a5034b596');
});

test('the app cannot change or take away an entry, and not even the owner by mistake', async () => {
  const house = await newTenant();
  await write(house, 1);
  for (const sql of ['update journal_entry set kind = kind', 'delete from journal_entry', 'truncate journal_entry']) {
    const asApp = db.asOwner(async (_, client) => {
      await client.query(`set local role grobund_app; select set_config('app.tenant_id', '${house.tenant.id}', true)`);
      await client.query(sql);
    });
    await assert.rejects(asApp, /permission denied/, sql);
    await assert.rejects(db.pool.query(sql), /only ever added to/, sql);
  }
});

const HERE = 'where tenant_id = $1';
const attacks: { name: string; sql: string; finds: string[] }[] = [
  {
    name: 'a fact altered',
    sql: `update journal_entry set facts = '{"antal": 2}' ${HERE} and seq = 3`,
    finds: ['3 altered'],
  },
  {
    name: 'an actor altered',
    sql: `update journal_entry set actor_id = new_id() ${HERE} and seq = 1`,
    finds: ['1 altered'],
  },
  {
    name: 'a time altered',
    sql: `update journal_entry set at = at + interval '1 ms' ${HERE} and seq = 5`,
    finds: ['5 altered'],
  },
  {
    name: 'an entry taken away',
    sql: `delete from journal_entry ${HERE} and seq = 3`,
    finds: ['3 missing', '4 broken'],
  },
  {
    name: 'the first taken away',
    sql: `delete from journal_entry ${HERE} and seq = 1`,
    finds: ['1 missing', '2 broken'],
  },
  { name: 'the last taken away', sql: `delete from journal_entry ${HERE} and seq = 5`, finds: ['5 end'] },
  { name: 'all taken away', sql: `delete from journal_entry ${HERE}`, finds: ['5 end'] },
  {
    name: 'an entry put in at the end',
    sql: `insert into journal_entry select tenant_id, 6, at, kind, actor_kind, actor_id, channel, subject_kind, subject_id,
            thread_id, facts, hash, hash from journal_entry ${HERE} and seq = 5`,
    finds: ['6 altered', '5 end'],
  },
  {
    name: 'two entries swapped',
    sql: `update journal_entry set seq = case seq when 2 then 1003 else 1002 end ${HERE} and seq in (2, 3);
          update journal_entry set seq = seq - 1000 ${HERE} and seq > 1000`,
    finds: ['2 broken', '2 altered', '3 broken', '3 altered', '4 broken'],
  },
  {
    name: 'an entry put in between',
    sql: `update journal_entry set seq = seq + 1000 ${HERE} and seq > 2;
          update journal_entry set seq = seq - 999 ${HERE} and seq > 1000;
          insert into journal_entry select tenant_id, 3, at, kind, actor_kind, actor_id, channel, subject_kind, subject_id,
            thread_id, facts, hash, hash from journal_entry ${HERE} and seq = 2`,
    finds: ['3 altered', '4 altered', '5 altered', '6 altered', '5 end'],
  },
];

for (const { name, sql, finds } of attacks) {
  test(`found although done as the owner of the database: ${name}`, async () => {
    const house = await newTenant();
    await write(house, 5);
    await tamper(sql.replaceAll('$1', `'${house.tenant.id}'`));
    assert.deepEqual(await found(house), finds);
  });
}

test('the last entry taken away together with the head is found by the head in the digest', async () => {
  const house = await newTenant();
  await write(house, 3);
  const told = await house.tx((tx) => anchorJournal(tx, 'weekly_digest'));
  const printed = printHead(told ?? assert.fail('no head'));
  assert.match(printed, /^3:[0-9a-f]{16}$/);
  assert.deepEqual(await found(house, printed), []);
  await tamper(
    `delete from journal_entry where tenant_id = '${house.tenant.id}' and seq = 3;
     update journal_head h set seq = 2, hash = (select hash from journal_entry e where e.tenant_id = h.tenant_id and e.seq = 2)
     where tenant_id = '${house.tenant.id}'`,
  );
  assert.deepEqual(await found(house), ['3 anchor'], 'by the row that remembers the digest');
  await tamper(`delete from journal_anchor where tenant_id = $1`, house.tenant.id);
  assert.deepEqual(await found(house), [], 'now only paper knows');
  assert.deepEqual(await found(house, printed), ['3 anchor'], 'by the paper');
});

test('a chain written anew from end to end is found by the head in the digest', async () => {
  const [honest, forged] = [await newTenant(), await newTenant()];
  await write(honest, 3);
  const printed = printHead((await honest.tx((tx) => anchorJournal(tx, 'yearly_report'))) ?? assert.fail('no head'));
  await write(forged, 3, { antal: 7 });
  assert.deepEqual(await found(forged, printed), ['3 anchor']);
});

test('a hundred writers at once make one chain', async () => {
  const house = await newTenant();
  await Promise.all(Array.from({ length: 100 }, () => write(house, 1)));
  const report = await verifyJournal(db, house.tenant);
  assert.deepEqual([report.entries, report.problems], [100, []]);
});

const kinds: JournalKinds = {
  'test.asked': {
    sentence: ({ actor, facts, name }) =>
      `${actor} spurgte ${name('person', String(facts.asked))} om ${facts.antal} gryder.`,
    names: { asked: 'person' },
    icon: 'hand',
  },
  'test.shown': { sentence: () => 'Alle kan se det.', audience: 'public' },
  'test.noted': { sentence: () => 'Til os selv.', audience: 'staff' },
};

test('an entry names the one who did it and how it came, though the transaction began as another', async () => {
  const house = await newTenant();
  await house.as({ kind: 'visitor' }, async (tx) =>
    record(
      { ...tx, actor: mette, channel: 'paper' },
      { kind: 'test.asked', subject: { kind: 'initiative', id: SOUP } },
    ),
  );
  const [entry] = await house.tx((tx) =>
    entriesAbout(tx, { kind: 'initiative', id: SOUP }, { kinds, audience: 'staff' }),
  );
  assert.deepEqual([entry?.actorId, entry?.channel], [METTE, 'paper']);
  assert.deepEqual(await found(house), []);
});

test('a thread tells its own entries to those who may read them, newest first and page by page', async () => {
  const house = await newTenant();
  await house.as(mette, async (tx) => {
    const subject = { kind: 'initiative', id: SOUP };
    record(tx, { kind: 'test.shown', subject, thread: SOUP });
    record(tx, { kind: 'test.asked', subject, thread: SOUP, facts: { asked: POUL, antal: 3 } });
    record(tx, { kind: 'test.noted', subject, thread: SOUP });
    record(tx, { kind: 'test.shown', subject: { kind: 'initiative', id: MEADOW }, thread: MEADOW });
  });
  const seqs = (audience: 'public' | 'members' | 'staff', before?: number, limit = 50) =>
    house.tx(async (tx) =>
      (await threadEntries(tx, SOUP, { kinds, audience, before: before ?? null, limit })).map(({ seq }) => seq),
    );
  assert.deepEqual(await seqs('public'), [1]);
  assert.deepEqual(await seqs('members'), [2, 1]);
  assert.deepEqual(await seqs('staff'), [3, 2, 1]);
  assert.deepEqual(await seqs('staff', 3, 1), [2]);
  const about = await house.tx((tx) =>
    entriesAbout(tx, { kind: 'initiative', id: MEADOW }, { kinds, audience: 'public' }),
  );
  assert.deepEqual(
    about.map(({ seq }) => seq),
    [4],
  );
});

test('entries read as sentences; all names come in one call, and who is erased is told without name', async () => {
  const house = await newTenant();
  await write(house, 2, { asked: POUL, antal: 3 });
  const entries = await house.tx((tx) =>
    entriesAbout(tx, { kind: 'initiative', id: SOUP }, { kinds, audience: 'staff' }),
  );
  const asked: unknown[] = [];
  const told = await tellEntries(
    kinds,
    entries,
    async (wanted) => {
      asked.push(wanted);
      return new Map([[METTE, 'Mette']]);
    },
    'da',
  );
  assert.deepEqual(asked, [{ person: [METTE, POUL], department: [], organisation: [], initiative: [] }]);
  assert.deepEqual(
    told.map(({ sentence, icon, actorId }) => [sentence, icon, actorId]),
    [
      ['Mette spurgte en beboer om 3 gryder.', 'hand', METTE],
      ['Mette spurgte en beboer om 3 gryder.', 'hand', METTE],
    ],
  );
});
