import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { themeCss } from '../../ui/theme.ts';

/** Styles, scripts, fonts and pictures by their content-hashed names, read once at start. */
export interface Assets {
  /** Style sheets and script files that every page carries, in order, as paths. */
  readonly css: readonly string[];
  readonly scripts: readonly string[];
  find(name: string): Asset | null;
}

interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  /** It answers for pages when there is no net. */
  readonly worker?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

/** Built from `src/ui/scripts/workers`. */
const WORKERS: ReadonlySet<string> = new Set(['offline.js']);

/** Names of the built files by their source: `{"app.css": "app-3F2A.css"}`, beside them in the folder. */
const MANIFEST = 'manifest.json';

/** Throws when the folder has not been built. */
export function loadAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Record<string, string>;
  const names = readdirSync(folder).filter((name) => name !== MANIFEST);
  const files = new Map(names.map((name) => [name, readAsset(folder, name)]));
  const built = Object.values(manifest).map((name) => `/assets/${name}`);
  return {
    css: built.filter((name) => name.endsWith('.css')),
    scripts: built.filter((name) => name.endsWith('.js')),
    find: (name) => files.get(name) ?? null,
  };
}

function readAsset(folder: string, name: string): Asset {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const packs = type.startsWith('text/') || type.includes('svg') || type.includes('json');
  const gzipped = packs ? new Uint8Array(gzipSync(bytes, { level: 9 })) : null;
  return { type, bytes, gzipped, worker: WORKERS.has(name) };
}

/** A file whose name changes with its content may be kept for ever. A worker's does not, and it may serve any page of ours. */
export function answerAsset(asset: Asset, acceptsGzip: boolean): Response {
  const kept = asset.worker ? 'no-cache' : 'public, max-age=31536000, immutable';
  const headers = new Headers({ 'content-type': asset.type, 'cache-control': kept });
  if (asset.worker) headers.set('service-worker-allowed', '/');
  const packed = acceptsGzip ? asset.gzipped : null;
  if (asset.gzipped) headers.set('vary', 'Accept-Encoding');
  if (packed) headers.set('content-encoding', 'gzip');
  return new Response(packed ?? asset.bytes, { headers });
}

const themes = new Map<string, Asset>();

/** Where the style sheet of a brand colour lies: `/tema/2f6b4f.css`. */
export function themePath(colour: string): string {
  return `/tema/${colour.slice(1)}.css`;
}

/** The style sheet of a brand colour. The caller has checked that some tenant wears it. */
export function themeAsset(colour: string): Asset {
  const made = themes.get(colour) ?? makeTheme(colour);
  themes.set(colour, made);
  return made;
}

function makeTheme(colour: string): Asset {
  const bytes = new TextEncoder().encode(themeCss(colour));
  return { type: 'text/css; charset=utf-8', bytes, gzipped: new Uint8Array(gzipSync(bytes)) };
}
