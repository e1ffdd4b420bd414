import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AREAS } from '../../platform/resources/resource.ts';
import { type House, SITE, testApp } from '../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { actingAs, anInitiative } from '../initiatives/seed.ts';
import { aToken } from './seed.ts';

const { app, db, newHouse, another } = await testApp();

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    return {
      departmentId,
      karen: await aPerson(tx, { name: 'Karen Mose', email: `karen@example.dk`, roles: ['secretariat'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home }),
    };
  });
  const key = (wanted: Parameters<typeof aToken>[1] = {}) =>
    house.tx(async (tx) => aToken(await actingAs(tx, people.karen), wanted));
  return { house, ...people, key };
}

function ask(house: House, path: string, token?: string, headers: Record<string, string> = {}, at = app) {
  const own = token ? { authorization: `Bearer ${token}` } : {};
  return at.fetch(new Request(`${SITE}/${house.tenant.slug}${path}`, { headers: { ...own, ...headers } }), '10.1.1.1');
}

interface Listed {
  readonly data: readonly Record<string, unknown>[];
  readonly next: string | null;
}
const listed = async (answer: Response) => (await answer.json()) as Listed;

test('a key opens what was chosen and nothing else, and one that is wrong, over or closed is not told apart', async () => {
  const { house, karen, key } = await lived();
  await house.tx((tx) => anInitiative(tx, { title: 'Suppe i gården' }));
  const { token } = await key();
  const open = await ask(house, '/api/v1/initiatives', token);
  assert.equal(open.status, 200);
  assert.equal((await listed(open)).data[0]?.title, 'Suppe i gården');
  const other = await ask(house, '/api/v1/homes', token);
  assert.equal(other.status, 403);
  assert.equal(other.headers.get('content-type'), 'application/problem+json');

  const closed = await key();
  await (await (await house.signedIn(karen)).get('/forbindelser')).submit('Luk nøglen');
  const foreign = await (await lived()).key();
  const short = await key({ term: 30 });
  house.clock.forward({ days: 30 });
  assert.equal((await ask(house, '/api/v1/initiatives', short.token)).status, 200, 'the last day is included');
  house.clock.forward({ days: 1 });
  const alike = [];
  for (const wrong of [closed.token, foreign.token, short.token, 'grobund_xyz', 'Basic', undefined]) {
    const answer = await ask(house, '/api/v1/initiatives', wrong);
    assert.equal(answer.status, 401);
    const { instance: _, ...problem } = (await answer.json()) as Record<string, unknown>;
    alike.push(JSON.stringify(problem));
  }
  assert.equal(new Set(alike).size, 1);
});

test('a key is shown once, and only its hash is kept', async () => {
  const { house, karen } = await lived();
  const office = await house.signedIn(karen);
  const form = await office.get('/forbindelser/noegler/ny');
  const bare = await form.submit('Lav nøglen', { name: '', 'areas[]': ['people'] });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /Skriv et navn/);
  const unsaid = await bare.submit('Lav nøglen', { name: 'Vagttavlen', 'areas[]': ['people'] });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Skriv, hvorfor den skal se personer/);
  const made = await unsaid.submit('Lav nøglen', { reason: 'Tavlen viser, hvem der har vagt.' });
  const [token = ''] = /grobund_[\w-]{40}/.exec(made.text) ?? [];
  assert.equal((await ask(house, '/api/v1/people', token)).status, 200);
  const after = await office.get('/forbindelser');
  assert.match(after.text, /Vagttavlen/);
  assert.ok(!after.html.includes(token));
  const { rows } = await db.pool.query('select row_to_json(t)::text as row from api_token t where tenant_id = $1', [
    house.tenant.id,
  ]);
  assert.equal(rows.length, 1);
  assert.ok(!rows[0].row.includes(token));
});

test('nobody but the secretariat sees or makes keys, and a session opens no machine’s door', async () => {
  const { house, mette, karen } = await lived();
  for (const path of ['/forbindelser', '/forbindelser/noegler/ny', '/forbindelser/beskeder/ny']) {
    assert.equal((await (await house.signedIn(mette)).get(path)).status, 404);
  }
  assert.equal((await (await house.signedIn(karen)).fetch('/api/v1/initiatives')).status, 401);
});

