// Lets Node 24 run .tsx files without a build: `node --import ./scripts/hook.mjs some.tsx`. Plain .ts it reads by itself.
// What was made of a file is kept in node_modules/.cache until the file changes: the tests start many processes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const CACHE = join(import.meta.dirname, '../node_modules/.cache/grobund');
// Another edition of either, of the options below or of esbuild, has other answers.
const EDITION = sha256(readFileSync(import.meta.filename, 'utf8'), require('esbuild/package.json').version);

enableCompileCache(join(CACHE, 'compiled'));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    const path = fileURLToPath(url);
    return { format: 'module', source: kept(path, readFileSync(path, 'utf8')), shortCircuit: true };
  },
});

function kept(path, source) {
  const sum = sha256(EDITION, path, source);
  const file = join(CACHE, 'tsx', `${sha256(path).slice(0, 32)}.js`);
  const found = readOr('', file);
  if (found.startsWith(sum)) return found.slice(sum.length);
  const code = transformed(path, source);
  keep(file, sum + code);
  return code;
}

function transformed(path, source) {
  const { code } = require('esbuild').transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    format: 'esm',
    target: 'node24',
    sourcemap: 'inline',
    sourcefile: path,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return code;
}

function readOr(other, file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return other;
  }
}

/** Whole or not at all: other processes may be reading. Where nothing can be written, it is made anew each time. */
function keep(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, text);
    renameSync(half, file);
  } catch {}
}

function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part}\0`);
  return hash.digest('hex');
}
