import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../testing/database.ts';
import { problemOfServer, serverVersion } from './server-version.ts';

const { db } = await testDatabase();

test('PostgreSQL older than 16 is refused in one sentence that says what is needed', async () => {
  assert.equal(
    problemOfServer('15.18 (Debian 15.18-0+deb12u1)', 150018),
    'PostgreSQL 15.18 (Debian 15.18-0+deb12u1) is too old: Grobund needs 16 or newer',
  );
  assert.match(problemOfServer('9.6.24', 90624) ?? '', /too old/);
  assert.equal(problemOfServer('16.0', 160000), null);
  const { version, number } = await serverVersion(db.pool);
  assert.equal(Math.floor(number / 10_000), Number.parseInt(version, 10), 'a real server tells both alike');
});
