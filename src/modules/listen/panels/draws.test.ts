import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '../../../engines/sortition/proof.ts';
import { makePool } from '../../../engines/sortition/synthetic/make-pool.ts';
import { isStaff } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { endPanel } from './commands/calling.ts';
import { prepareDraw } from './commands/running.ts';
import { FEATURES, holdsSeat, stateOf } from './rules/people.ts';
import { inCell } from './rules/profile.ts';
import { nextReserve } from './rules/reserves.ts';
import { anApplicant, aPanel, residentsToMirror, verbs } from './seed.ts';
import { insertDraw } from './store/draws.ts';

const { newHouse } = await testApp();

/** Two departments, two who select, and twelve who signed up for four seats: half of each department, half of each age. */
async function applied() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => ({
    ...(await residentsToMirror(tx)),
    signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
    jonas: await aPerson(tx, { name: 'Jonas Brandt', roles: ['consultant'] }),
  }));
  const as = async <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> => {
    const actor = await house.tx((tx) => loadActor(tx, personId));
    assert.ok(actor && (isStaff(actor) || actor.kind === 'person'));
    return house.as(actor, work);
  };
  const panel = await as(made.signe, (tx) => aPanel(tx, { seats: 4 }));
  await as(made.signe, (tx) => verbs.addSelector(tx, panel.id, made.jonas));
  await house.tx(async (tx) => {
    for (let at = 0; at < 12; at += 1) {
      await anApplicant(tx, panel.id, {
        name: `Melder ${at}`,
        department: at % 2 ? made.one : made.other,
        birthYear: at < 6 ? 1990 : 1950,
      });
    }
  });
  return { house, as, panel, place: `/fokusgrupper/${panel.id}`, ...made };
}

type Made = Awaited<ReturnType<typeof applied>>;

async function calculated({ as, signe, panel }: Made, kind: 'test' | 'two' | 'public' | 'spare') {
  return as(signe, async (tx) => {
    const asked = await verbs.askDraw(tx, panel.id, kind);
    assert.ok(asked.ok, JSON.stringify(asked));
    const errand = await prepareDraw(tx, asked.value, null);
    if (errand) await (await errand())(tx);
    return asked.value;
  });
}

async function drawn(made: Made): Promise<Id<'panel_draw'>> {
  const { as, signe, jonas, panel } = made;
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const id = await calculated(made, 'two');
  for (const who of [signe, jonas]) assert.ok((await as(who, (tx) => verbs.press(tx, id))).ok);
  return id;
}

