import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { NEWS } from '../../news.ts';
import { readPdf } from '../../platform/documents/pdf-reading.ts';
import { readForm } from '../../platform/web/form.ts';
import { workOf } from '../../schedule.ts';
import { type House, SITE, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import { type Page, Reader } from '../../testing/reader.ts';
import { houseForm } from './forms.ts';
import { shortNameOf } from './rules/short-name.ts';
import { firstDay, ODD_FILE, oddAddressFile, oddPeopleFile } from './seed.ts';

const { another, db, newHouse } = await testApp();
const post = await testPost(db);
const { kinds } = workOf(post.ways, NEWS);

const HOUSE = {
  name: 'Boligforeningen Rosen',
  cvr: '99 99 99 42',
  streetLine: 'Rosenvænget 2',
  postcode: '4999',
  city: 'Vesterby',
  phone: '31 12 34 56',
  email: 'kontoret@example.dk',
};

async function opened(): Promise<{ house: House; karen: Reader }> {
  const house = await newHouse();
  const karen = await house.signedIn(await house.tx(firstDay));
  return { house, karen };
}

const step = (karen: Reader, slug: string) => karen.get(`/kom-godt-i-gang/${slug}`);
const undo = async (karen: Reader, slug: string) => {
  const undone = await (await karen.get(`/kom-godt-i-gang/${slug}/fortryd`)).submit('Ja, fortryd det');
  assert.match(undone.html, /Det er fortrudt/, undone.text);
  return undone;
};
const progress = async (karen: Reader) =>
  /Så langt er I\s*(\d af 7)/.exec((await karen.get('/kom-godt-i-gang')).text)?.[1];

async function bringInHomes(house: House, karen: Reader): Promise<Page> {
  const file = new File([oddAddressFile() as Uint8Array<ArrayBuffer>], 'lejemål.csv');
  const preview = await (await step(karen, 'boliger')).submit('Læs filen', { file });
  const asked = await preview.submit('Hent dem ind');
  await post.work(house, kinds);
  return karen.get(asked.path);
}

test('from an empty house to the printed invitation and an open round, and every step can be taken back', async () => {
  const { house, karen } = await opened();
  assert.match((await karen.get('/')).text, /Kom godt i gang.*0 af 7.*Næste trin: Huset/);

  const wrong = await (await step(karen, 'hus')).submit('Gem', { ...HOUSE, cvr: '12345678' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /CVR-nummeret passer ikke/);
  assert.match(wrong.html, /value="Rosenvænget 2"/);
  assert.match((await wrong.submit('Gem', HOUSE)).text, /Farve og logo/);
  assert.equal(await progress(karen), '1 af 7');

  const png = await sharp({ create: { width: 300, height: 90, channels: 3, background: '#ffe14d' } })
    .png()
    .toBuffer();
  const tried = await (await step(karen, 'udseende')).submit('Se farven', { colour: '#ffe14d' });
  assert.match(tried.text, /Hvid tekst på farven: 1,3 til 1\. Det er for lidt/);
  const dressed = await (await step(karen, 'udseende')).submit('Gem', {
    colour: '#ffe14d',
    logo: new File([new Uint8Array(png)], 'logo.png'),
  });
  assert.match(dressed.html, /class="setup-logo" src="[^"]*\/logo\//);
  assert.equal(await progress(karen), '2 af 7');

  const nothing = await (await step(karen, 'boliger')).submit('Læs filen', {});
  assert.match(nothing.path, /\/kom-godt-i-gang\/boliger$/, 'without a file one stays in the steps');
  assert.match(nothing.html, /Vælg (en|den) fil/);
  const done = await bringInHomes(house, karen);
  assert.match(done.text, new RegExp(`${ODD_FILE.homes} nye boliger`));
  assert.match(done.text, new RegExp(`${ODD_FILE.refused} rækker kan ikke komme med`));
  assert.match((await step(karen, 'boliger')).text, /I har 7 boliger.*lejemål\.csv/);

  const read = await (await step(karen, 'folk')).submit('Læs listen', {
    people: new File([oddPeopleFile() as Uint8Array<ArrayBuffer>], 'folk.csv'),
  });
  assert.match(read.text, /Vi læste 6 linjer/);
  const letIn = await read.submit('Skriv alle ind');
  assert.match(letIn.text, /6 personer er skrevet ind\. 6 får besked/, letIn.text);
  const here = (await step(karen, 'folk')).text;
  assert.match(here, /Else Dam: formand for organisationsbestyrelsen/);
  assert.match(here, /Ib Møller: formand for afdelingsbestyrelsen \(Rosenhaven\)/);
  await post.work(house, kinds);
  assert.match((await post.to('else@example.dk'))[0]?.text ?? '', /formand for organisationsbestyrelsen/);
  assert.equal(await progress(karen), '4 af 7');

  const fund = { approvedOn: '2026-04-20', startsOn: '2026-05-03', endsOn: '2027-05-02', closesOn: '2026-06-14' };
  const lacking = await (await step(karen, 'pulje')).submit('Åbn puljen', { ...fund, approvedOn: '' });
  assert.match(lacking.text, /Vælg en dato/);
  const invite = await lacking.submit('Åbn puljen', fund);
  assert.match(invite.text, /Det første brev/);
  assert.match((await karen.get('/pulje')).text, /Boligforeningen Rosen|Fællesskabspuljen/);

  const saved = await invite.submit('Gem brevet');
  assert.match(saved.text, /7 breve/);
  const pdf = await readPdf(new Uint8Array(await (await karen.fetch(saved.link('Hent brevene'))).arrayBuffer()));
  assert.equal(pdf.pages.length, ODD_FILE.homes);
  assert.match(pdf.text, /Rosenvænget 12B, st\. tv/);
  assert.match(pdf.text, /højst|op til 20\.000/);
  assert.equal((await karen.fetch(saved.link('Hent plakaten'))).status, 200);
  assert.match((await saved.submit('Brevene er printet')).text, /Det sidste tjek/);

  await (await step(karen, 'tjek')).submit('Send en prøvemail');
  await post.work(house, kinds);
  const code = /\b(\d{4})\b/.exec((await post.to('karen@example.dk'))[0]?.subject ?? '')?.[1] ?? '';
  const missed = await (await step(karen, 'tjek')).submit('Den kom', { code: code === '1111' ? '2222' : '1111' });
  assert.match(missed.text, /ikke de tal/);
  await missed.submit('Den kom', { code });
  await (await step(karen, 'tjek')).submit('Vi har set på dem');
  await (await step(karen, 'tjek')).submit('Det er aftalt');
  assert.equal(await progress(karen), '7 af 7');

  // And back again, the last first.
  await undo(karen, 'tjek');
  assert.match((await karen.get('/kom-godt-i-gang/pulje/fortryd')).text, /Fortryd først brevet/);
  await undo(karen, 'invitation');
  await undo(karen, 'pulje');
  assert.doesNotMatch((await karen.get('/pulje')).text, /Fællesskabspuljen/);
  await undo(karen, 'folk');
  assert.doesNotMatch((await karen.get('/personer')).text, /Else Dam|organisationsbestyrelsen/);
  assert.match((await karen.get('/kom-godt-i-gang/boliger/fortryd')).text, /7 boliger, \d opgange og 2 afdelinger/);
  await undo(karen, 'boliger');
  assert.doesNotMatch((await karen.get('/afdelinger')).text, /Rosenhaven/);
  await undo(karen, 'udseende');
  await undo(karen, 'hus');
  assert.equal(await progress(karen), '0 af 7');
  for (const slug of ['hus', 'udseende', 'boliger', 'folk', 'pulje', 'invitation', 'tjek']) {
    const { text, html } = await karen.get(`/kom-godt-i-gang/${slug}/fortryd`);
    assert.match(text, /ikke noget at fortryde.*Tilbage til trinnet/s, slug);
    assert.doesNotMatch(html, /Ja, fortryd det|behold det/, slug);
  }
});

test('a language and a kind that nobody knows are asked about, not made Danish and a housing organisation in silence', () => {
  const read = (more: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...HOUSE, ...more })) form.set(name, value);
    const outcome = readForm(houseForm('da'), form);
    return outcome.ok ? outcome.value.language : outcome.refusal.messages.map(({ field }) => field);
  };
  assert.deepEqual(read({ language: 'tysk', kind: 'forening' }), ['kind', 'language']);
  assert.equal(read({ language: 'en', kind: 'association' }), 'en');
  assert.equal(read({}), 'da');
});

