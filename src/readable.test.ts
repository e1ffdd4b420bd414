import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { lixOf } from './engines/readability/lix.ts';

/** What residents read must be easy: LIX at or below 35 (product.md, "How it behaves"). */
const MOST = 35;

const files = globSync('{modules/**/text{.ts,/*.ts},*-text.ts}', {
  cwd: import.meta.dirname,
});

test('there are texts to read', () => assert.ok(files.length >= 40, String(files)));

for (const file of files) {
  test(`a resident can read ${file} without effort`, async () => {
    const exported: Record<string, unknown> = await import(join(import.meta.dirname, file));
    const sentences = Object.values(exported)
      .flatMap((reader) => (typeof reader === 'function' && 'words' in reader ? sentencesIn(reader.words) : []))
      .filter((text) => text.split(' ').length >= 5);
    const whole = lixOf(sentences.map((text) => text.replace(/[^.!?]$/, '$&.')).join(' '));
    assert.ok(whole === null || whole <= MOST, `LIX ${whole}`);
  });
}

function sentencesIn(words: unknown): string[] {
  if (typeof words !== 'object' || words === null) return [];
  return 'da' in words ? strings(words.da) : [];
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
