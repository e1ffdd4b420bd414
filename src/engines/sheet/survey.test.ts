import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SeenMarker } from './find-markers.ts';
import { drawPage, inColour } from './fixtures/draw-page.ts';
import { type Grey, greyAt, type Point } from './grey.ts';
import { layOut, type SheetPage } from './layout.ts';
import { layoutOf } from './layout-json.ts';
import { locate } from './locate.ts';
import { FRAME_AT, PATCH } from './own-frame.ts';
import { pictureOf } from './picture.ts';
import { type Homography, homographyOf, mapped } from './plane.ts';
import { readyMade } from './ready-made.ts';
import { survey } from './survey.ts';

const SCALE = 4;
const laid = layOut(readyMade, 'a3', (at) => 90_001 + at);
assert.ok(laid.ok);
const page = laid.value[2] as SheetPage;
const layouts = laid.value.map((each) => layoutOf(each, `a3-${each.sheet}`, ''));
const drawn = drawPage(page, SCALE);
const plane = homographyOf([
  { from: { x: 0, y: 0 }, to: { x: 190, y: 130 } },
  { from: { x: 420, y: 0 }, to: { x: 1420, y: 90 } },
  { from: { x: 420, y: 297 }, to: { x: 1560, y: 1090 } },
  { from: { x: 0, y: 297 }, to: { x: 60, y: 1120 } },
]) as Homography;

/** How far paper that curls is seen from where flat paper would be, in millimetres along the page. */
const curled =
  (height: number) =>
  ({ x, y }: Point): Point => {
    const lift = height * Math.sin((Math.PI * x) / 420) * (1 - y / 900);
    return { x: x + lift * 0.2, y: y - lift * 0.6 };
  };

describe('boxes are found by their frames', () => {
  for (const height of [0, 8, 20])
    it(`within a hundredth of the page when it curls by ${height} mm`, () => {
      const bend = curled(height);
      const seen = survey(pictureOf(inColour(pageSeen(bend))), layouts);
      assert.ok(seen.kind === 'found', seen.kind);
      assert.equal(seen.layout.sheet, page.sheet);
      for (const { box, frame, patch } of seen.boxes) {
        const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
        const truth = mapped(plane, bend(middle));
        const found = seen.placing({ x: middle.x + frame.dx, y: middle.y + frame.dy });
        const width = patch?.pixels ?? 0;
        assert.ok(width > 40, `${width} pixels`);
        const off = Math.hypot(found.x - truth.x, found.y - truth.y) / width;
        assert.ok(off < 0.08, `${box.id} is ${off.toFixed(3)} box widths off`);
        assert.equal(frame.sides, 4);
      }
    });

  it('and lie in the middle of their patches, empty inside', () => {
    const seen = survey(pictureOf(inColour(pageSeen(curled(12)))), layouts);
    assert.ok(seen.kind === 'found');
    for (const { patch } of seen.boxes) {
      const at = (x: number, y: number) => patch?.darkness[y * PATCH + x] ?? 1;
      assert.ok(at(20, 20) < 0.05 && at(3, 20) < 0.05, 'paper');
      for (const [x, y] of [
        [FRAME_AT, 20],
        [PATCH - 1 - FRAME_AT, 20],
        [20, FRAME_AT],
        [20, PATCH - 1 - FRAME_AT],
      ] as const)
        assert.ok(
          Math.max(at(x, y), at(x - 1, y), at(x, y - 1), at(x + 1, y), at(x, y + 1)) > 0.1,
          `the frame at ${x}, ${y}`,
        );
    }
  });
});

it('a box far from every mark that could be read is not guessed at', () => {
  const torn = drawPage({ ...page, markers: page.markers.filter(({ x }) => x > 60) }, SCALE);
  const seen = survey(pictureOf(inColour(pageSeen(curled(20), torn))), layouts);
  assert.ok(seen.kind === 'found' && seen.markers === 5);
  for (const { box, frame } of seen.boxes) assert.equal(frame.sides, box.x < 60 ? 0 : 4, box.id);
});

describe('a picture without the sheet that is sought', () => {
  it('says that it is another sheet of ours', () => {
    assert.deepEqual(survey(pictureOf(inColour(pageSeen(curled(0)))), layouts.slice(0, 1)), {
      kind: 'other-sheet',
      sheet: 90_003,
    });
  });

  it('says that too little of it is seen', () => {
    const whole = pageSeen(curled(0));
    const cut = { ...whole, h: 500, data: whole.data.slice(0, whole.w * 500) };
    assert.deepEqual(survey(pictureOf(inColour(cut)), layouts), { kind: 'hidden', seen: 3 });
  });

  it('says that there are two', () => {
    const one = pageSeen(curled(0));
    const other = drawPage(laid.value[0] as SheetPage, 3);
    const both = {
      w: one.w + other.w,
      h: Math.max(one.h, other.h),
      data: new Uint8Array((one.w + other.w) * Math.max(one.h, other.h)).fill(90),
    };
    for (const [grey, left] of [
      [one, 0],
      [other, one.w],
    ] as const)
      for (let y = 0; y < grey.h; y += 1)
        both.data.set(grey.data.subarray(y * grey.w, (y + 1) * grey.w), y * both.w + left);
    assert.deepEqual(survey(pictureOf(inColour(both)), layouts), { kind: 'several-sheets' });
  });

  it('takes one pattern that is only like a marker for no sheet, and two for a hidden one', () => {
    const like = (at: number): SeenMarker => {
      const corners = [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ].map(([x = 0, y = 0]) => ({ x: x + 100 * at, y })) as unknown as SeenMarker['corners'];
      return { id: page.markers[at]?.id ?? assert.fail(), corners, wrong: 5, sure: false, twice: false };
    };
    assert.deepEqual(locate([like(0)], layouts), { kind: 'no-markers' });
    assert.deepEqual(locate([like(0), like(1)], layouts), { kind: 'hidden', seen: 2 });
    assert.deepEqual(locate([{ ...like(0), sure: true }], layouts), { kind: 'hidden', seen: 1 });
  });

  it('says that there is none', () => {
    assert.deepEqual(
      survey(pictureOf(inColour({ data: new Uint8Array(800 * 600).fill(180), w: 800, h: 600 })), layouts),
      {
        kind: 'no-markers',
      },
    );
  });
});

/** Each pixel looks for its place on the bent page by a few steps, since the bend is only known forwards. */
function pageSeen(bend: (point: Point) => Point, from = drawn): Grey {
  const [w, h] = [1600, 1200];
  const back = homographyOf(
    [
      [0, 0],
      [420, 0],
      [420, 297],
      [0, 297],
    ].map(([x = 0, y = 0]) => ({ from: mapped(plane, { x, y }), to: { x, y } })),
  );
  assert.ok(back);
  const data = new Uint8Array(w * h);
  for (let at = 0; at < data.length; at += 1) {
    const flat = mapped(back, { x: (at % w) + 0.5, y: Math.floor(at / w) + 0.5 });
    let place = flat;
    for (let step = 0; step < 4; step += 1) {
      const bent = bend(place);
      place = { x: place.x + flat.x - bent.x, y: place.y + flat.y - bent.y };
    }
    const inside = place.x >= 0 && place.y >= 0 && place.x < 420 && place.y < 297;
    data[at] = inside ? greyAt(from, place.x * SCALE, place.y * SCALE) : 90;
  }
  return { data, w, h };
}
