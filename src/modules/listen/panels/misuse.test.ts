import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStaff } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson, aRole, aTenancy } from '../../housing/seed.ts';
import { doublesIn } from './rules/doubles.ts';
import { stateOf } from './rules/people.ts';
import { anApplicant, aPanel, residentsToMirror, verbs } from './seed.ts';

const { newHouse } = await testApp();
const house = await newHouse();
const made = await house.tx(async (tx) => ({
  ...(await residentsToMirror(tx)),
  signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
  jonas: await aPerson(tx, { name: 'Jonas Brandt', roles: ['consultant'] }),
}));
const { signe, jonas, one, other } = made;

async function as<T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert.ok(actor && (isStaff(actor) || actor.kind === 'person'));
  return house.as(actor, work);
}

/** A call with twelve who signed up for four seats. */
async function called() {
  const panel = await as(signe, async (tx) => {
    const it = await aPanel(tx, { seats: 4 });
    await verbs.addSelector(tx, it.id, jonas);
    return it;
  });
  const people = await house.tx(async (tx) => {
    const found = [];
    for (let at = 0; at < 12; at += 1) {
      const department = at % 2 ? one : other;
      const birthYear = at < 6 ? 1990 : 1950;
      const email = `a${at}@example.dk`;
      found.push(await anApplicant(tx, panel.id, { name: `Melder ${at}`, department, birthYear, email }));
    }
    return found;
  });
  return { panel, place: `/fokusgrupper/${panel.id}`, people };
}

const ask = (panel: Id<'panel'>) => as(signe, (tx) => verbs.askDraw(tx, panel, 'two'));

test('what those who signed up were told stands: nobody opens the group for a friend, ends the call early or keeps data longer', async () => {
  const { place, panel } = await called();
  const her = await house.signedIn(signe);
  const edit = await her.get(`${place}/ret`);
  for (const [field, value, said] of [
    ['kind', 'open', /hvordan man kommer med, og det kan ikke ændres/],
    ['closesOn', panel.opensOn, /kan blive længere, men ikke kortere/],
    ['memberMonths', '13', /sagt ja til færre måneder/],
    ['unchosenMonths', '24', /sagt ja til færre måneder/],
  ] as const) {
    const refused = await edit.submit('Gem', { [field]: value });
    assert.equal(refused.status, 422, field);
    assert.match(refused.text, said);
  }
  const page = await her.get(`${place}/tilmeldte`);
  assert.match(page.text, /Dagen efter kan I lukke puljen/);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const early = await her.post(`${place}/luk`, { _csrf: token, sure: 'ja' });
  assert.equal(early.status, 422);
  assert.equal((await as(signe, (tx) => verbs.panelNamed(tx, panel.name)))?.locked, false);
});

test('fifty test draws hide no list that waits, nor one that was given up', async () => {
  const { place, panel } = await called();
  await as(signe, (tx) => verbs.closePool(tx, panel));
  await house.tx(async (tx) => {
    const tests = Array.from({ length: 51 }, () => ['test', 'stopped'] as const);
    for (const [kind, state] of [['public', 'stopped'] as const, ['two', 'ready'] as const, ...tests]) {
      await tx.sql
        .insertInto('panel_draw')
        .values({
          tenant_id: tx.tenant.id,
          panel_id: panel.id,
          kind,
          state,
          seats: 4,
          panels: 1000,
          seed: 's',
          algorithm: 'leximin',
          list_hash: kind === 'test' ? null : 'a'.repeat(64),
          pool: '[]',
          quotas: '[]',
          asked_at: tx.now,
        })
        .execute();
    }
  });
  assert.deepEqual(await ask(panel.id), { ok: false, refusal: 'undecided' });
  assert.match((await house.visitor('10.9.0.1').get(place)).text, /blev opgivet, før der blev trukket/);
});

test('who sits in a board cannot select, and the last selector cannot leave', async () => {
  const { place, panel } = await called();
  const both = await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: one, number: '98', houseNumber: '98' });
    return aPerson(tx, { name: 'Per Lind', lives, roles: ['ambassador', 'board_member'] });
  });
  assert.deepEqual(await as(signe, (tx) => verbs.addSelector(tx, panel.id, both)), { ok: false, refusal: 'board' });
  const her = await house.signedIn(signe);
  const page = await her.get(place);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  await her.post(`${place}/vaelgere`, { _csrf: token, person: jonas, fjern: 'ja' });
  const last = await her.post(`${place}/vaelgere`, { _csrf: token, person: signe, fjern: 'ja' });
  assert.equal(last.status, 422);
  assert.match(last.text, /mindst én/);
});

