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
      const shine = scene.glare > 0 ? scene.glare * Math.exp(-(((x - gx) / gw) ** 2) - ((y - gy) / gw) ** 2) : 0;
      const at = (y * w + x) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        light[at + channel] = (light[at + channel] as number) * bright + shine;
    }
}

/** Three means over boxes are nearly a Gauss. */
function blur(light: Float32Array, w: number, h: number, spread: number): void {
  if (spread < 0.3) return;
  const line = new Float32Array(Math.max(w, h) * 3);
  const wide = Math.sqrt((12 * spread * spread) / 3 + 1);
  for (let round = 0; round < 3; round += 1) {
    for (let y = 0; y < h; y += 1) means(light, y * w * 3, 3, w, wide, line);
    for (let x = 0; x < w; x += 1) means(light, x * 3, w * 3, h, wide, line);
  }
}

/** A mean over `wide` neighbours, which need not be a whole number. */
function means(light: Float32Array, from: number, step: number, count: number, wide: number, line: Float32Array): void {
  const reach = Math.floor((wide - 1) / 2);
  const rest = (wide - 1) / 2 - reach;
  for (let channel = 0; channel < 3; channel += 1) {
    const at = (index: number) => light[from + channel + Math.max(0, Math.min(count - 1, index)) * step] as number;
    let sum = 0;
    for (let index = -reach; index <= reach; index += 1) sum += at(index);
    for (let index = 0; index < count; index += 1) {
      line[index] = (sum + rest * (at(index - reach - 1) + at(index + reach + 1))) / wide;
      sum += at(index + reach + 1) - at(index - reach);
    }
    for (let index = 0; index < count; index += 1) light[from + channel + index * step] = line[index] as number;
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

/** Little light is amplified, and its noise with it: some of each pixel's own, some in blotches of colour. */
function expose(light: Float32Array, { light: much, tint, noise }: Scene, dice: Dice): void {
  const gain = [1 + tint, 1, 1 - tint];
  const bend = 1 / (1.05 + 0.25 * Math.max(0, 0.6 - much));
  for (let at = 0; at < light.length; at += 3) {
    const own = noise * 1.2 * (dice.next() + dice.next() + dice.next() - 1.5);
    for (let channel = 0; channel < 3; channel += 1) {
      const value = Math.max(0, (light[at + channel] as number) * much * (gain[channel] as number));
      const grain = own + noise * (dice.next() + dice.next() - 1);
      light[at + channel] = Math.max(0, Math.min(1, value ** bend + grain * (0.4 + Math.sqrt(value))));
    }
  }
}

function sharpen(light: Float32Array, w: number, h: number, much: number): void {
  const soft = light.slice();
  blur(soft, w, h, 1.2);
  for (let at = 0; at < light.length; at += 1)
    light[at] = Math.max(0, Math.min(1, (light[at] as number) * (1 + much) - (soft[at] as number) * much));
}
