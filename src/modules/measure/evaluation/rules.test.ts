import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { countedOf, NOTHING, readableWays, shownOf, type Tally, WAYS } from './rules/answers.ts';
import { isTimeToAsk, mayBeAsked, stageOf } from './rules/evaluation.ts';
import { answerFrom } from './seed.ts';

const ON = day('2026-05-09');
const EVENT_ABOUT = { kind: 'event', id: '1' as Id<'event'> } as const;
const EVENT = { on: ON, until: addDays(ON, 14), calledOff: false, endedOn: null };

test('people answer from the first day to the last, and not of what was called off', () => {
  const at = (days: number, changed = {}) => stageOf({ ...EVENT, ...changed }, addDays(ON, days));
  assert.deepEqual([at(-1), at(0), at(14), at(15)], ['early', 'open', 'open', 'over']);
  assert.equal(at(0, { calledOff: true }), 'called_off');
  assert.equal(at(0, { endedOn: ON }), 'over');
});

test('those who signed up are asked once: when it is counted, on the third morning at the latest, and never after a week', () => {
  const asked = (days: number, count: { adults: number | null; children: number | null } | null, changed = {}) =>
    isTimeToAsk({ until: ON, count }, { askedParties: null, endedOn: null, ...changed }, addDays(ON, days));
  const came = { adults: 8, children: 0 };
  assert.deepEqual([asked(0, came), asked(1, came), asked(7, came), asked(8, came)], [false, true, true, false]);
  assert.deepEqual([asked(2, null), asked(3, null)], [false, true]);
  assert.equal(asked(3, { adults: null, children: null }), true, 'nobody counted, but people may have been there');
  assert.equal(asked(1, { adults: 0, children: 0 }), false, 'nobody came');
  assert.equal(asked(1, { adults: 0, children: 3 }), true);
  assert.equal(asked(1, came, { askedParties: 0 }), false);
  assert.equal(asked(1, came, { endedOn: ON }), false);
  const may = (days: number, changed = {}) =>
    mayBeAsked({ about: EVENT_ABOUT, askedParties: null, ...EVENT, ...changed }, addDays(ON, days));
  assert.deepEqual([may(-5), may(7), may(8), may(0, { askedParties: 0 })], [true, true, false, false]);
});

test('nothing is told of four answers, and a question that four answered is not told of among nine', () => {
  const tally = (answers: number, helps: number): Tally => ({
    answers,
    liked: { part: answers, of: answers },
    metNew: { part: 1, of: answers },
    helps: { part: helps, of: helps },
  });
  assert.equal(shownOf(NOTHING), null);
  assert.equal(shownOf(tally(4, 4)), null);
  assert.deepEqual(shownOf(tally(5, 5))?.helps, { part: 5, of: 5 });
  assert.equal(shownOf(tally(9, 4))?.helps, null);
  assert.deepEqual(shownOf(tally(9, 4))?.metNew, { part: 1, of: 9 });
});

test('a story writes an answer short', () => {
  assert.deepEqual(answerFrom('4ja', 'Godt'), { liked: 4, metNew: true, helps: 'asked', words: 'Godt' });
  assert.deepEqual(answerFrom('-n-'), { liked: null, metNew: false, helps: null, words: '' });
});

const part = fc.nat(8).chain((of) => fc.record({ of: fc.constant(of), part: fc.nat(of) }));
const tallies = fc.record({ answers: fc.nat(8), liked: part, metNew: part, helps: part });

test('nothing that can be known of fewer than five answers by own links changes anything that is told', () => {
  fc.assert(
    fc.property(tallies, tallies, tallies, tallies, tallies, (own, open, paper, others, lured) => {
      const told = countedOf({ own, open, paper });
      const instead = countedOf({ own: others, open: lured, paper });
      for (const question of ['liked', 'metNew', 'helps'] as const)
        if (own[question].of < 5 && others[question].of < 5) assert.deepEqual(told[question], instead[question]);
      if (own.answers < 5 && others.answers < 5) assert.equal(told.answers, instead.answers);
    }),
  );
});

test('all answers count among five by own links; else the slips alone, from five', () => {
  const tally = (answers: number, good: number): Tally => {
    const share = { part: good, of: answers };
    return { answers, liked: share, metNew: share, helps: share };
  };
  const all = countedOf({ own: tally(5, 4), open: tally(2, 0), paper: tally(3, 3) });
  assert.deepEqual([all.answers, all.liked], [10, { part: 7, of: 10 }]);
  const slips = countedOf({ own: tally(4, 4), open: tally(40, 0), paper: tally(5, 1) });
  assert.deepEqual([slips.answers, slips.helps], [5, { part: 1, of: 5 }]);
  assert.deepEqual(countedOf({ own: tally(4, 4), open: tally(40, 0), paper: tally(4, 1) }), NOTHING);
  assert.deepEqual(countedOf({}), NOTHING);
  assert.deepEqual([readableWays(5, 0), readableWays(4, 5), readableWays(4, 4)], [WAYS, ['paper'], []]);
});
