import { constants, type Dirent } from 'node:fs';
import { access, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** What became of a file: `why` is written beside one that was not taken, for the one who put it there. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly why: string };

export interface WatchedFolderSettings {
  /** Holds one folder for each house, named by its slug. */
  readonly folder: string;
  readonly mostBytes: number;
  /** Takes one file for a house. When it resolves, the file is kept and moved away; when it throws, it stays for later. */
  take(house: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Taken>;
  /** Why a file of that size is not read at all. */
  readonly tooLarge: string;
  onError(error: unknown): void;
}

export interface WatchedFolder {
  /** Looks once, now; answers how many files were moved away. */
  look(): Promise<number>;
  stop(): Promise<void>;
}

const TAKEN = 'modtaget';
const REFUSED = 'afvist';
const PAUSE = 5_000;
/** Somebody may still be writing it. */
const SETTLED = 2_000;
const UNFINISHED = /^[.~]|\.(?:part|tmp|crdownload)$/i;

/**
 * Looks into `folder/<house>/` again and again. What is taken goes to `modtaget`, what is not to `afvist` with a note
 * beside it. A file is moved only after it is kept, so a stop in between makes it come again, and `take` must know it.
 */
export function watchFolder(settings: WatchedFolderSettings, every = PAUSE, settled = SETTLED): WatchedFolder {
  let looking: Promise<number> = Promise.resolve(0);
  const look = () => {
    looking = looking
      .catch(() => 0)
      .then(() => lookOnce(settings, settled))
      .catch((error: unknown) => {
        settings.onError(error);
        return 0;
      });
    return looking;
  };
  const timer = setInterval(() => void look(), every);
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

async function lookOnce(settings: WatchedFolderSettings, settled: number): Promise<number> {
  let moved = 0;
  for (const house of await foldersIn(settings.folder)) {
    for (const name of await filesIn(join(settings.folder, house))) {
      try {
        if (await takeOne(settings, house, name, settled)) moved += 1;
      } catch (error) {
        // It stays, and so do the others' turns.
        settings.onError(error);
      }
    }
  }
  return moved;
}

async function takeOne(
  settings: WatchedFolderSettings,
  house: string,
  name: string,
  settled: number,
): Promise<boolean> {
  const path = join(settings.folder, house, name);
  const bytes = await contentOf(path, settings.mostBytes, settled);
  if (!bytes) return false;
  const taken: Taken =
    bytes === 'too_large' ? { ok: false, why: settings.tooLarge } : await settings.take(house, { name, bytes });
  await moveAway(path, join(settings.folder, house, taken.ok ? TAKEN : REFUSED), name, taken.ok ? null : taken.why);
  return true;
}

/** Null while somebody may still be writing it. Opened once and never through a link, whatever it is changed for meanwhile. */
async function contentOf(path: string, most: number, settled: number): Promise<Uint8Array | 'too_large' | null> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const about = await file.stat();
    if (!about.isFile() || Date.now() - about.mtimeMs < settled) return null;
    return about.size > most ? 'too_large' : new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

async function moveAway(path: string, folder: string, name: string, why: string | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let count = 2; await exists(join(folder, free)); count += 1) free = `${stem}-${count}${ext}`;
  try {
    await rename(path, join(folder, free));
  } catch (error) {
    // Another process was quicker: it took the same file, and knew it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return;
  }
  if (why !== null) await writeFile(join(folder, `${free}.hvorfor.txt`), `${why}\n`);
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

async function foldersIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).filter((one) => one.isDirectory()).map(({ name }) => name);
}

/** Plain files only: a link could lead anywhere. */
async function filesIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder))
    .filter((one) => one.isFile() && !UNFINISHED.test(one.name))
    .map(({ name }) => name)
    .sort();
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true });
}
