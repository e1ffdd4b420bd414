import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { FIGURES } from '../../../figures.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { anEvent, comes, verbs as events } from '../../act/events/seed.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { actingAs, anInitiative } from '../../initiatives/seed.ts';
import { restartEvaluation } from './commands.ts';
import { answered, answerFrom, verbs } from './seed.ts';
import { evaluationOf } from './store/evaluations.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** Mette drives an initiative and arranges its soup evening today; Poul and a visitor have signed up, and Else without address. */
async function soup() {
  const house = await newHouse();
  const as = <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>) =>
    house.tx(async (tx) => work(await actingAs(tx, personId)));
  const people = await house.tx(async (tx) => {
    const department = await aDepartment(tx);
    const mette = await aPerson(tx, { name: 'Mette Holm' });
    return {
      department,
      mette,
      signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
      board: await aPerson(tx, { name: 'Karen Mose', roles: ['organisation_board'] }),
      initiative: await anInitiative(tx, { departmentIds: [department], status: 'under_way', by: mette }),
    };
  });
  const guests = [post.newAddress(), post.newAddress()] as const;
  const event = await as(people.mette, async (tx) => {
    const made = await anEvent(tx, {
      title: 'Suppe i gården',
      departmentIds: [people.department],
      initiativeId: people.initiative,
    });
    await comes(tx, made.id, { name: 'Poul Krag', email: guests[0] });
    await comes(tx, made.id, { name: 'Aya', email: guests[1] });
    await comes(tx, made.id, { name: 'Aya igen', email: guests[1] });
    await comes(tx, made.id, { name: 'Else', home: 'nr. 17' });
    return made;
  });
  return { house, as, guests, event, about: { kind: 'event', id: event.id } as const, ...people };
}

type Soup = Awaited<ReturnType<typeof soup>>;

/** The morning after so many days more, and what leaves the house. */
async function nextMorning({ house }: Soup, days = 1) {
  house.clock.forward({ days });
  await house.tx((tx) => verbs.morning(tx));
  await post.work(house, jobs);
}

/** What has come about how it was. */
const subjects = async (address: string) =>
  (await post.to(address)).map(({ subject }) => subject).filter((subject) => subject.startsWith('Hvordan'));

function count({ as, mette, event }: Soup) {
  return as(mette, async (tx) => {
    const here = (await events.signUpsOf(tx, event.id)).filter(({ name }) => name !== 'Poul Krag');
    const came = here.map(({ id, adults, children }) => ({ id, adults, children }));
    await events.checkIn(tx, event.id, { came, not: [] });
    return events.countEvent(tx, event.id, { nobodyCame: false });
  });
}

