import { addDays, type Day, dayOf, utc } from '../../kernel/day.ts';
import type { Database } from '../db/database.ts';
import type { AnyJobKind, Payload } from './jobs.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** When: each day or one weekday at a time in Denmark (`07:00`), or every so many minutes. */
export type When =
  | { readonly every: 'day' | (typeof WEEKDAYS)[number]; readonly at: `${number}:${number}` }
  | { readonly everyMinutes: number };

/** One line of `src/schedule.ts`: the job is done for each tenant. */
export interface ScheduledJob {
  /** Unique and lasting: under it is remembered when it last ran. */
  readonly name: string;
  readonly when: When;
  readonly job: AnyJobKind;
  readonly payload?: Payload;
}

const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
});

/** The latest slot that has come at an instant; slots of one `when` sort as text. */
export function slotAt(when: When, now: Date): string {
  if ('everyMinutes' in when) {
    const length = when.everyMinutes * 60_000;
    return new Date(Math.floor(now.getTime() / length) * length).toISOString();
  }
  const today = dayOf(now);
  let day: Day = clockTime.format(now) >= when.at ? today : addDays(today, -1);
  while (when.every !== 'day' && WEEKDAYS[new Date(utc(day)).getUTCDay()] !== when.every) day = addDays(day, -1);
  return day;
}

/**
 * Enqueues what has come due, once per slot whatever the number of processes, for every tenant. A slot that was missed
 * while nothing ran is caught up once. An entry seen for the first time waits for its next slot. Answers the names started.
 */
export async function startDue(database: Database, schedule: readonly ScheduledJob[], now: Date): Promise<string[]> {
  if (schedule.length === 0) return [];
  const { rows } = await database.pool.query<{ name: string; slot: string }>('select name, slot from scheduled_run');
  const last = new Map(rows.map((row) => [row.name, row.slot]));
  const started: string[] = [];
  for (const entry of schedule) {
    const slot = slotAt(entry.when, now);
    const before = last.get(entry.name);
    if (before !== undefined && before >= slot) continue;
    if (await claimSlot(database, entry, slot, now)) started.push(entry.name);
  }
  return started;
}

/** True when it was we who started the slot. */
function claimSlot(
  database: Database,
  { name, job, payload = {} }: ScheduledJob,
  slot: string,
  now: Date,
): Promise<boolean> {
  return database.asOwner(async (_, client) => {
    const first = await client.query(
      'insert into scheduled_run (name, slot, ran_at) values ($1, $2, $3) on conflict do nothing',
      [name, slot, now],
    );
    if (first.rowCount === 1) return false;
    const claimed = await client.query(
      'update scheduled_run set slot = $2, ran_at = $3 where name = $1 and slot < $2',
      [name, slot, now],
    );
    if (claimed.rowCount === 0) return false;
    await client.query('select insert_job(id, $1, $2, null, $3) from tenant', [job.name, payload, `${name} ${slot}`]);
    return true;
  });
}

/** When the next slot begins, after an instant. */
export function nextStart(when: When, now: Date): Date {
  if ('everyMinutes' in when) {
    const length = when.everyMinutes * 60_000;
    return new Date((Math.floor(now.getTime() / length) + 1) * length);
  }
  let day = dayOf(now);
  while (startOn(day, when.at) <= now || !fallsOn(when.every, day)) day = addDays(day, 1);
  return startOn(day, when.at);
}

function fallsOn(every: 'day' | (typeof WEEKDAYS)[number], day: Day): boolean {
  return every === 'day' || WEEKDAYS[new Date(utc(day)).getUTCDay()] === every;
}

/** The instant at which the clocks in Denmark show the time, in summer or in winter. */
function startOn(day: Day, at: string): Date {
  const [summer, winter] = ['+02:00', '+01:00'].map((zone) => new Date(`${day}T${at}:00${zone}`)) as [Date, Date];
  return clockTime.format(summer) === at ? summer : winter;
}
