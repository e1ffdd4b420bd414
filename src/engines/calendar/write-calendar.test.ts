import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../../kernel/day.ts';
import { writeCalendar } from './write-calendar.ts';

const stamp = new Date('2026-05-03T10:00:00Z');

/** As RFC 5545 says that it is read: lines joined, values unescaped. */
function read(text: string): readonly (readonly [string, string])[] {
  assert.ok(text.endsWith('\r\n'));
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  return lines.map((line) => {
    const at = line.indexOf(':');
    const value = line.slice(at + 1).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    return [line.slice(0, at), value] as const;
  });
}

test('a day is written as a day, and its end is the day after the last', () => {
  const text = writeCalendar({
    name: 'Kærhaven',
    stamp,
    events: [
      { uid: 'a@x', from: day('2026-06-03'), summary: 'Suppe' },
      { uid: 'b@x', from: day('2026-12-30'), to: day('2027-01-01'), summary: 'Nytår' },
      { uid: 'c@x', from: new Date('2026-06-03T17:00:00Z'), to: new Date('2026-06-03T19:30:00Z'), summary: 'Møde' },
    ],
  });
  const values = read(text).map(([name, value]) => `${name}:${value}`);
  for (const line of [
    'DTSTART;VALUE=DATE:20260603',
    'DTEND;VALUE=DATE:20260604',
    'DTSTART;VALUE=DATE:20261230',
    'DTEND;VALUE=DATE:20270102',
    'DTSTART:20260603T170000Z',
    'DTEND:20260603T193000Z',
    'DTSTAMP:20260503T100000Z',
    'X-WR-CALNAME:Kærhaven',
  ]) {
    assert.ok(values.includes(line), line);
  }
});

test('whatever is written comes back, in lines of at most 75 octets, and no text becomes a line of its own', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(words, words, (summary, place) => {
      const text = writeCalendar({ name: 'x', stamp, events: [{ uid: 'a', from: day('2026-06-03'), summary, place }] });
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(line.isWellFormed());
        assert.doesNotMatch(line, /(?!\t)\p{Cc}(?<![\u0080-\u009f])/u);
      }
      const values = read(text);
      const kept = (one: string) =>
        one
          .toWellFormed()
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n\u0080-\u009f])\p{Cc}/gu, '');
      assert.equal(values.find(([name]) => name === 'SUMMARY')?.[1], kept(summary));
      assert.equal(values.find(([name]) => name === 'LOCATION')?.[1] ?? '', kept(place));
      assert.equal(values.filter(([name]) => name === 'BEGIN').length, 2);
    }),
    { numRuns: 60 },
  );
});
