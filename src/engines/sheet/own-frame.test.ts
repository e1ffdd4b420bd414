import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelOf } from './judge.ts';
import { clarityOf, evened, FRAME_AT, PATCH } from './own-frame.ts';
import { diceOf } from './synthetic/dice.ts';

const END = PATCH - 1 - FRAME_AT;

/** A box laid flat: its frame so dark, with a stroke across the middle, in so much noise. */
function patchWith({
  frame,
  stroke,
  noise,
}: {
  readonly frame: number;
  readonly stroke: number;
  readonly noise: number;
}) {
  const dice = diceOf(3);
  return Float32Array.from({ length: PATCH * PATCH }, (_, at) => {
    const [x, y] = [at % PATCH, Math.floor(at / PATCH)];
    const within = (place: number) => place >= FRAME_AT && place <= END;
    const isFrame = within(x) && within(y) && [x, y].some((place) => place === FRAME_AT || place === END);
    const ink = isFrame ? frame : y === 20 && x > 12 && x < 28 ? stroke : 0;
    return Math.max(0, Math.min(1, ink + noise * dice.bell()));
  });
}

const middle = 20 * PATCH + 20;

describe('a patch is seen by its own frame', () => {
  it('and made as dark as a sharp photo is, where blur has made frame and stroke pale', () => {
    const pale = evened(patchWith({ frame: 0.1, stroke: 0.1, noise: 0 }));
    const sharp = patchWith({ frame: 0.25, stroke: 0.25, noise: 0 });
    assert.ok(pale.every((dark, at) => Math.abs(dark - (sharp[at] as number)) < 1e-6));
  });

  it('but a stroke paler than its frame stays faint, and a dark patch stays as it is', () => {
    assert.ok(Math.abs((evened(patchWith({ frame: 0.1, stroke: 0.02, noise: 0 }))[middle] as number) - 0.05) < 1e-6);
    const dark = patchWith({ frame: 0.4, stroke: 0.9, noise: 0 });
    assert.deepEqual(evened(dark), dark);
  });

  it('which stands out plainly on paper, and not at all from noise', () => {
    assert.ok(clarityOf(patchWith({ frame: 0.3, stroke: 0, noise: 0.03 })) > 10);
    assert.ok(clarityOf(patchWith({ frame: 0.1, stroke: 0, noise: 0.25 })) < 5);
    assert.ok(clarityOf(patchWith({ frame: 0, stroke: 0, noise: 0.05 })) < 5);
  });

  it('so that nothing is called empty where a frame, and with it a mark, would drown', () => {
    const surelyEmpty = [0.999, 0, 0, 0.001];
    assert.equal(labelOf(surelyEmpty, true, 12).label, 'empty');
    assert.deepEqual([labelOf(surelyEmpty, true, 2).label, labelOf(surelyEmpty, true, 2).guess], ['unsure', 'empty']);
    assert.equal(labelOf([0, 0.999, 0, 0.001], true, 2).label, 'V');
  });
});
