import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FEWEST, type GuardedCounts, guardSmallGroups } from './small-groups.ts';

/** Every way that at most so many people can be spread over so many groups. */
function spreads(groups: number, people: number): number[][] {
  if (groups === 0) return [[]];
  return Array.from({ length: people + 1 }, (_, count) =>
    spreads(groups - 1, people - count).map((rest) => [count, ...rest]),
  ).flat();
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

test('who sees the figures and knows the rule cannot tell how large any small group is', () => {
  for (const groups of [1, 2, 3, 4, 5]) {
    const alike = new Map<string, number[][]>();
    for (const counts of spreads(groups, groups * 4 + 2)) {
      const page = JSON.stringify(guardSmallGroups(sum(counts), [counts]));
      alike.set(page, [...(alike.get(page) ?? []), counts]);
    }
    for (const worlds of alike.values()) {
      const [counts = []] = worlds;
      for (const at of counts.keys()) {
        const possible = new Set(worlds.map((world) => world[at]));
        if (possible.size === 1) assert.ok((counts[at] ?? 0) >= FEWEST, `${counts} betrays group ${at}`);
      }
    }
  }
});

const people = fc.array(fc.record({ lives: fc.nat(7), answers: fc.nat(3) }), { maxLength: 120 });
const spread = (of: readonly number[], groups: number) =>
  Array.from({ length: groups }, (_, group) => of.filter((one) => one === group).length);

function guarded(crowd: readonly { readonly lives: number; readonly answers: number }[]): GuardedCounts {
  const byHome = crowd.map(({ lives }) => lives);
  const byAnswer = crowd.map(({ answers }) => answers);
  return guardSmallGroups(crowd.length, [spread(byHome, 8), spread(byAnswer, 4)]);
}

test('nothing below five is shown, nor found by subtracting what is shown from the whole', () => {
  fc.assert(
    fc.property(people, (crowd) => {
      const { total, parts } = guarded(crowd);
      assert.ok(total === null || total >= FEWEST);
      for (const part of parts) {
        const shown = part.filter((count) => count !== null);
        assert.ok(shown.every((count) => count >= FEWEST));
        const hidden = part.length - shown.length;
        if (total === null) assert.equal(shown.length, 0);
        else if (hidden > 0) {
          assert.ok(hidden >= 2, 'one hidden group alone is found by subtraction');
          assert.ok(total - sum(shown) >= FEWEST, 'the hidden groups together are themselves a small group');
        }
      }
    }),
    { seed: 26, numRuns: 2000 },
  );
});

test('two hidden groups that change places print the same page', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 9 }), fc.nat(8), fc.nat(8), (counts, a, b) => {
      const [one, other] = [a % counts.length, b % counts.length];
      const page = guardSmallGroups(sum(counts), [counts]);
      if (page.parts[0]?.[one] !== null || page.parts[0]?.[other] !== null) return;
      const swapped = counts.with(one, counts[other] ?? 0).with(other, counts[one] ?? 0);
      assert.deepEqual(guardSmallGroups(sum(swapped), [swapped]), page);
    }),
    { seed: 27, numRuns: 2000 },
  );
});

test('where every group is large nothing is hidden, and the whole is shown although its groups are not', () => {
  assert.deepEqual(guardSmallGroups(18, [[5, 6, 7]]), { total: 18, parts: [[5, 6, 7]] });
  assert.deepEqual(guardSmallGroups(18, [[1, 6, 11]]), { total: 18, parts: [[null, null, 11]] });
  assert.deepEqual(guardSmallGroups(16, [[4, 4, 4, 4]]), { total: 16, parts: [[null, null, null, null]] });
});