test('a bound for two groups at once is kept by every panel on the list, and told in words', async () => {
  const made = await applied();
  const { house, as, signe, panel, place } = made;
  const her = await house.signedIn(signe);
  const cells = await house.tx((tx) => verbs.cellsOf(tx, panel.id));
  const young = cells.find(({ feature, codes }) => feature === 'age' && codes.includes('30-44'));
  const one = cells.find(({ feature, codes }) => feature === 'department' && codes.includes(made.one));
  assert.ok(young && one);
  const page = await her.get(`${place}/profil`);
  const wrong = await page.submit('Tilføj', { one: young.id, other: young.id, atLeast: '1', atMost: '2' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vælg to slags grupper/);
  const added = await page.submit('Tilføj', { one: young.id, other: one.id, atLeast: '0', atMost: '0' });
  assert.match(added.text, /Højst skal være mindst 1/);
  const done = await page.submit('Tilføj', { one: young.id, other: one.id, atLeast: '2', atMost: '2' });
  assert.match(done.text, /30-44 år \+ /);
  assert.match((await her.get(`${place}/spejl`)).text, /To grupper på én gang/);
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const draw = await house.tx(async (tx) => verbs.drawById(tx, await calculated(made, 'public')));
  const both = draw?.quotas.find(({ also }) => also);
  assert.ok(draw?.result && both);
  for (const people of draw.result.panels) {
    assert.equal(people.filter((at) => inCell(both, draw.pool[at]?.traits as never)).length, 2);
  }
  const visitor = house.visitor('10.8.0.1');
  const zip = Buffer.from(
    await (await visitor.fetch(`${place}/lodtraekning/${draw.id}/bevis`)).arrayBuffer(),
  ).toString();
  assert.match(zip, /Alder×Afdeling,30-44 år×.*,2,2\n/);
});

test('a seat that is free goes to a reserve whose turn was fixed with the list, and who keeps the mirror', async () => {
  const made = await applied();
  const { house, as, signe, panel, place } = made;
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const id = await calculated(made, 'two');
  const visitor = house.visitor('10.8.0.2');
  const before = await visitor.get(`${place}/lodtraekning/${id}`);
  for (const who of [signe, made.jonas]) assert.ok((await as(who, (tx) => verbs.press(tx, id))).ok);
  const draw = (await house.tx((tx) => verbs.drawById(tx, id))) ?? assert.fail();
  const key = draw.reserveKey ?? assert.fail('no reserves');
  const hash = sha256(key);
  assert.ok(before.text.includes(hash), 'the fingerprint of the order stood there before the number');
  const early = await as(signe, (tx) => verbs.callReserve(tx, panel.id));
  assert.deepEqual(early, { ok: false, refusal: 'full' });
  const [first] = (await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter(holdsSeat);
  await house.tx((tx) => verbs.leave(tx, first?.id ?? assert.fail(), 'dropped_out', 'phone'));
  const her = await house.signedIn(signe);
  const called = await (await her.get(`${place}/traek`)).submit('Spørg den næste reserve');
  assert.match(called.text, /Reserven har fået tilbuddet/);
  const holding = (await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter(holdsSeat);
  assert.equal(holding.length, 4);
  for (const cell of draw.quotas) {
    const count = holding.filter(({ traits }) => inCell(cell, traits)).length;
    assert.ok(count >= cell.fewest && count <= cell.most, `${cell.feature} ${cell.codes}: ${count}`);
  }
  const after = await visitor.get(`${place}/lodtraekning/${id}`);
  assert.match(after.text, /Nr\. \d+: [2-9A-Z]{4}-[2-9A-Z]{4}/, 'who was called is told by lot');
  const proof = async () =>
    Buffer.from(await (await visitor.fetch(`${place}/lodtraekning/${id}/bevis`)).arrayBuffer()).toString();
  assert.ok(!after.html.includes(key) && !(await proof()).includes(key), 'the order is secret while the group lives');
  await as(signe, (tx) => endPanel(tx, panel));
  assert.ok((await proof()).includes(key), 'and everybody can count it again when it is over');
});

test('where nobody keeps every bound, the reserve is the one who comes nearest, and never of a home that has a seat', async () => {
  const made = await applied();
  const { house, as, signe, panel } = made;
  const id = await drawn(made);
  const all = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  const draw = (await house.tx((tx) => verbs.drawById(tx, id))) ?? assert.fail();
  const young = draw.quotas.find(({ feature, codes }) => feature === 'age' && codes.includes('30-44')) ?? assert.fail();
  const holding = all.filter(holdsSeat).slice(1);
  const demanding = { ...draw, quotas: [{ ...young, fewest: 4, most: 4 }] };
  const next = nextReserve(demanding, all, holding, sha256) ?? assert.fail('somebody is left');
  assert.ok(inCell(young, next.application.traits), 'one of those who are missing');
  const neighbours = all.map((one) =>
    stateOf(one) === 'waits' ? { ...one, homeKey: holding[0]?.homeKey ?? '' } : one,
  );
  assert.equal(nextReserve(draw, neighbours, holding, sha256), null);
  await house.tx((tx) => verbs.leave(tx, holding[0]?.id ?? assert.fail(), 'dropped_out', null));
  const spare = await calculated(made, 'spare');
  const twice = await as(signe, (tx) => verbs.callReserve(tx, panel.id));
  assert.deepEqual(twice, { ok: false, refusal: 'undecided' }, 'a seat is not given twice');
  for (const who of [signe, made.jonas]) assert.ok((await as(who, (tx) => verbs.press(tx, spare))).ok);
  assert.equal((await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter(holdsSeat).length, 4);
});

test('nobody has two lists to choose between: one must be drawn or given up before everybody’s eyes', async () => {
  const made = await applied();
  const { house, as, signe, jonas, panel, place } = made;
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const first = await calculated(made, 'public');
  assert.deepEqual(await as(signe, (tx) => verbs.askDraw(tx, panel.id, 'two')), { ok: false, refusal: 'undecided' });
  const her = await house.signedIn(signe);
  await (await her.get(`${place}/traek/${first}`)).submit('Giv listen op');
  const visitor = house.visitor('10.8.0.3');
  assert.match((await visitor.get(place)).text, /blev opgivet, før der blev trukket/);
  assert.match((await visitor.get(`${place}/lodtraekning/${first}`)).text, /Listen blev opgivet/);
  const second = await calculated(made, 'two');
  assert.ok((await as(jonas, (tx) => verbs.press(tx, second))).ok);
  assert.equal(await as(signe, (tx) => verbs.stopDraw(tx, second)), false, 'not once somebody has pressed');
  // As it could be before: another list waits beside the one that gave the seats.
  const third = await calculated(made, 'test');
  await house.tx((tx) => tx.sql.updateTable('panel_draw').set({ kind: 'public' }).where('id', '=', third).execute());
  assert.ok((await as(signe, (tx) => verbs.press(tx, second))).ok);
  const late = await as(signe, (tx) => verbs.throwDice(tx, third, 7));
  assert.deepEqual(late, { ok: false, refusal: 'not_ready' }, 'seats are given once');
});

test('what the dice showed counts when two have typed it: one mistyped digit gives nobody a seat', async () => {
  const made = await applied();
  const { house, as, signe, jonas, panel, place } = made;
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const id = await calculated(made, 'public');
  const drum = `${place}/lodtraekning/${id}`;
  const [her, him, visitor] = [await house.signedIn(signe), await house.signedIn(jonas), house.visitor('10.8.0.5')];
  const seats = async () =>
    (await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter(({ place }) => place).length;
  const once = await (await her.get(drum)).submit('Det er tallet', { dice: '4 7 0' });
  assert.match(once.text, /Nu skal en anden, der vælger, skrive/);
  assert.match((await visitor.get(drum)).text, /Én har skrevet 470/, 'everybody sees what was typed');
  const again = await (await her.get(drum)).submit('Det er tallet', { dice: '470' });
  assert.match(again.text, /Nu skal en anden/, 'one cannot be two');
  assert.equal(await as(signe, (tx) => verbs.stopDraw(tx, id)), false, 'nobody gives a list up whose number they know');
  assert.match((await him.get('/din-tur')).text, /To skal skrive, hvad de viste/);
  const other = await (await him.get(drum)).submit('Det er tallet', { dice: '407' });
  assert.match(other.text, /hver sit tal: 470, 407/);
  assert.equal(await seats(), 0);
  const both = await (await her.get(drum)).submit('Ja, terningerne viste 407');
  assert.match(both.text, /Pladserne er trukket/);
  assert.equal(await seats(), 4);
  const draw = await house.tx((tx) => verbs.drawById(tx, id));
  assert.equal(draw?.number, 407);
  const others = (await house.tx((tx) => verbs.applicationsOf(tx, panel.id))).filter((one) => !one.place);
  const soon = await house.tx(async (tx) => addDays(tx.today, 31 * panel.unchosenMonths));
  assert.ok(others.length > 0 && others.every(({ goesOn }) => goesOn && goesOn <= soon), 'told at once when data goes');
  const after = await visitor.get(drum);
  assert.match(after.text, /470 .*470 .*407 .*407 /s, 'and what was mistyped stays for all to see');
  assert.doesNotMatch((await him.get('/din-tur')).text, /hvad de viste/);
});

test('a draw that is under way stops within moments of somebody stopping it', async () => {
  const made = await applied();
  const { house, as, signe, panel, place } = made;
  const id = await as(signe, (tx) => aLongDraw(tx, panel.id));
  const errand = await house.tx((tx) => prepareDraw(tx, id, (_, work) => house.tx(work)));
  const working = (errand ?? assert.fail())();
  while (((await house.tx((tx) => verbs.drawById(tx, id)))?.progress ?? 0) === 0) await sleep(50);
  const her = await house.signedIn(signe);
  await (await her.get(`${place}/traek/${id}`)).submit('Stop');
  const finish = await working;
  await house.tx(async (tx) => finish(tx));
  const draw = await house.tx((tx) => verbs.drawById(tx, id));
  assert.deepEqual([draw?.state, draw?.listHash, draw?.result], ['stopped', null, null]);
});

/** Of a pool that takes most of a minute to draw from. */
async function aLongDraw(tx: TenantDb, panelId: Id<'panel'>): Promise<Id<'panel_draw'>> {
  const features = [5, 6, 4, 4, 4];
  const { pool, quotas, seats } = makePool({
    people: 1727,
    seats: 110,
    features,
    play: 2,
    together: 0,
    skew: 2,
    seed: 'c',
  });
  const named = (name: string) => FEATURES[Number(name.slice(1))] as (typeof FEATURES)[number];
  const id = await insertDraw(
    tx,
    {
      panelId,
      kind: 'test',
      seats,
      panels: 1000,
      seed: 'long',
      algorithm: 'leximin',
      pool: pool.map(({ id, values }, home) => ({
        id: id as never,
        lot: id,
        traits: Object.fromEntries(Object.entries(values).map(([name, value]) => [named(name), value])) as never,
        home,
        board: false,
      })),
      quotas: quotas.map(({ feature, value, min, max }) => ({
        feature: named(feature),
        codes: [value],
        people: 0,
        fewest: min,
        most: max,
      })),
      boardMost: null,
    },
    null,
  );
  return id ?? assert.fail('another is under way');
}

test('a pool that cannot be drawn from can be opened again, and never once a list is fixed', async () => {
  const made = await applied();
  const { house, as, panel, place, signe } = made;
  const cells = await house.tx((tx) => verbs.cellsOf(tx, panel.id));
  await as(signe, (tx) =>
    verbs.saveProfile(
      tx,
      panel.id,
      cells.map((cell) => (cell.codes.includes('30-44') ? { ...cell, fewest: 4, most: 4 } : { ...cell, fewest: 1 })),
    ),
  );
  house.clock.forward({ days: 22 });
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const draw = await calculated(made, 'two');
  const her = await house.signedIn(signe);
  const impossible = await her.get(`${place}/traek/${draw}`);
  assert.match(impossible.text, /Kan ikke lade sig gøre.*Luk puljen op igen/);
  const opened = await (await her.get(`${place}/traek`)).submit('Luk puljen op igen');
  assert.ok(opened.path.endsWith(`${place}/profil`));
  assert.match(opened.text, /Puljen er åben igen/);
  await as(signe, (tx) => verbs.saveProfile(tx, panel.id, cells));
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const list = await calculated(made, 'two');
  assert.equal((await house.tx((tx) => verbs.drawById(tx, list)))?.state, 'ready');
  assert.doesNotMatch((await her.get(`${place}/traek`)).text, /Luk puljen op igen/);
  await as(signe, (tx) => verbs.stopDraw(tx, list));
  const page = await her.get(`${place}/traek`);
  const token = page.root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? '';
  const refused = await her.post(`${place}/luk`, { _csrf: token, reopen: 'ja' });
  assert.match(refused.text, /En liste ligger fast/, 'nobody goes on until a list pleases them');
});
