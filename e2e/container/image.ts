import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');

/** One line of a Dockerfile, its continuations joined. */
interface Step {
  readonly word: string;
  readonly rest: string;
}

/** What a Dockerfile made of a folder: as much of an image as can be had without an engine. */
export interface Image {
  /** Where the image's root lies. */
  readonly root: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  /** ENTRYPOINT and CMD. */
  readonly start: readonly string[];
  readonly entrypoint: readonly string[];
  readonly health: readonly string[];
}

/**
 * Does what the Dockerfile says in empty folders, one a stage: copies only what COPY names and .dockerignore lets by, sets
 * what ENV sets, and runs what RUN says, with absolute paths inside the stage. The packages are linked, not installed,
 * unless `install` says so; nobody is made an owner, and nothing is layered.
 */
export async function makeImage(into: string, install: boolean): Promise<Image> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const { word, rest } of stepsOf(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))) {
    if (word === 'FROM') {
      // Every stage has the same path while it is worked in, as in an engine: what is built knows where it lies.
      if (stage) layAside(stage, join(into, `stage-${stages.size}`));
      stage = openStage(join(into, 'root'));
      stages.set(/ AS (\S+)$/i.exec(rest)?.[1] ?? 'last', stage);
    } else if (stage) await doStep(stage, stages, { word, rest }, install);
  }
  if (!stage) throw new Error('The Dockerfile has no stage');
  return { ...stage, start: [...stage.entrypoint, ...stage.command] };
}

interface Stage {
  root: string;
  folder: string;
  user: string;
  readonly env: Record<string, string>;
  entrypoint: string[];
  command: string[];
  health: string[];
}

function openStage(root: string): Stage {
  mkdirSync(root);
  return { root, folder: root, user: 'root', env: {}, entrypoint: [], command: [], health: [] };
}

function layAside(stage: Stage, to: string): void {
  renameSync(stage.root, to);
  stage.root = to;
}

async function doStep(stage: Stage, stages: Map<string, Stage>, { word, rest }: Step, install: boolean): Promise<void> {
  if (word === 'WORKDIR') {
    stage.folder = join(stage.root, rest);
    mkdirSync(stage.folder, { recursive: true });
  } else if (word === 'COPY') copy(stage, stages, rest.split(/\s+/));
  else if (word === 'RUN') await runStep(stage, rest, install);
  else if (word === 'ENV') stage.env[rest.split('=')[0] ?? ''] = rest.slice(rest.indexOf('=') + 1);
  else if (word === 'USER') stage.user = rest;
  else if (word === 'ENTRYPOINT') stage.entrypoint = JSON.parse(rest) as string[];
  else if (word === 'CMD') stage.command = JSON.parse(rest) as string[];
  else if (word === 'HEALTHCHECK') stage.health = JSON.parse(rest.slice(rest.indexOf('['))) as string[];
  else if (word !== 'VOLUME' && word !== 'EXPOSE') throw new Error(`The test does not know what ${word} does`);
}

function stepsOf(dockerfile: string): Step[] {
  const lines = dockerfile
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

function copy(stage: Stage, stages: Map<string, Stage>, words: string[]): void {
  const from = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
  const [source, names, target] = from
    ? [stages.get(from)?.root ?? '', words.slice(1, -1), words.at(-1) ?? '']
    : [ROOT, words.slice(0, -1), words.at(-1) ?? ''];
  const to = target.startsWith('/') ? join(stage.root, target) : join(stage.folder, target);
  const ignored = from ? () => false : ignoring();
  for (const name of names) {
    const single = !from && name !== '.';
    cpSync(join(source, name), single ? join(to, name) : to, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: (path) => !ignored(path.slice(ROOT.length + 1)),
    });
  }
  if (from) for (const path of filesIn(to)) asLayersKeep(path);
}

/** The files of a folder, packages aside. */
export function filesIn(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return found.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

/** A layer is a tar: whole seconds. */
function asLayersKeep(path: string): void {
  const seconds = Math.floor(statSync(path).mtimeMs / 1000);
  utimesSync(path, seconds, seconds);
}

function ignoring(): (path: string) => boolean {
  const patterns = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  return (path) => patterns.some((pattern) => matchesGlob(path, pattern) || path.startsWith(`${pattern}/`));
}

async function runStep(stage: Stage, command: string, install: boolean): Promise<void> {
  if (!install && command.startsWith('npm install ')) {
    symlinkSync(join(ROOT, 'node_modules'), join(stage.folder, 'node_modules'));
    return;
  }
  // Behind a link lie the packages that everything else uses too.
  if (!install && command.includes('node_modules/')) return;
  const inside = command.replaceAll(/ (\/data)/g, ` ${stage.root}$1`).replace('chown -R node:node', 'true');
  const env = { ...process.env, ...stage.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' };
  await run('sh', ['-c', inside.replaceAll(/\bnode (?=bin)/g, `${process.execPath} `)], { cwd: stage.folder, env });
}
