import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import { NEWS } from '../../news.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { workOf } from '../../schedule.ts';
import { testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import { vouch } from '../../testing/vouch.ts';
import { aPerson } from '../housing/seed.ts';

const entra = await startDevBroker({ broker: 'entra' });
after(() => entra.close());
/** What the claims mean here: taken away, it is as if the directory said them no more. */
const roles: Record<string, string> = { 'Grobund.Oekonomi': 'finance', 'Grobund.Sekretariat': 'operations' };
const parties = openParties([{ ...entra.settings, roles, houses: ['at-directory'] }]);
const { db, newHouse } = await testApp({ signIn: { sms: true, parties } });
const post = await testPost(db);
const { kinds } = workOf(post.ways, NEWS);

test('colleagues hear of a role that came with a work account, and it goes when the account says it no more', async () => {
  const house = await newHouse({ slug: 'at-directory' });
  const office = post.newAddress();
  const karen = await house.tx((tx) => aPerson(tx, { name: 'Karen Mose', email: office, roles: ['secretariat'] }));
  const journey = async (reader: Awaited<ReturnType<typeof house.signedIn>>, sub: string) => {
    const away = (await reader.fetch('/log-ind/hos/entra')).headers.get('location') ?? '';
    return reader.get(await vouch(away, sub));
  };
  for (const [sub, name] of [
    ['lise', 'Lise Krogh'],
    ['karen', 'Otto Rask'],
  ] as const) {
    const id = await house.tx((tx) => aPerson(tx, { name, email: post.newAddress() }));
    await (await journey(await house.signedIn(id), sub)).submit('Knyt din arbejdskonto', {});
  }
  await post.work(house, kinds);
  const told = (await post.to(office)).map(({ text }) => text).join('\n');
  assert.match(told, /arbejdskonti \(Microsoft Entra\)\s+har\s+givet\s+Lise Krogh\s+rollen\s+”økonomi”/i);
  assert.match(told, /givet\s+Otto Rask\s+rollen/, 'also of a role that pays nobody');
  const journal = () =>
    house.tx((tx) =>
      tx.sql
        .selectFrom('journal_entry')
        .select('kind')
        .where('kind', 'like', 'signin.directory%')
        .orderBy('seq')
        .execute(),
    );
  assert.deepEqual(await journal(), [{ kind: 'signin.directory_gave' }, { kind: 'signin.directory_gave' }]);

  const held = () =>
    house.tx((tx) =>
      tx.sql
        .selectFrom('role_grant')
        .select('role')
        .where('person_id', '!=', karen)
        .where((row) => row.or([row('until_day', 'is', null), row('until_day', '>=', tx.today)]))
        .execute(),
    );
  assert.equal((await held()).length, 2);
  delete roles['Grobund.Oekonomi'];
  await journey(house.visitor(), 'lise');
  assert.deepEqual(await held(), [{ role: 'operations' }]);
  assert.deepEqual((await journal()).at(-1), { kind: 'signin.directory_took' });
});
