import { posix } from 'node:path';
import type { Finding, Import, Source } from './source.ts';
import { lineAt } from './source.ts';
import {
  BANNED_FOLDERS,
  FOLDERS,
  GENERATED,
  KINDS,
  KINDS_BY_TYPE,
  MAX_LINES,
  PURE,
  PURE_PLATFORM,
  ROOMS,
  ZONES,
  type Zone,
} from './structure-rules.ts';

/** Every breach of docs/layout.md in these sources. */
export function judgeStructure(sources: readonly Source[]): Finding[] {
  const known = new Set(sources.map((source) => source.path));
  return [
    ...sources.flatMap((source) => [...judgePlace(source), ...judgeContent(source), ...judgeImports(source, known)]),
    ...judgeCycles(sources),
  ];
}

const TEST = /\.test\.tsx?$/;

function zoneOf(path: string): Zone | null {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'src' || folder === undefined) return null;
  if (rest.length === 0 || folder === 'cli') return 'app';
  return folder in ZONES ? (folder as Zone) : null;
}

/**
 * `src/modules/decide/fund/views/list.tsx` → module `decide/fund`, kind `views`. Kind is null where the name is not in
 * the vocabulary; a file that lies in a room itself has none.
 */
export function placeInModule(path: string): { module: string; kind: string | null } | null {
  const [top, folder, ...below] = path.split('/');
  const inRoom = ROOMS.includes(below[0] ?? '') && below.length > 2;
  const module = below.slice(0, inRoom ? 2 : 1).join('/');
  const rest = below.slice(inRoom ? 2 : 1);
  if (top !== 'src' || folder !== 'modules' || rest.length === 0) return null;
  if (ROOMS.includes(module)) return { module, kind: null };
  const [first = ''] = rest;
  const stem = first.replace(/\.tsx?$/, '');
  const isFolder = rest.length > 1;
  const known = stem in KINDS && rest.length <= 2 && (!isFolder || FOLDERS.includes(first));
  return { module, kind: known ? stem : null };
}

function judgePlace({ path }: Source): Finding[] {
  const found: Finding[] = [];
  const say = (rule: string, message: string) => found.push({ rule, path, line: 1, message });
  const folders = path.split('/').slice(0, -1);
  const name = posix.basename(path);
  const banned = folders.find((folder) => BANNED_FOLDERS.includes(folder));
  if (banned) say('folder-name', `a folder "${banned}" says nothing: name it after what it holds`);
  if (/^index\.(ts|tsx|mjs)$/.test(name)) say('barrel', 'no index files: import the file that holds the thing');
  if (path.startsWith('src/') && zoneOf(path) === null) {
    say('zone', `src/${folders[1] ?? ''} is not a part of the layout (docs/layout.md)`);
  }
  const place = placeInModule(path);
  if (place && place.kind === null && !TEST.test(name)) {
    const inside = path.slice(`src/modules/${place.module}/`.length);
    say('vocabulary', `"${inside}" is not in the vocabulary of a module (docs/layout.md)`);
  }
  return found;
}

