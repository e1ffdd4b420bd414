import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import type { Reader } from '../../testing/reader.ts';
import { constituteBoard, grantRole, ownOrganisation } from '../housing/public.ts';
import { aDepartment, aTenancy } from '../housing/seed.ts';
import { issueHomeCode } from './commands/codes.ts';

const { newHouse } = await testApp();

/** Somebody who came in by the letter to their home, on one device, and by a code in their mailbox on another. */
async function cameByLetter() {
  const house = await newHouse();
  const { departmentId, code } = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const [printed] = await issueHomeCode(tx, await aTenancy(tx, { departmentId }));
    return { departmentId, code: printed?.code ?? assert.fail('no code') };
  });
  const paper = house.visitor();
  await paper.post('/log-ind/brev/navn', { navn: 'Mette Holm', alder: 'ja', kode: code });
  const mette = await house.tx((tx) =>
    tx.sql.selectFrom('person').select('id').where('name', '=', 'Mette Holm').executeTakeFirstOrThrow(),
  );
  return { house, departmentId, mette: mette.id, paper, mail: await house.signedIn(mette.id) };
}

const isIn = async (reader: Reader) => (await reader.fetch('/min-side/enheder')).status === 200;

const gives = (house: House, personId: Id<'person'>, role: Role, departmentId: Id<'department'> | null = null) =>
  house.tx(async (tx) => {
    const organisationId = (await ownOrganisation(tx)).id;
    const given = await grantRole(tx, { personId, role, organisationId, departmentId, from: tx.today, until: null });
    assert.ok(given.ok);
  });

test('a person sees by which way each device came in', async () => {
  const { paper } = await cameByLetter();
  assert.match(
    (await paper.get('/min-side/enheder')).text,
    /Kode fra et brev.*Kode på mail|Kode på mail.*Kode fra et brev/,
  );
});

test('whoever is trusted with a role is signed out where they came in by paper, and nowhere else', async () => {
  for (const role of ['finance', 'ambassador'] as const) {
    const { house, departmentId, mette, paper, mail } = await cameByLetter();
    assert.ok(await isIn(paper));
    await gives(house, mette, role, role === 'ambassador' ? departmentId : null);
    assert.deepEqual([await isIn(paper), await isIn(mail)], [false, true], role);
  }
});

test('a seat on the board is such a role; a device from before ways were written down goes with it', async () => {
  const { house, departmentId, mette, paper, mail } = await cameByLetter();
  await house.tx((tx) => tx.sql.updateTable('session').set({ way: null }).where('way', '=', 'mail').execute());
  await house.tx(async (tx) => {
    const organisationId = (await ownOrganisation(tx)).id;
    const members = [{ personId: mette, office: 'chair' as const }];
    const seated = await constituteBoard(tx, { organisationId, departmentId, seats: 1, until: null, members });
    assert.ok(seated.ok, JSON.stringify(seated));
  });
  assert.deepEqual([await isIn(paper), await isIn(mail)], [false, false]);
});

test('living here and being a guest may rest on paper', async () => {
  const { house, departmentId, mette, paper } = await cameByLetter();
  await gives(house, mette, 'resident', departmentId);
  assert.ok(await isIn(paper));
});
