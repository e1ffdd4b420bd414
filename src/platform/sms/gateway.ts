import type { SmsCarrier } from './sms.ts';

const PATIENCE_MS = 15_000;

/** The gateway did not take the SMS. Says nothing about whom or what. */
export class SmsNotTaken extends Error {
  /** `refused` (the number or the account: no use trying again) or `unreachable`. */
  readonly code: 'refused' | 'unreachable';
  constructor(code: 'refused' | 'unreachable') {
    super(`Cannot send SMS: ${code}`);
    this.code = code;
  }
}

/**
 * An SMS gateway over HTTP, spoken to as GatewayAPI is (gatewayapi.com/docs/apis/rest): POST of sender, message and
 * recipients as JSON, the key as basic user. `from` is the sender that the gateway has approved for the account.
 */
export function openSmsGateway(settings: {
  readonly url: string;
  readonly key: string;
  readonly from: string;
}): SmsCarrier {
  const authorization = `Basic ${Buffer.from(`${settings.key}:`).toString('base64')}`;
  return {
    async send(sms) {
      const body = JSON.stringify({
        sender: settings.from,
        message: sms.text,
        recipients: [{ msisdn: Number(sms.to.replace(/^\+/, '')) }],
      });
      const answer = await fetch(settings.url, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return async () => undefined;
      const refused = answer !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
      throw new SmsNotTaken(refused ? 'refused' : 'unreachable');
    },
  };
}
