import { createHash } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const ENTRY = 'src/cli/main.ts';
const SOURCES = [
  'src/**/*.{ts,tsx,css,json,svg}',
  'scripts/build.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const KEPT_BUILDS = 3;
const DAY_MS = 86_400_000;

/**
 * Builds the program and the browser's files into `dist`, when the sources have changed since the last time.
 * Answers the bundle to import, as a URL. Processes that build at once do not disturb each other.
 */
export async function build(): Promise<{ server: string; assets: string }> {
  const built = join(DIST, `build-${stamp()}`);
  const assets = join(DIST, 'assets');
  if (!existsSync(built)) {
    const half = `${built}.${process.pid}`;
    await Promise.all([buildServer(half), buildAssets(assets)]);
    // Another process may have been first; then its build is as good as ours.
    await rename(half, built).catch(() => rm(half, { recursive: true, force: true }));
    await forgetOldBuilds();
  }
  return { server: pathToFileURL(join(built, 'server.mjs')).href, assets };
}

/** Names, sizes and times of all sources: cheap to take, and different whenever an editor or git has written a file. */
function stamp(): string {
  const hash = createHash('sha256').update(ROOT);
  for (const path of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildServer(outdir: string): Promise<void> {
  await bundle({
    entryPoints: [{ in: join(ROOT, ENTRY), out: 'server' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    packages: 'external',
    // Commands and the developer's rooms load when they are asked for, with the packages they need.
    splitting: true,
    sourcemap: 'linked',
    plugins: [placesOfSources],
  });
}

/** A bundled module still finds the files beside its source: fonts, templates, migrations. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.')) return null;
      const place = { dirname: dirname(path), filename: path, url: pathToFileURL(path).href };
      const contents = source.replace(/\bimport\.meta\.(dirname|filename|url)\b/g, (_, name: keyof typeof place) =>
        JSON.stringify(place[name]),
      );
      return { contents, loader: extname(path) === '.tsx' ? 'tsx' : 'ts', resolveDir: dirname(path) };
    });
  },
};

/**
 * Bundles the browser's styles (`src/ui/styles/app.css`) and scripts (each of `src/ui/scripts/*.ts`) into a folder,
 * under names that change with their content, and writes `manifest.json`: `{"app.css": "app-3F2A61BC.css"}`.
 * What earlier builds left stays for a day, for pages that people have open.
 */
export async function buildAssets(outdir: string): Promise<void> {
  const scripts = globSync('src/ui/scripts/*.ts', { cwd: ROOT, exclude: (path) => path.endsWith('.test.ts') });
  const entries = ['src/ui/styles/app.css', ...scripts].filter((path) => existsSync(join(ROOT, path)));
  const half = `${outdir}.${process.pid}`;
  const { outputs } = await bundle({
    entryPoints: entries.map((path) => join(ROOT, path)),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: half,
    // What few pages need (the reader of sheets) is a file of its own, fetched when it is wanted.
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'browser',
    target: ['es2022', 'chrome110', 'firefox110', 'safari16'],
    minify: true,
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
  });
  // Workers are known by one name, so that the next build takes the place of the last.
  const workers = globSync('src/ui/scripts/workers/*.ts', { cwd: ROOT });
  const { outputs: alone } = await bundle({
    entryPoints: workers.map((path) => join(ROOT, path)),
    outdir: half,
    platform: 'browser',
    target: ['es2022', 'chrome110', 'firefox110', 'safari16'],
    format: 'iife',
    minify: true,
  });
  await mkdir(outdir, { recursive: true });
  await mkdir(half, { recursive: true });
  // One by one and whole: another process may be putting the same files there at this very moment.
  for (const name of await readdir(half)) await rename(join(half, name), join(outdir, name));
  await rm(half, { recursive: true });
  await forgetOldAssets(outdir, new Set(Object.keys({ ...outputs, ...alone }).map((path) => basename(path))));
  const manifest = join(outdir, 'manifest.json');
  await writeFile(`${manifest}.${process.pid}`, JSON.stringify(namesBySource(outputs, new Set(entries)), null, 2));
  await rename(`${manifest}.${process.pid}`, manifest);
}

/** What every page carries; not what those files fetch when they want it. */
function namesBySource(outputs: Metafile['outputs'], entries: ReadonlySet<string>): Record<string, string> {
  const built = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint && entries.has(entryPoint));
  const names = built.map(([path, { entryPoint = '' }]) => [
    basename(entryPoint).replace(/\.ts$/, '.js'),
    basename(path),
  ]);
  return Object.fromEntries(names);
}

async function bundle(options: BuildOptions): Promise<Metafile> {
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    absWorkingDir: ROOT,
    logLevel: 'error',
    ...options,
    metafile: true,
  });
  return metafile as Metafile;
}

/** A Grobund that still runs loads parts of its own build, so the latest few stay. */
async function forgetOldBuilds(): Promise<void> {
  const names = (await readdir(DIST)).filter((name) => name.startsWith('build-'));
  const dated = await Promise.all(names.map(async (name) => ({ name, made: (await stat(join(DIST, name))).mtimeMs })));
  const old = dated.sort((a, b) => b.made - a.made).slice(KEPT_BUILDS);
  await Promise.all(old.map(({ name }) => rm(join(DIST, name), { recursive: true, force: true })));
}

async function forgetOldAssets(folder: string, current: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !current.has(name) && name !== 'manifest.json');
  for (const path of names.map((name) => join(folder, name))) {
    const made = await stat(path).then(
      (file) => file.mtimeMs,
      () => Date.now(),
    );
    if (made < Date.now() - DAY_MS) await rm(path, { force: true });
  }
}
