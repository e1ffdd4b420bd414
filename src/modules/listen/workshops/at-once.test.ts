import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { checkSheet } from './commands/checking.ts';
import { takeDownChoice } from './commands/choosing.ts';
import { receivePhoto } from './commands/photos.ts';
import { makeSheets } from './commands/printing.ts';
import { beginAtTable, setAside } from './commands/table-codes.ts';
import { saveTemplate } from './commands/workshops.ts';
import type { Said } from './rules/checking.ts';
import type { SheetStanding } from './rules/sheets.ts';
import { wordsOf } from './rules/template.ts';
import type { Workshop, WorkshopWords } from './rules/workshop.ts';
import { aPhotoOf, aWorkshop, setTables, verbs } from './seed.ts';
import { answersOf } from './store/answers.ts';
import { editionsOf, printedSheets, standingSheets } from './store/sheets.ts';

const { db, newHouse } = await testApp();

/** A house with two of the staff, and a workshop of so many tables with their sheets. */
async function held(tables: number, wanted: Partial<WorkshopWords> = {}) {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const karen = await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] });
    const workshop = await aWorkshop(tx, wanted);
    const seated = await setTables(
      tx,
      workshop,
      Array.from({ length: tables }, () => null),
    );
    return { signe, karen, workshop, tables: seated };
  });
  return { house, ...made };
}

/**
 * Two transactions that are open at once, whatever the machine does: the first keeps its own until the second has ended or
 * waits for it.
 */
async function atOnce<A, B>(
  house: House,
  first: (tx: TenantDb) => Promise<A>,
  second: (tx: TenantDb) => Promise<B>,
  [one, other]: readonly [Id<'person'>, Id<'person'>] | readonly [] = [],
): Promise<readonly [A, B]> {
  const begun = Promise.withResolvers<void>();
  let ended = false;
  const ours = by(house, one, async (tx) => {
    const answer = await first(tx);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql);
    begun.resolve();
    while (!ended && !(await somebodyWaitsFor(rows[0]?.pid ?? 0))) await new Promise((wait) => setTimeout(wait, 5));
    return answer;
  });
  const theirs = begun.promise
    .then(() => by(house, other, second))
    .finally(() => {
      ended = true;
    });
  return Promise.all([ours, theirs]);
}

async function by<T>(house: House, person: Id<'person'> | undefined, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  if (!person) return house.tx(work);
  const actor = (await house.tx((tx) => loadActor(tx, person))) ?? assert.fail();
  return house.as(actor, work);
}

async function somebodyWaitsFor(pid: number): Promise<boolean> {
  const { rows } = await db.pool.query(
    'select from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid))',
    [pid],
  );
  return rows.length > 0;
}

const said = (answer: Said['answer']): readonly Said[] => [{ field: 'rammer.haver', answer, words: null }];

const confirming = (workshop: Workshop, sheet: SheetStanding, answer: Said['answer']) => async (tx: TenantDb) => {
  const edition = (await editionsOf(tx, workshop.id)).find(({ id }) => id === sheet.editionId) ?? assert.fail();
  return checkSheet(tx, workshop, sheet, edition, {
    said: said(answer),
    tableId: null,
    seen: sheet.confirmationId,
    pictures: null,
  });
};

const sheetsOf = (house: House, workshop: Workshop) => house.tx((tx) => standingSheets(tx, workshop.id));

const jobsOf = async (house: House, kind: string): Promise<number> => {
  const { rows } = await db.pool.query<{ jobs: number }>(
    `select count(*)::int as jobs from pgboss.job_common where data ->> 'tenant' = $1 and data ->> 'kind' = $2`,
    [house.tenant.id, kind],
  );
  return rows[0]?.jobs ?? 0;
};

test('of two who confirm the same sheet at once, the second is told, and nothing of theirs counts', async () => {
  const { house, signe, karen, workshop } = await held(1);
  const [sheet] = await sheetsOf(house, workshop);
  assert(sheet);
  const [one, other] = await atOnce(house, confirming(workshop, sheet, 'V'), confirming(workshop, sheet, 'X'), [
    signe,
    karen,
  ]);
  assert.deepEqual(
    [one, other],
    [
      { ok: true, value: 'settled' },
      { ok: false, refusal: 'meanwhile' },
    ],
  );
  const answers = await house.tx((tx) => answersOf(tx, workshop.id));
  assert.equal(answers.find(({ field }) => field === 'rammer.haver')?.answer, 'V');
});

