/**
 * Has the reader read the sheets of the demo story again and writes down what it says:
 * `node scripts/bootstrap.mjs scripts/demo-sheets.ts`. Needed when the network or what the sheets look like has changed.
 */
import { writeFileSync } from 'node:fs';
import { readSentSheets } from '../src/demo/sent-sheets.ts';

writeFileSync('src/demo/sent-sheets.json', `${JSON.stringify(await readSentSheets(), null, 2)}\n`);
