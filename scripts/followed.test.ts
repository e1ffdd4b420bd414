import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { FOLLOWED } from '../src/app.tsx';
import { readSources } from './source.ts';

test('what pages follow while they stay open is on the list, and nothing else is', () => {
  const sources = readSources(join(import.meta.dirname, '..'), ['src']).filter(({ path }) => path.endsWith('.tsx'));
  const kinds = sources.flatMap(({ code }) => [...code.matchAll(/data-live=\{`(\w+):/g)].map(([, kind]) => kind));
  assert.deepEqual(new Set(kinds), new Set(FOLLOWED));
});
