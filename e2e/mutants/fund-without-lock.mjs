// Takes away the lock on the fund as the sources are read, so that a test can show that it would notice.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const LOCK = ' for update`.execute';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('/decide/fund/store/funds.ts')) return nextLoad(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!source.includes(LOCK)) throw new Error(`Cannot take away the lock: "${LOCK}" is not in ${url}`);
    const without = stripTypeScriptTypes(source.replace(LOCK, '`.execute'), { mode: 'strip' });
    return { format: 'module', source: without, shortCircuit: true };
  },
});
