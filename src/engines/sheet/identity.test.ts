import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DISTANCE, distance, markers, turned } from './dictionary.ts';
import { markersOf, PLACES, placeOf, SHEETS, sheetOf } from './identity.ts';

const anySheet = fc.integer({ min: 0, max: SHEETS - 1 });
const anyPlaces = (count: number) =>
  fc.shuffledSubarray([...Array(PLACES).keys()], { minLength: count, maxLength: PLACES });

describe('a sheet says who it is by its markers', () => {
  it('keeps every two markers, and every turn of one, eleven cells apart', () => {
    for (const [id, cells] of markers.entries()) {
      const turns = [cells, turned(cells), turned(turned(cells)), turned(turned(turned(cells)))];
      for (const turn of turns.slice(1)) assert.ok(distance(cells, turn) >= DISTANCE, `${id} turned`);
      for (const other of markers.slice(0, id))
        for (const turn of turns) assert.ok(distance(other, turn) >= DISTANCE, `${id} and another`);
    }
    assert.equal(markers.length, 248);
  });

  it('lets every place have markers of its own', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        assert.deepEqual(markersOf(sheet).map(placeOf), [0, 1, 2, 3, 4, 5, 6, 7]);
      }),
    );
  });

  it('is known by any four of its eight markers, in any order', () => {
    fc.assert(
      fc.property(anySheet, anyPlaces(4), (sheet, places) => {
        const ids = markersOf(sheet);
        const seen = places.map((place) => ids[place] ?? -1);
        assert.deepEqual(sheetOf(seen), { sheet, agreeing: seen.length });
      }),
      { numRuns: 500 },
    );
  });

  it('is known still when one marker of six or more is misread, and names no other sheet', () => {
    fc.assert(
      fc.property(anySheet, anyPlaces(6), fc.nat(markers.length - 1), (sheet, places, wrong) => {
        const ids = markersOf(sheet);
        const seen = places.slice(1).map((place) => ids[place] ?? -1);
        assert.equal(sheetOf([...seen, wrong])?.sheet, sheet);
      }),
      { numRuns: 500 },
    );
  });

  it('shares at most three markers with any other sheet', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (one, other) => {
        fc.pre(one !== other);
        const shared = new Set(markersOf(other));
        assert.ok(markersOf(one).filter((id) => shared.has(id)).length <= 3);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says nothing of three markers, nor of two halves of two sheets', () => {
    assert.equal(sheetOf(markersOf(7).slice(0, 3)), null);
    assert.equal(sheetOf([...markersOf(7).slice(0, 4), ...markersOf(8).slice(4)]), null);
    assert.throws(() => markersOf(SHEETS), RangeError);
    assert.throws(() => markersOf(1.5), RangeError);
  });

  it('is seldom taken for a sheet when the markers are of none', () => {
    let taken = 0;
    for (let at = 0; at < 2_000; at += 1)
      if (sheetOf([at % 31, 31 + ((at * 7) % 31), 62 + ((at * 11) % 31), 93 + ((at * 17) % 31)])) taken += 1;
    assert.ok(taken < 2_000 / 6, `${taken} of 2,000`);
  });
});
