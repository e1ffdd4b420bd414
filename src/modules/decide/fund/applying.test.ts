import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { aDepartment, anOrganisation, aPerson } from '../../housing/seed.ts';
import { turnsJobs } from '../../turns/public.ts';
import { fundTurns } from './public.ts';
import { aFund } from './seed.ts';

const { newHouse, db } = await testApp();
const post = await testPost(db);
const names = () => async () => new Map<string, string>();
const news = { readers: async () => [], of: async () => [] };
const jobs = turnsJobs({ ...post.ways, tongue: { kinds: fundTurns, names }, news });

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx, { name: 'Kærhaven' }),
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    fundId: await aFund(tx),
    inAMonth: addDays(tx.today, 30) as string,
  }));
  return { house, ...people };
}

const page = (startsOn: string) => ({
  title: 'Suppe i gården',
  purpose: 'Vi spiser suppe sammen.',
  participants: '40',
  startsOn,
  what1: 'Mad',
  supplier1: 'Vesterby Brugs',
  amount1: '4.000',
  'grounds[]': 'smaller_group',
  groundReason: 'For os i opgang 14.',
  name: 'Mette Holm',
});

test('what is typed is kept while one asks what the rules say, wants more lines, or sees the page; nothing is saved', async () => {
  const { house, inAMonth } = await lived();
  const form = await house.visitor().get('/pulje/ansoeg');
  const typed = { ...page(inAMonth), amount1: '24.000' };
  const asked = await form.submit('Se, hvad reglerne siger', typed);
  assert.match(asked.text, /Det siger reglerne.*Vi kan højst give 20\.000 kr\./);
  assert.match(asked.text, /\d+ % af ét ark/);
  assert.equal(asked.root.querySelector('[name="title"]')?.getAttribute('value'), 'Suppe i gården');
  assert.equal(asked.root.querySelector('[name="what4"]'), null);
  const more = await asked.submit('Flere linjer');
  assert.ok(more.root.querySelector('[name="what6"]'));
  assert.equal(more.root.querySelector('[name="amount1"]')?.getAttribute('value'), '24.000');
  const drafts = await house.tx((tx) => tx.sql.selectFrom('fund_application').select('id').execute());
  assert.equal(drafts.length, 0);
});

test('a draft that could not be kept comes back with every line typed, what the rules say to that, and no word of being kept', async () => {
  const { house, inAMonth } = await lived();
  const kept = await (await house.visitor().get('/pulje/ansoeg')).submit('Gem til senere', { title: 'Suppe' });
  assert.match(kept.text, /Din kladde er gemt/);
  const more = await kept.submit('Flere linjer');
  const wrong = { amount2: 'to hundrede', what2: 'Lys', what6: 'Duge', supplier6: 'Vesterby Brugs', amount6: '21.000' };
  const unread = await more.submit('Gem til senere', { ...page(inAMonth), ...wrong });
  assert.equal(unread.status, 422);
  assert.match(unread.text, /Skriv beløbet med tal/);
  assert.doesNotMatch(unread.text, /Din kladde er gemt/);
  assert.equal(unread.root.querySelector('[name="what6"]')?.getAttribute('value'), 'Duge');
  assert.match(unread.text, /Vi kan højst give 20\.000 kr\./);
  assert.doesNotMatch(unread.text, /Vælg mindst én grund/);
});

test('the page can be seen as it will be printed, also before it is kept, and an empty one fetched', async () => {
  const { house, inAMonth } = await lived();
  const visitor = house.visitor();
  const form = new URLSearchParams({ ...page(inAMonth), do: 'page' });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await visitor.fetch('/pulje/ansoeg', { method: 'POST', body: form, headers });
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const printed = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  assert.equal(printed.pages.length, 1);
  assert.match(printed.text, /Suppe i gården.*Kladde/s);
  const blank = await visitor.fetch('/pulje/skema');
  assert.match((await readPdf(new Uint8Array(await blank.arrayBuffer()))).text, /Kærhaven/);
});

