import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { NEWS } from '../../../news.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { TURN_TONGUE } from '../../../tellings.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { turnsJobs } from '../../turns/public.ts';
import { aFund, anApplication, answer } from '../fund/seed.ts';
import { tellPaid } from './public.ts';
import { anInvoice, oioubl, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const kinds = turnsJobs({ ...post.ways, tongue: TURN_TONGUE, news: NEWS });

const TOLD = {
  key: 'suppe',
  startsIn: 40,
  departments: 1,
  page: {} as never,
  decision: { result: 'commit', amount: kroner(4_000), terms: '', words: 'Ja' },
} as const;

/** 4.000 kr. were promised to Ann, who has no account and wrote in English. */
async function promisedToGuest(email: string) {
  const house = await newHouse();
  const signe = await house.tx((tx) => aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }));
  const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
  const { id, heldOn } = await house.tx(async (tx) => {
    const guest = { applicantName: 'Ann Gray', applicantEmail: email, language: 'en', title: 'Soup' } as const;
    return { id: await anApplication(tx, await aFund(tx), guest), heldOn: addDays(tx.today, 40) };
  });
  const board = await house.tx((tx) => loadActor(tx, inge));
  assert(board);
  await house.as(board, (tx) => answer(tx, id, TOLD, 'OB, punkt 4'));
  house.clock.set(`${addDays(heldOn, 5)}T12:00:00+02:00`);
  const written = {
    number: '117',
    issueDate: heldOn,
    deliveryDate: heldOn,
    lines: [{ name: 'Suppeurter', price: kroner(800) }],
  };
  const desk = await house.tx((tx) => loadActor(tx, signe));
  assert(desk);
  return { house, signe, id, written, atDesk: <T>(work: (tx: TenantDb) => Promise<T>) => house.as(desk, work) };
}

test('who applied without an account hears in their own language what becomes of a bill, and follows it by a link', async () => {
  const email = post.newAddress();
  const { house, written, atDesk } = await promisedToGuest(email);
  const back = await atDesk((tx) => anInvoice(tx, { ...written, number: '116', reference: 'P-0001' }));
  const letter = { address: null, subject: 'Faktura 116', body: 'Send en ny.' };
  assert((await atDesk((tx) => verbs.sendBack(tx, back, letter))).ok);
  const id = await atDesk((tx) => anInvoice(tx, { ...written, reference: 'P-0001' }));
  assert((await atDesk((tx) => verbs.acceptInvoice(tx, {}, id, { part: false, words: '' }))).ok);
  await atDesk((tx) => tellPaid(tx, id));
  await post.work(house, kinds);
  const mails = await post.to(email);
  for (const subject of ['The bill has come', 'The bill was sent back', 'The bill is paid']) {
    const mail = mails.find((one) => one.subject === subject);
    assert(mail, subject);
    assert.match(mail.text, /Vesterby Brugs.*Soup/s);
    const path = /\/pulje\/\S+/.exec(mail.text)?.[0] ?? '';
    assert.match((await house.visitor().get(path)).text, /Faktura modtaget/);
  }
});

test('a shop that only has the card writes its code, and the invoice finds its commitment', async () => {
  const { house, signe, id, written } = await promisedToGuest(post.newAddress());
  await house.tx((tx) =>
    tx.sql
      .insertInto('fund_code')
      .values({
        tenant_id: tx.tenant.id,
        application_id: id,
        kind: 'slip',
        code_hash: createHash('sha256').update('K7QX4MTD9P').digest(),
        made_at: tx.now,
      })
      .execute(),
  );
  const send = async (number: string, reference: string) => {
    const file = new File([oioubl({ ...written, number })], `${number}.xml`, { type: 'text/xml' });
    const form = await house.visitor().get('/faktura');
    return form.submit('Send fakturaen', { file, reference });
  };
  assert.match((await send('117', 'k7qx4 mtd9p')).text, /Vi har fået fakturaen/);
  const known = await house.tx((tx) =>
    tx.sql.selectFrom('invoice_match').select(['application_id', 'reasons']).execute(),
  );
  assert.deepEqual([known[0]?.application_id, known[0]?.reasons.includes('reference')], [id, true]);
  const one = await (await (await house.signedIn(signe)).get('/fakturaer')).follow('Vesterby Brugs');
  assert.match(one.text, /P-0001/);
});
