/**
 * What another network would have made of photos that `gather.ts --patches` took, without taking them again:
 * `node scripts/bootstrap.mjs scripts/sheet/again.ts FOLDER... --network FILE --out PHOTOS.jsonl`. The patches were rounded to
 * 256 steps; for a report that stands, photos are taken anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chancesFrom, VIEWS } from '../../src/engines/sheet/judge.ts';
import { readerOf, type StoredNetwork } from '../../src/engines/sheet/weights.ts';
import { everyPatch, plainly } from './examples.ts';
import type { GatheredPhoto } from './gathered.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    network: { type: 'string', default: 'src/engines/sheet/trained.json' },
    out: { type: 'string', default: 'photos.jsonl' },
  },
});
const reader = readerOf(JSON.parse(readFileSync(values.network, 'utf8')) as StoredNetwork);
const lines = positionals.flatMap((folder) => {
  const { patches } = everyPatch(join(folder, 'patches.bin'));
  const photos = readFileSync(join(folder, 'photos.jsonl'), 'utf8').split('\n').filter(Boolean);
  let at = 0;
  const judged = photos.map((line) => {
    const photo = JSON.parse(line) as GatheredPhoto;
    const boxes = photo.boxes.map((box) => {
      if (!box.chances) return box;
      const looks = patches.slice(at, at + VIEWS.length).map(plainly);
      at += VIEWS.length;
      return { ...box, chances: chancesFrom(looks, reader) };
    });
    return JSON.stringify({ ...photo, boxes });
  });
  if (at !== patches.length) throw new Error(`${folder}: ${patches.length} looks, but ${at} are told of`);
  return judged;
});
writeFileSync(values.out, `${lines.join('\n')}\n`);