test('a selector who has left, or has come into a board, sees no more names', async () => {
  const { place, panel } = await called();
  const ada = await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: one, number: '99', houseNumber: '99' });
    return aPerson(tx, { name: 'Ada Lind', lives, roles: ['ambassador'] });
  });
  await as(signe, (tx) => verbs.addSelector(tx, panel.id, ada));
  const readers = [await house.signedIn(jonas), await house.signedIn(ada)];
  for (const reader of readers) assert.equal((await reader.fetch(`${place}/tilmeldte`)).status, 200);
  await house.tx(async (tx) => {
    await tx.sql.deleteFrom('role_grant').where('person_id', '=', jonas).execute();
    await aRole(tx, ada, { role: 'board_member', departmentId: one });
  });
  for (const reader of readers) {
    for (const path of ['tilmeldte', 'traek']) assert.equal((await reader.fetch(`${place}/${path}`)).status, 404, path);
  }
});

test('who shares the net with a neighbour does not come in on their page by name and address', async () => {
  const { place } = await called();
  const form = await house.visitor('10.9.0.2').get(`${place}/tilmeld`);
  const known = { name: 'Ida Vest', birthYear: '1990', address: 'Kærhaven 1', department: one, tenure: '2-5' };
  const fields = { ...known, email: 'ida@example.dk', consent: 'ja' };
  const theirs = await form.submit('Skriv mig op', { ...fields, diet: 'Nødder' });
  assert.match(theirs.path, /min-plads/);
  const other = await form.submit('Skriv mig op', fields);
  assert.match(other.path, /min-plads/);
  assert.notEqual(other.path, theirs.path);
});

test('a draw of substitutes tells nobody outside how the group is made up: no bounds that could be taken from its own', async () => {
  const { panel, place, people } = await called();
  await as(signe, (tx) => verbs.closePool(tx, panel));
  const calculated = async (kind: 'two' | 'spare') => {
    const draw = await as(signe, async (tx) => {
      const asked = await verbs.askDraw(tx, panel.id, kind);
      const errand = await verbs.prepareDraw(tx, asked.ok ? asked.value : assert.fail(asked.refusal), null);
      await (await (errand ?? assert.fail())())(tx);
      return asked.ok ? asked.value : assert.fail();
    });
    return draw;
  };
  const packed = async (draw: string) => {
    const answer = await house.visitor('10.9.0.3').fetch(`${place}/lodtraekning/${draw}/bevis`);
    return Buffer.from(await answer.arrayBuffer()).toString();
  };
  const main = await calculated('two');
  assert.ok((await packed(main)).includes('feature,value,min,max\n'));
  const presser = await house.tx((tx) => aPerson(tx, { name: 'Mia Ravn', roles: ['consultant'] }));
  await as(signe, (tx) => verbs.addSelector(tx, panel.id, presser));
  for (const who of [signe, presser]) assert.ok((await as(who, (tx) => verbs.press(tx, main))).ok);
  const all = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  const member = all.find(({ place: seat }) => seat) ?? assert.fail(`nobody of ${people.length}`);
  const { code } = people.find(({ id }) => id === member.id) ?? assert.fail();
  const page = house.visitor('10.9.0.4');
  const token = (await page.get(`/min-plads/${code}`)).root.querySelector('input[name="_csrf"]');
  const silent = await page.post(`/min-plads/${code}/svar`, { _csrf: token?.getAttribute('value') ?? '' });
  assert.equal(silent.status, 422, 'nothing is no answer');
  assert.match(silent.text, /Vælg ja eller nej/);
  await house.tx((tx) => verbs.leave(tx, member.id, 'dropped_out', null));
  const spare = await packed(await calculated('spare'));
  assert.ok(spare.includes('panels.csv') && !spare.includes('feature,value,min,max\n') && !spare.includes('<tr><td>'));
});

test('somebody whose seat staff declined for them hears of it, and whoever signs up by one account or mailbox is seen', async () => {
  const { panel, people } = await called();
  const id = people[0]?.id ?? assert.fail();
  const receipts = () =>
    house.tx(
      async (tx) =>
        (await tx.sql.selectFrom('panel_receipt').select('made_at').where('application_id', '=', id).execute()).length,
    );
  const before = await receipts();
  await as(signe, (tx) => verbs.leave(tx, id, 'withdrawn', 'phone'));
  assert.equal(await receipts(), before + 1, 'a message with a way to their page');
  const all = await house.tx((tx) => verbs.applicationsOf(tx, panel.id));
  assert.equal(stateOf(all.find((one) => one.id === id) ?? assert.fail()), 'left');
  const [first, second, third] = all.filter(({ exit }) => !exit);
  assert.ok(first && second && third);
  const twice = doublesIn([
    { ...first, email: 'ida@example.dk' },
    { ...second, email: 'ida+to@example.dk', personId: signe },
    { ...third, personId: signe },
  ]);
  assert.deepEqual(
    twice.map(({ why }) => why),
    ['email', 'account'],
  );
});
