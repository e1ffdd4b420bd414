import type { Database } from '../platform/db/database.ts';

/** The clock of the developer's rooms: the real one, moved by as much as somebody chose. Kept in the database. */
export interface DevClock {
  now(): Date;
  /** Days the clock is ahead. */
  readonly daysAhead: number;
  move(days: number): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Only ever forwards: a clock set back would let things be decided before they were asked. */
export async function openDevClock(database: Database): Promise<DevClock> {
  await database.pool.query(
    'create table if not exists dev_clock (one boolean primary key default true, days integer not null)',
  );
  const { rows } = await database.pool.query<{ days: number }>('select days from dev_clock');
  let days = rows[0]?.days ?? 0;
  return {
    now: () => new Date(Date.now() + days * DAY_MS),
    get daysAhead() {
      return days;
    },
    async move(by) {
      days += Math.max(0, by);
      await database.pool.query(
        'insert into dev_clock (days) values ($1) on conflict (one) do update set days = excluded.days',
        [days],
      );
    },
  };
}