test('a short name for the address is proposed from what the house is called', () => {
  const names = [
    'Boligforeningen Rosenhøj',
    'Andelsboligforeningen af 1941',
    'Vesterby Almene Boligselskab A/S',
    'Bo-Ærø',
  ];
  assert.deepEqual(names.map(shortNameOf), ['rosenhoej', '1941', 'vesterby', 'bo-aeroe']);
  assert.equal(shortNameOf('Boligselskabet'), 'boligselskabet', 'a name of common words alone is kept');
  assert.equal(shortNameOf('  …  '), '');
  assert.ok(shortNameOf('Lyngbakken Kærhaven Engblommen Mosevænget').length <= 30);
});

test('a new name and colour are there on the very next page of the process that saved them', async () => {
  const house = await newHouse({ name: 'Boligforeningen Før' });
  const karen = await house.tx(firstDay);
  // A process that reads the houses once and keeps them.
  const reader = new Reader(another(600_000), `${SITE}/${house.tenant.slug}`);
  reader.keep([...(await house.signedIn(karen)).cookies()].map(([name, value]) => `${name}=${value}`));
  assert.match((await reader.get('/')).html, /Boligforeningen Før/);
  const form = await reader.get('/kom-godt-i-gang/hus');
  const saved = await form.submit('Gem', { ...HOUSE, name: 'Boligforeningen Efter' });
  assert.ok(saved.status < 400, saved.text);
  const front = await reader.get('/');
  assert.match(front.html, /Boligforeningen Efter/);
  assert.doesNotMatch(front.html, /Boligforeningen Før/);
  await (await reader.get('/kom-godt-i-gang/udseende')).submit('Gem', { colour: '#7a1f5c' });
  assert.match((await reader.get('/')).html, /7a1f5c/);
});
