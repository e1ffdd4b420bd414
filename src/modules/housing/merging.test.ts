import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import { mergePeople } from './commands/merging.ts';
import { displayNames, findPeople, loadActor, personByContact, personById } from './public.ts';
import { joinedStays, mergeDoubts, type Stay } from './rules/merging.ts';
import { aDepartment, aPerson, aTenancy } from './seed.ts';

const { newHouse } = await testApp();

/** Gerda came on paper and lives in Kærhaven; she also signed in with a letter, and left an e-mail there. */
async function twice(house: House) {
  return house.tx(async (tx) => {
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return {
      home,
      paper: await aPerson(tx, { name: 'Gerda Lund', lives: home, roles: ['board_member'], birthYear: 1948 }),
      letter: await aPerson(tx, {
        name: 'Gerda L. Lund',
        email: 'gerda@example.dk',
        phone: '+4520304050',
        lives: home,
      }),
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@example.dk', roles: ['consultant'] }),
      karen: await aPerson(tx, { name: 'Karen Mose', email: 'karen@example.dk', roles: ['secretariat'] }),
    };
  });
}

test('two records of one human become one on a page: everything moves, and both addresses still find her', async () => {
  const house = await newHouse();
  const { home, paper, letter, signe } = await twice(house);
  const device = await house.signedIn(letter);
  const staff = await house.signedIn(signe);
  const page = await (await staff.get(`/personer/${paper}`)).follow('Skrevet ind to gange?');
  assert.match(page.text, /Gerda L\. Lund/);
  const asked = await page.submit('Saml de to', { other: letter });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Spørg personen først/);
  const merged = await asked.submit('Saml de to', { other: letter, asked: 'ja' });
  assert.match(merged.text, /De to er nu én/);
  assert.match(merged.text, /gerda@example\.dk/);

  await house.tx(async (tx) => {
    assert.equal((await personByContact(tx, { email: 'gerda@example.dk' }))?.id, paper);
    assert.equal(await loadActor(tx, letter), null);
    assert.deepEqual(
      (await findPeople(tx, 'gerda', 1)).people.map((one) => [one.id, one.roles]),
      [[paper, ['board_member']]],
    );
    const lives = await tx.sql.selectFrom('residency').selectAll().where('tenancy_id', '=', home.id).execute();
    assert.deepEqual(
      lives.map((row) => [row.person_id, row.until_day]),
      [[paper, null]],
      'one home, once',
    );
    assert.equal((await displayNames(tx, [{ kind: 'person', id: letter }])).get(`person:${letter}`), 'Gerda Lund');
    const told = await tx.sql
      .selectFrom('journal_entry')
      .select('facts')
      .where('kind', '=', 'housing.people_merged')
      .execute();
    assert.deepEqual(told, [{ facts: { person: paper, from: letter, doubts: '' } }]);
  });
  assert.notEqual((await device.fetch('/min-side')).status, 200, 'the old record is signed out');
  assert.match((await staff.get(`/personer/${letter}`)).text, /1948/, 'the old page leads to the new');
  const again = await page.submit('Saml de to', { other: letter, asked: 'ja' });
  assert.equal(again.status, 422);
});

test('a passkey, a MitID or a calendar that a stranger added to one of the records does not open the other', async () => {
  const house = await newHouse();
  const { paper, letter, signe } = await twice(house);
  const left = () =>
    house.tx(async ({ sql }) => [
      ...(await sql.selectFrom('passkey').select('name').execute()),
      ...(await sql.selectFrom('sign_in_identity').select('way').execute()),
    ]);
  await house.tx(async ({ sql, tenant, now }) => {
    const added = { tenant_id: tenant.id, person_id: letter, added_at: now };
    const key = {
      credential_id: Buffer.from('k'),
      public_key: Buffer.from('p'),
      counter: 0,
      transports: [],
      name: 'Min',
    };
    const told = { issuer: 'i', level: 'substantial', last_used_at: now };
    await sql
      .insertInto('passkey')
      .values({ ...added, ...key })
      .execute();
    for (const way of ['mitid', 'entra'] as const)
      await sql
        .insertInto('sign_in_identity')
        .values({ ...added, ...told, way, subject: way })
        .execute();
  });
  const stranger = await house.signedIn(letter);
  const feeds = await (await stranger.get('/min-side/kalender')).submit('Lav min adresse');
  const calendar = /\/abonnement\/[\w-]+\/kalender\.ics/.exec(feeds.html)?.[0] ?? assert.fail(feeds.text);
  assert.equal((await house.visitor().fetch(calendar)).status, 200);
  const page = await (await house.signedIn(signe)).get(`/personer/${paper}/saml?q=gerda`);
  const merged = await page.submit('Saml de to', { other: letter, asked: 'ja' });
  assert.match(merged.text, /De to er nu én/);
  assert.deepEqual(await left(), [{ way: 'entra' }]);
  assert.equal((await house.visitor().fetch(calendar)).status, 404);
});

test('not one row that pointed at the old record points at it afterwards, in whatever table', async () => {
  const house = await newHouse();
  const { paper, letter } = await twice(house);
  await house.tx((tx) => mergePeople(tx, { from: letter, into: paper, sure: true }));
  await house.tx(async (tx) => {
    for (const table of ['residency', 'role_grant', 'contact_preference', 'guardian_approval', 'session'] as const) {
      const left = await tx.sql.selectFrom(table).select('person_id').where('person_id', '=', letter).execute();
      assert.deepEqual(left, [], table);
    }
    const left = await personById(tx, letter);
    assert.deepEqual([left?.email, left?.phone], [null, null]);
  });
});

