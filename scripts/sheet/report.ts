/**
 * What the reader is worth, by kind of trouble, from photos that `gather.ts` took of the test writers' sheets:
 * `node scripts/bootstrap.mjs scripts/sheet/report.ts PHOTOS.jsonl... [--network FILE]`. Prints Markdown. Labels are judged anew from
 * what the network said, so that a new scale needs no new photos.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { labelOf, scaled } from '../../src/engines/sheet/judge.ts';
import type { StoredNetwork } from '../../src/engines/sheet/weights.ts';
import { type GatheredBox, type GatheredPhoto, readGathered } from './gathered.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { network: { type: 'string', default: 'src/engines/sheet/trained.json' } },
});
const { scale } = JSON.parse(readFileSync(values.network, 'utf8')) as StoredNetwork;
const photos = readGathered(positionals);
const sets = [...new Set(photos.map(({ set }) => set))];

interface Judged {
  readonly box: GatheredBox;
  readonly label: string;
  readonly confidence: number;
  readonly right: boolean;
}

function judged(all: readonly GatheredPhoto[]): readonly Judged[] {
  return all
    .filter(({ status }) => status === 'read')
    .flatMap(({ boxes }) => boxes)
    .map((box) => {
      const { label, confidence } = box.chances
        ? labelOf(scaled(box.chances, scale), box.seen)
        : { label: 'unsure', confidence: 1 };
      return { box, label, confidence, right: label === box.kind };
    });
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

console.log(
  '| set | photos | found | wrong sheet | retake | not found | boxes | decided wrong | of these clean | V and X swapped | clean asked | odd asked | p99 off | ms |',
);
console.log(`|${'---|'.repeat(14)}`);
for (const set of [...sets, 'all']) {
  const own = set === 'all' ? photos : photos.filter((photo) => photo.set === set);
  const found = own.filter(({ read, layout }) => read === layout);
  const strange = own.filter(({ read, layout }) => read !== null && read !== layout);
  const boxes = judged(own);
  const clean = boxes.filter(({ box }) => box.kind !== 'other');
  const odd = boxes.filter(({ box }) => box.kind === 'other');
  const decided = boxes.filter(({ label }) => label !== 'unsure');
  const wrong = decided.filter(({ right }) => !right);
  const swapped = wrong.filter(
    ({ box, label }) => (box.kind === 'V' && label === 'X') || (box.kind === 'X' && label === 'V'),
  );
  const off = boxes.map(({ box }) => box.off).sort((one, other) => one - other);
  console.log(
    `| ${[
      set,
      own.length,
      `${found.length} (${share(found.length, own.length)})`,
      strange.length,
      own.filter(({ status }) => status === 'retake').length,
      own.filter(({ status }) => status === 'reject').length,
      boxes.length,
      `${wrong.length} of ${decided.length} (${share(wrong.length, decided.length)})`,
      wrong.filter(({ box }) => box.kind !== 'other').length,
      swapped.length,
      share(clean.filter(({ label }) => label === 'unsure').length, clean.length),
      `${odd.filter(({ label }) => label === 'unsure').length} of ${odd.length}`,
      off[Math.floor(off.length * 0.99)]?.toFixed(3) ?? '–',
      own.length ? Math.round(own.reduce((sum, { ms }) => sum + ms, 0) / own.length) : 0,
    ].join(' | ')} |`,
  );
}

const decided = judged(photos).filter(({ label }) => label !== 'unsure');
const BINS = [0.9, 0.95, 0.98, 0.99, 0.995, 1.0001];
console.log('\n| confidence | boxes | said | right |\n|---|---|---|---|');
let apart = 0;
for (const [at, high] of BINS.entries()) {
  const low = BINS[at - 1] ?? 0;
  const own = decided.filter(({ confidence }) => confidence >= low && confidence < high);
  if (own.length === 0) continue;
  const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
  const right = own.filter((one) => one.right).length / own.length;
  apart += (own.length / decided.length) * Math.abs(said - right);
  console.log(
    `| ${low.toFixed(3)} to ${Math.min(1, high).toFixed(3)} | ${own.length} | ${said.toFixed(4)} | ${right.toFixed(4)} |`,
  );
}
console.log(`\nExpected calibration error of what was decided: ${apart.toFixed(4)}`);
for (const { box, label, confidence } of judged(photos).filter(({ right, label: said }) => said !== 'unsure' && !right))
  console.log(
    `wrong: ${box.kind} (${box.trouble}) read as ${label} ${confidence}, ${box.off.toFixed(3)} off, ${box.id}`,
  );
