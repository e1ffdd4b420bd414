import assert from 'node:assert/strict';
import test from 'node:test';
import { addressOf } from './arrival.ts';

const AT_HOME = { publicUrl: null, loopbackOnly: false, behindProxy: false };
const from = (address: string) => addressOf(new Request('http://grobund.test/'), address, AT_HOME);

test('who has a whole network of IPv6 addresses is one visitor, and no other network is', () => {
  const one = from('2001:db8:0:7::1');
  for (const same of ['2001:DB8::7:a:b:c:d', '2001:db8:0:7::192.0.2.1', '2001:db8:0:7:ffff::', '2001:0db8:0:7::%eth0'])
    assert.equal(from(same), one, same);
  for (const other of ['2001:db8:0:8::1', '2001:db8:7::1', '::1', 'fe80::7']) assert.notEqual(from(other), one, other);
});

test('an address of IPv4 is itself, however it is written', () => {
  for (const same of ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:192.0.2.7']) assert.equal(from(same), '192.0.2.7', same);
  assert.notEqual(from('::ffff:192.0.2.8'), from('192.0.2.7'));
});

test('behind a proxy it is the last address that the proxy wrote, without its port', () => {
  const told = (text: string) =>
    addressOf(new Request('http://grobund.test/', { headers: { 'x-forwarded-for': text } }), '10.0.0.1', {
      ...AT_HOME,
      behindProxy: true,
    });
  assert.equal(told('6.6.6.6, 192.0.2.7'), '192.0.2.7');
  assert.equal(told('192.0.2.7:50123'), '192.0.2.7');
  assert.equal(told('[2001:db8:0:7::1]:50123'), from('2001:db8:0:7::2'));
});
