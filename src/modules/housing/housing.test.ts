import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { day } from '../../kernel/day.ts';
import { testDatabase } from '../../testing/database.ts';
import {
  contactOf,
  contactsOf,
  displayNames,
  findOrRegister,
  loadActor,
  peopleHolding,
  personByContact,
  registerPerson,
  tenanciesAt,
} from './public.ts';
import { aDepartment, anOrganisation, aPerson, aRole, aTenancy, manyTenancies } from './seed.ts';
import { departmentCounts, departments } from './store/departments.ts';

const { newTenant } = await testDatabase();

test('a person acts with the roles of today, and as resident where they live', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    const id = await aPerson(tx, {
      name: 'Mette Holm',
      email: 'mette@example.dk',
      lives: home,
      roles: ['board_member'],
    });
    const actor = await loadActor(tx, id);
    assert.ok(actor?.kind === 'person');
    assert.equal(actor.name, 'Mette Holm');
    assert.deepEqual(
      actor.grants.map((grant) => [grant.role, grant.departmentId]),
      [
        ['board_member', departmentId],
        ['resident', departmentId],
      ],
    );
    assert.deepEqual(
      (await peopleHolding(tx, 'board_member', departmentId)).map((one) => one.name),
      ['Mette Holm'],
    );
    assert.equal((await personByContact(tx, { email: 'METTE@example.dk ' }))?.id, id);
    assert.deepEqual((await contactOf(tx, id))?.address, ['Kærhaven 1, st. tv', '8000 Vesterby']);
  });
});

test('many are reached by one question: their addresses, choices and all, and nobody from another tenant', async () => {
  const [house, other] = [await newTenant(), await newTenant()];
  const stranger = await other.tx((tx) => aPerson(tx));
  await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    const people = [
      await aPerson(tx, { name: 'Poul Kjær', lives, preference: { channel: 'paper', largePrint: true } }),
      await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    ];
    const contacts = await contactsOf(tx, [...people, ...people, stranger]);
    assert.equal(contacts.size, 2);
    assert.deepEqual(
      people.map((id) => [contacts.get(id)?.name, contacts.get(id)?.channel, contacts.get(id)?.largePrint]),
      [
        ['Poul Kjær', 'paper', true],
        ['Mette Holm', 'mail', false],
      ],
    );
    for (const id of people) assert.deepEqual(contacts.get(id), await contactOf(tx, id));
    assert.equal((await contactsOf(tx, [])).size, 0);
  });
});

test('a role that has ended or not begun gives nothing', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const id = await aPerson(tx, { roles: [{ role: 'ambassador', departmentId, from: day('2026-06-01') }] });
    assert.deepEqual((await loadActor(tx, id))?.kind === 'person' && (await loadActor(tx, id)), {
      kind: 'person',
      personId: id,
      name: 'Mette Holm',
      grants: [],
    });
  });
});

test('two people cannot have the same e-mail, however it is written', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    await aPerson(tx, { email: 'mette@example.dk' });
    const second = await registerPerson(tx, { name: 'Poul', email: ' Mette@Example.dk' });
    assert.deepEqual(second, { ok: false, refusal: { kind: 'email_taken' } });
  });
});

test('two of the staff who write for the same newcomer at the same moment write for one person', async () => {
  const house = await newTenant();
  const wanted = { name: 'Maja Friis', email: 'maja@example.dk' };
  const first = house.tx(async (tx) => {
    const found = await findOrRegister(tx, wanted);
    await sleep(400);
    return found;
  });
  await sleep(150);
  const second = house.tx((tx) => findOrRegister(tx, wanted));
  const [one, other] = await Promise.all([first, second]);
  assert.ok(one.ok);
  assert.deepEqual(other, one);
});

test('a child has no account before a guardian says yes', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const refusal = await registerPerson(tx, { name: 'Villads', birthYear: 2013 });
    assert.deepEqual(refusal, { ok: false, refusal: { kind: 'guardian_needed' } });
    const allowed = await registerPerson(tx, { name: 'Villads', birthYear: 2013, guardianName: 'Anna Lund' });
    assert.ok(allowed.ok);
    assert.ok(await loadActor(tx, allowed.value));
  });
});

test('a protected person is "En beboer" to others', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const id = await aPerson(tx, { name: 'Skjult Navn', protected: true });
    const names = await displayNames(tx, [{ kind: 'person', id }]);
    assert.equal(names.get(`person:${id}`), 'En beboer');
    assert.equal((await displayNames(tx, [{ kind: 'person', id }], 'en')).get(`person:${id}`), 'A resident');
  });
});

test('a mayor cannot sit in an organisation board', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const { registerDuty } = await import('./commands/roles.ts');
    const municipality = await anOrganisation(tx);
    const id = await aPerson(tx);
    await registerDuty(tx, id, { duty: 'mayor', organisationId: municipality, from: tx.today, until: null });
    await assert.rejects(aRole(tx, id, 'organisation_board'), /conflict/);
  });
});

test('two roles that do not go together cannot be given at the same moment', async () => {
  const house = await newTenant();
  const id = await house.tx(async (tx) => {
    await anOrganisation(tx, { own: true, kind: 'housing_organisation' });
    return aPerson(tx);
  });
  const both = await Promise.allSettled(
    (['consultant', 'organisation_board'] as const).map((role) => house.tx((tx) => aRole(tx, id, role))),
  );
  assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
});

test('a written address finds its home, with and without postcode', async () => {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    await manyTenancies(tx, departmentId, 200);
    for (const text of ['kærhaven 3, 2. sal t.h.', 'Kærhaven 3 2 th, 8000 Vesterby', 'KÆRHAVEN 3, 2.TH.']) {
      const found = await tenanciesAt(tx, text);
      assert.deepEqual(
        found.map((home) => [home.houseNumber, home.floor, home.door]),
        [['3', '2', 'th']],
        text,
      );
    }
    assert.deepEqual(await departmentCounts(tx), [{ departmentId, tenancies: 200, boardMembers: 0, chair: null }]);
  });
});

test('departments stand in the order in which people count them, also those with letters', async () => {
  const house = await newTenant();
  const numbers = ['10', '2', '2a', '002', 'B1', '110', '0'];
  await house.tx(async (tx) => {
    for (const number of numbers) await aDepartment(tx, { number, name: number });
  });
  const found = (await house.tx(departments)).map(({ number }) => number);
  const collator = new Intl.Collator('da', { numeric: true });
  assert.deepEqual(found.toSorted(collator.compare), found);
  assert.deepEqual(
    found.filter((number) => /^[1-9]\d*$/.test(number)),
    ['2', '10', '110'],
  );
});
