import { type Canvas, clouds } from './canvas.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';

/** What light, lens and telephone make of a scene: shadow, glare, blur, exposure, noise, sharpening, white balance. */
export function develop(light: Float32Array, w: number, h: number, scene: Scene, dice: Dice): Canvas {
  shade(light, w, h, scene, dice);
  const scale = Math.max(w, h) / 1600;
  blur(light, w, h, scene.blur * scale);
  if (scene.drag > 0) drag(light, w, h, scene.drag * scale, dice.between(0, Math.PI));
  expose(light, scene, dice);
  if (scene.sharpen > 0) sharpen(light, w, h, scene.sharpen);
  const data = new Uint8Array(w * h * 3);
  for (let at = 0; at < data.length; at += 1)
    data[at] = Math.max(0, Math.min(255, Math.round((light[at] as number) * 255)));
  return { data, w, h };
}

/** An uneven lamp, the shadow of the one who photographs, and its mirror image in shiny paper. */
function shade(light: Float32Array, w: number, h: number, scene: Scene, dice: Dice): void {
  const way = dice.between(0, 2 * Math.PI);
  const [fall, grain] = [dice.between(0, 0.25), dice.under(1 << 20)];
  const [edge, turn, wave] = [dice.between(0.004, 0.12), dice.between(0, 2 * Math.PI), dice.between(0, 0.15)];
  const off = dice.between(-0.25, 0.25);
  const [gx, gy, gw] = [dice.between(0.1, 0.9) * w, dice.between(0.1, 0.9) * h, dice.between(0.06, 0.2) * w];
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const [u, v] = [x / w - 0.5, y / w - h / w / 2];
      let bright = 1 + fall * (u * Math.cos(way) + v * Math.sin(way));
      if (scene.shadow > 0) {
        const far =
          u * Math.cos(turn) + v * Math.sin(turn) + off + wave * (clouds(x / w / 0.2, y / w / 0.2, grain) - 0.5);
        bright *= 1 - scene.shadow / (1 + Math.exp(-far / edge));
      }
      if (bright === 1 && scene.glare === 0) continue;
      const shine = scene.glare > 0 ? scene.glare * Math.exp(-(((x - gx) / gw) ** 2) - ((y - gy) / gw) ** 2) : 0;
      const at = (y * w + x) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        light[at + channel] = (light[at + channel] as number) * bright + shine;
    }
}

/** Two means over boxes look like a lens out of focus. */
function blur(light: Float32Array, w: number, h: number, spread: number): void {
  if (spread < 0.3) return;
  const other = new Float32Array(light.length);
  const wide = Math.sqrt(6 * spread * spread + 1);
  for (let round = 0; round < 2; round += 1) {
    for (let y = 0; y < h; y += 1) meansAlong(light, other, y * w * 3, w, wide);
    meansDown(other, light, w * 3, h, wide);
  }
}

/** Each of a row's points becomes the mean of `wide` neighbours, which need not be a whole number. */
function meansAlong(from: Float32Array, to: Float32Array, start: number, w: number, wide: number): void {
  const reach = Math.floor((wide - 1) / 2);
  const rest = (wide - 1) / 2 - reach;
  const last = w - 1;
  for (let channel = start; channel < start + 3; channel += 1) {
    let sum = 0;
    for (let x = -reach; x <= reach; x += 1) sum += from[channel + Math.max(0, Math.min(last, x)) * 3] as number;
    for (let x = 0; x < w; x += 1) {
      const before = from[channel + Math.max(0, x - reach - 1) * 3] as number;
      const after = from[channel + Math.min(last, x + reach + 1) * 3] as number;
      const leaving = from[channel + Math.max(0, x - reach) * 3] as number;
      to[channel + x * 3] = (sum + rest * (before + after)) / wide;
      sum += after - leaving;
    }
  }
}

function meansDown(from: Float32Array, to: Float32Array, row: number, h: number, wide: number): void {
  const reach = Math.floor((wide - 1) / 2);
  const rest = (wide - 1) / 2 - reach;
  const sums = new Float64Array(row);
  for (let y = -reach; y <= reach; y += 1)
    for (let x = 0, at = Math.max(0, Math.min(h - 1, y)) * row; x < row; x += 1, at += 1)
      sums[x] = (sums[x] as number) + (from[at] as number);
  for (let y = 0; y < h; y += 1) {
    const before = Math.max(0, y - reach - 1) * row;
    const after = Math.min(h - 1, y + reach + 1) * row;
    const leaving = Math.max(0, y - reach) * row;
    for (let x = 0; x < row; x += 1) {
      const sum = sums[x] as number;
      const next = from[after + x] as number;
      to[y * row + x] = (sum + rest * ((from[before + x] as number) + next)) / wide;
      sums[x] = sum + next - (from[leaving + x] as number);
    }
  }
}

function drag(light: Float32Array, w: number, h: number, long: number, way: number): void {
  const before = light.slice();
  const steps = Math.max(2, Math.ceil(long));
  const shifts = Array.from({ length: steps }, (_, at) => {
    const far = long * (at / (steps - 1) - 0.5);
    return [Math.round(far * Math.cos(way)), Math.round(far * Math.sin(way))] as const;
  });
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (const [dx, dy] of shifts) {
        const at = (Math.max(0, Math.min(h - 1, y + dy)) * w + Math.max(0, Math.min(w - 1, x + dx))) * 3;
        red += before[at] as number;
        green += before[at + 1] as number;
        blue += before[at + 2] as number;
      }
      const to = (y * w + x) * 3;
      light[to] = red / steps;
      light[to + 1] = green / steps;
      light[to + 2] = blue / steps;
    }
}

/** Noise is thrown once and read from anywhere in this table: a photo needs millions. */
const THROWN = 1 << 16;
const STEPS = 2_048;

/** Little light is amplified, and its noise with it: some of each pixel's own, some of each colour's. */
function expose(light: Float32Array, { light: much, tint, noise }: Scene, dice: Dice): void {
  const gains = [much * (1 + tint), much, much * (1 - tint)] as const;
  const bend = 1 / (1.05 + 0.25 * Math.max(0, 0.6 - much));
  const curve = Float32Array.from({ length: STEPS + 1 }, (_, at) => (at / STEPS) ** bend);
  const loud = Float32Array.from({ length: STEPS + 1 }, (_, at) => 0.4 + Math.sqrt(at / STEPS));
  const thrown = Float32Array.from({ length: THROWN }, () => noise * (dice.next() + dice.next() - 1));
  let state = dice.under(1 << 30) | 1;
  for (let at = 0; at < light.length; at += 3) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const own = 1.2 * (thrown[state & 0xffff] as number);
    for (let channel = 0; channel < 3; channel += 1) {
      const value = Math.max(0, Math.min(1, (light[at + channel] as number) * (gains[channel] as number)));
      const step = (value * STEPS) | 0;
      const grain = own + (thrown[(state >>> (channel * 5 + 3)) & 0xffff] as number);
      light[at + channel] = Math.max(0, Math.min(1, (curve[step] as number) + grain * (loud[step] as number)));
    }
  }
}

function sharpen(light: Float32Array, w: number, h: number, much: number): void {
  const soft = light.slice();
  blur(soft, w, h, 1.2);
  for (let at = 0; at < light.length; at += 1)
    light[at] = Math.max(0, Math.min(1, (light[at] as number) * (1 + much) - (soft[at] as number) * much));
}
