import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Day } from '../../../kernel/day.ts';
import { addDays } from '../../../kernel/day.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { aPromised } from './seed.ts';

const { newHouse } = await testApp();

async function promised() {
  const house = await newHouse();
  return { house, ...(await aPromised(house)) };
}

function noon(on: Day): string {
  return `${on}T12:00:00+02:00`;
}

async function picture(): Promise<File> {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7aa65a' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '55/1 40/1 0/1' } })
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'fest.jpg', { type: 'image/jpeg' });
}

test('a picture needs words and consent, is seen by everybody only when staff say so, and is gone when it is taken back', async () => {
  const { house, heldOn, id, signe, mette, poul } = await promised();
  house.clock.set(noon(addDays(heldOn, 1)));
  const asMette = await house.signedIn(mette);
  const form = await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`);
  const lacking = await form.submit('Læg billedet ved', { people: 'nobody' });
  assert.equal(lacking.status, 422);
  assert.match(lacking.text, /Vælg et billede/);
  assert.match(lacking.text, /Sæt kryds, når alle/);
  const fields = { alt: 'Et langt bord med suppe', people: 'nobody', agreed: 'ja', public: 'ja' };
  const token = form.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const added = await asMette.post(`/pulje/ansoegninger/${id}/billede`, {
    ...fields,
    _csrf: token,
    photo: await picture(),
  });
  assert.match(added.text, /Billedet er lagt ved/);
  const src = added.root.querySelector('.photo img')?.getAttribute('src') ?? '';
  const mine = await asMette.fetch(src);
  const bytes = Buffer.from(await mine.arrayBuffer());
  assert.equal((await sharp(bytes).metadata()).width, 480);
  assert.equal((await sharp(bytes).metadata()).exif, undefined);
  const stranger = await house.signedIn(poul);
  assert.equal((await stranger.fetch(src)).status, 404);
  assert.equal((await house.visitor().fetch(src)).status, 404);
  const asSigne = await house.signedIn(signe);
  await (await asSigne.get(`/pulje/ansoegninger/${id}`)).submit('Vis billedet offentligt');
  assert.equal((await house.visitor().fetch(src)).status, 200);
  const gone = await (await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`)).submit('Fjern billedet');
  assert.match(gone.text, /Billedet er væk/);
  for (const reader of [asMette, asSigne, house.visitor()]) assert.equal((await reader.fetch(src)).status, 404);
  const left = await house.tx((tx) =>
    tx.sql.selectFrom('file').select('id').where('purpose', '=', 'fund_photo').execute(),
  );
  assert.deepEqual(left, []);
});

test('adding a picture keeps the answers just typed, and sending the answers keeps a chosen picture', async () => {
  const { house, heldOn, id, mette } = await promised();
  house.clock.set(noon(addDays(heldOn, 1)));
  const asMette = await house.signedIn(mette);
  const form = await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`);
  const said = { came: '41', best: 'Suppen', differently: '' };
  const refused = await form.submit('Læg billedet ved', said);
  assert.equal(refused.status, 422);
  assert.equal(refused.root.querySelector('input[name="came"]')?.getAttribute('value'), '41');
  const shown = { alt: 'Et langt bord', people: 'nobody', agreed: 'ja' };
  const added = await refused.submit('Læg billedet ved', { ...said, ...shown, photo: await picture() });
  assert.match(added.text, /Billedet er lagt ved/);
  assert.equal(added.root.querySelector('textarea[name="best"]')?.text.trim(), 'Suppen');
  const withoutConsent = { alt: 'Et telt', people: 'nobody', photo: await picture() };
  assert.equal((await added.submit('Send tilbagemeldingen', withoutConsent)).status, 422);
  await added.submit('Send tilbagemeldingen', { ...shown, photo: await picture() });
  const after = await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`);
  assert.match(after.text, /I svarede/);
  assert.equal(after.root.querySelectorAll('.photo img').length, 2);
});

test('what is missing and what is forbidden answer alike', async () => {
  const { house, heldOn, id, poul, inge, mette } = await promised();
  house.clock.set(noon(addDays(heldOn, 1)));
  const other = await newHouse();
  const theirs = await other.tx((tx) => aPerson(tx, { name: 'Karl Friis', roles: ['consultant'] }));
  const readers = [await house.signedIn(poul), await house.signedIn(inge), await other.signedIn(theirs)];
  for (const reader of readers) {
    assert.equal((await reader.get(`/pulje/ansoegninger/${id}/tilbagemelding`)).status, 404);
    assert.equal((await reader.get(`/pulje/ansoegninger/${crypto.randomUUID()}/tilbagemelding`)).status, 404);
  }
  const asMette = await house.signedIn(mette);
  const token = (await asMette.get(`/pulje/ansoegninger/${id}/tilbagemelding`)).root
    .querySelector('input[name="_csrf"]')
    ?.getAttribute('value');
  for (const end of ['rest/frigiv', 'rest/vent', 'rest/afslut', 'tilbagemelding/vis']) {
    const answered = await asMette.post(`/pulje/ansoegninger/${id}/${end}`, { _csrf: token ?? '', words: 'x' });
    assert.equal(answered.status, 404, end);
  }
  assert.equal((await asMette.get('/pulje/opfoelgning')).status, 404);
});
