import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openParties } from '../../platform/oidc/oidc.ts';
import { SITE, testApp } from '../../testing/app.ts';
import { Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { decideOpenWays } from './commands/settings.ts';
import { OPEN_AT_FIRST } from './rules/ways.ts';

/** Nobody is asked here: only whether the page offers it. */
const MITID = {
  houses: null,
  way: 'mitid',
  broker: 'idura',
  issuer: 'https://mitid.test',
  clientId: 'grobund',
  clientSecret: 'none',
  level: 'substantial',
  roles: {},
} as const;
const { db, another, newHouse } = await testApp({ signIn: { sms: true, parties: openParties([MITID]) } });

test('a way that the secretariat closes or opens is gone or back on the sign-in page of every process', async () => {
  const house = await newHouse();
  const boss = await house.signedIn(await house.tx((tx) => aPerson(tx, { roles: ['secretariat'] })));
  const elsewhere = new Reader(another(), `${SITE}/${house.tenant.slug}`);
  const here = house.visitor();
  const shown = () =>
    Promise.all([here, elsewhere].map(async (one) => (await one.get('/log-ind')).html.includes('MitID')));
  assert.deepEqual(await shown(), [true, true], 'all that are set up, until the house says otherwise');
  await (await boss.get('/indstillinger/log-ind')).submit('Gem', { mitid: [] });
  assert.deepEqual(await shown(), [false, false]);
  await (await boss.get('/indstillinger/log-ind')).submit('Gem', { mitid: 'ja' });
  assert.deepEqual(await shown(), [true, true]);
});

test('the sign-in page asks the database nothing, and a house is never shown the ways of another', async () => {
  const [one, other] = [await newHouse(), await newHouse()];
  await one.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, mitid: false }));
  const app = another(Number.POSITIVE_INFINITY);
  const [first, second] = [one, other].map(({ tenant }) => new Reader(app, `${SITE}/${tenant.slug}`)) as [
    Reader,
    Reader,
  ];
  await first.get('/log-ind');
  await second.get('/log-ind');
  let asked = 0;
  db.pool.on('acquire', () => {
    asked += 1;
  });
  assert.doesNotMatch((await first.get('/log-ind')).html, /MitID/);
  assert.match((await second.get('/log-ind')).html, /MitID/);
  assert.equal(asked, 0);
});
