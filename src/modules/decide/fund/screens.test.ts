import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { readId } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { claimMoney } from './commands/claims.ts';
import { aFund } from './seed.ts';

const { newHouse } = await testApp();

async function withPeople(total = kroner(100_000)) {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx),
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }),
    fundId: await aFund(tx, { total }),
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
  email: 'mette@example.dk',
});

test('a visitor keeps a draft, comes back by its link, and sends it in', async () => {
  const { house, inAMonth } = await withPeople();
  const visitor = house.visitor();
  const form = await visitor.get('/pulje/ansoeg');
  const kept = await form.submit('Gem til senere', { title: 'Suppe i gården' });
  assert.match(kept.text, /Din kladde er gemt/);
  assert.match(kept.path, /\/pulje\/min-ansoegning\//);
  const again = await house.visitor().get(kept.path);
  const lacking = await again.submit('Send ansøgningen', {});
  assert.match(lacking.text, /Skriv, hvad der skal ske/);
  const sent = await lacking.submit('Send ansøgningen', page(inAMonth));
  assert.match(sent.text, /Den er nr\. P-0001/);
  assert.match(sent.text, /Du får svar senest/);
  assert.ok(sent.html.includes(`${sent.path}</a>`), 'the page shows its own link, since nothing else leads back to it');
  assert.match(sent.text, /Modtaget/);
});

test('the page says at once what the policy would say, and stops only where there is no room', async () => {
  const { house, inAMonth } = await withPeople();
  const form = await house.visitor().get('/pulje/ansoeg');
  const large = { ...page(inAMonth), amount1: '24.000', minors: 'ja' };
  const kept = await form.submit('Gem til senere', large);
  assert.match(kept.text, /Vi kan højst give 20\.000 kr\. til ét projekt/);
  assert.match(kept.text, /To voksne skal være med/);
  const today = await kept.submit('Send ansøgningen', { ...large, startsOn: '2026-05-03' });
  assert.match(today.text, /Vi kan kun sige ja, før I begynder/);
  const unread = await today.submit('Send ansøgningen', { ...large, amount1: '4.50' });
  assert.equal(unread.status, 422);
  assert.match(unread.text, /Skriv beløbet med tal/);
  const sent = await unread.submit('Send ansøgningen', large);
  assert.match(sent.text, /Den er nr\. P-0001/);
});

test('six people carry one case from the page to the yes that everybody can read', async () => {
  const { house, mette, signe, inge, poul, inAMonth } = await withPeople();
  const asMette = await house.signedIn(mette);
  const sent = await (await asMette.get('/pulje/ansoeg')).submit('Send ansøgningen', page(inAMonth));
  assert.match(sent.text, /Den er nr\. P-0001/);

  const asSigne = await house.signedIn(signe);
  const list = await asSigne.get('/pulje/ansoegninger');
  assert.match(list.text, /Mette Holm/);
  const at = list.root.querySelector('table a')?.getAttribute('href') ?? '';
  const place = at.slice(at.indexOf('/pulje/'));
  const asked = await (await asSigne.get(place)).submit('Send spørgsmålet', { words: 'Hvem køber ind?' });
  assert.match(asked.text, /Spørgsmålet er sendt/);
  const answered = await (await asMette.get(place)).submit('Send svaret', { words: 'Det gør jeg.' });
  assert.match(answered.text, /Tak for svaret/);
  const wordless = await (await asSigne.get(place)).submit('Send til beslutning', {
    result: 'commit',
    amount: '4.000',
  });
  assert.match(wordless.text, /Skriv, hvorfor du råder til det/);
  assert.doesNotMatch(wordless.text, /hvorfor det er et nej/);
  const advised = await (await asSigne.get(place)).submit('Send til beslutning', {
    result: 'commit',
    amount: '4.000',
    words: 'En god idé.',
  });
  assert.match(advised.text, /Dit råd er givet videre/);

  assert.doesNotMatch((await asMette.get(place)).text, /En god idé/);
  assert.equal((await (await house.signedIn(poul)).get(place)).status, 404);
  assert.doesNotMatch((await house.visitor().get(place)).text, /Vi spiser suppe/);

  const asInge = await house.signedIn(inge);
  const before = await asInge.get(place);
  assert.match(before.text, /En god idé/);
  const tooMuch = await before.submit('Skriv beslutningen', { result: 'commit', amount: '4.001' });
  assert.match(tooMuch.text, /Der er kun søgt 4\.000 kr/);
  const bareNo = await before.submit('Skriv beslutningen', { result: 'refuse' });
  assert.match(
    bareNo.root.querySelector('#decide-words')?.parentNode?.textContent ?? '',
    /Skriv, hvorfor det er et nej/,
  );
  const decided = await (await asInge.get(place)).submit('Skriv beslutningen', {
    result: 'commit',
    amount: '4.000',
    terms: 'Gem kvitteringen.',
  });
  assert.match(decided.text, /Beslutningen er skrevet/);
  const promised = await asMette.get(place);
  assert.match(promised.text, /Gem kvitteringen/);
  assert.match(promised.text, /Træk ansøgningen tilbage/);
  const id = readId<'fund_application'>(place.split('/').at(-1) ?? '') ?? assert.fail(place);
  await house.tx((tx) => claimMoney(tx, id, { amount: kroner(1_000), reference: 'F-17' }));
  const claimed = (await asMette.get(place)).text;
  assert.doesNotMatch(claimed, /Træk ansøgningen tilbage/, 'nobody is offered what a waiting invoice forbids');

  const everybody = await house.visitor().get('/pulje');
  assert.match(everybody.text, /Suppe i gården/);
  assert.match(everybody.text, /96\.000 kr\. af 100\.000 kr/);
  assert.doesNotMatch(everybody.text, /Mette/);
  const accounts = await everybody.follow('Se hver post');
  assert.match(accounts.text, /-4\.000,00 kr\./);
  assert.match(accounts.text, /96\.000,00 kr\./);
});

test('a form that could not be read comes back open, as the only one, and the summary leads to its field', async () => {
  const { house, signe, inAMonth } = await withPeople();
  await (await house.visitor().get('/pulje/ansoeg')).submit('Send ansøgningen', page(inAMonth));
  const asSigne = await house.signedIn(signe);
  const list = await asSigne.get('/pulje/ansoegninger');
  const at = list.root.querySelector('table a')?.getAttribute('href') ?? '';
  const place = at.slice(at.indexOf('/pulje/'));
  const typed = { result: 'commit', amount: 'fire tusind', words: 'Godt for opgangen.' };
  const refused = await (await asSigne.get(place)).submit('Send til beslutning', typed);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /href="#advise-amount"/);
  assert.match(refused.html, /<details[^>]* open[^>]*><summary>Giv et råd/);
  assert.equal(refused.html.match(/Godt for opgangen/g)?.length, 1, 'the words stand in their own form only');
});

