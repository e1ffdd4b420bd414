import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { AREAS } from '../../platform/resources/resource.ts';
import { testApp } from '../../testing/app.ts';
import { aDepartment, aPerson } from '../housing/seed.ts';
import { actingAs, anInitiative } from '../initiatives/seed.ts';
import { aToken } from './seed.ts';

const { app, newHouse } = await testApp();
const server = createServer(getRequestListener((request) => app.fetch(request, '10.4.4.4')));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());

const skip = spawnSync('curl', ['--version']).status === 0 ? false : 'curl is not installed here';

test('each curl line of docs/api.md answers as it says', { skip }, async () => {
  const house = await newHouse();
  const token = await house.tx(async (tx) => {
    await aDepartment(tx);
    await aDepartment(tx, { number: '2', name: 'Ådalen' });
    await anInitiative(tx, { title: 'Suppe i gården' });
    const karen = await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] });
    return (await aToken(await actingAs(tx, karen), { areas: AREAS, reason: 'Vejledningen' })).token;
  });
  const guide = await readFile('docs/api.md', 'utf8');
  const lines = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, line = '']) => line.trim());
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, KEY: token, SITE: `http://127.0.0.1:${port}/${house.tenant.slug}` };
  const said: string[] = [];
  for (const line of lines) said.push((await promisify(execFile)('sh', ['-c', line], { env })).stdout);
  const [initiatives = '', departments = '', results = '', wrong = '', file = '', ...more] = said;
  assert.deepEqual(more, []);
  assert.match(initiatives, /"title":"Suppe i gården"/);
  assert.match(departments, /"next":"[\w-]+"/);
  assert.match(results, /^HTTP\/1\.1 200 OK[\s\S]*etag: "/i);
  assert.match(wrong, /"status":401/);
  assert.match(file, /"openapi":"3\.1\.1"/);
});
