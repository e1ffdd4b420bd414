import { smsSize } from './segments.ts';
import type { Sms, SmsCarrier } from './sms.ts';

const PATIENCE_MS = 15_000;
/** Both of GatewayAPI's doors take the number as a figure. */
const figure = (phone: string): number => Number(phone.replace(/^\+/, ''));

/** The gateway did not take the SMS. Says nothing about whom or what. */
export class SmsNotTaken extends Error {
  /**
   * `refused`: this number, for good. `account`: our key, sender or credit, so that all of them wait until somebody mends
   * it. `unreachable`: later.
   */
  readonly code: 'refused' | 'account' | 'unreachable';
  constructor(code: SmsNotTaken['code']) {
    super(`Cannot send SMS: ${code}`);
    this.code = code;
  }
}

/**
 * An SMS gateway over HTTP, spoken to as GatewayAPI is. `url` says which of its two doors: the Messaging API
 * (`https://messaging.gatewayapi.eu/mobile/single`, docs: gatewayapi.com/docs/apis/messages) or the older REST API
 * (`https://gatewayapi.com/rest/mtsms`, docs: gatewayapi.com/docs/apis/rest). The key goes as `Authorization: Token …` to
 * both. `from` is the sender that the gateway has approved for the account: at most 11 letters and digits.
 */
export function openSmsGateway(settings: {
  readonly url: string;
  readonly key: string;
  readonly from: string;
}): SmsCarrier {
  const older = new URL(settings.url).pathname.endsWith('/mtsms');
  return {
    async send(sms) {
      const answer = await fetch(settings.url, {
        method: 'POST',
        headers: { authorization: `Token ${settings.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          sender: settings.from,
          message: sms.text,
          ...(older ? olderPart(sms) : newerPart(sms)),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return async () => undefined;
      throw new SmsNotTaken(whyNot(answer?.status));
    },
  };
}

function newerPart(sms: Sms): object {
  const expiration = sms.minutes ? { expiration: `PT${sms.minutes}M` } : {};
  return { recipient: figure(sms.to), ...expiration };
}

function olderPart(sms: Sms): object {
  const validity = sms.minutes ? { validity: sms.minutes * 60 } : {};
  // Its default alphabet drops what a telephone's alphabet lacks.
  const encoding = smsSize(sms.text).encoding === 'ucs2' ? { encoding: 'UCS2' } : {};
  return { recipients: [{ msisdn: figure(sms.to) }], ...validity, ...encoding };
}

function whyNot(status: number | undefined): SmsNotTaken['code'] {
  if (status === undefined || status >= 500 || status === 408 || status === 429) return 'unreachable';
  return status === 401 || status === 402 || status === 403 || status === 404 ? 'account' : 'refused';
}
