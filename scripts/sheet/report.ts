/**
 * What the reader is worth, by kind of trouble, from photos that `gather.ts` took of the test writers' sheets:
 * `node scripts/bootstrap.mjs scripts/sheet/report.ts PHOTOS.jsonl... [--network FILE]`. Prints Markdown.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { StoredNetwork } from '../../src/engines/sheet/weights.ts';
import { readGathered } from './gathered.ts';
import { reportOf } from './worth.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { network: { type: 'string', default: 'src/engines/sheet/trained.json' } },
});
const { scale } = JSON.parse(readFileSync(values.network, 'utf8')) as StoredNetwork;
console.log(reportOf(readGathered(positionals), scale));
