import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs, anInitiative } from '../../initiatives/seed.ts';
import { anEvent } from '../events/seed.ts';
import { morning } from './commands/morning.ts';
import { setCap } from './commands/willing.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** Mette drives a summer party in ten days; Poul and Amina live there too. */
async function party(startsIn = 10) {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const department = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId: department });
    const mette = await aPerson(tx, { name: 'Mette Holm', lives: home, email: post.newAddress() });
    const poulMail = post.newAddress();
    const poul = await aPerson(tx, { name: 'Poul Krag', lives: home, email: poulMail });
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const initiative = await anInitiative(tx, {
      title: 'Sommerfest i gården',
      departmentIds: [department],
      status: 'under_way',
      by: mette,
      startsIn,
    });
    return { department, mette, poul, poulMail, signe, initiative };
  });
  return { house, ...made };
}

type Party = Awaited<ReturnType<typeof party>>;

async function cut(
  { house, mette, initiative }: Party,
  lines = '20 Hent stole i kælderen\n45 Pas grillen\n10 Lav kaffe',
) {
  const reader = await house.signedIn(mette);
  const choice = await reader.get(`/initiativer/${initiative}/inde`).then((page) => page.follow('Del i små opgaver'));
  const form = await choice.follow('Noget andet');
  const job = await form.submit('Lav opgaverne', { lines });
  return { reader, job };
}

const taskIds = (house: Party['house']) =>
  house.tx((tx) =>
    sql<{ id: Id<'task'>; says: string; minutes: number }>`
      select t.id, t.says, t.minutes from task t
      where t.tenant_id = ${tx.tenant.id} and not exists (select from task_away a where a.task_id = t.id)
      order by t.id`
      .execute(tx.sql)
      .then(({ rows }) => rows),
  );

test('a job is cut by a template, and each piece has its own day and length', async () => {
  const one = await party();
  const reader = await one.house.signedIn(one.mette);
  const page = await reader.get(`/opgaver/ny?initiativ=${one.initiative}&skabelon=summer_party`);
  assert.match(page.text, /Bær borde og stole ud/);
  const job = await page.submit('Lav opgaverne', { lines: '25 Lån højttaler af Ali' });
  assert.match(job.text, /Begynd med at spørge én nabo om én lille ting/);
  assert.match(job.text, /15 små opgaver: 15 mangler en hånd/);
  assert.match(job.text, /Lån højttaler af Ali/);
  const front = await one.house.visitor().get(`/initiativer/${one.initiative}`);
  assert.match(front.text, /15 små opgaver/);
  assert.equal((await one.house.visitor().get(job.path)).text.includes('Lån højttaler'), false, 'behind sign-in');
});

test('a form from before a job that taught the template otherwise lays no other tasks than those that were ticked', async () => {
  const one = await party();
  const reader = await one.house.signedIn(one.mette);
  const form = `/opgaver/ny?initiativ=${one.initiative}&skabelon=swap_day`;
  const [mine, theirs] = [await reader.get(form), await reader.get(form)];
  const only = theirs.root.querySelector('input[name="pieces[]"]')?.getAttribute('value') ?? '';
  await theirs.submit('Lav opgaverne', { 'pieces[]': [only], lines: '20 Lån stativer' });
  const late = await mine.submit('Lav opgaverne');
  assert.equal(late.status, 422);
  assert.match(late.text, /Forslagene er blevet lavet om/);
});

test('a neighbour takes a task, does it, and is thanked; nobody else can have it meanwhile', async () => {
  const one = await party();
  const { reader: mette, job } = await cut(one);
  const poul = await one.house.signedIn(one.poul);
  const signe = await one.house.signedIn(one.signe);
  const before = await signe.get(job.path);
  const took = await (await poul.get(job.path)).submit('Jeg tager den');
  assert.match(took.text, /Tak! Opgaven er din/);
  const late = await before.submit('Jeg tager den');
  assert.match(late.text, /En anden var hurtigere/);
  const done = await (await poul.get(job.path)).submit('Den er gjort', { minutes: '12' });
  assert.match(done.text, /Opgaven er gjort/);
  const thanked = await (await mette.get(job.path)).submit('Send tak', { words: 'Det var dejlig kaffe' });
  assert.match(thanked.text, /Tak er sendt/);
});

test('of two who take the same task at the same moment, one has it', async () => {
  const one = await party();
  const { job } = await cut(one, '20 Hent stole');
  const readers = await Promise.all([one.mette, one.poul, one.signe].map((id) => one.house.signedIn(id)));
  const before = await Promise.all(readers.map((reader) => reader.get(job.path)));
  const pages = await Promise.all(before.map((page) => page.submit('Jeg tager den')));
  assert.equal(pages.filter(({ text }) => text.includes('Tak! Opgaven er din')).length, 1);
});

