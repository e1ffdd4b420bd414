import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { documentsFolder } from './places.ts';

test('the bundled server finds the templates, the fonts and the typesetter', async () => {
  // Inside the project, as dist/ is: that is what makes the folder findable.
  const folder = mkdtempSync(join(documentsFolder(), '../../../node_modules/.documents-'));
  try {
    const outfile = join(folder, 'server.mjs');
    const contents = `
      import { renderPdf } from './pdf.ts';
      import { letter, lyngbakken } from './samples.ts';
      const printed = await renderPdf(letter, lyngbakken);
      process.stdout.write(printed.ok ? Buffer.from(printed.value).subarray(0, 5) : printed.refusal);`;
    const stdin = { contents, resolveDir: documentsFolder(), loader: 'ts' } as const;
    await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
    // The process also ends by itself: an idle press keeps nobody waiting.
    assert.equal(execFileSync(process.execPath, [outfile], { encoding: 'utf8', timeout: 30_000 }), '%PDF-');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
