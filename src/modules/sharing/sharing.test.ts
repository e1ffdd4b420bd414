import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { NEWS } from '../../news.ts';
import { workOf } from '../../schedule.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Page } from '../../testing/reader.ts';
import { aGathering, verbs } from '../gatherings/seed.ts';
import { aPerson } from '../housing/seed.ts';
import { anInitiative } from '../initiatives/seed.ts';
import { draftOf, MOST_BYTES_A_DAY, ROWS_A_PAGE } from './rules.ts';
import { insertSent } from './store/sent.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;
const work = async (...houses: House[]) => {
  for (const house of houses) await post.work(house, jobs);
};

/** Two houses with a secretary each; in the first, an initiative that names people. */
async function twoHouses() {
  const [nord, syd] = [await newHouse({ name: 'Boligforeningen Nord' }), await newHouse({ name: 'Syd Kommune' })];
  const karen = await nord.tx((tx) =>
    aPerson(tx, { name: 'Karen Mose', email: post.newAddress(), roles: ['secretariat'] }),
  );
  const bent = await syd.tx((tx) => aPerson(tx, { name: 'Bent Holm', roles: ['secretariat'] }));
  const soup = await nord.tx(async (tx) => {
    const poul = await aPerson(tx, { name: 'Poul Kjær' });
    return anInitiative(tx, {
      title: 'Suppe hos Poul',
      what: 'Poul Kjær laver suppe. Ring til Poul på 12 34 56 78, eller skriv til poul@eksempel.dk.',
      status: 'under_way',
      by: poul,
    });
  });
  return { nord, syd, sender: await nord.signedIn(karen), receiver: await syd.signedIn(bent), soup, karen, bent };
}

async function sendSoup(
  all: Awaited<ReturnType<typeof twoHouses>>,
  fields: Record<string, string> = {},
): Promise<Page> {
  const form = await all.sender.get(`/kopier/send/initiativ/${all.soup}`);
  const preview = await form.submit('Se, hvad der bliver sendt', { house: all.syd.tenant.slug, ...fields });
  return preview.submit('Send kopien');
}

async function waiting(all: Awaited<ReturnType<typeof twoHouses>>): Promise<Page> {
  const turn = await all.receiver.get('/din-tur');
  assert.match(turn.text, /En kopi fra et andet hus venter på jeres svar/);
  return turn.follow('En kopi fra et andet hus');
}

test('the sender sees exactly what is sent, without names, and the receiver gets that and nothing else', async () => {
  const all = await twoHouses();
  const form = await all.sender.get(`/kopier/send/initiativ/${all.soup}`);
  const preview = await form.submit('Se, hvad der bliver sendt', { house: all.syd.tenant.slug, note: 'Prøv det!' });
  assert.match(preview.text, /Til Syd Kommune\. De ser præcis det her/);
  assert.match(
    preview.text,
    /Suppe hos \[navn udeladt\].*\[navn udeladt\] laver suppe.*\[telefon udeladt\].*\[e-mail udeladt\]/,
  );
  assert.match(preview.text, /5 navne, e-mails og telefonnumre er udeladt/);
  const sent = await preview.submit('Send kopien');
  assert.match(sent.text, /på vej til Syd Kommune.*Venter på svar/);
  await work(all.syd);
  const copy = await waiting(all);
  assert.match(copy.text, /Kopi fra Boligforeningen Nord, sendt 3\. maj 2026, udgave 1/);
  assert.match(copy.text, /Prøv det!.*\[navn udeladt\] laver suppe/);
  assert.doesNotMatch(copy.html, /Poul|12 34 56 78|poul@|Karen/);
});

test('the sender’s own name goes along when they say so', async () => {
  const all = await twoHouses();
  await sendSoup(all, { contact: 'ja' });
  await work(all.syd);
  assert.match((await waiting(all)).text, /Spørg Karen Mose, beboer\d+@example\.dk/);
});

test('accepted, it is the receiver’s own; the sender hears of it with the words', async () => {
  const all = await twoHouses();
  const sent = await sendSoup(all);
  await work(all.syd);
  const yes = await (await waiting(all)).submit('Svar', { svar: 'accepted', words: 'Tak! Vi prøver i efteråret.' });
  assert.match(yes.text, /Kopien er jeres nu.*Accepteret/);
  await work(all.nord);
  assert.match((await all.sender.get(sent.path)).text, /Accepteret 3\. maj 2026.*Vi prøver i efteråret/);
  assert.doesNotMatch((await all.receiver.get('/din-tur')).text, /venter på jeres svar/);
});