test('script is told what the rules say beside each field, and how full the page is', async () => {
  const { house, inAMonth } = await lived();
  const typed = { ...page(inAMonth), amount1: 'mange', minors: 'ja', startsOn: '2020-01-01' };
  const answer = await house.visitor().post('/pulje/ansoeg/maaler', typed);
  assert.equal(answer.status, 200);
  const said = (at: string) => answer.root.querySelector(`#siger-${at}`)?.text ?? '';
  assert.match(said('startsOn'), /Vi kan kun sige ja, før I begynder/);
  assert.match(said('minors'), /børneattest/);
  assert.equal(said('grounds'), '');
  assert.match(said('arket'), /\d+ % af ét ark/);
  const long = await house.visitor().post('/pulje/ansoeg/maaler', { ...typed, purpose: 'Suppe og sang. '.repeat(330) });
  assert.match(long.root.querySelector('#siger-purpose')?.text ?? '', /mere end ét ark/);
  const kept = await (await house.visitor().get('/pulje/ansoeg')).submit('Gem til senere', page(inAMonth));
  const refused = await kept.submit('Send ansøgningen', { purpose: 'Suppe og sang. '.repeat(330) });
  assert.match(refused.text, /mere end ét ark/);
  assert.doesNotMatch(refused.text, /Den er nr\./);
});

test('with several funds one chooses, and an address can choose already', async () => {
  const { house, inAMonth } = await lived();
  const other = await house.tx(async (tx) =>
    aFund(tx, {
      name: 'Kommunens pulje',
      organisationId: await anOrganisation(tx),
      projectMax: kroner(3_000),
      decidingRole: 'municipal_officer',
    }),
  );
  const form = await house.visitor().get(`/pulje/ansoeg?pulje=${other}`);
  assert.match(form.text, /Hvilken pulje søger I\?.*Højst 3\.000 kr\./);
  assert.ok(form.root.querySelector(`input[value="${other}"][checked]`));
  const asked = await form.submit('Se, hvad reglerne siger', page(inAMonth));
  assert.match(asked.text, /Vi kan højst give 3\.000 kr\./);
  await asked.submit('Gem til senere');
  const [draft] = await house.tx((tx) => tx.sql.selectFrom('fund_application').select('fund_id').execute());
  assert.equal(draft?.fund_id, other);
});

test('a card of the catalogue carries its words and its price over', async () => {
  const { house } = await lived();
  const form = await house.visitor().get('/pulje/ansoeg?titel=Byttehylde&formaal=En+hylde+i+opgangen&beloeb=1.200');
  const value = (name: string) => form.root.querySelector(`[name="${name}"]`)?.getAttribute('value');
  assert.deepEqual([value('title'), value('what1'), value('amount1')], ['Byttehylde', 'Byttehylde', '1.200']);
  assert.match(form.root.querySelector('[name="purpose"]')?.text ?? '', /En hylde i opgangen/);
});

test('visitors cannot fill the letter box of anybody: five mails a day go to one address, however it is written', async () => {
  const { house, inAMonth } = await lived();
  const victim = post.newAddress();
  for (let times = 0; times < 4; times += 1) {
    const form = await house.visitor().get('/pulje/ansoeg');
    const asked = { ...page(inAMonth), email: victim, with1: 'Poul Dahl', withEmail1: victim.toUpperCase() };
    assert.equal((await form.submit('Gem til senere', asked)).status, 200);
  }
  await post.work(house, jobs);
  const sent = await house.tx((tx) => tx.sql.selectFrom('outgoing').select('id').execute());
  assert.equal(sent.length, 5);
});

