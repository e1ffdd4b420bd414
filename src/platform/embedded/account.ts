import { execFile, type SpawnOptions } from 'node:child_process';
import { chown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NOBODY = 65534;

/**
 * How PostgreSQL, which refuses to run as root, is started here: the words to put before the command, the account to
 * spawn under, and the owner its files must have.
 */
export interface Account {
  readonly prefix: readonly string[];
  readonly spawn: Pick<SpawnOptions, 'uid' | 'gid'>;
  readonly owner: number;
}

/**
 * An ordinary user runs it directly. Root runs it in a user namespace where root looks like nobody, which works under
 * root-only folders and needs no account; where namespaces are forbidden, as the account nobody.
 * `setpriv`, where the machine has it, ends PostgreSQL together with us, even after `kill -9`.
 */
export async function chooseAccount(): Promise<Account> {
  const uid = process.getuid?.() ?? NOBODY;
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const withUs = ['setpriv', '--pdeathsig=INT', '--'];
  const follows = (await works([...withUs, 'true'])) ? withUs : [];
  if (uid !== 0) return { prefix: follows, spawn: {}, owner: uid };
  if (await works([...namespace, 'true'])) return { prefix: [...namespace, ...follows], spawn: {}, owner: 0 };
  return { prefix: follows, spawn: { uid: NOBODY, gid: NOBODY }, owner: NOBODY };
}

async function works([command, ...args]: string[]): Promise<boolean> {
  return run(command as string, args).then(
    () => true,
    () => false,
  );
}

/** Gives a folder and what is in it to the account, when it is not so already (root moved between the two ways above). */
export async function giveTo(account: Account, folder: string): Promise<void> {
  if ((await lstat(folder)).uid === account.owner) return;
  if (process.getuid?.() !== 0) {
    throw new Error(
      `The data folder ${folder} belongs to another user: start Grobund as its owner, or set GROBUND_DATA to another folder.`,
    );
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) await chown(path, account.owner, account.owner);
  }
  await chown(folder, account.owner, account.owner);
}
