import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMarkers } from './find-markers.ts';
import { drawPage, photographed } from './fixtures/draw-page.ts';
import { type Point, smoothed } from './grey.ts';
import { markersOf, sheetOf } from './identity.ts';
import { layOut, type SheetPage } from './layout.ts';
import { pyramidOf } from './picture.ts';
import { type Homography, homographyOf, mapped } from './plane.ts';
import { readyMade } from './ready-made.ts';

const SCALE = 4;
const laid = layOut(readyMade, 'a3', (at) => 4711 + at);
assert.ok(laid.ok);
const page = laid.value[0] as SheetPage;
const drawn = drawPage(page, SCALE);
const CORNERS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: page.page.w, y: 0 },
  { x: page.page.w, y: page.page.h },
  { x: 0, y: page.page.h },
];

/** Where the page's corners are seen in a picture of 1,600 by 1,200, clockwise from its own upper left one. */
const VIEWS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  'from above': [
    [80, 60],
    [1520, 60],
    [1520, 1078],
    [80, 1078],
  ],
  'from the side': [
    [300, 200],
    [1300, 120],
    [1560, 1050],
    [60, 1120],
  ],
  'far from the side': [
    [420, 420],
    [1180, 400],
    [1590, 1150],
    [20, 1130],
  ],
  'upside down': [
    [1500, 1100],
    [120, 1080],
    [100, 100],
    [1520, 120],
  ],
  'on its side': [
    [1200, 40],
    [1210, 1160],
    [400, 1170],
    [410, 30],
  ],
  'at an angle': [
    [700, 30],
    [1580, 640],
    [900, 1180],
    [30, 560],
  ],
};

describe('markers are found wherever the sheet lies in the picture', () => {
  for (const [name, corners] of Object.entries(VIEWS))
    it(name, () => {
      const pairs = corners.map(([x, y], at) => ({ from: CORNERS[at] as Point, to: { x, y } }));
      const seen = findMarkers(pyramidOf(photographed(drawn, SCALE, backOf(pairs), 1600, 1200)));
      assert.deepEqual(seen.map(({ id }) => id).sort(byNumber), [...markersOf(4711)].sort(byNumber));
      assert.equal(sheetOf(seen.map(({ id }) => id))?.sheet, 4711);
      const forth = homographyOf(pairs);
      assert.ok(forth);
      for (const { id, corners: found } of seen) {
        const { x, y, size } = page.markers.find((marker) => marker.id === id) ?? { x: 0, y: 0, size: 0 };
        const truth = [
          [x, y],
          [x + size, y],
          [x + size, y + size],
          [x, y + size],
        ].map(([mx, my]) => mapped(forth, { x: mx ?? 0, y: my ?? 0 }));
        for (const [at, corner] of found.entries()) {
          const off = Math.hypot(corner.x - (truth[at]?.x ?? 0), corner.y - (truth[at]?.y ?? 0));
          assert.ok(off < 1, `corner ${at} of ${id} is ${off.toFixed(2)} pixels off`);
        }
      }
    });

  it('through blur in which no cell can be told from the next, and none is taken for another', () => {
    const pairs =
      VIEWS['from the side']?.map(([x, y], at) => ({ from: CORNERS[at] as Point, to: { x: x / 2, y: y / 2 } })) ?? [];
    let picture = photographed(drawn, SCALE, backOf(pairs), 800, 600);
    for (let round = 0; round < 6; round += 1) picture = smoothed(picture);
    const seen = findMarkers(pyramidOf(picture));
    const own = markersOf(4711);
    assert.deepEqual(
      seen.filter(({ id }) => !own.includes(id)),
      [],
    );
    assert.ok(seen.length >= 6, `${seen.length} markers`);
    assert.ok(
      seen.some(({ sure }) => !sure),
      'the blur is not strong enough to prove anything',
    );
  });

  it('nowhere in a mirror, nor in a picture of nothing', () => {
    const pairs =
      VIEWS['from above']?.map(([x, y], at) => ({ from: CORNERS[at] as Point, to: { x: 1600 - x, y } })) ?? [];
    assert.deepEqual(findMarkers(pyramidOf(photographed(drawn, SCALE, backOf(pairs), 1600, 1200))), []);
    assert.deepEqual(findMarkers(pyramidOf({ data: new Uint8Array(640 * 480).fill(200), w: 640, h: 480 })), []);
  });
});

function backOf(pairs: readonly { readonly from: Point; readonly to: Point }[]): Homography {
  const back = homographyOf(pairs.map(({ from, to }) => ({ from: to, to: from })));
  assert.ok(back);
  return back;
}

function byNumber(one: number, other: number): number {
  return one - other;
}
