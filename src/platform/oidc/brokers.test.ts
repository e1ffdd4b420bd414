import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BROKER, reaches } from './brokers.ts';

const issuer = 'https://broker.example.dk';
const directory = '11111111-2222-4333-8444-555555555555';
const microsoft = `https://login.microsoftonline.com/${directory}/v2.0`;
const neb = { sub: 'a', loa: 'https://data.gov.dk/concept/core/nsis/Substantial' };
const idura = { sub: '{a}', identityscheme: 'dkmitid', authenticationtype: 'urn:grn:authn:dk:mitid:high' };

test('each broker is asked for MitID at a level in its own words', () => {
  const wanted = { level: 'substantial', language: 'da' } as const;
  const { idp_values, idp_params } = BROKER.signaturgruppen.ask(wanted);
  assert.equal(idp_values, 'mitid');
  const { mitid } = JSON.parse(idp_params ?? '');
  assert.equal(mitid.loa_value, 'substantial');
  assert.ok(Buffer.from(mitid.reference_text, 'base64').toString().length <= 130);
  assert.equal(BROKER.idura.ask(wanted).acr_values, 'urn:grn:authn:dk:mitid:substantial');
});

test('the level is what the broker says; one that it does not say is not high enough', () => {
  assert.equal(BROKER.signaturgruppen.read(neb, { issuer })?.level, 'substantial');
  assert.equal(BROKER.idura.read(idura, { issuer })?.level, 'high');
  for (const claims of [{ sub: 'a' }, { sub: 'a', loa: 'Substantial' }]) {
    assert.equal(BROKER.signaturgruppen.read(claims, { issuer })?.level, null);
  }
  assert.ok(reaches('high', 'substantial'));
  assert.ok(!reaches('low', 'substantial') && !reaches(null, 'low'));
});

test('an answer by another scheme, from another directory, or without a lasting name is none', () => {
  assert.equal(BROKER.signaturgruppen.read({ ...neb, idp: 'mitid_erhverv' }, { issuer }), null);
  assert.equal(BROKER.idura.read({ ...idura, identityscheme: 'sebankid' }, { issuer }), null);
  const worker = { sub: 'pairwise', oid: 'o', tid: directory, roles: ['Grobund.Finance', 7] };
  assert.deepEqual(BROKER.entra.read(worker, { issuer: microsoft })?.roles, ['Grobund.Finance']);
  assert.equal(BROKER.entra.read(worker, { issuer: microsoft })?.subject, 'o');
  const elsewhere = { ...worker, tid: '99999999-2222-4333-8444-555555555555' };
  assert.equal(BROKER.entra.read(elsewhere, { issuer: microsoft }), null);
  assert.equal(BROKER.entra.read({ sub: 's', email: 'a@b.dk', tid: directory }, { issuer: microsoft }), null);
});

test('a protected name is known by what stands for it, however it is written', () => {
  for (const name of ['NAVNE & ADRESSEBESKYTTET', 'Navne- og adressebeskyttelse']) {
    assert.equal(BROKER.signaturgruppen.read({ ...neb, 'mitid.identity_name': name }, { issuer })?.protected, true);
    assert.equal(BROKER.idura.read({ ...idura, name }, { issuer })?.protected, true);
  }
  assert.equal(BROKER.idura.read({ ...idura, name: 'Mette Holm' }, { issuer })?.protected, false);
  assert.deepEqual(
    [BROKER.idura.read({ ...idura, age: '16', birthdate: '2010-01-15' }, { issuer })].map((one) => [
      one?.age,
      one?.birthDate,
    ]),
    [[16, '2010-01-15']],
  );
});