test('where two shall, both may confirm at once: together they settle it', async () => {
  const { house, signe, karen, workshop } = await held(1, { twoPeople: true });
  const [sheet] = await sheetsOf(house, workshop);
  assert(sheet);
  const [one, other] = await atOnce(house, confirming(workshop, sheet, 'V'), confirming(workshop, sheet, 'V'), [
    signe,
    karen,
  ]);
  assert.deepEqual([one.ok && one.value, other.ok && other.value], ['more', 'settled']);
});

test('the last two sheets are confirmed at once: nobody need look for more, and the wall goes on', async () => {
  const { house, signe, karen, workshop } = await held(1);
  const [first, second, third, last] = await sheetsOf(house, workshop);
  assert(first && second && third && last);
  for (const sheet of [first, second]) await by(house, signe, confirming(workshop, sheet, 'V'));
  assert.equal(await jobsOf(house, 'workshops.closing'), 0);
  await atOnce(house, confirming(workshop, third, 'X'), confirming(workshop, last, 'X'), [signe, karen]);
  assert.equal(await jobsOf(house, 'workshops.closing'), 1);
});

test('two telephones of a table save the same theme at once: one sheet, and the later holds', async () => {
  const { house, workshop, tables } = await held(1);
  const [table] = tables;
  assert(table);
  const enter = (answer: Said['answer']) => (tx: TenantDb) => verbs.enterAtTable(tx, workshop, table, 0, said(answer));
  await atOnce(house, enter('V'), enter('X'));
  const telephone = (await sheetsOf(house, workshop)).filter(({ serial }) => serial === null);
  assert.equal(telephone.length, 1);
  const answers = await house.tx((tx) => answersOf(tx, workshop.id));
  assert.deepEqual(
    answers.filter(({ field }) => field === 'rammer.haver').map(({ answer }) => answer),
    ['X'],
  );
});

test('what is typed by a code while the table is set aside does not count after all', async () => {
  for (const typedFirst of [true, false]) {
    const { house, signe, karen, workshop } = await held(0);
    const table = await house.tx(async (tx) => {
      await verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]);
      const [fresh] = await verbs.tablesOf(tx, workshop.id);
      await beginAtTable(tx, workshop, fresh ?? assert.fail());
      return (await verbs.tablesOf(tx, workshop.id))[0] ?? assert.fail();
    });
    const type = (tx: TenantDb) => verbs.enterAtTable(tx, workshop, table, 0, said('V'));
    const aside = (tx: TenantDb) => setAside(tx, workshop, table);
    await atOnce<unknown, unknown>(house, typedFirst ? type : aside, typedFirst ? aside : type, [signe, karen]);
    assert.deepEqual(await house.tx((tx) => answersOf(tx, workshop.id)), []);
  }
});

test('where nothing is printed, two tables may be the first to answer at once', async () => {
  const house = await newHouse();
  const { workshop, tables } = await house.tx(async (tx) => {
    const made = await aWorkshop(tx);
    await verbs.addTables(tx, made.id, [
      { name: '', organisationId: null },
      { name: '', organisationId: null },
    ]);
    return { workshop: made, tables: await verbs.tablesOf(tx, made.id) };
  });
  const [one, other] = tables;
  assert(one && other);
  await atOnce(
    house,
    (tx) => verbs.enterAtTable(tx, workshop, one, 0, said('V')),
    (tx) => verbs.enterAtTable(tx, workshop, other, 0, said('X')),
  );
  assert.equal((await house.tx((tx) => editionsOf(tx, workshop.id))).length, 1);
});

