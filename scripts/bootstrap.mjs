// Runs before anything is installed, so: plain JavaScript, no packages, also on Node 20.
//   node scripts/bootstrap.mjs [node options] script [arguments]
// installs what is missing, then runs the script under Node 24 (which npm brings) with the .tsx hook.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE = 24;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const BIN = join(MODULES, '.bin');

/** Installs the packages when they are missing or not those of package-lock.json. Of several processes, one does it. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const release = await installLock();
  try {
    if (isInstalled()) return;
    const started = Date.now();
    say(`Installing Grobund's packages (${existsSync(MODULES) ? 'they have changed' : 'once'}) …`);
    await install();
    if (!isInstalled()) fail(`npm install ended, but packages are missing: look in ${MODULES}.`);
    say(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } finally {
    release();
  }
}

/** True when this process is Node 24 or newer. Otherwise runs `file` with our arguments under one that is, and ends as it ends. */
export async function underNode24(file) {
  if (major(process.versions.node) >= NODE) return true;
  return passThrough(node24(), [file, ...process.argv.slice(2)]);
}

/** npm's own list of what it put into node_modules must hold everything that package-lock.json wants here. */
function isInstalled() {
  const installed = packagesOf(join(MODULES, '.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(packagesOf(join(ROOT, 'package-lock.json')) ?? {});
  return wanted.every(([path, { version, integrity, optional, dev }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found) return found.version === version && found.integrity === integrity;
    // Made for other machines, or left out on purpose (npm ci --omit=dev).
    return optional === true || (dev === true && process.env.NODE_ENV === 'production');
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

async function install() {
  // Not `npm ci`: it refuses when a registry lacks a package for a machine that is not ours (biome for Android).
  const options = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...options]] : ['npm', options];
  // npm must not run on the Node that it is about to replace, and what it says is no part of our output.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(MODULES));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2] });
    child.once('error', () => resolve(127));
    child.once('exit', resolve);
  });
  if (code === 127) fail(`npm was not found: run "npm install --no-save --ignore-scripts" in ${ROOT}.`);
  if (code !== 0) fail('The packages could not be installed: see the message from npm above.');
}

/**
 * An abstract socket named after the folder: taken by one process at a time, and given back by the kernel however it
 * ends. Systems without them go on without a lock.
 */
async function installLock() {
  const { dev, ino } = statSync(ROOT);
  const name = `\0grobund-install-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  for (let tries = 0; ; tries += 1) {
    const server = createServer();
    const taken = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
      server.listen(name, () => resolve(false));
    });
    if (!taken) return () => server.close();
    if (tries === 0) say('Another process is installing the packages: waiting for it …');
    await wait(200);
  }
}

function node24() {
  if (major(process.versions.node) >= NODE) return process.execPath;
  const brought = join(BIN, 'node');
  if (existsSync(brought)) return realpathSync(brought);
  return fail(
    `Grobund needs Node ${NODE} or newer; this is ${process.versions.node}, and npm has none for ${process.platform}-${process.arch}: install it from nodejs.org.`,
  );
}

/** Runs a program as if it were this process: same terminal, same signals, same end. Never returns. */
async function passThrough(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...end) => resolve(end));
  });
  process.exit(signal ? 128 + constants.signals[signal] : code);
}

function major(version) {
  return Number(version.split('.')[0]);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  const hook = pathToFileURL(join(ROOT, 'scripts/hook.mjs')).href;
  await passThrough(node24(), ['--import', hook, ...process.argv.slice(2)]);
}
