import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type House, SITE, testApp } from '../../testing/app.ts';
import { endRole } from '../housing/public.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs } from '../initiatives/seed.ts';
import { takeToken } from './commands/tokens.ts';
import { MOST_TOKENS } from './rules/tokens.ts';
import { MOST_WEBHOOKS } from './rules/webhooks.ts';
import { aToken, aWebhook } from './seed.ts';
import { countTokens } from './store/tokens.ts';
import { allWebhooks } from './store/webhooks.ts';

const { app, newHouse } = await testApp();

async function lived() {
  const house = await newHouse();
  const secretary = (name: string) => house.tx((tx) => aPerson(tx, { name, roles: ['secretariat'] }));
  const [karen, lis] = [await secretary('Karen Mose'), await secretary('Lis Bech')];
  const asKaren = <T>(work: (tx: Parameters<typeof aToken>[0]) => Promise<T>) =>
    house.tx(async (tx) => work(await actingAs(tx, karen)));
  return { house, karen, lis, asKaren };
}

async function ask(house: House, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const url = `${SITE}/${house.tenant.slug}/api/v1/initiatives`;
  return (await app.fetch(new Request(url, { headers }), '10.1.1.1')).status;
}

const roleOf = (house: House, person: Id<'person'>) =>
  house.tx(async (tx) => {
    const row = await tx.sql.selectFrom('role_grant').select('id').where('person_id', '=', person).executeTakeFirst();
    return row?.id as Id<'role_grant'>;
  });

test('a key opens nothing once whoever answers for it has left the secretariat, and a colleague can take it over', async () => {
  const { house, karen, lis, asKaren } = await lived();
  const { token } = await asKaren((tx) => aToken(tx));
  assert.equal(await ask(house, token), 200);
  const grant = await roleOf(house, karen);
  await house.tx((tx) => endRole(tx, grant));
  assert.equal(await ask(house, token), 401);

  const office = await house.signedIn(lis);
  assert.match((await office.get('/din-tur')).text, /ingen er ansvarlig for dets nøgle/);
  const page = await office.get('/forbindelser');
  assert.match(page.text, /Karen Mose.*Mangler ansvarlig/);
  const taken = await page.submit('Overtag ansvaret');
  assert.match(taken.text, /virker igen/);
  assert.match(taken.text, /Lis Bech.*Virker/);
  assert.equal(await ask(house, token), 200);
  assert.doesNotMatch((await office.get('/din-tur')).text, /ansvarlig for dets nøgle/);
});

test('a key also stops when the role runs out by its day, and nobody takes over one that works', async () => {
  const { house, karen, lis, asKaren } = await lived();
  const { id, token } = await asKaren((tx) => aToken(tx));
  const grant = await roleOf(house, karen);
  await house.tx((tx) => endRole(tx, grant, addDays(tx.today, 2)));
  const none = await house.tx(async (tx) => takeToken(await actingAs(tx, lis), id));
  assert.equal(none, false);
  assert.equal(await ask(house, token), 200);
  house.clock.forward({ days: 3 });
  assert.equal(await ask(house, token), 401);
});

test('two who press at once make no more keys and webhooks than the house may have', async () => {
  const { house, karen, lis, asKaren } = await lived();
  await asKaren(async (tx) => {
    for (let made = 1; made < MOST_TOKENS; made += 1) await aToken(tx);
    for (let made = 1; made < MOST_WEBHOOKS; made += 1) await aWebhook(tx);
  });
  const hook = { name: 'Øko', url: 'https://x.dk/a', 'initiative[]': ['initiative.created'] };
  const wishes = await Promise.all(
    [karen, lis, karen, lis].map(async (one) => {
      const office = await house.signedIn(one);
      const key = await office.get('/forbindelser/noegler/ny');
      const webhook = await office.get('/forbindelser/beskeder/ny');
      return [
        () => key.submit('Lav nøglen', { name: 'Tavlen', 'areas[]': ['initiatives'], term: '30' }),
        () => webhook.submit('Begynd at sende', hook),
      ];
    }),
  );
  const pressed = await Promise.all(wishes.flat().map((press) => press()));
  const answers = pressed.map(({ status }) => status);
  assert.deepEqual(
    answers.sort((one, other) => one - other),
    [200, 200, 422, 422, 422, 422, 422, 422],
  );
  const stands = await house.tx(async (tx) => [await countTokens(tx), (await allWebhooks(tx)).length]);
  assert.deepEqual(stands, [MOST_TOKENS, MOST_WEBHOOKS]);
});
