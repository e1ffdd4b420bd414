import { type Day, dayOf, daysBetween, utc } from './day.ts';
import type { Language } from './language.ts';

const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const WEEKDAYS = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** Long: "22. november 2026" / "22 November 2026". Short: "22.11.2026" / "22 Nov 2026". */
export function formatDay(value: Day, language: Language, style: 'long' | 'short' = 'long'): string {
  const { year, month, date } = partsOf(value);
  if (style === 'long') return `${dayAndMonth(value, language)} ${year}`;
  if (language === 'en') return `${date} ${monthName(month, 'en').slice(0, 3)} ${year}`;
  return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** "søndag" / "Sunday". */
export function weekdayOf(value: Day, language: Language): string {
  return WEEKDAYS[language][new Date(utc(value)).getUTCDay()] as string;
}

/** "november" / "November". */
export function monthOf(value: Day, language: Language): string {
  return monthName(partsOf(value).month, language);
}

/** For invitations: "søndag den 22. november 2026" / "Sunday 22 November 2026". */
export function formatDayWithWeekday(value: Day, language: Language): string {
  const between = language === 'da' ? ' den ' : ' ';
  return `${weekdayOf(value, language)}${between}${formatDay(value, language)}`;
}

/** Both days included, nothing said twice: "3.-5. maj 2026", "30. april – 2. maj 2026", "30. december 2026 – 2. januar 2027". */
export function formatPeriod(from: Day, to: Day, language: Language): string {
  const first = partsOf(from);
  const last = partsOf(to);
  if (from === to) return formatDay(from, language);
  if (first.year !== last.year) return `${formatDay(from, language)} – ${formatDay(to, language)}`;
  if (first.month !== last.month) return `${dayAndMonth(from, language)} – ${formatDay(to, language)}`;
  return language === 'da' ? `${first.date}.-${formatDay(to, 'da')}` : `${first.date}-${formatDay(to, 'en')}`;
}

/** Near days in words ("i dag", "om 3 dage", "for 2 uger siden"); beyond eight weeks the date itself. */
export function formatRelativeDay(value: Day, today: Day, language: Language): string {
  const days = daysBetween(today, value);
  const size = Math.abs(days);
  const near = NEAR[language][days + 1];
  if (size <= 1 && near) return near;
  if (size > 56) return formatDay(value, language);
  const span = size < 14 ? `${size} ${SPAN[language].days}` : `${Math.floor(size / 7)} ${SPAN[language].weeks}`;
  if (language === 'da') return days > 0 ? `om ${span}` : `for ${span} siden`;
  return days > 0 ? `in ${span}` : `${span} ago`;
}

const NEAR = { da: ['i går', 'i dag', 'i morgen'], en: ['yesterday', 'today', 'tomorrow'] } as const;
const SPAN = { da: { days: 'dage', weeks: 'uger' }, en: { days: 'days', weeks: 'weeks' } } as const;

const clock = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' });

/** The time of day in Denmark at an instant: "19.00" / "19:00". */
export function formatTime(instant: Date, language: Language): string {
  const danish = clock.format(instant);
  return language === 'da' ? danish : danish.replace('.', ':');
}

/** Day and time of day in Denmark, as a list tells them: "03.05.2026 19.00" / "3 May 2026 19:00". */
export function formatMoment(instant: Date, language: Language): string {
  return `${formatDay(dayOf(instant), language, 'short')} ${formatTime(instant, language)}`;
}

function dayAndMonth(value: Day, language: Language): string {
  const { month, date } = partsOf(value);
  return `${date}${language === 'da' ? '.' : ''} ${monthName(month, language)}`;
}

function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] as string;
}

function partsOf(value: Day): { year: number; month: number; date: number } {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), date: Number(value.slice(8, 10)) };
}

/** A telephone number as Danes write it: "+4512345678" → "12 34 56 78". Others as they are. */
export function formatPhone(phone: string): string {
  const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return danish ? danish.slice(1).join(' ') : phone;
}

/** What a file or a letter weighs, from bytes: "1 kB", "340 kB", "2,1 MB" / "2.1 MB". A thousand bytes is a kB, never less than one. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const millions = (bytes / 1_000_000).toFixed(1);
  return `${language === 'da' ? millions.replace('.', ',') : millions} MB`;
}