test('accepted twice at once is one answer', async () => {
  const all = await twoHouses();
  await sendSoup(all);
  await work(all.syd);
  const page = await waiting(all);
  const answers = await Promise.all([
    page.submit('Svar', { svar: 'accepted' }),
    page.submit('Svar', { svar: 'declined', words: 'Nej tak' }),
  ]);
  assert.equal(answers.filter(({ text }) => /Nogen har svaret allerede/.test(text)).length, 1);
  const rows = await all.syd.tx((tx) => tx.sql.selectFrom('received_answer').select('answer').execute());
  assert.equal(rows.length, 1);
  await work(all.nord);
  const told = await all.nord.tx((tx) => tx.sql.selectFrom('sent_copy_answer').select('answer').execute());
  assert.deepEqual(told, rows);
});

test('declined, what was in it is deleted here, and the sender hears no with the words', async () => {
  const all = await twoHouses();
  const sent = await sendSoup(all);
  await work(all.syd);
  const no = await (await waiting(all)).submit('Svar', { svar: 'declined', words: 'Vi har en selv.' });
  assert.match(no.text, /Afvist.*Indholdet er slettet/);
  const rows = await all.syd.tx((tx) => tx.sql.selectFrom('received_copy').select('content').execute());
  assert.doesNotMatch(JSON.stringify(rows), /suppe/);
  await work(all.nord);
  assert.match((await all.sender.get(sent.path)).text, /Afvist.*Vi har en selv/);
});

test('a later version is a new edition, and asking back deletes nothing', async () => {
  const all = await twoHouses();
  await sendSoup(all);
  const second = await sendSoup(all);
  assert.match(second.text, /udgave 2/);
  await work(all.syd);
  const list = await all.receiver.get('/kopier');
  assert.match(list.text, /udgave 2.*udgave 1/);
  const copy = await list.follow('Suppe hos');
  await copy.submit('Svar', { svar: 'accepted' });
  await (await all.sender.get(second.path)).submit('Bed dem om det', { words: 'Opskriften var forkert.' });
  await work(all.syd);
  const asked = await all.receiver.get(copy.path);
  assert.match(asked.text, /beder jer om ikke at bruge kopien mere.*Opskriften var forkert.*laver suppe/);
  assert.doesNotMatch((await asked.submit('Det har vi set')).text, /Det har vi set/);
});

test('what is sent is what was seen: changed meanwhile, it is shown again', async () => {
  const all = await twoHouses();
  const form = await all.sender.get(`/kopier/send/initiativ/${all.soup}`);
  const preview = await form.submit('Se, hvad der bliver sendt', { house: all.syd.tenant.slug });
  await all.nord.tx((tx) => tx.sql.updateTable('initiative').set({ what: 'Noget helt andet' }).execute());
  const again = await preview.submit('Send kopien');
  assert.equal(again.status, 422);
  assert.match(again.text, /Det er ændret, siden du så det.*Noget helt andet/);
  assert.match((await again.submit('Send kopien')).text, /på vej/);
});

test('a file goes as a copy of its own, when somebody has looked it through', async () => {
  const all = await twoHouses();
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
  const paper = await all.nord.tx(async (tx) => {
    const gathering = await aGathering(tx);
    const added = await verbs.addPaper(tx, gathering.id, { title: 'Plan for hegnet', name: 'plan.pdf', bytes });
    return added.ok ? added.value : assert.fail('the paper was not taken');
  });
  const form = await all.sender.get(`/kopier/send/papir/${paper}`);
  const unseen = await form.submit('Se, hvad der bliver sendt', { house: all.syd.tenant.slug });
  assert.match(unseen.text, /Se filen igennem, og sæt kryds/);
  await (await unseen.submit('Se, hvad der bliver sendt', { looked: 'ja' })).submit('Send kopien');
  await work(all.syd);
  const copy = await waiting(all);
  const file = await all.receiver.fetch(copy.link('plan.pdf'));
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
  await all.nord.tx((tx) => tx.sql.deleteFrom('gathering_paper').execute());
  await copy.submit('Svar', { svar: 'accepted' });
  assert.equal((await all.receiver.fetch(copy.link('plan.pdf'))).status, 200);
});

