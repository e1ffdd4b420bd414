import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { actingAs, anInitiative } from '../../initiatives/seed.ts';
import { aStory, verbs } from './seed.ts';

const { newHouse } = await testApp();

const jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7aa65a' } })
  .jpeg()
  .toBuffer();
const picture = () => new File([new Uint8Array(jpeg)], 'gaard.jpg', { type: 'image/jpeg' });

/** Mette's bench needed no money, and is done; its story is begun. */
async function bench() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    mette: await aPerson(tx, { name: 'Mette Holm' }),
    signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
    poul: await aPerson(tx, { name: 'Poul Krag' }),
  }));
  const story = await house.tx(async (tx) => {
    const acting = await actingAs(tx, people.mette);
    return aStory(acting, await anInitiative(acting, { title: 'En bænk i solen', status: 'done', by: people.mette }));
  });
  return { house, story, ...people };
}

test('a story takes a picture of its own with a yes, shows it when it is published, and deletes it when the yes is taken back', async () => {
  const { house, story, mette, signe, poul } = await bench();
  const place = `/historier/${story}`;
  const author = await house.signedIn(mette);
  const write = await author.get(`${place}/skriv`);
  const none = await write.submit('Læg billedet ved', { alt: 'To naboer på en bænk', people: 'adults' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Vælg et billede/);
  assert.match(none.text, /Sæt kryds, når alle på billedet har sagt ja/);
  assert.equal(none.root.querySelector('#picture-alt')?.getAttribute('value'), 'To naboer på en bænk');
  const text = new File(['hej'], 'hej.jpg', { type: 'image/jpeg' });
  const wrong = await none.submit('Læg billedet ved', { agreed: 'ja', picture: text });
  assert.match(wrong.text, /ikke et billede, vi kan vise/);
  const added = await wrong.submit('Læg billedet ved', { agreed: 'ja', picture: picture() });
  assert.match(added.text, /Billedet er lagt ved historien/);
  const src = added.root.querySelector('.photo img')?.getAttribute('src') ?? assert.fail('no picture');
  const small = Buffer.from(await (await author.fetch(src)).arrayBuffer());
  assert.equal((await sharp(small).metadata()).width, 480);
  const seen = async () => (await house.visitor().fetch(src)).status;
  assert.equal(await seen(), 404, 'a draft is nobody else’s');
  const neighbour = await house.signedIn(poul);
  assert.equal((await neighbour.fetch(`${place}/skriv`)).status, 404);
  await house.tx(async (tx) => verbs.publishStory(await actingAs(tx, signe), story));
  assert.equal(await seen(), 200);
  assert.match((await house.visitor().get(place)).html, /alt="To naboer på en bænk"/);
  const files = () => house.tx((tx) => tx.sql.selectFrom('file').select('id').execute());
  assert.equal((await files()).length, 2);
  const out = await (await author.get(place)).submit('Tag billedet ud');
  assert.match(out.text, /Billedet er ude af historien/);
  assert.equal(await seen(), 404);
  assert.equal((await files()).length, 0, 'no case keeps it: it is gone');
});

test('a story has four pictures at most, wherever they lie', async () => {
  const { house, story, mette } = await bench();
  const author = await house.signedIn(mette);
  let page = await author.get(`/historier/${story}/skriv`);
  for (let at = 0; at < 4; at += 1) {
    const said = { alt: `Billede ${at}`, people: 'nobody', agreed: 'ja', picture: picture() };
    page = await page.submit('Læg billedet ved', said);
  }
  assert.match(page.text, /Historien har 4 billeder/);
  assert.equal(page.root.querySelector('input[type="file"]'), null);
  const gone = await page.submit('Slet billedet');
  assert.match(gone.text, /Læg et billede ved/, 'back where it is written');
  assert.equal(gone.root.querySelectorAll('.photo img').length, 3);
});