test('an answer that is too long comes back with every word to who follows the case by its link', async () => {
  const { house, signe, inAMonth } = await withPeople();
  const sent = await (await house.visitor().get('/pulje/ansoeg')).submit('Send ansøgningen', page(inAMonth));
  const asSigne = await house.signedIn(signe);
  const list = await asSigne.get('/pulje/ansoegninger');
  const at = list.root.querySelector('table a')?.getAttribute('href') ?? '';
  await (await asSigne.get(at.slice(at.indexOf('/pulje/')))).submit('Send spørgsmålet', { words: 'Hvem køber ind?' });
  const long = 'Det gør jeg. '.repeat(130).trim();
  const refused = await (await house.visitor().get(sent.path)).submit('Send svaret', { words: long });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Det blev for langt/);
  assert.ok(refused.html.includes(long));
  assert.match((await refused.submit('Send svaret', { words: 'Det gør jeg.' })).text, /Svar: Det gør jeg/);
});

test('who says that they stand aside no longer reads the deliberation, and cannot decide', async () => {
  const { house, signe, inge, inAMonth } = await withPeople();
  await (await house.visitor().get('/pulje/ansoeg')).submit('Send ansøgningen', page(inAMonth));
  const asSigne = await house.signedIn(signe);
  const list = await asSigne.get('/pulje/ansoegninger');
  const at = list.root.querySelector('table a')?.getAttribute('href') ?? '';
  const place = at.slice(at.indexOf('/pulje/'));
  await (await asSigne.get(place)).submit('Send til beslutning', { result: 'refuse', words: 'Hemmelige ord.' });
  const asInge = await house.signedIn(inge);
  const before = await asInge.get(place);
  assert.match(before.text, /Hemmelige ord/);
  const after = await before.submit('Jeg er inhabil', { reason: 'family' });
  assert.match(after.text, /Du er inhabil i denne sag/);
  assert.doesNotMatch(after.text, /Du får svar/, 'she is not the one who applied');
  assert.doesNotMatch(after.text, /Hemmelige ord/);
  assert.doesNotMatch(after.text, /Skriv beslutningen/);
  assert.equal((await asInge.post(`${place}/beslut`, { result: 'refuse', words: 'Nej' })).status >= 400, true);
});

