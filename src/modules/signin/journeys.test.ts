import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { testApp } from '../../testing/app.ts';
import type { Reader } from '../../testing/reader.ts';

const broker = await startDevBroker({ broker: 'idura' });
after(() => broker.close());
const { db, newHouse } = await testApp({ signIn: { sms: true, parties: openParties([broker.settings]) } });

const begin = async (reader: Reader) => (await reader.fetch('/log-ind/hos/mitid')).headers.get('location') ?? '';

test('one device cannot begin journeys without end, and keeps nobody else from theirs', async () => {
  const house = await newHouse();
  const restless = house.visitor('10.3.0.1');
  const places = [];
  for (let round = 0; round < 121; round += 1) places.push(await begin(restless));
  assert.equal(places.filter((place) => place !== '').length, 120);
  assert.equal((await restless.fetch('/log-ind/hos/mitid')).status, 429);
  assert.notEqual(await begin(house.visitor('10.3.0.2')), '');
  const { rows } = await db.pool.query<{ begun: number }>(
    'select count(*)::int as begun from sign_in_attempt where tenant_id = $1',
    [house.tenant.id],
  );
  assert.deepEqual(rows, [{ begun: 121 }]);
});