test('the one who is asked by a link says yes without an account; the asker hears of it', async () => {
  const one = await party();
  const { reader: mette, job } = await cut(one);
  const [chairs] = await taskIds(one.house);
  assert.ok(chairs);
  const form = await mette.get(`/opgave/${chairs.id}/spoerg`);
  const asked = await form.submit('Lav spørgsmålet', { words: 'Hej, har du tyve minutter?', way: 'link' });
  const code = /\/s\/([0-9A-Z]{10})/.exec(asked.html)?.[1] ?? assert.fail('no link');
  const rows = await one.house.tx((tx) =>
    sql<{ row: string }>`select row_to_json(q)::text as row from task_ask q where q.tenant_id = ${tx.tenant.id}`
      .execute(tx.sql)
      .then((found) => found.rows),
  );
  assert.equal(JSON.stringify(rows).includes(code), false, 'only the hash of the code is kept');
  const neighbour = one.house.visitor('10.2.0.1');
  const question = await neighbour.get(`/s/${code}`);
  assert.match(question.text, /Mette Holm spørger dig om en lille ting/);
  assert.match(question.text, /Hej, har du tyve minutter\?/);
  const yes = await question.submit('Send svar', { answer: 'yes', name: 'Amina', contact: '20 12 34 56' });
  assert.match(yes.text, /Tusind tak/);
  assert.match((await mette.get(job.path)).text, /Taget af Amina/);
  const again = await neighbour.get(`/s/${code}`);
  assert.match(again.text, /Du har sagt ja/);
  assert.equal((await one.house.visitor().get('/s/ABCDEFGH23')).status, 404);
});