test('sheets are printed while somebody writes the themes otherwise: the paper is one edition or the other, whole', async () => {
  const { house, workshop, tables } = await held(1);
  const [theme, ...rest] = wordsOf(workshop.template).themes;
  assert(theme);
  const otherwise = { ...wordsOf(workshop.template), themes: [{ ...theme, title: 'Sauna' }, ...rest] };
  await atOnce(
    house,
    (tx) => saveTemplate(tx, workshop, otherwise, workshop.version),
    (tx) => makeSheets(tx, workshop, { tables: [], spares: 1 }),
  );
  const [editions, sheets] = await house.tx((tx) =>
    Promise.all([editionsOf(tx, workshop.id), printedSheets(tx, workshop.id)]),
  );
  assert.deepEqual(
    editions.map(({ template }) => template.themes[0]?.title),
    [theme.title, 'Sauna'],
    'what is printed after the change asks the new, and what was printed before stays',
  );
  const ofTable = sheets.filter(({ tableId }) => tableId === tables[0]?.id);
  assert.deepEqual(new Set(ofTable.map(({ editionId }) => editionId)), new Set([editions[0]?.id]));
});

test('"Lav ark" is pressed by two at once: each table has one set, and no two sheets one number', async () => {
  const house = await newHouse();
  const { workshop, tables } = await house.tx(async (tx) => {
    const made = await aWorkshop(tx);
    await verbs.addTables(tx, made.id, [{ name: '', organisationId: null }]);
    return { workshop: made, tables: await verbs.tablesOf(tx, made.id) };
  });
  const print = (tx: TenantDb) => makeSheets(tx, workshop, { tables, spares: 1 });
  await atOnce(house, print, print);
  const sheets = await house.tx((tx) => printedSheets(tx, workshop.id));
  assert.equal(sheets.filter(({ tableId }) => tableId !== null).length, 4);
  assert.equal(sheets.filter(({ tableId }) => tableId === null).length, 8);
  assert.equal(new Set(sheets.map(({ serial }) => serial)).size, 12);
});

test('two telephones send the same picture at once: it is kept and read once', async () => {
  const { house, workshop, tables } = await held(1);
  const [page] = await house.tx((tx) => verbs.printedPages(tx, workshop, tables));
  const bytes = await aPhotoOf((page ?? assert.fail()).page, {}, { pixelsPerMillimetre: 1 });
  const clean = { bytes, name: 'a.jpg', sha256: new Uint8Array(32).fill(7) };
  const send = (tx: TenantDb) => receivePhoto(tx, workshop, { clean, cameBy: 'link', tableId: null });
  const [one, other] = await atOnce(house, send, send);
  assert.ok(one.ok && other.ok && one.value === other.value);
  assert.equal(await jobsOf(house, 'workshops.read'), 1);
});

test('a name that is put down while its choice becomes an initiative comes along', async () => {
  const { house, signe, workshop, tables } = await held(1);
  const [table] = tables;
  assert(table);
  const field = 'rammer.haver';
  await house.tx(async (tx) => {
    await verbs.enterAtTable(tx, workshop, table, 0, said('X'));
    await verbs.putUpChoices(tx, workshop, [{ field, title: 'Haver' }]);
  });
  const [choice] = await house.tx((tx) => verbs.choicesOf(tx, workshop.id));
  const cell = { field, text: 'Haver', theme: 'rammer', does: 0, could: 1 };
  await atOnce(
    house,
    (tx) => verbs.makeInitiatives(tx, workshop, [{ seed: { kind: 'box', cell }, sentence: 'Haver', what: 'Haver' }]),
    (tx) =>
      verbs.signUp(tx, workshop, [choice?.id ?? ''], {
        personName: 'Rikke Damsgaard',
        email: null,
        phone: '20304051',
        shared: true,
      }),
    [signe, signe],
  );
  const { interested } = await house.tx(async (tx) => {
    const row = tx.sql.selectFrom('initiative_interest').select(tx.sql.fn.countAll<number>().as('interested'));
    return row.executeTakeFirstOrThrow();
  });
  assert.equal(Number(interested), 1);
});

test('a name that is put down while its choice is taken down says so, and does not fall over', async () => {
  const { house, workshop } = await held(1);
  await house.tx((tx) => verbs.putUpChoices(tx, workshop, [{ field: '', title: 'Haver' }]));
  const [choice] = await house.tx((tx) => verbs.choicesOf(tx, workshop.id));
  assert(choice);
  const who = { personName: 'Rikke', email: null, phone: '20304051', shared: true };
  const [, late] = await atOnce(
    house,
    (tx) => takeDownChoice(tx, workshop, choice.id),
    (tx) => verbs.signUp(tx, workshop, [choice.id], who),
  );
  assert.deepEqual(late, { ok: false, refusal: 'nothing' });
});
