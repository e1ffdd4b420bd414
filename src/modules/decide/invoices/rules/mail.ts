import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

/** A mail that held no invoice: somebody should look at it. */
export interface EmptyMail {
  readonly id: Id<'invoice_delivery'>;
  readonly sender: string | null;
  readonly subject: string;
  readonly words: string;
  readonly refusals: readonly string[];
  readonly on: Day;
}

/** A mail as far as it matters here. */
export interface ArrivedMail {
  /** The envelope's sender; '' for what mail servers themselves write. */
  readonly envelopeFrom: string;
  /** The header's; null when there is none or several. */
  readonly from: string | null;
  readonly subject: string;
  readonly text: string;
  /** Header names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * How many mails are taken: from one sender, and by the house from all of them together. Far above what a supplier writes;
 * what is over it is kept by the sender's own server and comes in the next hour.
 */
export const MAILS_OF_ONE = { times: 60, minutes: 60 } as const;
export const MAILS_OF_ALL = { times: 600, minutes: 60 } as const;

const NOBODY = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|noreply-.*)@/i;

/**
 * May a machine answer this mail (RFC 3834)? Only one that a person wrote: no robot, no list, no bounce, and the envelope
 * and the header name the same sender, who is not ourselves. Whether we know them is asked elsewhere.
 */
export function mayAnswerMail(mail: ArrivedMail, ownAddresses: readonly string[]): boolean {
  const { envelopeFrom, from, headers } = mail;
  const sender = envelopeFrom.toLowerCase();
  if (sender === '' || from === null || from.toLowerCase() !== sender || NOBODY.test(sender)) return false;
  if (ownAddresses.some((own) => own.toLowerCase() === sender)) return false;
  const auto = headers.get('auto-submitted');
  if (auto && auto.toLowerCase() !== 'no') return false;
  if (/bulk|list|junk|auto/i.test(headers.get('precedence') ?? '')) return false;
  return !['list-id', 'list-unsubscribe', 'x-auto-response-suppress', 'x-autoreply', 'x-loop'].some((name) =>
    headers.has(name),
  );
}

/**
 * Which house a mail is for: `faktura@` the host of the house, or the slug of the house as the name, alone or behind a plus
 * (`lyngbakken@…`, `faktura+lyngbakken@…`). Null when it is for none of them.
 */
export function houseOf<House extends { readonly slug: string; readonly host: string | null }>(
  address: string,
  houses: readonly House[],
): House | null {
  const [name = '', domain = ''] = address.toLowerCase().split('@');
  const slug = name.split('+').at(-1);
  const byHost = houses.find((one) => one.host?.toLowerCase() === domain && /^(?:faktura|invoice)/.test(name));
  return byHost ?? houses.find((one) => one.slug === slug) ?? null;
}