test('no open key hides behind others: there are fifty at most, and they stand first', async () => {
  const { house, karen, key } = await lived();
  await key({ name: 'Den glemte' });
  for (let made = 0; made < 49; made += 1) await key({ name: 'Støj' });
  const secretary = await house.signedIn(karen);
  const form = await secretary.get('/forbindelser/noegler/ny');
  const refused = await form.submit('Lav nøglen', { name: 'Én til', 'areas[]': ['initiatives'], term: '30' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /I har allerede 50 åbne nøgler/);
  await house.tx(async (tx) => {
    const noise = await tx.sql.selectFrom('api_token').select('id').where('name', '=', 'Støj').execute();
    const ends = noise.map(({ id }) => ({ tenant_id: tx.tenant.id, token_id: id, ended_at: tx.now, ended_by: karen }));
    await tx.sql.insertInto('api_token_end').values(ends).execute();
  });
  for (let made = 0; made < 2; made += 1) await key({ name: 'Ny' });
  const names = (await secretary.get('/forbindelser')).text;
  assert.ok(names.indexOf('Den glemte') < names.indexOf('Støj'));
});

test('a list is walked to its end, each thing once and in the same order, however it is cut', async () => {
  const { house, key } = await lived();
  const { token } = await key();
  const made: string[] = [];
  for (let one = 0; one < 5; one += 1) made.push(await house.tx((tx) => anInitiative(tx, { title: `Nr. ${one}` })));
  for (const limit of [1, 2, 5, 200]) {
    const walked: unknown[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Listed = await listed(
        await ask(house, `/api/v1/initiatives?limit=${limit}${after && `&after=${after}`}`, token),
      );
      walked.push(...page.data.map(({ id }) => id));
      after = page.next;
    }
    assert.deepEqual(walked, made);
  }
  const one = await ask(house, `/api/v1/initiatives/${made[2]}`, token);
  assert.equal(((await one.json()) as { title: string }).title, 'Nr. 2');
  for (const wrong of ['?limit=0', '?limit=201', '?limit=mange', '?after=1', '?after=abc', '?after=MToxMjM']) {
    assert.equal((await ask(house, `/api/v1/initiatives${wrong}`, token)).status, 400, wrong);
  }
  for (const wrong of ['/api/v1/initiatives/1', '/api/v1/initiatives/..', '/api/v1/noget', '/api/v1/a/b/c', '/api/x']) {
    const answer = await ask(house, wrong, token);
    assert.equal(answer.status, 404, wrong);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', wrong);
  }
});

test('who has the answer already is told so, until something changes', async () => {
  const { house, key } = await lived();
  const { token } = await key();
  await house.tx((tx) => anInitiative(tx));
  const etag = (await ask(house, '/api/v1/initiatives', token)).headers.get('etag') ?? '';
  const again = await ask(house, '/api/v1/initiatives', token, { 'if-none-match': `W/${etag}, "x"` });
  assert.deepEqual([again.status, await again.text()], [304, '']);
  await house.tx((tx) => anInitiative(tx));
  assert.equal((await ask(house, '/api/v1/initiatives', token, { 'if-none-match': etag })).status, 200);
});

test('people: adults with open names only, and each reading is written down for them to see', async () => {
  const { house, mette, karen, departmentId, key } = await lived();
  await house.tx(async (tx) => {
    await aPerson(tx, { name: 'Hemmelige Hanne', protected: true });
    await aPerson(tx, { name: 'Lille Liv', birthYear: 2009 });
  });
  const { token } = await key({ areas: ['people'], reason: 'Vagtplanen' });
  const { data } = await listed(await ask(house, '/api/v1/people', token));
  assert.deepEqual(
    data.map(({ name }) => name),
    ['Karen Mose', 'Mette Holm'],
  );
  assert.deepEqual(data[1]?.departmentIds, [departmentId]);
  const { rows } = await db.pool.query('select person_id, seen_by, why from privacy_look where tenant_id = $1', [
    house.tenant.id,
  ]);
  assert.deepEqual(rows, [{ person_id: mette, seen_by: karen, why: 'api' }]);
  assert.match(
    (await (await house.signedIn(mette)).get('/min-side/data/opslag')).text,
    /Lod et andet system hente det/,
  );
});

test('one key has so many questions in ten minutes, whichever process answers', async () => {
  const { house, key } = await lived();
  const { token, id } = await key();
  const two = another();
  await ask(house, '/api/v1/initiatives', token);
  await db.pool.query(`update rate_limit set hits = 599 where tenant_id = $1 and bucket = $2`, [
    house.tenant.id,
    `api ${id}`,
  ]);
  assert.equal((await ask(house, '/api/v1/initiatives', token, {}, two)).status, 200);
  const stopped = await ask(house, '/api/v1/initiatives', token);
  assert.equal(stopped.status, 429);
  assert.match(stopped.headers.get('retry-after') ?? '', /^\d{1,3}$/);
  assert.equal((await ask(house, '/api/v1/initiatives', (await key()).token)).status, 200);
});

test('the OpenAPI file tells the truth: every path answers, and nothing but what is declared', async () => {
  const { house, karen, key } = await lived();
  const { token } = await key({ areas: AREAS, reason: 'Alt' });
  await house.tx(async (tx) => anInitiative(tx, { status: 'under_way', by: karen }));
  const answer = await ask(house, '/api/v1/openapi.json');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  const file = (await answer.json()) as OpenApi;
  assert.deepEqual(await problemsOf(file), []);
  const listPaths = Object.keys(file.paths).filter((path) => !path.includes('{'));
  assert.ok(listPaths.length >= 9);
  for (const path of listPaths) {
    const page = await ask(house, `/api/v1${path}?limit=10`, token);
    assert.equal(page.status, 200, path);
    assert.equal(page.headers.get('access-control-allow-origin'), null);
    const { data } = await listed(page);
    const declared = file.components.schemas[`${path[1]?.toUpperCase()}${path.slice(2)}`];
    for (const row of data) assert.deepEqual(Object.keys(row).sort(), Object.keys(declared?.properties ?? {}).sort());
    const first = data[0]?.id;
    if (typeof first === 'string') assert.equal((await ask(house, `/api/v1${path}/${first}`, token)).status, 200);
  }
  const events = (await listed(await ask(house, '/api/v1/events', token))).data;
  assert.ok(events.some(({ type }) => type === 'initiative.created'));
  assert.ok(!JSON.stringify(events).includes(karen), 'no event names a person');
  assert.match((await house.visitor().get('/api')).text, /\/api\/v1\/initiatives/);
});

interface OpenApi {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, { properties?: Record<string, unknown> }>> };
}

async function problemsOf(file: OpenApi): Promise<readonly unknown[]> {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(file)));
  return valid ? [] : [errors].flat();
}
