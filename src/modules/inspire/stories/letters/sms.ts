import { plainForSms, type SmsSize, smsSize } from '../../../../platform/sms/segments.ts';

export interface SmsText {
  readonly text: string;
  readonly size: SmsSize;
}

/**
 * A story as an SMS: its heading, as many whole sentences of its lead as there is room for (or the beginning of its first one), and where it is read. One part of 160 characters
 * wherever heading and address fit in it; the address is always whole.
 */
export function smsOf(story: { readonly heading: string; readonly lead: string }, href: string): SmsText {
  const heading = plainForSms(story.heading).replace(/([^.!?])$/, '$1.');
  const plain = plainForSms(story.lead).trim();
  for (const whole of endingsOf(plain)) {
    const sms = sized(`${heading} ${whole}\n${href}`);
    if (sms.size.segments === 1) return sms;
  }
  const words = plain.split(/\s+/);
  for (let count = words.length; count > 0; count -= 1) {
    const lead = words.slice(0, count).join(' ') + (count < words.length ? '...' : '');
    const sms = sized(`${heading} ${lead}\n${href}`);
    if (sms.size.segments === 1) return sms;
  }
  return sized(`${heading}\n${href}`);
}

/** All of it, and what is left when sentences go from its end: the longest first. */
function endingsOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?]["')]?)\s+(?=["'(]?\p{Lu})/u);
  return sentences.map((_, at) => sentences.slice(0, sentences.length - at).join(' '));
}

function sized(text: string): SmsText {
  return { text, size: smsSize(text) };
}
