import type { Database } from '../platform/db/database.ts';
import { makeDevTables } from './schema.ts';

/** The clock of the developer's rooms: the real one, moved by as much as somebody chose. Kept in the database. */
export interface DevClock {
  now(): Date;
  /** Whole days that the clock is ahead. */
  readonly daysAhead: number;
  move(by: Move): Promise<void>;
}

/** To nine in the morning, when the quiet hours are over, or some days on. */
export type Move = 'morning' | number;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const MORNING_MINUTE = 9 * 60;

const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' });

/** Only ever forwards: a clock set back would let things be decided before they were asked. */
export async function openDevClock(database: Database): Promise<DevClock> {
  const { pool } = database;
  await makeDevTables(
    database,
    'create table if not exists dev.clock (one boolean primary key default true, minutes_ahead integer not null)',
  );
  const { rows } = await pool.query<{ minutes: number }>('select minutes_ahead as minutes from dev.clock');
  let minutes = rows[0]?.minutes ?? 0;
  const now = (): Date => new Date(Date.now() + minutes * MINUTE_MS);
  return {
    now,
    get daysAhead() {
      return Math.round(minutes / DAY_MINUTES);
    },
    async move(by) {
      minutes += by === 'morning' ? untilMorning(now()) : Math.max(0, by) * DAY_MINUTES;
      await pool.query(
        'insert into dev.clock (minutes_ahead) values ($1) on conflict (one) do update set minutes_ahead = $1',
        [minutes],
      );
    },
  };
}

function untilMorning(now: Date): number {
  const [hour = 0, minute = 0] = wall.format(now).split(':').map(Number);
  return (MORNING_MINUTE - hour * 60 - minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
}
