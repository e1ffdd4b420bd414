#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from '../scripts/bootstrap.mjs';

await ensureInstalled();
if (await underNode24(fileURLToPath(import.meta.url))) {
  process.setSourceMapsEnabled(true);
  const { build } = await import('../scripts/build.ts');
  const { server } = await build().catch((error) => {
    // What is wrong in the sources esbuild has said by then.
    if (!error.errors) process.stderr.write(`Cannot build Grobund: ${error.message}\n`);
    process.exit(1);
  });
  const { runCommandLine } = await import(server);
  process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
}
