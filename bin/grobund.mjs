#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from '../scripts/bootstrap.mjs';

await ensureInstalled();
if (await underNode24(fileURLToPath(import.meta.url))) {
  process.setSourceMapsEnabled(true);
  const { build } = await import('../scripts/build.ts');
  // esbuild has said by then what is wrong in the sources.
  const { server } = await build().catch(() => process.exit(1));
  const { runCommandLine } = await import(server);
  process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
}
