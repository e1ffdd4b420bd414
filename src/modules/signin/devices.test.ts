import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../testing/app.ts';
import { aPerson } from '../housing/seed.ts';

const { newHouse } = await testApp();

test('a person sees which device is this one, and signs out on another without losing this', async () => {
  const house = await newHouse();
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm' }));
  const [here, there] = [await house.signedIn(mette), await house.signedIn(mette)];
  const page = await here.get('/min-side/enheder');
  assert.equal(page.text.match(/denne enhed/g)?.length, 1);
  assert.equal(page.root.querySelectorAll('form[action*="/min-side/enheder/"] button').length, 2, 'one other, and all');
  const after = await page.submit('Log ud på den', {});
  assert.match(after.html, /Den enhed er logget ud/);
  assert.equal((await here.fetch('/min-side/enheder')).status, 200);
  assert.notEqual((await there.fetch('/min-side/enheder')).status, 200);
  const entries = await house.tx((tx) =>
    tx.sql.selectFrom('journal_entry').select('kind').where('kind', 'like', 'signin.%').execute(),
  );
  assert.deepEqual(entries, [{ kind: 'signin.signed_out_device' }]);
});

test('nobody signs another person out', async () => {
  const house = await newHouse();
  const [mette, poul] = await house.tx(async (tx) => [await aPerson(tx), await aPerson(tx, { name: 'Poul Kjær' })]);
  const [here, there, his] = [await house.signedIn(mette), await house.signedIn(mette), await house.signedIn(poul)];
  const page = await here.get('/min-side/enheder');
  const action = page.root.querySelector('form[action*="/min-side/enheder/"]')?.getAttribute('action') ?? '';
  const place = action.replace(/^.*\/min-side/, '/min-side');
  assert.match(place, /^\/min-side\/enheder\/[0-9a-f]{32}\/log-ud$/);
  const own = (await his.get('/min-side/enheder')).root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  assert.equal((await his.post(place, { _csrf: own })).status, 404);
  assert.equal((await there.fetch('/min-side/enheder')).status, 200);
});

test('signing out everywhere also gives the calendar a new address, when its owner says so', async () => {
  const house = await newHouse();
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm' }));
  const reader = await house.signedIn(mette);
  assert.doesNotMatch((await reader.get('/min-side/enheder')).text, /kalender en ny adresse/);
  await (await reader.get('/min-side/kalender')).submit('Lav min adresse');
  const address = async (signedIn: typeof reader) =>
    /\/abonnement\/[^"]+kalender\.ics/.exec((await signedIn.get('/min-side/kalender')).html)?.[0] ??
    assert.fail('none');
  const first = await address(reader);
  const left = await (await reader.get('/min-side/enheder')).submit('Log ud alle steder', { kalender: [] });
  assert.match(left.html, /logget ud på alle enheder/);
  assert.equal((await house.visitor().fetch(first)).status, 200, 'only when asked for');

  const again = await house.signedIn(mette);
  const page = await again.get('/min-side/enheder');
  assert.match(page.text, /Giv også min egen kalender en ny adresse/);
  assert.equal((await page.submit('Log ud alle steder')).status, 200);
  assert.equal((await house.visitor().fetch(first)).status, 404);
  assert.notEqual(await address(await house.signedIn(mette)), first);
});
