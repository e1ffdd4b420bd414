import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SITE, smallSite } from '../../testing/small-site.ts';
import { enqueue } from '../jobs/jobs.ts';
import { exposition } from './exposition.ts';
import { type Metrics, openMetrics } from './metrics.ts';

const TOKEN = 'et token, som kun overvågningen har';
const { db, house, open } = await smallSite();

function metricsOf(database = db): Metrics {
  const settings = { database, version: '0.0.0', outgoing: ['test.letter'] };
  assert.equal(openMetrics({ ...settings, token: null }), null);
  const metrics = openMetrics({ ...settings, token: TOKEN }) ?? assert.fail();
  after(() => metrics.close());
  return metrics;
}

async function ask(site: ReturnType<typeof open>, token?: string): Promise<Response> {
  return site.fetch(new Request(`${SITE}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {}));
}

/** As Prometheus reads it. Fails on a line that it would not take. */
async function figures(site: ReturnType<typeof open>): Promise<Map<string, number>> {
  const answer = await ask(site, TOKEN);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  const lines = (await answer.text()).split('\n');
  assert.equal(lines.pop(), '');
  const read = new Map<string, number>();
  for (const line of lines) {
    if (/^# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))$/.test(line)) continue;
    const [, name = '', value] =
      /^([a-z_]+(?:\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="(?:[^"\\]|\\.)*")*\})?) (-?[\d.e+-]+)$/.exec(line) ?? [];
    assert.ok(value !== undefined, `a line that cannot be read: ${line}`);
    assert.ok(!read.has(name), `twice: ${name}`);
    read.set(name, Number(value));
  }
  return read;
}

test('without a token set, or without the right one, there is no such page', async () => {
  const shut = await ask(open(), TOKEN);
  const site = open(null, false, { metrics: metricsOf() });
  for (const token of [undefined, '', `${TOKEN}x`, TOKEN.slice(0, -1), 'Bearer']) {
    const answer = await ask(site, token);
    assert.deepEqual([answer.status, await answer.text()], [404, await (shut.clone() as Response).text()], token);
  }
  assert.equal((await ask(site, TOKEN)).status, 200);
});

test('requests are counted by the pattern of their route and what came of them, never by what was asked', async () => {
  const site = open(null, false, { metrics: metricsOf() });
  const { reader, tenant } = await house();
  const visitor = reader(site);
  await visitor.get('/ting/æble');
  await visitor.get('/ting/hemmeligt-navn');
  await visitor.get('/findes-ikke/hemmeligt-navn');
  await visitor.get('/fejl');
  await site.fetch(new Request(`${SITE}/${tenant.slug}/ting/1`, { method: 'HEMMELIG' }));
  const read = await figures(site);
  const count = (route: string, method: string, status: string) =>
    read.get(`grobund_http_requests_total{route="${route}",method="${method}",status="${status}"}`);
  assert.equal(count('/ting/:id', 'GET', '2xx'), 1);
  assert.equal(count('/ting/:id', 'GET', '4xx'), 1);
  assert.equal(count('none', 'GET', '4xx'), 1);
  assert.equal(count('/fejl', 'GET', '5xx'), 1);
  assert.equal(count('none', 'other', '4xx'), 1);
  assert.equal(read.get('grobund_http_request_duration_seconds_count'), 5);
  assert.equal(read.get('grobund_http_request_duration_seconds_bucket{le="+Inf"}'), 5);
  assert.ok((read.get('grobund_http_request_duration_seconds_sum') ?? 0) > 0);
  const text = await (await ask(site, TOKEN)).text();
  for (const secret of ['hemmelig', 'HEMMELIG', tenant.slug, tenant.id, 'Anna'])
    assert.ok(!text.includes(secret), secret);
});

test('a page that was kept is counted as one, and each process counts its own', async () => {
  const [one, two] = [open(null, false, { metrics: metricsOf() }), open(null, false, { metrics: metricsOf() })];
  const { reader } = await house();
  const visitor = reader(one);
  for (let time = 0; time < 3; time += 1) await visitor.get('/');
  assert.ok(((await figures(one)).get('grobund_kept_pages_total') ?? 0) >= 1);
  const other = await figures(two);
  assert.equal(other.get('grobund_http_request_duration_seconds_count'), 0);
  assert.equal(other.get('grobund_database_up'), 1);
});

test('what waits and what was given up is told, with how long the oldest has waited', async () => {
  const site = open(null, false, { metrics: metricsOf() });
  const { tx } = await house();
  await tx((tx) => enqueue(tx, { name: 'test.letter' }, { to: 'a' }));
  await tx((tx) => enqueue(tx, { name: 'test.other' }, { to: 'b' }));
  await tx((tx) => enqueue(tx, { name: 'test.other' }, { to: 'c' }, { after: new Date(Date.now() + 3_600_000) }));
  await db.pool.query(
    `update pgboss.job_common set start_after = now() - interval '90 seconds' where data ->> 'kind' = 'test.other' and start_after <= now()`,
  );
  const read = await figures(site);
  assert.equal(read.get('grobund_jobs_waiting{kind="test.letter"}'), 1);
  assert.equal(read.get('grobund_jobs_waiting{kind="test.other"}'), 1, 'what is not due does not wait');
  assert.equal(read.get('grobund_outgoing_waiting'), 1);
  const oldest = read.get('grobund_jobs_oldest_seconds') ?? 0;
  assert.ok(oldest >= 90 && oldest < 200, String(oldest));
  assert.ok((read.get('grobund_outgoing_oldest_seconds') ?? 99) < 60);
  assert.equal(read.get('grobund_jobs_failed'), 0);
  const { rows } = await db.pool.query('select count(*)::int as houses from tenant');
  assert.equal(read.get('grobund_tenants'), rows[0].houses);
  for (const name of ['grobund_pool_waiting', 'grobund_journal_age_seconds', 'grobund_event_loop_late_seconds']) {
    assert.ok((read.get(name) ?? -1) >= 0, name);
  }
  for (const name of ['grobund_process_resident_bytes', 'grobund_database_questions_total', 'grobund_pool_limit']) {
    assert.ok((read.get(name) ?? 0) > 0, name);
  }
});

test('a label with a quotation mark, a backslash or a new line is still one line', () => {
  const lines = [{ labels: { kind: 'a"b\\c\nd' }, value: 1.5 }];
  assert.equal(
    exposition([{ name: 'x_total', kind: 'counter', help: 'X.', lines }]),
    '# HELP x_total X.\n# TYPE x_total counter\nx_total{kind="a\\"b\\\\c\\nd"} 1.5\n',
  );
});