const CONTENT: readonly { rule: string; pattern: RegExp; message: string; where?: (path: string) => boolean }[] = [
  { rule: 'default-export', pattern: /\bexport\s+default\b|\bas\s+default\b/g, message: 'named exports only' },
  { rule: 'barrel', pattern: /\bexport\s+(type\s+)?\*/g, message: 'no `export *`: name what is exported' },
  {
    rule: 'clock-and-dice',
    pattern: /\bnew\s+Date\b\s*(?:\(\s*\)|(?![\s(]))|\bDate\.now\b|\bMath\.random\b|\bTemporal\.Now\b/g,
    message: 'the clock and the dice come in from outside: tx.now, tx.today, seed',
    where: (path) => /^src\/(modules|engines)\//.test(path) && !TEST.test(path),
  },
  {
    rule: 'any',
    pattern: /(?:[:<,|&]|\bas|\bextends|=>)\s*any\b(?!\s*[:(.'-])|<any>/g,
    message: 'no `any`: say the shape, or `unknown`',
  },
  {
    rule: 'sql',
    pattern: /\bsql\s*(<[^`;]*>)?\s*`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(/g,
    message: 'SQL stands in store.ts',
    where: (path) => path.startsWith('src/modules/') && !TEST.test(path) && placeInModule(path)?.kind !== 'store',
  },
  {
    rule: 'journal',
    pattern: /(?<![.\w])record\s*\(/g,
    message: 'what people do, and the entry that tells it, stand in commands.ts',
    where: (path) => path.startsWith('src/modules/') && !TEST.test(path) && placeInModule(path)?.kind !== 'commands',
  },
];

function judgeContent({ path, text, bones, lines }: Source): Finding[] {
  if (GENERATED.includes(path)) return [];
  const found: Finding[] = CONTENT.filter((check) => check.where?.(path) ?? true).flatMap((check) =>
    [...bones.matchAll(check.pattern)]
      .filter((match) => !isExcused(check.rule, text, match.index))
      .map((match) => ({
        rule: check.rule,
        path,
        line: lineAt(text, match.index),
        message: check.message,
      })),
  );
  if (lines > MAX_LINES) {
    found.push({
      rule: 'length',
      path,
      line: MAX_LINES,
      message: `${lines} lines: at most ${MAX_LINES}, split it by what it says`,
    });
  }
  return found;
}

/** An `any` that a comment for Biome gives a reason for: both gates say the same. */
function isExcused(rule: string, text: string, offset: number): boolean {
  const above = text.slice(0, offset).split('\n').at(-2) ?? '';
  return rule === 'any' && /biome-ignore lint\/suspicious\/noExplicitAny: \S/.test(above);
}

/** Where an import leads, as a path from the root; null for npm and node. `#jsx` and its like are the ui's. */
function target(source: Source, specifier: string): string | null {
  if (specifier.startsWith('#')) return 'src/ui/jsx/jsx-runtime.ts';
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(source.path), specifier));
}

function judgeImports(source: Source, known: ReadonlySet<string>): Finding[] {
  return source.imports.flatMap((item) => {
    const to = target(source, item.specifier);
    const finding = to === null ? judgePackage(source, item) : judgeFile(source, item, to, known);
    return finding ? [{ ...finding, path: source.path, line: item.line }] : [];
  });
}

type Verdict = { rule: string; message: string } | null;

function judgePackage(source: Source, { specifier }: Import): Verdict {
  if (zoneOf(source.path) === 'kernel' && !TEST.test(source.path)) {
    return { rule: 'direction', message: `the kernel is free of packages: it may not import "${specifier}"` };
  }
  const kind = placeInModule(source.path)?.kind;
  if (kind && PURE.includes(kind) && !TEST.test(source.path)) {
    return { rule: 'pure', message: `${kind} is pure: it may not import "${specifier}"` };
  }
  return null;
}

function judgeFile(source: Source, item: Import, to: string, known: ReadonlySet<string>): Verdict {
  if (/\.(ts|tsx|mts|mjs)$/.test(to) && to.startsWith('src/') && !item.specifier.startsWith('#') && !known.has(to)) {
    return { rule: 'missing', message: `"${item.specifier}" leads to no file` };
  }
  const from = zoneOf(source.path);
  const zone = zoneOf(to);
  if (from === null || TEST.test(source.path)) return null;
  if (zone === null) {
    const inSrc = to.startsWith('src/') || /\.(json|css|svg|txt)$/.test(to);
    return inSrc || from === 'app' || from === 'dev' || from === 'testing'
      ? null
      : { rule: 'direction', message: `${from} may not reach out of src ("${to}")` };
  }
  return judgeZone(source, item, from, zone, to) ?? judgeModule(source, item, to) ?? null;
}

function judgeZone(source: Source, item: Import, from: Zone, zone: Zone, to: string): Verdict {
  if (from === 'engines' && zone === 'engines') {
    return engineOf(source.path) === engineOf(to)
      ? null
      : { rule: 'direction', message: `an engine stands alone: it may not import "${to}"` };
  }
  if (from === zone) return null;
  if (from === 'app' && (zone === 'dev' || zone === 'demo') && item.kind !== 'value') return null;
  if (zone === 'testing' && posix.basename(source.path) === 'seed.ts' && item.kind === 'type') return null;
  if ((ZONES[from] as readonly string[]).includes(zone)) return null;
  const why =
    from === 'app'
      ? 'absent in production, so load it with import()'
      : `${from} may import only ${ZONES[from].join(', ')}`;
  return { rule: 'direction', message: `${from} → ${zone} ("${to}"): ${why}` };
}

function engineOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function judgeModule(source: Source, item: Import, to: string): Verdict {
  const here = placeInModule(source.path);
  const there = placeInModule(to);
  if (!here) return judgeDoor(source, item, to);
  if (!there || here.module !== there.module) return judgeOutward(here.kind, item, to, there !== null);
  if (here.kind === null || there.kind === null) return null;
  if (KINDS[here.kind]?.includes(there.kind)) return null;
  if (item.kind === 'type' && KINDS_BY_TYPE[here.kind]?.includes(there.kind)) return null;
  return { rule: 'kinds', message: `${here.kind} may not import ${there.kind}` };
}

/** From outside the modules: the app and its rooms use public.ts too; seeds and galleries are doors for demo, dev and testing. */
function judgeDoor(source: Source, item: Import, to: string): Verdict {
  const there = placeInModule(to);
  if (!there || there.kind === 'public') return null;
  const zone = zoneOf(source.path);
  const doors = zone === 'dev' || zone === 'demo' || zone === 'testing' ? ['seed', 'gallery'] : [];
  if (there.kind && doors.includes(there.kind)) return null;
  if (zone === 'app' && item.kind === 'dynamic' && there.kind === 'gallery') return null;
  return { rule: 'public', message: `"${to}": only through src/modules/${there.module}/public.ts` };
}

function judgeOutward(kind: string | null, item: Import, to: string, isModule: boolean): Verdict {
  if (isModule && placeInModule(to)?.kind !== 'public') {
    const seeds = kind === 'seed' && placeInModule(to)?.kind === 'seed';
    if (!seeds) return { rule: 'public', message: `"${to}": other modules only through their public.ts` };
  }
  if (kind && PURE.includes(kind)) {
    const zone = zoneOf(to);
    const allowed =
      zone === 'kernel' || PURE_PLATFORM.includes(to) || ((zone === 'engines' || isModule) && item.kind === 'type');
    if (!allowed)
      return { rule: 'pure', message: `${kind} is pure: kernel, and types of engines and public.ts only ("${to}")` };
  }
  if ((kind === 'views' || kind === 'letters') && /^src\/platform\/(db|jobs)\//.test(to) && item.kind !== 'type') {
    return { rule: 'kinds', message: `${kind} get their data as props: no ${to.split('/')[2]} here` };
  }
  return null;
}

/** Cycles between modules, counted over every file but tests and seeds. */
function judgeCycles(sources: readonly Source[]): Finding[] {
  const edges = new Map<string, Map<string, { path: string; line: number }>>();
  for (const source of sources) {
    const here = placeInModule(source.path);
    if (!here || TEST.test(source.path) || here.kind === 'seed') continue;
    for (const item of source.imports) {
      const there = placeInModule(target(source, item.specifier) ?? '');
      if (!there || there.module === here.module) continue;
      const out = edges.get(here.module) ?? new Map<string, { path: string; line: number }>();
      if (!out.has(there.module)) out.set(there.module, { path: source.path, line: item.line });
      edges.set(here.module, out);
    }
  }
  return findCycles(edges);
}

function findCycles(edges: ReadonlyMap<string, ReadonlyMap<string, { path: string; line: number }>>): Finding[] {
  const found = new Map<string, Finding>();
  const done = new Set<string>();
  const walk = (module: string, trail: readonly string[]) => {
    const start = trail.indexOf(module);
    if (start >= 0) {
      const circle = trail.slice(start);
      const place = edges.get(circle.at(-1) ?? '')?.get(module) ?? { path: '', line: 0 };
      found.set(circle.toSorted().join(), {
        rule: 'cycle',
        ...place,
        message: `modules in a circle: ${[...circle, module].join(' → ')}`,
      });
      return;
    }
    if (done.has(module)) return;
    for (const next of edges.get(module)?.keys() ?? []) walk(next, [...trail, module]);
    done.add(module);
  };
  for (const module of edges.keys()) walk(module, []);
  return [...found.values()];
}
