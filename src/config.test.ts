import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const ROOT = '/srv/grobund';
const SECRET = 'a'.repeat(32);

function accepted(env: Record<string, string>) {
  const config = readConfig(env, ROOT);
  assert.ok(config.ok, config.ok ? '' : config.refusal.join('\n'));
  return config.value;
}

function problems(env: Record<string, string>): string[] {
  const config = readConfig(env, ROOT);
  assert.equal(config.ok, false);
  return config.ok ? [] : config.refusal;
}

test('with nothing set, Grobund runs for a developer on its own folder', () => {
  const config = accepted({});
  assert.deepEqual(
    [config.dev, config.host, config.port, config.dataDir, config.databaseUrl, config.origin],
    [true, '127.0.0.1', 3000, '/srv/grobund/data', null, null],
  );
});

test('an empty variable counts as not set', () => {
  assert.equal(accepted({ DATABASE_URL: '', PORT: '', GROBUND_URL: '' }).port, 3000);
});

test("the developer's rooms are closed as soon as others can reach Grobund", () => {
  const shared = { DATABASE_URL: 'postgres://db/grobund', GROBUND_SECRET: SECRET };
  assert.equal(accepted({ NODE_ENV: 'production' }).dev, false);
  assert.equal(accepted({ GROBUND_URL: 'https://grobund.example.dk' }).dev, false);
  assert.equal(accepted({ ...shared, HOST: '0.0.0.0', GROBUND_URL: 'https://grobund.example.dk' }).dev, false);
  assert.equal(accepted(shared).dev, true);
});

test('every wrong setting is named in one sentence, all at once', () => {
  const said = problems({ PORT: '70000', DATABASE_URL: 'mysql://db', LOG_LEVEL: 'loud', GROBUND_SECRET: 'short' });
  assert.deepEqual(
    said.map((line) => line.split(' ')[0]),
    ['PORT', 'DATABASE_URL', 'GROBUND_SECRET', 'LOG_LEVEL'],
  );
});

test('a public address must be encrypted, and must be an address without a path', () => {
  assert.match(problems({ GROBUND_URL: 'http://grobund.example.dk' })[0] ?? '', /https/);
  assert.match(problems({ GROBUND_URL: 'https://grobund.example.dk/app' })[0] ?? '', /origin/);
  assert.match(problems({ HOST: '0.0.0.0' })[0] ?? '', /GROBUND_URL is missing/);
  assert.equal(accepted({ GROBUND_URL: 'http://localhost:8080/' }).origin, 'http://localhost:8080');
});

test('processes that share a database outside development must be given a secret', () => {
  const env = { DATABASE_URL: 'postgres://db/grobund', GROBUND_URL: 'https://grobund.example.dk' };
  assert.match(problems(env)[0] ?? '', /GROBUND_SECRET is missing/);
  assert.equal(accepted({ ...env, GROBUND_SECRET: SECRET }).secret, SECRET);
});

test('half of a mail or SMS set-up is refused', () => {
  assert.match(problems({ SMTP_URL: 'smtp://mail.example.dk' })[0] ?? '', /MAIL_FROM/);
  assert.match(problems({ SMS_KEY: 'k' })[0] ?? '', /belong together/);
  assert.match(problems({ MAIL_FROM: 'nobody' })[0] ?? '', /MAIL_FROM/);
});
