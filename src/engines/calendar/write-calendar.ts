import { addDays, type Day } from '../../kernel/day.ts';

export interface CalendarEvent {
  /** The same for the same event for ever, and nobody else's. */
  readonly uid: string;
  /** A whole day, or an instant. */
  readonly from: Day | Date;
  /** The last day, included; or the instant it ends. As long as `from` when absent. */
  readonly to?: Day | Date | null;
  readonly summary: string;
  readonly place?: string;
  readonly description?: string;
  /** Absolute. */
  readonly url?: string;
}

export interface Calendar {
  readonly name: string;
  /** When it was written. */
  readonly stamp: Date;
  readonly events: readonly CalendarEvent[];
  /** How often programs are asked to look again; 6 hours unless said. */
  readonly everyHours?: number;
}

/** iCalendar: RFC 5545, with RFC 7986 for its name and how often to look. Ends its lines with CRLF. */
export function writeCalendar({ name, stamp, events, everyHours = 6 }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Grobund//Kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${everyHours}H`,
    `X-PUBLISHED-TTL:PT${everyHours}H`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: CalendarEvent, stamp: Date): string[] {
  const { uid, from, to, summary, place, description, url } = event;
  const until = to ?? from;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instant(stamp)}`,
    when('DTSTART', from),
    // The end of days is the day after the last: RFC 5545, 3.6.1.
    when('DTEND', typeof until === 'string' ? addDays(until, 1) : until),
    `SUMMARY:${escaped(summary)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${holdable(url).replaceAll('\n', '')}`] : []),
    // A whole day says that something is on, not that its reader is busy.
    ...(typeof from === 'string' ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

function when(name: string, at: Day | Date): string {
  return typeof at === 'string' ? `${name};VALUE=DATE:${at.replaceAll('-', '')}` : `${name}:${instant(at)}`;
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return holdable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Without what a line cannot hold: control signs, and halves of signs. Line ends are one kind. */
function holdable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\t\u0020-\u007e\u0080-\u{10ffff}]/gu, '');
}

const MOST_OCTETS = 75;

/** RFC 5545, 3.1: a longer line goes on in the next, after a space; a letter stays whole. */
function folded(line: string): string {
  if (line.length * 3 <= MOST_OCTETS || Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
