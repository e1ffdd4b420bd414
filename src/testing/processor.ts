import { readFile } from 'node:fs/promises';
import type { Database } from '../platform/db/database.ts';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICKS_A_SECOND = 100;

/**
 * Seconds of processor that this process and its connections to the database have had so far, without the time in which
 * others had it: a limit of it holds on a busy machine too. Where the server is another machine, its part is left out.
 */
export async function processorSeconds({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  const spent = await Promise.all(rows.map(({ pid }) => secondsOf(pid)));
  const { user, system } = process.cpuUsage();
  return spent.reduce((sum, one) => sum + one, (user + system) / 1e6);
}

async function secondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, fields = ''] = stat.split('(postgres) ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / TICKS_A_SECOND;
}