test('from the message to the figure and the thread: those who came are asked once, and answer without a name', async () => {
  const one = await soup();
  await count(one);
  await nextMorning(one);
  assert.deepEqual(await subjects(one.guests[0]), [], 'he was not there');
  assert.deepEqual(
    await subjects(one.guests[1]),
    ['Hvordan var det? Suppe i gården'],
    'one message, however often she wrote',
  );
  await nextMorning(one);
  assert.equal((await subjects(one.guests[1])).length, 1, 'and never again');
  const [mail] = await post.to(one.guests[1]);
  const link = /\/hvordan-var-det\/[2-9A-Z]{8}/.exec(mail?.text ?? '')?.[0] ?? assert.fail('no link in the mail');

  const phone = one.house.visitor('10.9.0.1');
  const form = await phone.get(link);
  const empty = await form.submit('Send svar', { words: 'Dejlig suppe' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Svar på mindst ét af de tre spørgsmål/);
  const thanks = await empty.submit('Send svar', { liked: '4', metNew: 'ja', helps: 'asked' });
  assert.match(thanks.text, /Tak for dit svar/);
  assert.doesNotMatch(thanks.text, /Se små opgaver/, 'a guest is not led to a door');
  assert.match((await phone.get(link)).text, /Der er allerede svaret fra denne telefon/);
  await form.submit('Send svar', { liked: '1' });
  const more = ['3jy', '3nn', '1nn', '4jy'].map((short) => answerFrom(short));
  await one.house.tx((tx) => answered(tx, one.about, more));

  const mette = await one.house.signedIn(one.mette);
  const inside = await mette.get(`/arrangementer/${one.event.id}/inde`);
  const room = await inside.follow('Link, plakat og sedler');
  assert.match(room.text, /5 svar/);
  assert.doesNotMatch(room.text, /Syntes, det var godt|Dejlig suppe/, 'no figure and no word while answers come in');
  const ended = await room.submit('Luk for svar');
  assert.match(ended.text, /Dejlig suppe/);
  assert.match(ended.text, /80 % \(4 af 5\)/);
  assert.match(ended.text, /60 % \(3 af 5\)/);
  assert.match((await one.house.visitor().get(link)).text, /Svartiden er ude/);
  const board = await one.house.signedIn(one.board);
  const figures = await board.get('/tal');
  assert.match(figures.text, /Syntes, det var godt\s+80/);
  assert.match((await board.get('/tal/bag/syntes-godt-om-det')).text, /Suppe i gården/);
  const seen = await board.get(room.path);
  assert.match(seen.text, /80 %/);
  assert.doesNotMatch(seen.text, /Dejlig suppe/, 'words are for those who arranged it, and staff');
  const thread = await one.house.visitor().get(`/initiativer/${one.initiative}`);
  assert.match(thread.text, /5 svarede på, hvordan det var\. 80 % syntes, det var godt/);
});

test('a slip is typed in by those who arranged it, and by nobody else', async () => {
  const one = await soup();
  const mette = await one.house.signedIn(one.mette);
  const room = `/evaluering/arrangement/${one.event.id}`;
  const opened = await (await mette.get(room)).submit('Gør klar til at spørge');
  const wrong = await opened.submit('Gem sedlen', { words: 'x'.repeat(601), liked: '4' });
  assert.match(wrong.text, /Skriv højst 600 tegn/);
  const saved = await wrong.submit('Gem sedlen', { words: 'Godt', liked: '2' });
  assert.match(saved.text, /Sedlen er skrevet ind/);
  assert.match(saved.text, /Færre end fem svar endnu/);
  const stranger = await one.house.tx((tx) => aPerson(tx, { name: 'Bo Riis' }));
  assert.equal((await (await one.house.signedIn(stranger)).fetch(room)).status, 404);
  const { code } = await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  const typed = await (await one.house.visitor().get('/hvordan-var-det')).submit('Gå videre', {
    kode: code.toLowerCase(),
  });
  assert.match(typed.text, /Vi gemmer ikke, hvem du er/);
  const unknown = await (await one.house.visitor().get('/hvordan-var-det')).submit('Gå videre', { kode: 'ABCD2345' });
  assert.match(unknown.text, /Den kode kender vi ikke/);
});

test('those who arranged it see when there are more answers than people came', async () => {
  const one = await soup();
  await one.house.tx((tx) => comes(tx, one.event.id, { name: 'Karen', adults: 6 }));
  await count(one);
  const signe = await one.house.signedIn(one.signe);
  const room = async () => (await signe.get(`/evaluering/arrangement/${one.event.id}`)).text;
  const fours = (many: number) => Array.from({ length: many }, () => answerFrom('4jy'));
  await one.house.tx((tx) => answered(tx, one.about, fours(6)));
  assert.doesNotMatch(await room(), /mere end én gang/);
  await one.house.tx((tx) => answered(tx, one.about, fours(12)));
  assert.match(await room(), /flere svar end de \d+, I talte.*mere end én gang/);
  await nextMorning(one, 15);
  assert.match(await room(), /18 svar.*mere end én gang/s, 'the figures stand, and so does the warning');
});

test('answers that strangers stuffed in are thrown away with their code, never those of an honest number', async () => {
  const one = await soup();
  await one.house.tx((tx) => comes(tx, one.event.id, { name: 'Karen', adults: 6 }));
  await count(one);
  const signe = await one.house.signedIn(one.signe);
  const address = `/evaluering/arrangement/${one.event.id}`;
  const many = (answers: number) =>
    one.house.tx((tx) =>
      answered(
        tx,
        one.about,
        Array.from({ length: answers }, () => answerFrom('4jy')),
        'open',
      ),
    );
  await one.house.tx((tx) => answered(tx, one.about, [answerFrom('1nn')]));
  await many(5);
  const before = await one.house.tx((tx) => evaluationOf(tx, one.about));
  assert.doesNotMatch((await signe.get(address)).text, /begynd forfra/);
  const honest = before && (await one.house.tx((tx) => restartEvaluation(tx, before.id, 6)));
  assert.deepEqual(honest, { ok: false, refusal: 'not_too_many' });
  await many(12);
  const room = await signe.get(address);
  assert.match((await room.submit('Slet og begynd forfra')).text, /18 svar/, 'not without the tick');
  assert.match(
    (await room.submit('Slet og begynd forfra', { sikker: 'ja' })).text,
    /slettet.*Færre end fem svar endnu/s,
  );
  const after = await one.house.tx((tx) => evaluationOf(tx, one.about));
  assert.equal(after?.answers, 1, 'the one by a link of its own stays');
  assert.notEqual(after?.code, before?.code);
  assert.equal((await one.house.visitor().fetch(`/hvordan-var-det/${before?.code}`)).status, 404);
  await nextMorning(one, 15);
  const late = after && (await one.house.tx((tx) => restartEvaluation(tx, after.id, 0)));
  assert.deepEqual(late, { ok: false, refusal: 'closed' });
});

test('nothing kept of an answer leads to a person, a device or an hour, and the journal tells of none', async () => {
  const one = await soup();
  await nextMorning(one, 0);
  const { code } = await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  const signedIn = await one.house.signedIn(one.mette);
  const before = await one.house.tx((tx) =>
    sql<{ seq: number }>`select max(seq) as seq from journal_entry`.execute(tx.sql),
  );
  await (await signedIn.get(`/hvordan-var-det/${code}`)).submit('Send svar', { liked: '4' });
  const { rows } = await one.house.tx((tx) =>
    sql<Record<string, unknown>>`select * from evaluation_answer`.execute(tx.sql),
  );
  assert.deepEqual(
    Object.entries(rows[0] ?? {}).filter(
      ([name, value]) => value !== null && !['tenant_id', 'id', 'evaluation_id'].includes(name),
    ),
    [
      ['liked', 4],
      ['words', ''],
      ['on_paper', false],
      ['own_link', false],
    ],
  );
  assert.match(String(rows[0]?.id), /^.{14}4/, 'a number of chance, not of time');
  const after = await one.house.tx((tx) =>
    sql<{ seq: number }>`select max(seq) as seq from journal_entry`.execute(tx.sql),
  );
  assert.deepEqual(after.rows, before.rows);
});

test('an initiative has its own link; a question that four answered counts nowhere, and below five there is none', async () => {
  const one = await soup();
  const mette = await one.house.signedIn(one.mette);
  const inside = await mette.get(`/initiativer/${one.initiative}/inde`);
  await (await inside.follow('Link, plakat og sedler')).submit('Gør klar til at spørge');
  assert.match((await one.house.visitor().get(`/initiativer/${one.initiative}`)).text, /Svar på tre spørgsmål/);
  const about = { kind: 'initiative', id: one.initiative } as const;
  const rows = (code: string) =>
    one.house.tx(async (tx) => {
      const figure = FIGURES.find((each) => each.code === code) ?? assert.fail(code);
      const found = await figure.rows(tx, { from: addDays(tx.today, -60), until: tx.today });
      return found?.map(({ value, of }) => (of === undefined ? value : `${value}/${of}`)) ?? null;
    });
  await one.house.tx((tx) =>
    answered(
      tx,
      about,
      ['4jy', '3-y', '2jn', '4ja', '4jy'].map((short) => answerFrom(short)),
    ),
  );
  await one.house.tx((tx) =>
    answered(
      tx,
      one.about,
      ['4jy', '3jy', '2jn', '4ja'].map((short) => answerFrom(short)),
    ),
  );
  assert.equal(await rows('evaluation_answers'), null, 'nothing has ended: nothing was measured');
  one.house.clock.forward({ days: 31 });
  await one.house.tx((tx) => verbs.morning(tx));
  assert.deepEqual(await rows('evaluation_answers'), [5]);
  assert.deepEqual(await rows('evaluation_liked'), ['4/5']);
  assert.deepEqual(await rows('evaluation_met_new'), []);
  assert.deepEqual(await rows('evaluation_would_help'), ['4/5']);
});

test('what was called off has no figures, and what nobody answered is not told of', async () => {
  const one = await soup();
  const kinds = async () => {
    const { rows } = await one.house.tx((tx) =>
      sql<{ kind: string }>`select kind from journal_entry where kind like 'evaluation.%' order by seq`.execute(tx.sql),
    );
    return rows.map(({ kind }) => kind);
  };
  await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  await one.as(one.mette, (tx) => events.cancelEvent(tx, one.event.id, { reason: 'weather', words: '' }));
  const quiet = await one.as(one.mette, (tx) => anEvent(tx, { title: 'Stille', departmentIds: [one.department] }));
  await nextMorning(one, 1);
  await nextMorning(one, 15);
  const ends = await one.house.tx((tx) => sql`select from evaluation_end`.execute(tx.sql));
  assert.equal(ends.rows.length, 1, 'the quiet one has ended; the other never was');
  assert.deepEqual(await kinds(), []);
  const { code } = await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  assert.match((await one.house.visitor().get(`/hvordan-var-det/${code}`)).text, /Det blev aflyst/);
  assert.equal((await one.house.tx((tx) => verbs.evaluationOf(tx, { kind: 'event', id: quiet.id })))?.answers, 0);
});
