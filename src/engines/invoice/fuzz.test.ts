import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sample } from '../../testing/long.ts';
import { invoiceJson } from './invoice-json.ts';
import { readInvoice } from './read-invoice.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const corpus = readdirSync(FIXTURES).filter((name) => /\.(?:xml|pdf)$/.test(name));
const MB = 1024 * 1024;
/** Two seconds, a new start of the PDF reader, and room for a machine that does other things at the same time. */
const LONGEST = 5000;
const MOST_GROWTH = 400 * MB;

/** Words that mean something to one of the readers. */
const DICTIONARY = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '&a;',
  '&#0;',
  '&#x10FFFF;',
  'xmlns="urn:x"',
  '<cbc:ID/>',
  '-',
  '999999999999999999999999',
  '1e9',
  '0.000000001',
  '\u0000',
  '\uFEFF',
  '__proto__',
  'constructor',
  '/FlateDecode',
  '/Encrypt',
  '/ObjStm',
  '/Prev 0',
  'endstream',
  'obj',
  '0 R',
  '/Kids [1 0 R]',
  'xref',
  '/W [1 2 1]',
  '5 0 R',
].map((word) => Buffer.from(word));

/** The same numbers from the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A few letters and digits exchanged for others: most of these are still XML, and reach the rules. */
function misspelt(bytes: Buffer, roll: (below: number) => number): Buffer {
  const result = Buffer.from(bytes);
  const others = '0123456789abcxyzABCXYZ.-#';
  for (let change = 0; change <= roll(3); change += 1) {
    const at = result.indexOf('>', roll(result.length)) + 1 + roll(8);
    if (/[\w.]/.test(String.fromCharCode(result[at] ?? 0))) result[at] = others.charCodeAt(roll(others.length));
  }
  return result;
}

function mutated(bytes: Buffer, roll: (below: number) => number): Buffer {
  let result = bytes;
  for (let change = 0; change <= roll(4); change += 1) {
    const at = roll(result.length + 1);
    const length = roll(200);
    const [head, rest] = [result.subarray(0, at), result.subarray(at)];
    const word = DICTIONARY[roll(DICTIONARY.length)] ?? Buffer.alloc(0);
    const kinds = [
      () => Buffer.concat([head, Buffer.from([roll(256)]), rest.subarray(1)]),
      () => Buffer.concat([head, rest.subarray(length)]),
      () => Buffer.concat([head, rest.subarray(0, length), rest]),
      () => Buffer.concat([head, word, rest]),
      () => Buffer.concat([head, word, rest.subarray(word.length)]),
      () => Buffer.concat([head, ...Array.from({ length: roll(40) }, () => rest.subarray(0, length)), rest]),
      () => head,
    ];
    result = (kinds[roll(kinds.length)] ?? kinds[0])?.() ?? result;
  }
  return result;
}

test('no mutation of an invoice makes the reader crash, hang, swell, or speak to anybody', async (t) => {
  let sockets = 0;
  // Other tests of the same process may speak meanwhile; only what the reader itself opens is counted.
  const within = new AsyncLocalStorage<true>();
  const count = () => {
    if (within.getStore()) sockets += 1;
  };
  subscribe('net.client.socket', count);
  t.after(() => unsubscribe('net.client.socket', count));
  const files = corpus.map((name) => readFileSync(join(FIXTURES, name)));
  const roll = dice(20261122);
  const rounds = sample(300, 10_000, 'mutated invoices');
  const outcomes = { read: 0, unreadable: 0 };
  const before = process.memoryUsage.rss();
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const change = roll(2) === 0 ? mutated : misspelt;
    const bytes = change(files[round % files.length] as Buffer, roll);
    // What the processor did, in all threads: a machine that does other things at the same time changes nothing in that.
    const begun = process.cpuUsage();
    const reading = await within.run(true, () => readInvoice(bytes));
    const { user, system } = process.cpuUsage(begun);
    const taken = (user + system) / 1000;
    // A hang shows its bytes, so that it can be tried alone.
    assert.ok(taken < LONGEST, `round ${round} of ${corpus[round % files.length]} took ${taken.toFixed(0)} ms`);
    slowest = Math.max(slowest, taken);
    outcomes[reading.kind] += 1;
    assert.ok(reading.kind === 'read' || reading.problems.length > 0);
    assert.doesNotThrow(() => JSON.stringify(invoiceJson(reading)));
  }
  const growth = process.memoryUsage.rss() - before;
  t.diagnostic(
    `${rounds} mutations: ${JSON.stringify(outcomes)}, slowest ${slowest.toFixed(0)} ms, grew ${Math.round(growth / MB)} MB`,
  );
  assert.ok(outcomes.read > rounds / 20 && outcomes.unreadable > rounds / 20, JSON.stringify(outcomes));
  assert.ok(growth < MOST_GROWTH, `grew ${Math.round(growth / MB)} MB`);
  assert.equal(sockets, 0);
});