test('"noget mindre" offers a smaller task of the same job, or half of it', async () => {
  const one = await party();
  const { reader: mette, job } = await cut(one);
  const grill = (await taskIds(one.house)).find(({ minutes }) => minutes === 45);
  assert.ok(grill);
  const asked = await (await mette.get(`/opgave/${grill.id}/spoerg`)).submit('Lav spørgsmålet', { way: 'slip' });
  const code = /\/s\/([0-9A-Z]{10})/.exec(asked.html)?.[1] ?? assert.fail('no link');
  const visitor = one.house.visitor('10.2.0.2');
  const smaller = await (await visitor.get(`/s/${code}`)).submit('Send svar', { answer: 'smaller' });
  assert.match(smaller.text, /Halvdelen af det, du blev spurgt om \(25 min\.\)/);
  assert.match(smaller.text, /Lav kaffe/);
  const [coffee] = (await taskIds(one.house)).filter(({ says }) => says === 'Lav kaffe');
  const wrong = await smaller.submit('Send svar', { instead: coffee?.id ?? '', name: 'Ole', contact: 'ole@' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, new RegExp(`value="${coffee?.id}"[^>]* checked`), 'the smaller task is still chosen');
  const took = await wrong.submit('Send svar', { contact: '' });
  assert.match(took.text, /Noget mindre er også godt/);
  const page = await mette.get(job.path);
  assert.match(page.text, /Taget af Ole/);
  assert.match(page.text, /Noget mindre/);
  const slip = await mette.fetch(
    `/opgaver/spurgt/${/spurgt\/([0-9a-f-]{36})/.exec(asked.html)?.[1]}/seddel?kode=${code}`,
  );
  assert.equal(slip.headers.get('content-type'), 'application/pdf');
});

test('an address that was asked is kept nowhere but as a keyed hash, and no neighbour is asked too often', async () => {
  const one = await party();
  const { reader: mette } = await cut(one, '10 Lav kaffe\n10 Vask op\n15 Hent stole\n15 Dæk bord');
  const address = post.newAddress();
  const all = await taskIds(one.house);
  const ask = async (at: number) => {
    const form = await mette.get(`/opgave/${all[at]?.id}/spoerg`);
    return form.submit('Lav spørgsmålet', { way: 'mail', address, words: 'Har du lyst?' });
  };
  for (const at of [0, 1, 2]) assert.match((await ask(at)).text, /Spørgsmålet er på vej/);
  const fourth = await ask(3);
  assert.equal(fourth.status, 422);
  assert.match(fourth.text, /Vi sender ikke til den nabo lige nu/);
  await post.work(one.house, jobs);
  const mails = await post.to(address);
  assert.equal(mails.length, 3);
  assert.match(mails[0]?.text ?? '', /Har du lyst\?/);
  const kept = await one.house.tx((tx) =>
    sql<{
      found: number;
    }>`select count(*)::int as found from outgoing where tenant_id = ${tx.tenant.id} and address = ${address}`
      .execute(tx.sql)
      .then(({ rows }) => rows[0]?.found),
  );
  assert.equal(kept, 0);
  const code = /\/s\/([0-9A-Z]{10})/.exec(mails[0]?.text ?? '')?.[1] ?? assert.fail('no link in the mail');
  const visitor = one.house.visitor('10.2.0.3');
  await (await visitor.get(`/s/${code}`)).submit('Send svar', { answer: 'no', never: 'ja' });
  await one.house.tx((tx) => setCap(tx, { asks: 50, days: 90 }));
  assert.match((await ask(3)).text, /Vi sender ikke til den nabo lige nu/, 'never is never, whatever the cap');
});

test('who never wants to be asked is asked by none of their addresses, also when they said so by a link, signed in', async () => {
  const one = await party();
  const { reader: mette } = await cut(one, '20 Hent stole\n20 Hent borde');
  const [chairs, tables] = await taskIds(one.house);
  const ask = async (id: string | undefined, way: Record<string, string>) =>
    (await mette.get(`/opgave/${id}/spoerg`)).submit('Lav spørgsmålet', way);
  const asked = await ask(chairs?.id, { way: 'link' });
  const link = /\/s\/[0-9A-Z]{10}/.exec(asked.html)?.[0] ?? assert.fail('no link');
  const poul = await one.house.signedIn(one.poul);
  await (await poul.get(link)).submit('Send svar', { answer: 'no', never: 'ja' });
  const refused = await ask(tables?.id, { way: 'mail', address: one.poulMail });
  assert.match(refused.text, /Vi sender ikke til den nabo lige nu/);
});

test('what is called off asks for no hands: who has a task hears so, is not reminded, and no link holds', async () => {
  const one = await party(2);
  const { reader: mette, job } = await cut(one, '10 Hent stole\n20 Hent borde');
  const [, tables] = await taskIds(one.house);
  const asked = await (await mette.get(`/opgave/${tables?.id}/spoerg`)).submit('Lav spørgsmålet', { way: 'link' });
  const link = /\/s\/[0-9A-Z]{10}/.exec(asked.html)?.[0] ?? assert.fail('no link');
  const poul = await one.house.signedIn(one.poul);
  assert.match((await (await poul.get(job.path)).submit('Jeg tager den')).text, /Opgaven er din/);
  const event = await one.house.tx(async (tx) =>
    anEvent(await actingAs(tx, one.mette), {
      ...{
        title: 'Sommerfest',
        on: addDays(tx.today, 2),
        initiativeId: one.initiative,
        departmentIds: [one.department],
      },
    }),
  );
  await one.house.tx(morning);
  assert.match((await mette.get('/din-tur')).text, /mangler stadig en hånd/);
  await (await mette.get(`/arrangementer/${event.id}/aflys`)).submit('Aflys, og giv besked', { reason: 'weather' });
  one.house.clock.forward({ days: 1 });
  await one.house.tx(morning);
  await post.work(one.house, jobs);
  const heard = (await post.to(one.poulMail)).map(({ subject }) => subject);
  assert.ok(heard.includes('Aflyst: Sommerfest'), heard.join());
  assert.ok(!heard.includes('I morgen: din lille opgave'), heard.join());
  assert.doesNotMatch((await mette.get('/din-tur')).text, /mangler stadig/);
  assert.doesNotMatch((await poul.get('/opgaver')).text, /Hent (stole|borde)/);
  assert.match((await one.house.visitor('10.2.0.9').get(link)).text, /gælder ikke mere/);
});

test('the day before, who has a task is reminded once, and what nobody has taken waits for whoever drives it', async () => {
  const one = await party(1);
  const { reader: mette, job } = await cut(one);
  const poul = await one.house.signedIn(one.poul);
  await (await poul.get(job.path)).submit('Jeg tager den');
  await one.house.tx(morning);
  await one.house.tx(morning);
  await post.work(one.house, jobs);
  const reminders = (await post.to(one.poulMail)).filter(({ subject }) => subject === 'I morgen: din lille opgave');
  assert.equal(reminders.length, 1);
  assert.match(reminders[0]?.text ?? '', /Lav kaffe/);
  assert.match((await mette.get('/din-tur')).text, /2 små opgaver mangler stadig hænder/);
  const half = await (await mette.get(job.path)).submit('Kun halvdelen (25 min.)');
  assert.match(half.text, /Halvdelen er din/);
  assert.deepEqual(
    (await taskIds(one.house)).map(({ minutes }) => minutes).toSorted((a, b) => a - b),
    [10, 20, 20, 25],
  );
});

test('names of those without an account go 30 days after their task, and that somebody helped stays', async () => {
  const one = await party();
  const { reader: mette } = await cut(one, '20 Hent stole');
  const [chairs] = await taskIds(one.house);
  const asked = await (await mette.get(`/opgave/${chairs?.id}/spoerg`)).submit('Lav spørgsmålet', { way: 'link' });
  const code = /\/s\/([0-9A-Z]{10})/.exec(asked.html)?.[1] ?? assert.fail('no link');
  const visitor = one.house.visitor('10.2.0.4');
  await (await visitor.get(`/s/${code}`)).submit('Send svar', { answer: 'yes', name: 'Amina', contact: '20 12 34 57' });
  const kept = () =>
    one.house.tx((tx) =>
      sql<{ name: string; phone: string | null; marked: boolean }>`
        select name, phone, mark is not null as marked from task_helper where tenant_id = ${tx.tenant.id}`
        .execute(tx.sql)
        .then(({ rows }) => rows),
    );
  assert.deepEqual(await kept(), [{ name: 'Amina', phone: '+4520123457', marked: true }]);
  one.house.clock.forward({ days: 39 });
  await one.house.tx(morning);
  assert.equal((await kept())[0]?.name, 'Amina', 'her task was ten days after');
  one.house.clock.forward({ days: 3 });
  await one.house.tx(morning);
  assert.deepEqual(await kept(), [{ name: '', phone: null, marked: true }]);
});
