import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import type { Id } from '../../kernel/id.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { type House, testApp } from '../../testing/app.ts';
import type { Page, Reader } from '../../testing/reader.ts';
import { vouch } from '../../testing/vouch.ts';
import { grantRole, ownOrganisation } from '../housing/public.ts';
import { aDepartment, aTenancy } from '../housing/seed.ts';
import { issueHomeCode } from './commands/codes.ts';
import { addPasskey, askForPasskey } from './commands/passkeys.ts';

const broker = await startDevBroker({ broker: 'idura' });
const entra = await startDevBroker({ broker: 'entra' });
after(() => Promise.all([broker.close(), entra.close()]));
const { newHouse } = await testApp({
  signIn: { sms: true, parties: openParties([broker.settings, entra.settings]) },
});

async function journey(reader: Reader, way: 'mitid' | 'entra' = 'mitid'): Promise<Page> {
  const there = (await reader.fetch(`/log-ind/hos/${way}?retur=`)).headers.get('location') ?? '';
  return reader.get(await vouch(there, way === 'mitid' ? 'poul' : 'karen'));
}

/** Poul came in by the letter to his home, and has written neither mail nor telephone. */
async function byLetter() {
  const house = await newHouse();
  const home = await house.tx(async (tx) => aTenancy(tx, { departmentId: await aDepartment(tx) }));
  const [printed] = await house.tx((tx) => issueHomeCode(tx, home));
  const reader = house.visitor();
  await reader.post('/log-ind/brev/navn', { kode: printed?.code ?? '', navn: 'Poul Munk', alder: 'ja' });
  const { id } = await house.tx(({ sql }) =>
    sql.selectFrom('person').select('id').where('name', '=', 'Poul Munk').executeTakeFirstOrThrow(),
  );
  return { house, id, reader };
}

const isIn = async (reader: Reader) => (await reader.fetch('/min-side/enheder')).status === 200;
const ties = (house: House) =>
  house.tx(({ sql }) => sql.selectFrom('sign_in_identity').select(['way', 'on_paper']).execute());

async function addsPasskey(house: House, personId: Id<'person'>, onPaper: boolean): Promise<void> {
  const key = {
    credential_id: Buffer.from([Number(onPaper)]),
    public_key: Buffer.from([1]),
    counter: 0,
    transports: [],
  };
  await house.tx((tx) =>
    tx.sql
      .insertInto('passkey')
      .values({
        ...key,
        tenant_id: tx.tenant.id,
        person_id: personId,
        name: 'En',
        added_at: tx.now,
        on_paper: onPaper,
      })
      .execute(),
  );
}

const becomesStaff = (house: House, personId: Id<'person'>) =>
  house.tx(async (tx) => {
    const organisationId = (await ownOrganisation(tx)).id;
    const role = { personId, role: 'finance' as const, organisationId, departmentId: null };
    assert.ok((await grantRole(tx, { ...role, from: tx.today, until: null })).ok);
  });

test('what paper alone has added is worth no more than paper, and ends with it when its person is given a role', async () => {
  const { house, id, reader } = await byLetter();
  assert.match((await reader.get('/min-side/veje')).text, /gælder, til du får en opgave/);
  await (await journey(reader)).submit('Knyt dit MitID', {});
  assert.deepEqual(await ties(house), [{ way: 'mitid', on_paper: true }]);
  await addsPasskey(house, id, true);
  const another = house.visitor();
  await journey(another);
  assert.ok(await isIn(another));
  const ways = await house.tx(({ sql }) => sql.selectFrom('session').select('way').execute());
  assert.deepEqual(new Set(ways.map(({ way }) => way)), new Set(['letter']));

  await becomesStaff(house, id);
  assert.deepEqual([await isIn(reader), await isIn(another)], [false, false]);
  assert.deepEqual(await ties(house), []);
  assert.deepEqual(await house.tx(({ sql }) => sql.selectFrom('passkey').select('id').execute()), []);
  assert.match((await journey(house.visitor())).text, /Vi kender ikke dit MitID her endnu/);
});

test('who could show something of their own, or is trusted with a role, adds nothing from paper', async () => {
  for (const has of ['mail', 'own passkey', 'role'] as const) {
    const { house, id, reader } = await byLetter();
    const ask = await journey(reader);
    if (has === 'mail') {
      await house.tx(({ sql }) =>
        sql.updateTable('person').set({ email: 'poul@munk.test' }).where('id', '=', id).execute(),
      );
    } else if (has === 'own passkey') await addsPasskey(house, id, false);
    else {
      await becomesStaff(house, id);
      // A device from before ways were written down.
      const old = await house.signedIn(id);
      await house.tx(({ sql }) => sql.updateTable('session').set({ way: null }).where('person_id', '=', id).execute());
      assert.match((await old.get('/min-side/veje')).text, /Log ud, og log ind med en kode på mail/);
      continue;
    }
    const refusal = await ask.submit('Knyt dit MitID', {});
    assert.match(refusal.text, /Log ud, og log ind med en kode på mail eller SMS/, has);
    assert.doesNotMatch(refusal.html, /data-passkey="new"/);
    assert.throws(() => refusal.link('Knyt dit MitID'));
    assert.deepEqual(await ties(house), [], has);

    const own = await house.signedIn(id);
    await (await journey(own)).submit('Knyt dit MitID', {});
    assert.deepEqual(await ties(house), [{ way: 'mitid', on_paper: false }], 'by a code it can be done');
    await becomesStaff(house, id);
    assert.deepEqual([await isIn(reader), await isIn(own)], [false, true]);
    assert.equal((await ties(house)).length, 1, 'and lasts');
  }
});

test('a work account, which gives roles, is not tied from paper', async () => {
  const { house, reader } = await byLetter();
  const refusal = await (await journey(reader, 'entra')).submit('Knyt din arbejdskonto', {});
  assert.match(refusal.text, /Log først ind med en kode på mail eller SMS/);
  assert.deepEqual(await ties(house), []);
});

test('a passkey follows the same rule, when it is asked for and again when it is added', async () => {
  const { house, id } = await byLetter();
  const asks = (onPaper: boolean) =>
    house.tx(async (tx) => {
      const site = { ...tx, origin: 'https://huset.test' };
      const asked = await askForPasskey(site, { id, name: 'Poul Munk', onPaper });
      if (!asked.ok) return asked.refusal;
      const given = { secret: asked.value.secret, answer: null, name: 'En', onPaper: true };
      const added = await addPasskey(site, id, given);
      return added.ok ? 'added' : added.refusal;
    });
  assert.equal(await asks(true), 'failed', 'with paper alone it comes down to what the browser answers');
  await house.tx(({ sql }) => sql.updateTable('person').set({ phone: '+4520202020' }).where('id', '=', id).execute());
  assert.equal(await asks(true), 'paper');
  assert.equal(await asks(false), 'paper', 'asked for by a code, and brought back from paper');
});
