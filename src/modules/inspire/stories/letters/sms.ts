import { plainForSms, type SmsSize, smsSize } from '../../../../platform/sms/segments.ts';

export interface SmsText {
  readonly text: string;
  readonly size: SmsSize;
}

/**
 * A story as an SMS: its heading, as much of its lead as there is room for, and where it is read. One part of 160 characters
 * wherever heading and address fit in it; the address is always whole.
 */
export function smsOf(story: { readonly heading: string; readonly lead: string }, href: string): SmsText {
  const heading = plainForSms(story.heading).replace(/([^.!?])$/, '$1.');
  const words = plainForSms(story.lead).split(/\s+/);
  for (let count = words.length; count > 0; count -= 1) {
    const lead = words.slice(0, count).join(' ') + (count < words.length ? '...' : '');
    const sms = sized(`${heading} ${lead}\n${href}`);
    if (sms.size.segments === 1) return sms;
  }
  return sized(`${heading}\n${href}`);
}

function sized(text: string): SmsText {
  return { text, size: smsSize(text) };
}