test('an application is taken back by its link, and what came on paper says so', async () => {
  const { house, signe, inAMonth } = await withPeople();
  const sent = await (await house.visitor().get('/pulje/ansoeg')).submit('Send ansøgningen', page(inAMonth));
  assert.match((await sent.submit('Træk ansøgningen tilbage', {})).text, /Ansøgningen er trukket tilbage/);
  const asSigne = await house.signedIn(signe);
  const paper = await (await asSigne.get('/pulje/ansoeg')).submit('Send ansøgningen', {
    ...page('2026-05-01'),
    channel: 'paper',
  });
  assert.match(paper.text, /Modtaget på papir/);
  assert.match(paper.path, /\/pulje\/ansoegninger\//, 'who wrote it in goes on with the case');
});

test('who drives an initiative need not type it twice, and its thread tells what came of it; nobody else can lean on it', async () => {
  const { house, mette, poul, inAMonth } = await withPeople();
  const initiative = await house.tx((tx) => anInitiative(tx, { title: 'Lygtetur', status: 'under_way', by: mette }));
  const asMette = await house.signedIn(mette);
  const form = await asMette.get(`/pulje/ansoeg?initiativ=${initiative}`);
  assert.match(form.html, /value="Lygtetur"/);
  const { title: _, ...rest } = page(inAMonth);
  assert.match((await form.submit('Send ansøgningen', rest)).text, /Den er nr\. P-0001/);
  assert.match((await house.visitor().get(`/initiativer/${initiative}`)).text, /Der blev søgt 4\.000 kr\. i puljen/);
  const other = await (await house.signedIn(poul)).get(`/pulje/ansoeg?initiativ=${initiative}`);
  assert.doesNotMatch(other.html, /Lygtetur/);
});

test('the secretariat opens the fund with its first policy, and a new one never takes back what is promised', async () => {
  const house = await newHouse();
  const { karen, mette } = await house.tx(async (tx) => ({
    karen: await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] }),
    mette: await aPerson(tx, { name: 'Mette Holm' }),
  }));
  assert.match((await house.visitor().get('/pulje')).text, /Her er ingen pulje endnu/);
  const asKaren = await house.signedIn(karen);
  const blank = await (await asKaren.get('/pulje/ny')).submit('Gem den godkendte politik', {});
  assert.equal(blank.status, 422);
  const policy = { name: 'Puljen', words: 'Til det, vi gør sammen.' };
  const over = await blank.submit('Gem den godkendte politik', { ...policy, projectMax: '200.000' });
  assert.match(over.text, /Et projekt kan ikke få mere, end der er i alt/);
  assert.match((await house.visitor().get('/pulje')).text, /Her er ingen pulje endnu/);
  const kept = await over.submit('Gem den godkendte politik', { ...policy, projectMax: '20.000' });
  assert.match(kept.text, /Den nye politik er gemt/);
  assert.match(kept.text, /100\.000 kr\. af 100\.000 kr/);
  const form = `${kept.path}/politik/ny`;
  const again = await (await asKaren.get(form)).submit('Gem den godkendte politik', { total: '50.000' });
  assert.match(again.text, /Udgave 2 · Gælder nu/);
  assert.match(again.text, /Penge i alt[\s\S]*100\.000 kr\.[\s\S]*50\.000 kr\./, 'what is new stands beside what was');
  assert.match((await house.visitor().get(`${kept.path}/politik?udgave=1`)).text, /Gælder ikke mere/);
  assert.match((await house.visitor().get(kept.path)).text, /50\.000 kr\. af 50\.000 kr/);
  for (const place of ['/pulje/ny', form]) {
    assert.equal((await (await house.signedIn(mette)).get(place)).status, 404);
  }
});
