import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LYNGBAKKEN } from './demo/places.ts';
import { aPerson } from './modules/housing/seed.ts';
import { notify } from './modules/turns/public.ts';
import { NEWS } from './news.ts';
import { settleTenant, tenantBySlug } from './platform/db/tenants.ts';
import { openPractice, tellPracticeAnew, wayIntoPractice } from './practice.ts';
import { workOf } from './schedule.ts';
import { testApp } from './testing/app.ts';
import { testPost } from './testing/post.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const { kinds } = workOf(post.ways, NEWS, { tellAnew: (tenant) => tellPracticeAnew(db, tenant, new Date()) });
const secretary = { name: 'Karen Mose', email: 'karen@example.dk', roles: ['secretariat'] } as const;

test('from a house to practise in no mail leaves, and every page says what it is', async () => {
  const house = await newHouse();
  const poul = await house.tx((tx) => aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }));
  const write = () =>
    house.tx((tx) =>
      notify(tx, { to: { personId: poul }, topic: 'answer', say: () => ({ subject: 'Hej', paragraphs: ['Suppe?'] }) }),
    );
  await write();
  await post.work(house, kinds);
  assert.equal((await post.to('poul@example.dk')).length, 1, 'from any other house it does');

  await settleTenant(db, house.tenant.id, { practice: true });
  assert.equal(await write(), 'waiting');
  await post.work(house, kinds);
  assert.equal((await post.to('poul@example.dk')).length, 1);
  assert.match((await house.visitor().get('/')).html, /class="practice-banner"[^>]*>\s*Øvehuset/);
});

test('who practises can be anybody of the story, and only there', async () => {
  const practice = await newHouse();
  await settleTenant(db, practice.tenant.id, { practice: true });
  const real = await newHouse();
  const people = async (house: typeof real) => ({
    karen: await house.signedIn(await house.tx((tx) => aPerson(tx, secretary))),
    poul: await house.tx((tx) => aPerson(tx, { name: 'Poul Dahl', roles: ['consultant'] })),
  });
  const [there, here] = [await people(practice), await people(real)];
  assert.match((await (await there.karen.get('/kom-godt-i-gang')).submit('Vær Poul Dahl')).text, /Hej Poul/);
  const page = await here.karen.get('/kom-godt-i-gang');
  assert.doesNotMatch(page.text, /Vær /);
  const token = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  for (const place of ['vaer', 'forfra']) {
    const refused = await here.karen.post(`/kom-godt-i-gang/${place}`, { _csrf: token, person: here.poul });
    assert.equal(refused.status, 404);
  }
});

test('the demo story is the practice house; the button tells it anew, in the place of the old one', async () => {
  const house = await newHouse({ slug: LYNGBAKKEN.slug });
  const old = await openPractice(db, new Date());
  assert.equal(old.id, house.tenant.id, 'a story that is there is not told twice');
  const karen = await house.signedIn(await house.tx((tx) => aPerson(tx, secretary)));
  await (await karen.get('/kom-godt-i-gang')).submit('Begynd forfra');
  await post.work(house, kinds);
  const fresh = await tenantBySlug(db, LYNGBAKKEN.slug);
  assert.ok(fresh && fresh.id !== old.id);
  assert.equal((fresh.settings as { practice?: boolean }).practice, true);
  assert.equal(await tenantBySlug(db, `${LYNGBAKKEN.slug}-forfra`), null);
  const way = await wayIntoPractice(db, fresh, { address: 'http://localhost:3000', now: new Date(), minutes: 15 });
  assert.match(way ?? '', /^http:\/\/localhost:3000\/lyngbakken\/log-ind\/link\//);
});