test('no choice and no receiver say what to do, and keep what was typed', async () => {
  const all = await twoHouses();
  const form = await all.sender.get(`/kopier/send/initiativ/${all.soup}`);
  const wrong = await form.submit('Se, hvad der bliver sendt', { house: '', note: 'Hej' });
  assert.match(wrong.text, /Vælg, hvem der skal have kopien/);
  assert.match(wrong.html, />Hej</);
  assert.equal((await all.receiver.get(`/kopier/send/initiativ/${all.soup}`)).status, 404);
});

test('a copy that was sent long ago is found behind a page of newer ones', async () => {
  const { nord, syd, soup, karen, sender } = await twoHouses();
  const send = (title: string) =>
    nord.tx((tx) =>
      insertSent(tx, {
        ...{ house: syd.tenant.id, houseName: 'Syd Kommune', source: 'initiative', sourceId: soup, by: karen },
        ...{ title, content: { parts: [], contact: null, files: [] }, note: '', bytes: 0, reference: randomBytes(32) },
      }),
    );
  await send('Den første suppe');
  nord.clock.forward({ days: 1 });
  for (let count = 0; count < ROWS_A_PAGE; count += 1) await send('En senere suppe');
  const page = await sender.get('/kopier');
  assert.doesNotMatch(page.text, /Den første suppe/);
  assert.match((await page.follow('Ældre')).text, /Den første suppe/);
});

test('nobody fills another house: a day holds so many bytes, also when two press at once, and the receiver sees the weight', async () => {
  const all = await twoHouses();
  const { nord, syd, soup, karen } = all;
  await sendSoup(all);
  await work(syd);
  assert.match((await waiting(all)).text, /Den fylder 1 kB hos jer/);
  const sent = () => nord.tx((tx) => tx.sql.selectFrom('sent_copy').select(['bytes', 'edition']).execute());
  const [first] = await sent();
  const one = Number(first?.bytes);
  assert.ok(one > 200 && one < 1000, String(one));
  // Room for one more, and not for two.
  const room = { bytes: MOST_BYTES_A_DAY - Math.ceil(2.5 * one), title: 'Et stort papir', reference: randomBytes(32) };
  await nord.tx((tx) =>
    insertSent(tx, {
      ...{ house: syd.tenant.id, houseName: 'Syd', source: 'paper', sourceId: soup, by: karen, note: '' },
      ...{ ...room, content: { parts: [], contact: null, files: [] } },
    }),
  );
  const previews = await Promise.all(
    [1, 2, 3].map(async () => {
      const form = await all.sender.get(`/kopier/send/initiativ/${soup}`);
      return form.submit('Se, hvad der bliver sendt', { house: syd.tenant.slug });
    }),
  );
  const answers = await Promise.all(previews.map((preview) => preview.submit('Send kopien')));
  assert.deepEqual(
    answers.map(({ status }) => status).sort((one, other) => one - other),
    [200, 422, 422],
  );
  assert.match(answers.find(({ status }) => status === 422)?.text ?? '', /ikke er plads til mere\. Vent til i morgen/);
  assert.equal((await sent()).length, 3);
  nord.clock.forward({ days: 1, minutes: 1 });
  assert.equal((await sendSoup(all)).status, 200);
});

test('a name is left out in the genitive and alone, and not inside another word', () => {
  const thing = { source: 'initiative', id: '', title: 'Idas have', files: [], people: ['Ida Bro'] } as const;
  const text = 'Ida Bros idé: Idas bed. Idaho og Vida bliver stående. Ring 99999901 eller +45 99 99 99 01.';
  const draft = draftOf({ ...thing, parts: [{ key: 'a', heading: 'Hvad', text }] }, ['a'], [], null);
  assert.equal(
    draft.content.parts[0]?.text,
    '[navn udeladt] idé: [navn udeladt] bed. Idaho og Vida bliver stående. Ring [telefon udeladt] eller [telefon udeladt].',
  );
  assert.equal(draft.title, '[navn udeladt] have');
});
