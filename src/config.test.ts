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
  const open = problems({ HOST: '0.0.0.0', GROBUND_URL: 'http://localhost:8080' });
  assert.match(
    open.join(),
    /^GROBUND_URL must begin with https: .*passkeys.*proxy[^\n]*$/,
    'others reach it without https',
  );
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
  assert.match(problems({ SMS_PROVIDER: 'print', SMS_KEY: 'k', SMS_FROM: 'Bakken' })[0] ?? '', /sends nothing/);
  assert.deepEqual(accepted({ SMS_PROVIDER: 'print' }).sms, { kind: 'print' });
  const url = 'https://messaging.gatewayapi.eu/mobile/single';
  assert.deepEqual(accepted({ SMS_KEY: 'k', SMS_FROM: 'Bakken' }).sms, {
    kind: 'gateway',
    url,
    key: 'k',
    from: 'Bakken',
  });
});

test('who vouches for people is set up for every house, or for one by its name; what is missing is named', () => {
  const idura = { MITID_BROKER: 'idura', MITID_URL: 'https://bakken.idura.broker', MITID_CLIENT_ID: 'urn:bakken' };
  const directory = '11111111-2222-4333-8444-555555555555';
  const { parties } = accepted({
    ...idura,
    MITID_CLIENT_SECRET: 's',
    ENTRA_TENANT__AB_NORD: directory,
    ENTRA_CLIENT_ID__AB_NORD: 'id',
    ENTRA_CLIENT_SECRET__AB_NORD: 's',
    ENTRA_ROLES__AB_NORD: 'Grobund.Finance=finance, Grobund.Office=secretariat',
  });
  assert.deepEqual(
    parties.map(({ way, houses, broker, level }) => [way, houses, broker, level]),
    [
      ['mitid', null, 'idura', 'substantial'],
      ['entra', ['ab-nord'], 'entra', 'low'],
    ],
  );
  assert.equal(parties[1]?.issuer, `https://login.microsoftonline.com/${directory}/v2.0`);
  assert.deepEqual(parties[1]?.roles, { 'Grobund.Finance': 'finance', 'Grobund.Office': 'secretariat' });
  assert.match(problems(idura)[0] ?? '', /^MITID_CLIENT_SECRET is missing/);
  assert.match(problems({ MITID_BROKER: 'nemid' })[0] ?? '', /^MITID_BROKER must be/);
  const entra = { ENTRA_TENANT: directory, ENTRA_CLIENT_ID: 'id', ENTRA_CLIENT_SECRET: 's' };
  assert.match(problems({ ...entra, ENTRA_ROLES: 'X=board_member' })[0] ?? '', /^ENTRA_ROLES must be pairs/);
  const roles = { ...entra, ENTRA_ROLES: 'Grobund.Finance=finance' };
  assert.match(problems(roles)[0] ?? '', /^ENTRA_HOUSES is missing/, 'else it gives roles in every house');
  assert.deepEqual(accepted({ ...roles, ENTRA_HOUSES: 'bakken, ab-nord' }).parties[0]?.houses, ['bakken', 'ab-nord']);
  assert.equal(accepted(entra).parties[0]?.houses, null, 'who only vouches may do so everywhere');
  assert.match(problems({ ...entra, ENTRA_TENANT: 'common' })[0] ?? '', /^ENTRA_TENANT must be the directory/);
});
