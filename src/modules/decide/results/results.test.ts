import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import { NEWS } from '../../../news.ts';
import { TURN_TONGUE } from '../../../tellings.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { turnsJobs } from '../../turns/public.ts';
import { commitmentById } from '../fund/public.ts';
import { makeLink } from './commands/feedback.ts';
import { remindAll } from './commands/morning.ts';
import { resultsJobs } from './jobs.ts';
import { anAskedFor, aPromised, by, paidInvoice, someAnswers, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const kinds = [...resultsJobs, ...turnsJobs({ ...post.ways, tongue: TURN_TONGUE, news: NEWS })];

type Wanted = Parameters<typeof anAskedFor>[1];

async function told(wanted: Wanted = {}) {
  const house = await newHouse();
  return { house, ...(await anAskedFor(house, wanted, { mette: post.newAddress() })) };
}

async function promised(wanted: Wanted = {}) {
  const house = await newHouse();
  return { house, ...(await aPromised(house, wanted, { mette: post.newAddress() })) };
}

function noon(on: Day): string {
  return `${on}T12:00:00+02:00`;
}

function must<T, R>(outcome: Outcome<T, R>): T {
  assert(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

const turnsIn = (house: House) =>
  house.tx(async (tx) => {
    const rows = await tx.sql
      .selectFrom('turn')
      .select('kind')
      .where('kind', 'like', 'results.%')
      .where('closed_at', 'is', null)
      .orderBy('kind')
      .execute();
    return rows.map((row) => row.kind);
  });

test('the morning says each thing once, however often it asks and however late', async () => {
  const { house, heldOn, id } = await told();
  house.clock.set(noon(addDays(heldOn, -15)));
  assert.equal(await house.tx(remindAll), 0);
  house.clock.set(noon(addDays(heldOn, -10)));
  const first = await Promise.all([house.tx(remindAll), house.tx(remindAll), house.tx(remindAll)]);
  assert.deepEqual(
    first.toSorted((a, b) => a - b),
    [0, 0, 1],
  );
  assert.equal(await house.tx(remindAll), 0);
  assert.deepEqual(await turnsIn(house), ['results.undecided']);
  house.clock.set(noon(heldOn));
  assert.equal(await house.tx(remindAll), 0);
  assert.deepEqual(await turnsIn(house), [], 'once it has begun, nobody can decide any more');
  const reminded = await house.tx((tx) =>
    tx.sql
      .selectFrom('journal_entry')
      .select('seq')
      .where('kind', '=', 'feedback.reminded')
      .where('subject_id', '=', id)
      .execute(),
  );
  assert.equal(reminded.length, 1);
});

test('a person of the house is asked by mail the day after, tells how it went, and the thread tells it', async () => {
  const { house, heldOn, mette, initiativeId, id } = await promised();
  const { email } = await house.tx((tx) =>
    tx.sql.selectFrom('person').select('email').where('id', '=', mette).executeTakeFirstOrThrow(),
  );
  house.clock.set(noon(addDays(heldOn, 1)));
  await house.tx(remindAll);
  await post.work(house, kinds);
  const asked = (await post.to(email ?? '')).find((mail) => /tre korte spørgsmål/.test(mail.text));
  assert(asked, 'the mail arrived at a real server');
  assert.match(asked.text, new RegExp(`/pulje/ansoegninger/${id}/tilbagemelding`));

  const asMette = await house.signedIn(mette);
  const form = await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`);
  const kept = await form.submit('Gem til senere', { came: 'mange', best: 'Suppen' });
  assert.match(kept.html, /value="mange"/);
  const wrong = await kept.submit('Send tilbagemeldingen');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv et helt tal, for eksempel 40/);
  assert.match(wrong.html, /Suppen/);
  const sent = await wrong.submit('Send tilbagemeldingen', { came: 'ca. 42' });
  assert.match(sent.text, /Tak! Nu ved vi/);
  assert.match(sent.text, /42 personer/);
  assert.deepEqual(await turnsIn(house), []);
  const thread = await asMette.get(`/initiativer/${initiativeId}/inde`);
  assert.match(thread.text, /Det blev holdt, og der kom 42 mennesker/);
});

test('a guest answers from the link in a mail without an account, and corrects it later', async () => {
  const address = post.newAddress();
  const { house, heldOn, id, signe } = await promised({ applicantId: null, applicantEmail: address });
  house.clock.set(noon(addDays(heldOn, 1)));
  await house.tx(remindAll);
  await post.work(house, kinds);
  const [mail] = (await post.to(address)).filter((one) => /tilbagemelding\//.test(one.text));
  const path = /\/tilbagemelding\/[a-z0-9]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const guest = house.visitor();
  const form = await guest.get(path);
  assert.match(form.text, /Hvordan gik det/);
  const thanks = await form.submit('Send tilbagemeldingen', { came: '42', best: 'Suppen', differently: 'Flere stole' });
  assert.match(thanks.text, /Tak!/);
  const again = await thanks.submit('Ret tilbagemeldingen', { came: '45' });
  assert.match(again.text, /Det nye gælder nu/);
  const rows = await house.tx((tx) =>
    tx.sql.selectFrom('fund_feedback').select('came').where('application_id', '=', id).orderBy('id').execute(),
  );
  assert.deepEqual(
    rows.map((row) => row.came),
    [42, 45],
  );
  const kept = await house.tx((tx) =>
    tx.sql.selectFrom('fund_feedback_link').select('code_hash').where('application_id', '=', id).execute(),
  );
  assert(kept.every((row) => !row.code_hash.toString().includes(path.split('/')[2] ?? '')));
  assert.equal((await guest.get('/tilbagemelding/aaaabbbbcccc')).status, 404);
  const asSigne = await house.signedIn(signe);
  assert.match((await asSigne.get(`/pulje/ansoegninger/${id}`)).text, /Rettet én gang/);
});

test('a card of paper has a code that is typed in any way, and staff type in what was written on it', async () => {
  const { house, heldOn, id, signe } = await promised({
    applicantId: null,
    applicantEmail: null,
    applicantPhone: null,
  });
  house.clock.set(noon(addDays(heldOn, 1)));
  await house.tx(remindAll);
  assert.deepEqual(await turnsIn(house), ['results.card']);
  const code = await house.tx(async (tx) => makeLink(tx, id, 'card'));
  const typed = code.replace(/(.{4})(?=.)/g, '$1-').toUpperCase();
  const visitor = house.visitor();
  const door = await visitor.get('/tilbagemelding');
  assert.match((await door.submit('Gå videre', { code: 'ABCD' })).text, /Den kode kender vi ikke/);
  assert.match((await door.submit('Gå videre', { code: ` ${typed} ` })).text, /Hvor mange kom\?/);
  const asSigne = await house.signedIn(signe);
  const form = await asSigne.get(`/pulje/ansoegninger/${id}/tilbagemelding`);
  const sent = await form.submit('Send tilbagemeldingen', { came: '12', channel: 'paper' });
  assert.match(sent.text, /Modtaget på papir/);
  const list = await asSigne.get('/pulje/opfoelgning?mangler=feedback');
  assert.match(list.text, /Her mangler ikke noget/);
});

test('told and paid in full: the case closes itself', async () => {
  const { house, heldOn, id, mette } = await promised();
  await house.tx((tx) => paidInvoice(tx, id, kroner(4_000)));
  house.clock.set(noon(addDays(heldOn, 2)));
  await by(house, mette, async (tx) => must(await verbs.giveFeedback(tx, id, someAnswers())));
  assert.equal((await house.tx((tx) => commitmentById(tx, id)))?.status, 'completed');
});

test("money left is the consultant's to release with a click, or goes back by itself after the last day", async () => {
  for (const how of ['click', 'clock'] as const) {
    const { house, heldOn, id, mette, signe } = await promised();
    await house.tx((tx) => paidInvoice(tx, id, kroner(3_000)));
    house.clock.set(noon(addDays(heldOn, 2)));
    await by(house, mette, async (tx) => must(await verbs.giveFeedback(tx, id, someAnswers())));
    assert.deepEqual(await turnsIn(house), ['results.close']);
    if (how === 'click') {
      const page = await (await house.signedIn(signe)).get(`/pulje/ansoegninger/${id}`);
      assert.match((await page.submit('Slut sagen')).text, /Sagen er sluttet/);
    } else {
      house.clock.set(noon(addDays(heldOn, 61)));
      await house.tx(remindAll);
    }
    const now = await house.tx((tx) => commitmentById(tx, id));
    assert.equal(now?.status, 'completed');
    assert.equal(now?.released, kroner(1_000));
    assert.deepEqual(await turnsIn(house), []);
  }
});

test('60 days after, the consultant releases with a reason, or waits until a day and is asked again then', async () => {
  const { house, heldOn, id, signe } = await promised();
  house.clock.set(noon(addDays(heldOn, 60)));
  await house.tx(remindAll);
  assert((await turnsIn(house)).includes('results.release'));
  const asSigne = await house.signedIn(signe);
  const page = await asSigne.get(`/pulje/ansoegninger/${id}`);
  const unsaid = await page.submit('Vent', { until: addDays(heldOn, 90) });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Skriv kort hvorfor/);
  assert.match((await unsaid.submit('Vent', { words: 'Regningen er på vej' })).text, /Vi spørger igen/);
  assert(!(await turnsIn(house)).includes('results.release'));
  house.clock.set(noon(addDays(heldOn, 89)));
  await house.tx(remindAll);
  assert(!(await turnsIn(house)).includes('results.release'));
  house.clock.set(noon(addDays(heldOn, 90)));
  await house.tx(remindAll);
  assert((await turnsIn(house)).includes('results.release'));
  const released = await (await asSigne.get(`/pulje/ansoegninger/${id}`)).submit('Frigiv penge', {
    words: 'Ikke brugt',
  });
  assert.match(released.text, /Pengene er tilbage i puljen/);
  const closed = await released.submit('Slut uden tilbagemelding', { words: 'Flyttet' });
  assert.match(closed.text, /Sagen er sluttet/);
  assert.equal((await house.tx((tx) => commitmentById(tx, id)))?.status, 'completed');
});

test('a case that is held has one way to release and one to close; a part can go back, and never more than is left', async () => {
  const { house, heldOn, id, mette, signe } = await promised();
  const place = `/pulje/ansoegninger/${id}`;
  const buttons = async () => {
    const { root } = await (await house.signedIn(signe)).get(place);
    const named = root.querySelectorAll('main button').map((one) => one.text.trim());
    return named.filter((name) => /Frigiv|Slut|Afslut/.test(name)).sort();
  };
  assert.deepEqual(await buttons(), ['Frigiv penge', 'Slut sagen'], 'before it is held');
  house.clock.set(noon(addDays(heldOn, 2)));
  await by(house, mette, async (tx) => must(await verbs.giveFeedback(tx, id, someAnswers())));
  assert.deepEqual(await buttons(), ['Frigiv penge', 'Slut sagen'], 'when it is held and told');
  const much = await (await (await house.signedIn(signe)).get(place)).submit('Frigiv penge', {
    amount: '4.001',
    words: 'Billigere',
  });
  assert.equal(much.status, 422);
  assert.match(much.text, /Så meget er der ikke tilbage/);
  const part = await much.submit('Frigiv penge', { amount: '1.500' });
  assert.match(part.text, /Pengene er tilbage i puljen/);
  assert.match(part.text, /Der er 2\.500 kr\. tilbage af tilsagnet/);
});

test('who is asked how it went reads of which project, also when no initiative stands behind it', async () => {
  const { house, heldOn, id, mette } = await promised({ initiativeId: null, title: 'Hoppeborg til gårdfesten' });
  house.clock.set(noon(addDays(heldOn, 1)));
  await house.tx(remindAll);
  const turns = await (await house.signedIn(mette)).get('/din-tur');
  assert.match(turns.text, /Hvordan gik det med P-0001\? Svar på tre korte spørgsmål\. ”Hoppeborg til gårdfesten”/);
  const facts = await house.tx((tx) =>
    tx.sql.selectFrom('turn').select('facts').where('kind', '=', 'results.feedback').executeTakeFirstOrThrow(),
  );
  assert.deepEqual(facts.facts, { reference: 'P-0001' }, `the facts of ${id} hold no words`);
});
