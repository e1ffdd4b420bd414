import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keptSecret } from './kept-secret.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gs-'));
after(() => rm(scratch, { recursive: true, force: true }));

test('a secret is made once, for the owner only, and is the same at every start', async () => {
  const dataDir = join(scratch, 'new');
  const first = await keptSecret(dataDir);
  assert.match(first, /^[0-9a-f]{64}$/);
  assert.equal(await keptSecret(dataDir), first);
  assert.equal((await stat(join(dataDir, 'secret'))).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(dataDir), ['secret']);
  assert.notEqual(await keptSecret(join(scratch, 'other')), first);
});
