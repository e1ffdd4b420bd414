import { plainLetters } from '../../kernel/plain-letters.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import type { JobKind } from '../jobs/jobs.ts';
import { SMS_CHARACTERS, smsSize } from './segments.ts';

/** One SMS. `to` is E.164 (`+4512345678`), `sender` what the phone shows: at most 11 letters and digits. */
export interface Sms {
  readonly to: string;
  readonly sender: string;
  readonly text: string;
  /** Worth nothing afterwards: the gateway need not deliver it later. */
  readonly minutes?: number;
}

/** A way to telephones. Providers differ by one HTTP call each. */
export interface SmsCarrier {
  /** Resolves when the provider has taken it, with what is to be written in our own books. @throws SmsNotTaken */
  send(sms: Sms): Promise<(tx: TenantDb) => Promise<void>>;
}

/** Writes down what would have been sent: for development, and for a trial without a contract. */
export const smsLog: SmsCarrier = {
  async send(sms) {
    if (sms.text.length > SMS_CHARACTERS)
      throw new Error(`Cannot send SMS: ${sms.text.length} characters, at most ${SMS_CHARACTERS}`);
    return async (tx) => {
      await tx.sql
        .insertInto('sms_log')
        .values({
          tenant_id: tx.tenant.id,
          phone: sms.to,
          sender: sms.sender,
          body: sms.text,
          segments: smsSize(sms.text).segments,
          sent_at: tx.now,
        })
        .execute();
    };
  },
};

/** Says each SMS on the terminal too: for a trial without a contract, where somebody looks at it and no resident signs in. */
export function smsPrinter(say: (line: string) => void): SmsCarrier {
  return {
    async send(sms) {
      const books = await smsLog.send(sms);
      say(`SMS to ${sms.to} from ${sms.sender}: ${sms.text}`);
      return books;
    },
  };
}

const SMS_KEPT_MS = 30 * 86_400_000;

/** What would have been sent is forgotten after 30 days. To be asked once a day. */
export const smsTidyJob: JobKind<Record<never, never>> = {
  name: 'sms.tidy',
  async run(tx) {
    await tx.sql
      .deleteFrom('sms_log')
      .where('tenant_id', '=', tx.tenant.id)
      .where('sent_at', '<', new Date(tx.now.getTime() - SMS_KEPT_MS))
      .execute();
  },
};

/** The tenant's name as a telephone shows it: "Boligforeningen Lyngbakken" is "Lyngbakken". */
export function smsSender(name: string): string {
  const letters = plainLetters(name).replace(/[^A-Za-z0-9 ]/g, '');
  const words = letters.split(' ').filter(Boolean);
  const whole = words.join('');
  return whole.length <= 11
    ? whole || 'Grobund'
    : (words.findLast((word) => word.length <= 11 && word.length > 2) ?? whole.slice(0, 11));
}