test('what speaks against it is shown first; two e-mails both sign in afterwards, and a protected name stays protected', async () => {
  const house = await newHouse();
  const { paper, letter, signe } = await twice(house);
  const other = await house.tx((tx) =>
    aPerson(tx, { name: 'Gerda Lund', email: 'g.lund@example.dk', protected: true }),
  );
  const staff = await house.signedIn(signe);
  const page = await staff.get(`/personer/${letter}/saml?q=gerda`);
  const doubted = await page.submit('Saml de to', { other, asked: 'ja' });
  assert.equal(doubted.status, 422);
  assert.match(doubted.text, /hver sin mailadresse/);
  assert.match(doubted.text, /Navnet bliver beskyttet/);
  await doubted.submit('Saml de to', { other, asked: 'ja', sure: 'ja' });
  await house.tx(async (tx) => {
    for (const email of ['g.lund@example.dk', 'gerda@example.dk']) {
      const found = await personByContact(tx, { email });
      assert.deepEqual([found?.id, found?.protected], [letter, true]);
    }
    assert.equal((await displayNames(tx, [{ kind: 'person', id: other }])).get(`person:${other}`), 'En beboer');
    await mergePeople(tx, { from: letter, into: paper, sure: true });
    assert.equal(
      (await personByContact(tx, { email: 'g.lund@example.dk' }))?.id,
      paper,
      'also through a second merging',
    );
  });
});

test('a consultant cannot become the secretariat by merging with them', async () => {
  const house = await newHouse();
  const { signe, karen, letter } = await twice(house);
  const staff = await house.signedIn(signe);
  const page = await staff.get(`/personer/${karen}/saml?q=gerda`);
  const refused = await page.submit('Saml de to', { other: letter, asked: 'ja' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /kun sekretariatet samle/);
  assert.notEqual(await house.tx((tx) => loadActor(tx, letter)), null);
});

test('a consultant cannot make a friend a consultant by merging their own record into the friend’s', async () => {
  const house = await newHouse();
  const { signe, letter } = await twice(house);
  const staff = await house.signedIn(signe);
  for (const [into, other] of [
    [letter, signe],
    [signe, letter],
  ] as const) {
    const page = await staff.get(`/personer/${into}/saml?q=g`);
    const refused = await page.submit('Saml de to', { other, asked: 'ja' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /kun sekretariatet samle/);
  }
  const friend = await house.tx((tx) => loadActor(tx, letter));
  assert.ok(friend?.kind === 'person' && !friend.grants.some(({ role }) => role === 'consultant'));
});

test('two records are not made one when the roles of the two cannot go together', async () => {
  const house = await newHouse();
  const { karen, letter } = await twice(house);
  const inge = await house.tx((tx) =>
    aPerson(tx, { name: 'Inge Lund', email: 'inge@example.dk', roles: ['organisation_board'] }),
  );
  const page = await (await house.signedIn(karen)).get(`/personer/${inge}/saml?q=karen`);
  const refused = await page.submit('Saml de to', { other: karen, asked: 'ja' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /\(sekretariat\), kan ikke sidde i organisationsbestyrelsen/);
  assert.notEqual(await house.tx((tx) => loadActor(tx, karen)), null);
  assert.deepEqual(await house.tx((tx) => mergePeople(tx, { from: letter, into: inge, sure: true })), {
    ok: true,
    value: null,
  });
});

test('who was forgotten stays forgotten: nobody is merged with them', async () => {
  const house = await newHouse();
  const { paper, letter } = await twice(house);
  await house.tx((tx) => tx.sql.updateTable('person').set({ erased_on: tx.today }).where('id', '=', paper).execute());
  for (const pair of [
    { from: letter, into: paper },
    { from: paper, into: letter },
  ]) {
    assert.deepEqual(await house.tx((tx) => mergePeople(tx, { ...pair, sure: true })), {
      ok: false,
      refusal: { kind: 'gone' },
    });
  }
});

test('a resident has no such page', async () => {
  const house = await newHouse();
  const { paper, letter } = await twice(house);
  assert.equal((await (await house.signedIn(letter)).get(`/personer/${paper}/saml`)).status, 404);
});

test('nothing speaks against a record that says nothing', () => {
  const bare = { person: { email: null, protected: false, birthYear: null }, homes: [] };
  assert.deepEqual(
    mergeDoubts(bare, { person: { email: 'a@b.dk', protected: false, birthYear: 1950 }, homes: [] }),
    [],
  );
});

test('a home lived in once is one stay; another home, and the same home years later, are their own', () => {
  const stay = (id: string, tenancyId: string, from: string, until: string | null): Stay => ({
    id: id as Id<'residency'>,
    tenancyId: tenancyId as Id<'tenancy'>,
    from: day(from),
    until: until === null ? null : day(until),
  });
  const longer = stay('long', 'north', '2019-01-01', null);
  const alone = [stay('before', 'north', '2010-01-01', '2012-12-31'), stay('other', 'south', '2019-01-01', null)];
  assert.deepEqual(joinedStays([...alone, longer]), { kept: [], gone: [] });
  assert.deepEqual(joinedStays([stay('open', 'north', '2024-06-01', null), ...alone, longer]), {
    kept: [longer],
    gone: ['open'],
  });
  assert.deepEqual(
    joinedStays([
      stay('b', 'north', '2013-01-01', '2013-12-31'),
      ...alone,
      stay('c', 'north', '2012-01-01', '2012-02-01'),
    ]),
    { kept: [stay('before', 'north', '2010-01-01', '2013-12-31')], gone: ['c', 'b'] },
  );
});