test('somebody who is asked to join gets a mail, writes with, says no, and the applicant hears of it', async () => {
  const { house, inAMonth } = await lived();
  const [mine, theirs] = [post.newAddress(), post.newAddress()];
  const account = await house.tx((tx) => aPerson(tx, { name: 'Poul Dahl', email: theirs }));
  const form = await house.visitor().get('/pulje/ansoeg');
  const kept = await form.submit('Gem til senere', {
    ...page(inAMonth),
    email: mine,
    with1: 'Poul Dahl',
    withEmail1: theirs,
  });
  await post.work(house, jobs);
  const [draftMail] = await post.to(mine);
  assert.match(draftMail?.text ?? '', /Skriv videre/);
  assert.ok(draftMail?.text.includes(kept.path), 'the link to the draft is in the mail');
  const [invitation] = await post.to(theirs);
  assert.match(invitation?.subject ?? '', /Mette Holm vil søge sammen med dig/);
  const link = /\/pulje\/min-ansoegning\/[\w-]+/.exec(invitation?.text ?? '')?.[0] ?? '';
  const poul = await house.visitor().get(link);
  assert.match(poul.text, /Mette Holm har skrevet dig på ansøgningen/);
  const written = await poul.submit('Gem til senere', { remains: 'En gryde', remainsOwner: 'group' });
  assert.equal(written.root.querySelector('[name="remains"]')?.getAttribute('value'), 'En gryde');
  const [draft] = await house.tx((tx) => tx.sql.selectFrom('fund_application').select('id').execute());
  const asThemselves = async () =>
    (await (await house.signedIn(account)).get(`/pulje/ansoegninger/${draft?.id}`)).status;
  assert.equal(await asThemselves(), 200);
  const gone = await written.submit('Nej tak, jeg er ikke med');
  assert.match(gone.text, /Du er skrevet af/);
  assert.equal((await house.visitor().get(link)).status, 404);
  assert.equal(await asThemselves(), 404, 'with an account too');
  assert.match((await house.visitor().get(kept.path)).text, /har sagt nej/);
  await post.work(house, jobs);
  const [told] = await post.to(mine);
  assert.match(told?.text ?? '', /Poul Dahl har sagt nej/);
  assert.equal((await post.to(theirs)).length, 1, 'and is left in peace');
});

test('a child needs an adult who answers, and the adult hears of it too', async () => {
  const { house, inAMonth } = await lived();
  const adult = post.newAddress();
  const form = await house.visitor().get('/pulje/ansoeg');
  const lacking = await form.submit('Send ansøgningen', { ...page(inAMonth), age: 'child' });
  assert.match(lacking.text, /Skriv navnet på en voksen/);
  assert.match(lacking.text, /En voksen skal svare for ansøgningen/);
  const sent = await lacking.submit('Send ansøgningen', { guardian: 'Karin Holm', guardianContact: adult });
  assert.match(sent.text, /Den er nr\. P-0001/);
  await post.work(house, jobs);
  const [mail] = await post.to(adult);
  assert.match(mail?.subject ?? '', /nr\. P-0001/);
  const young = await (await house.visitor().get('/pulje/ansoeg')).submit('Send ansøgningen', {
    ...page(inAMonth),
    age: 'young',
  });
  assert.match(young.text, /Den er nr\. P-0002/);
});

test('what came on paper says on which day, on the screen and on the printed page', async () => {
  const { house, signe, inAMonth } = await lived();
  const form = await (await house.signedIn(signe)).get('/pulje/ansoeg');
  const sent = await form.submit('Send ansøgningen', { ...page(inAMonth), channel: 'paper', receivedOn: '2026-04-12' });
  assert.match(sent.text, /Modtaget på papir 12\. april 2026/);
  assert.match(sent.text, /Svar senest\s*26\. april 2026/, 'fourteen days from when it was received');
  const sheet = await sent.reader.fetch(sent.link('Se ansøgningen som ét ark'));
  assert.match((await readPdf(new Uint8Array(await sheet.arrayBuffer()))).text, /På papir\s+12\.04\.2026/);
});
