import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import type { Advice } from './commands/handling.ts';
import { recommend, recuse } from './commands/handling.ts';
import { decideRound } from './commands/rounds.ts';
import { statusOf } from './rules/status.ts';
import { aFund, anApplication } from './seed.ts';
import { applicationById } from './store/applications.ts';

const { newHouse } = await testApp();

const CLOSES = day('2026-05-20');
const yes = (kr: number, terms = ''): Advice => ({ advice: 'commit', amount: kroner(kr), terms, words: 'Godt.' });
const no: Advice = { advice: 'refuse', amount: null, reason: 'own_account', words: 'Brug egen konto.' };

/** A fund of 20.000 kr. that is given in rounds, and five who applied in the one that closes on 20 May. */
async function aRound() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm' }),
  }));
  const rounds = [
    { closesOn: CLOSES, answersOn: day('2026-06-01') },
    { closesOn: day('2026-09-20'), answersOn: day('2026-10-01') },
  ];
  const fundId = await house.tx((tx) =>
    aFund(tx, { total: kroner(20_000), projectMax: kroner(20_000), allocation: 'rounds', rounds }),
  );
  const far = { startsOn: day('2026-12-01'), endsOn: day('2026-12-01') };
  const ids = await house.tx(async (tx) => ({
    soup: await anApplication(tx, fundId, { ...far, title: 'Suppe', sought: kroner(12_000) }),
    party: await anApplication(tx, fundId, { ...far, title: 'Fest', sought: kroner(3_000) }),
    choir: await anApplication(tx, fundId, { ...far, title: 'Kor', sought: kroner(9_000) }),
    walks: await anApplication(tx, fundId, { ...far, title: 'Ture', sought: kroner(6_000) }),
    bikes: await anApplication(tx, fundId, { ...far, title: 'Cykler', sought: kroner(2_000) }),
  }));
  const as = async <T>(id: typeof people.signe, work: Parameters<typeof house.tx<T>>[0]) => {
    const actor = await house.tx((tx) => loadActor(tx, id));
    assert(actor);
    return house.as(actor, work);
  };
  for (const [id, advice] of [
    [ids.soup, yes(12_000, 'To voksne er med.')],
    [ids.party, no],
    [ids.choir, yes(9_000)],
    [ids.walks, yes(6_000)],
  ] as const) {
    await as(people.signe, (tx) => recommend(tx, id, advice));
  }
  const status = (id: typeof ids.soup) =>
    house.tx(async (tx) => {
      const found = await applicationById(tx, id);
      assert(found);
      return statusOf(found, tx.today);
    });
  return { house, as, status, fundId, ...people, ...ids };
}

test('a round is decided together when it has closed, as advised and in the order they came, and who cannot is explained', async () => {
  const { house, status, inge, fundId, soup, party, choir, walks, bikes } = await aRound();
  const asInge = await house.signedIn(inge);
  const meetings = await asInge.get(`/puljer/${fundId}/moeder`);
  assert.match(meetings.text, /Runde til 20\. maj 2026[\s\S]*5[\s\S]*5/);
  house.clock.set('2026-05-20T22:00:00+02:00');
  const open = await asInge.get(`/puljer/${fundId}/runder/2026-05-20`);
  assert.match(open.text, /P-0001 Suppe[\s\S]*8\.000 kr\.[\s\S]*Kor[\s\S]*Pengene rækker ikke/);
  assert.match(open.text, /Runden er åben til 20\. maj/);
  assert.doesNotMatch(open.text, /Skriv alle beslutninger/);

  house.clock.set('2026-05-21T09:00:00+02:00');
  const closed = await asInge.get(`/puljer/${fundId}/runder/2026-05-20`);
  assert.match(closed.text, /4 ansøgninger er klar[\s\S]*Én ansøgning har ingen indstilling/);
  const done = await closed.submit('Skriv alle beslutninger som indstillet', { reference: 'OB 21.05, punkt 3' });
  assert.equal(done.status, 422);
  assert.match(done.text, /3 beslutninger er skrevet[\s\S]*P-0003 Kor\s*: Der er kun 8\.000 kr\. tilbage/);
  assert.deepEqual(await Promise.all([soup, party, choir, walks, bikes].map(status)), [
    'on_terms',
    'refused',
    'recommended',
    'committed',
    'submitted',
  ]);
  const kept = await house.tx((tx) => applicationById(tx, soup));
  assert.deepEqual(
    kept?.decisions.map(({ terms, reference, by }) => [terms, reference, by]),
    [['To voksne er med.', 'OB 21.05, punkt 3', inge]],
  );
  assert.equal((await house.tx((tx) => applicationById(tx, party)))?.decisions[0]?.reason, 'own_account');
});

test('nobody but the deciding body decides a round, and who stands aside in a case leaves it to the others', async () => {
  const { house, as, status, fundId, signe, inge, mette, soup, party, walks } = await aRound();
  house.clock.set('2026-05-21T09:00:00+02:00');
  await house.tx((tx) => recuse(tx, soup, { personId: inge, reason: 'family' }));
  const place = `/puljer/${fundId}/runder/2026-05-20`;
  for (const somebody of [signe, mette]) {
    const tried = await (await house.signedIn(somebody)).post(place, { reference: '' });
    assert.ok(tried.status >= 400);
  }
  assert.equal((await (await house.signedIn(mette)).get(place)).status, 404);
  assert.equal((await (await house.signedIn(inge)).get(`/puljer/${fundId}/runder/2026-05-22`)).status, 404);
  const hers = await (await house.signedIn(inge)).get(place);
  assert.match(hers.text, /Du er inhabil/);
  assert.doesNotMatch(hers.text, /8\.000 kr\./);
  const done = await as(inge, (tx) => decideRound(tx, { fundId, closesOn: CLOSES, reference: '' }));
  assert(done.ok);
  assert.deepEqual(
    done.value.map(({ one, refusal }) => [one.number, refusal?.kind ?? 'written']),
    [
      [1, 'recused'],
      [2, 'written'],
      [3, 'written'],
      [4, 'written'],
    ],
  );
  assert.deepEqual(await Promise.all([soup, party, walks].map(status)), ['recommended', 'refused', 'committed']);
});

test('two who decide the round at the same moment write each decision once, and never more than there is', async () => {
  const { house, as, fundId, inge } = await aRound();
  house.clock.set('2026-05-21T09:00:00+02:00');
  const both = await Promise.all(
    [1, 2].map(() => as(inge, (tx) => decideRound(tx, { fundId, closesOn: CLOSES, reference: '' }))),
  );
  const written = both.flatMap((done) => (done.ok ? done.value.filter((one) => one.refusal === null) : []));
  assert.deepEqual(
    written.map(({ one }) => one.number).sort((a, b) => a - b),
    [1, 2, 4],
  );
});
