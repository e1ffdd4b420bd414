import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Grant, Role } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { testDatabase } from '../../testing/database.ts';
import { peopleWhoseTurn } from './commands/announcing.ts';
import { closeTurns, openTurn, turnCount, turnsOf } from './public.ts';

const { newTenant } = await testDatabase();

async function person(tx: TenantDb, name: string): Promise<Id<'person'>> {
  const row = await tx.sql
    .insertInto('person')
    .values({ name, registered_at: tx.now, channel: 'web' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function ground(tx: TenantDb) {
  const organisation = await tx.sql
    .insertInto('organisation')
    .values({ kind: 'housing_organisation', name: 'Prøven', own: true, created_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const department = async (number: string) =>
    (
      await tx.sql
        .insertInto('department')
        .values({ organisation_id: organisation.id, number, name: `Afdeling ${number}` })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  return { organisationId: organisation.id, north: await department('1'), south: await department('2') };
}

const actor = (personId: Id<'person'>, grants: Grant[] = []): Actor => ({
  kind: 'person',
  personId,
  name: 'X',
  grants,
});
const idea = (id: string) => ({ kind: 'idea', id });

test('the same thing waits once for the same person, however often it is asked', async () => {
  const house = await newTenant();
  const me = await house.tx(async (tx) => {
    const id = await person(tx, 'Poul Prøve');
    for (let i = 0; i < 3; i++) await openTurn(tx, { kind: 'a.b', subject: idea('1'), assignee: { personId: id } });
    return id;
  });
  assert.equal(await house.as(actor(me), turnCount), 1);
  await house.tx((tx) => closeTurns(tx, { subject: idea('1') }));
  assert.equal(await house.as(actor(me), turnCount), 0);
  await house.tx((tx) => openTurn(tx, { kind: 'a.b', subject: idea('1'), assignee: { personId: me } }));
  assert.equal(await house.as(actor(me), turnCount), 1, 'once closed it can be asked anew');
});

test('what waits for a role waits for those who hold it there, and for nobody else', async () => {
  const house = await newTenant();
  const { organisationId, north, south, me } = await house.tx(async (tx) => ({
    ...(await ground(tx)),
    me: await person(tx, 'Mette Prøve'),
  }));
  await house.tx(async (tx) => {
    await openTurn(tx, { kind: 'k', subject: idea('north'), assignee: { role: 'board_member', departmentId: north } });
    await openTurn(tx, { kind: 'k', subject: idea('south'), assignee: { role: 'board_member', departmentId: south } });
    await openTurn(tx, { kind: 'k', subject: idea('all'), assignee: { role: 'consultant', departmentId: null } });
  });
  const seen = async (grants: Grant[]) =>
    (await house.as(actor(me, grants), turnsOf))
      .map((turn) => turn.subject.id)
      .toSorted((one, other) => one.localeCompare(other));
  assert.deepEqual(await seen([]), []);
  assert.deepEqual(await seen([{ role: 'board_member', organisationId, departmentId: north }]), ['north']);
  assert.deepEqual(await seen([{ role: 'board_member', organisationId, departmentId: null }]), ['north', 'south']);
  assert.deepEqual(await seen([{ role: 'consultant', organisationId, departmentId: south }]), ['all']);
});

test('a thing that waits for me twice over is one thing', async () => {
  const house = await newTenant();
  const { organisationId, me } = await house.tx(async (tx) => ({
    ...(await ground(tx)),
    me: await person(tx, 'Mette'),
  }));
  await house.tx(async (tx) => {
    await openTurn(tx, { kind: 'k', subject: idea('1'), assignee: { personId: me } });
    await openTurn(tx, { kind: 'k', subject: idea('1'), assignee: { role: 'consultant', departmentId: null } });
  });
  const mette = actor(me, [{ role: 'consultant', organisationId, departmentId: null }]);
  assert.equal(await house.as(mette, turnCount), 1);
  await house.tx((tx) => openTurn(tx, { kind: 'k', subject: idea('2'), assignee: { personId: me } }));
  assert.equal(await house.as(mette, (tx) => turnCount(tx, 2)), 2, 'twice over is once, also where counting stops');
  assert.equal(await house.as(mette, (tx) => turnCount(tx, 1)), 1);
  await house.tx((tx) => closeTurns(tx, { subject: idea('2') }));
  const [turn, ...rest] = await house.as(mette, turnsOf);
  assert.equal(rest.length, 0);
  assert.equal(turn?.personal, true, 'the personal one is shown');
});

test('the oldest promise stands first, and what was promised for no day comes among them a fortnight after it was asked', async () => {
  const house = await newTenant();
  house.clock.set('2026-05-04T10:00:00+02:00');
  const { me, today } = await house.tx(async (tx) => ({ me: await person(tx, 'Mette'), today: tx.today }));
  for (const [id, days] of [
    ['no day', null],
    ['no day either', null],
    ['in fifteen days', 15],
    ['in a fortnight', 14],
    ['in thirteen days', 13],
    ['today', 0],
    ['yesterday', -1],
  ] as const) {
    const due = days === null ? null : addDays(today, days);
    await house.tx((tx) => openTurn(tx, { kind: 'k', subject: idea(id), assignee: { personId: me }, due }));
    house.clock.forward({ minutes: 1 });
  }
  const turns = await house.as(actor(me), turnsOf);
  assert.deepEqual(
    turns.map((turn) => turn.subject.id),
    ['yesterday', 'today', 'in thirteen days', 'no day', 'no day either', 'in a fortnight', 'in fifteen days'],
  );
});

test('one’s own and what waits for each of one’s roles stand together by age, once each, page by page and counted', async () => {
  const house = await newTenant();
  const { organisationId, north, south, me, other } = await house.tx(async (tx) => ({
    ...(await ground(tx)),
    me: await person(tx, 'Mette'),
    other: await person(tx, 'Poul'),
  }));
  const board = { role: 'board_member', departmentId: north } as const;
  const consultants = { role: 'consultant', departmentId: null } as const;
  for (const [id, assignee] of [
    ['1', board],
    ['2', { personId: other }],
    ['3', consultants],
    ['1', { role: 'board_member', departmentId: null }],
    ['4', { role: 'board_member', departmentId: south }],
    ['5', { personId: me }],
    ['3', { personId: me }],
    ['6', board],
  ] as const) {
    await house.tx((tx) => openTurn(tx, { kind: 'k', subject: idea(id), assignee }));
    house.clock.forward({ hours: 1 });
  }
  const mette = actor(me, [
    { ...board, organisationId },
    { ...consultants, organisationId },
  ]);
  const at = async (offset: number, limit: number) =>
    (await house.as(mette, (tx) => turnsOf(tx, { offset, limit }))).map(({ subject }) => subject.id);
  const all = await at(0, 25);
  assert.deepEqual(all, ['1', '5', '3', '6']);
  for (let offset = 0; offset <= all.length; offset += 1) {
    assert.deepEqual(await at(offset, 2), all.slice(offset, offset + 2));
    const most = offset + 1;
    assert.equal(await house.as(mette, (tx) => turnCount(tx, most)), Math.min(most, all.length));
  }
  assert.equal(await house.as(mette, turnCount), all.length);
});

test('nothing waits across tenants', async () => {
  const [here, there] = [await newTenant(), await newTenant()];
  const me = await here.tx(async (tx) => {
    const id = await person(tx, 'Mette');
    await openTurn(tx, { kind: 'k', subject: idea('1'), assignee: { personId: id } });
    return id;
  });
  assert.equal(await there.as(actor(me), turnCount), 0);
});

test('where nobody is consultant, the secretariat looks after it, and after them the organisation’s board', async () => {
  const house = await newTenant();
  const { organisationId, north, south, me } = await house.tx(async (tx) => ({
    ...(await ground(tx)),
    me: await person(tx, 'Mette'),
  }));
  const give = (role: Role, departmentId: Id<'department'> | null = null) =>
    house.tx(async (tx) => {
      const personId = await person(tx, `Holder of ${role}`);
      const grant = { person_id: personId, role, organisation_id: organisationId, department_id: departmentId };
      await tx.sql
        .insertInto('role_grant')
        .values({ ...grant, from_day: tx.today, until_day: tx.today, granted_at: tx.now })
        .execute();
      return personId;
    });
  await house.tx(async (tx) => {
    for (const [id, departmentId] of [
      ['north', north],
      ['south', south],
      ['all', null],
    ] as const) {
      await openTurn(tx, { kind: 'k', subject: idea(id), assignee: { role: 'consultant', departmentId } });
    }
  });
  const seen = async (role: Role) =>
    (await house.as(actor(me, [{ role, organisationId, departmentId: null }]), turnsOf))
      .map((turn) => turn.subject.id)
      .toSorted((one, other) => one.localeCompare(other));
  const told = (departmentId: Id<'department'> | null) =>
    house.tx((tx) => peopleWhoseTurn(tx, 'consultant', departmentId));
  assert.deepEqual(await seen('organisation_board'), ['all', 'north', 'south']);
  assert.deepEqual(await seen('finance'), []);
  const board = await give('organisation_board');
  assert.deepEqual(await told(north), [board]);
  const secretary = await give('secretariat');
  assert.deepEqual(await seen('organisation_board'), []);
  assert.deepEqual(await seen('secretariat'), ['all', 'north', 'south']);
  assert.deepEqual(await told(null), [secretary]);
  const inNorth = await give('consultant', north);
  assert.deepEqual(await seen('secretariat'), ['south'], 'somebody is consultant for the others');
  assert.deepEqual([await told(north), await told(south)], [[inNorth], [secretary]]);
  house.clock.forward({ days: 1 });
  assert.deepEqual(await seen('organisation_board'), ['all', 'north', 'south'], 'yesterday was their last day');
});
