import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { aPromised, by, paidInvoice, someAnswers, verbs } from './seed.ts';

const { newHouse } = await testApp();

async function held(wanted: Parameters<typeof aPromised>[1], answers = someAnswers()) {
  const house = await newHouse();
  const all = await aPromised(house, wanted);
  await house.tx((tx) => paidInvoice(tx, all.id, kroner(3_500)));
  house.clock.set(`${all.heldOn}T20:00:00+02:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, answers));
  return { house, ...all };
}

test('everybody sees the money and how many came, but no person, and no words before staff have read them', async () => {
  const { house, id, signe } = await held({ applicantName: 'Mette Holm', grounds: ['short_notice'] });
  const visitor = house.visitor();
  const before = await visitor.get('/pulje/resultater');
  assert.match(before.text, /Suppe i gården/);
  assert.match(before.text, /4\.000 kr\./);
  assert.match(before.text, /3\.500 kr\./);
  assert.match(before.text, /42 personer/);
  assert.doesNotMatch(before.html, /Mette|samme bord/);
  const page = await (await house.signedIn(signe)).get(`/pulje/ansoegninger/${id}`);
  await page.submit('Vis ordene offentligt');
  for (const place of ['', `/${id}`, '/liste.csv', '/rss.xml', '/atom.xml']) {
    const shown = await visitor.get(`/pulje/resultater${place}`);
    assert.equal(shown.status, 200, place);
    assert.match(shown.html, /sad ved samme bord/, place);
    assert.doesNotMatch(shown.html, /Mette/, place);
  }
  // A correction has not been read by anybody yet.
  await by(house, signe, (tx) => verbs.giveFeedback(tx, id, someAnswers({ best: 'Noget helt andet' }), 'phone'));
  assert.doesNotMatch((await visitor.get('/pulje/resultater')).html, /Noget helt andet|samme bord/);
});

test("fewer than five are nobody's figure, neither on the page nor in the table nor in the thread", async () => {
  const { house, id, initiativeId } = await held({}, someAnswers({ came: 3 }));
  const visitor = house.visitor();
  assert.match((await visitor.get('/pulje/resultater')).text, /Færre end 5/);
  const table = (await visitor.get('/pulje/resultater/liste.csv')).html;
  assert.match(table, /Færre end 5/);
  assert.doesNotMatch(table, /;3;/);
  assert.doesNotMatch((await visitor.get(`/initiativer/${initiativeId}`)).text, /3 mennesker/);
  const facts = await house.tx((tx) =>
    tx.sql
      .selectFrom('journal_entry')
      .select('facts')
      .where('kind', '=', 'feedback.given')
      .where('subject_id', '=', id)
      .execute(),
  );
  assert.equal(facts[0]?.facts.came, null);
});

test('the page is narrowed by year, ground, department and subject, and nonsense narrows nothing', async () => {
  const { house, departmentId } = await held({ grounds: ['short_notice'] });
  const visitor = house.visitor();
  const found = async (query: string) => /Suppe i gården/.test((await visitor.get(`/pulje/resultater?${query}`)).text);
  assert(await found('aar=2026&grund=short_notice'));
  assert(!(await found('aar=2025')));
  assert(!(await found('grund=across_departments')));
  assert(!(await found(`afdeling=${departmentId}`)));
  assert(await found('emne=people'));
  assert(!(await found('emne=green')));
  assert(await found('aar=abc&grund=x&afdeling=y&emne=z&side=-4'));
});

test('no title can run as a formula in a spreadsheet or as markup in a feed', async () => {
  const title = '=HYPERLINK("http://evil.example";"a") <b>&';
  const { house } = await held({ title });
  const visitor = house.visitor();
  const table = (await visitor.get('/pulje/resultater/liste.csv')).html;
  assert.match(table, /"'=HYPERLINK/);
  for (const place of ['rss.xml', 'atom.xml']) {
    const feed = await visitor.get(`/pulje/resultater/${place}`);
    assert(titlesIn(feed.html).includes(title), place);
  }
});

/** Throws when it is not well formed. */
function titlesIn(xml: string): readonly string[] {
  const titles: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'title') titles.push(text);
  });
  parser.write(xml).close();
  return titles;
}
