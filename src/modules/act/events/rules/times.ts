import { addDays, type Day, utc } from '../../../../kernel/day.ts';
import type { EventWords } from './event.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' });

/** The instant at which clocks in Denmark show `time` ("17:30") on a day, winter (UTC+1) or summer (UTC+2). */
export function instantOf(day: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const winter = new Date(utc(day) + ((hours - 1) * 60 + minutes) * 60_000);
  return clock.format(winter) === time ? winter : new Date(winter.getTime() - 3_600_000);
}

type Hours = Pick<EventWords, 'on' | 'until' | 'starts' | 'ends'>;

/** When it begins and ends. Nobody has said when it ends: null. One that ends before it begins goes on after midnight. */
export function spanOf({ on, until, starts, ends }: Hours): { readonly from: Date; readonly to: Date | null } {
  const lastDay = ends !== null && ends <= starts && until === on ? addDays(until, 1) : until;
  return { from: instantOf(on, starts), to: ends === null ? null : instantOf(lastDay, ends) };
}
