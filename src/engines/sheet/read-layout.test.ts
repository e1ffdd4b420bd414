import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from './layout.ts';
import { layoutOf } from './layout-json.ts';
import { readLayout } from './read-layout.ts';
import { readyMade } from './ready-made.ts';

const laid = layOut(readyMade, 'a3', () => 7);
assert.ok(laid.ok && laid.value[0]);
const [page] = laid.value;
const file = JSON.parse(JSON.stringify(layoutOf(page, 'a3-00007', 'https://eksempel.dk/w/AAAAAAAA')));

const problemOf = (changed: object) => {
  const read = readLayout({ ...file, ...changed });
  return read.ok ? null : read.refusal.at;
};

test('every page that is printed is read as it was written', () => {
  for (const paper of ['a4', 'a3', 'a2'] as const) {
    const pages = layOut(readyMade, paper, () => 7);
    for (const one of pages.ok ? pages.value : []) {
      const written = layoutOf(one, 'a', '');
      const read = readLayout(JSON.parse(JSON.stringify(written)));
      assert.deepEqual(read.ok && read.value.boxes, written.boxes);
      assert.deepEqual(read.ok && read.value.notes, written.notes);
    }
  }
});

test('a layout of somebody else leads to no other folder, and lays nothing flat that is larger than its page', () => {
  const [box] = file.boxes;
  const at = (place: object) => problemOf({ boxes: [{ ...box, ...place }] });
  assert.equal(problemOf({}), null);
  assert.equal(problemOf({ layout: '../../../tmp/x' }), 'layout');
  assert.equal(problemOf({ layout: 'a\\b' }), 'layout');
  assert.equal(at({ w: 9_999 }), 'boxes[0]');
  assert.equal(at({ x: -1 }), 'boxes[0].x');
  assert.equal(at({ h: null }), 'boxes[0].h');
  assert.equal(problemOf({ page: { w: 9_000, h: 9_000 } }), 'page.w');
  assert.equal(problemOf({ page: { w: 0, h: 297 } }), 'page.w');
  assert.equal(problemOf({ boxes: Array.from({ length: 1_001 }, () => box) }), 'boxes');
  assert.equal(
    problemOf({ boxes: JSON.parse('[{"__proto__": {"id": "a", "x": 1, "y": 1, "w": 1, "h": 1}}]') }),
    'boxes[0].x',
  );
});
