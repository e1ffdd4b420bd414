import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { mailBucket, withinRate } from '../../../platform/web/rate.ts';
import { CODE_MINUTES, CODES_AT_ONCE, JOBS, SMS_FROM_A_DEVICE, SMS_TO_A_NUMBER, type SmsRefusal } from '../rules.ts';
import { type Ask, countWishes, insertWish, lockTurn } from '../store/codes.ts';
import { openWays, smsPartsToday, takeSmsParts } from '../store/settings.ts';
import { noteSmsLimit } from './settings.ts';

const MINUTE = 60_000;

/**
 * Somebody asks for a code. Exactly the same happens for known and unknown addresses: who has the address is looked up
 * afterwards, by the job that writes the message. Above the limit nothing is sent, which looks the same as well: what was
 * sent before still holds, so that nobody is locked out by others who ask.
 */
export async function askForCode(tx: TenantDb, ask: Ask): Promise<Id<'sign_in_code'>> {
  await lockTurn(tx, ask.address);
  const asked = await countWishes(tx, ask.address, new Date(tx.now.getTime() - CODE_MINUTES * MINUTE));
  const sent = asked < CODES_AT_ONCE;
  // What is never sent is over at once, so that guesses never fall on it.
  const expiresAt = sent ? new Date(tx.now.getTime() + CODE_MINUTES * MINUTE) : tx.now;
  const id = await insertWish(tx, { ...ask, expiresAt });
  if (sent) await enqueue(tx, JOBS.send, { code: id });
  return id;
}

/**
 * May this device ask for a code to that address by SMS? Each SMS costs the house money, and whoever asks pays nothing:
 * so neither one number nor one device empties what the house gives for all. Counted alike for numbers that nobody has, so
 * that the answer tells nothing of them.
 */
export async function maySmsBeAsked(
  tx: TenantDb,
  asked: Pick<Ask, 'channel' | 'address'>,
  device: string,
): Promise<Outcome<null, SmsRefusal>> {
  if (asked.channel === 'sms') {
    const { sms, smsADay } = await openWays(tx);
    if (sms && (await smsPartsToday(tx)) >= smsADay) return refused('house');
    if (!(await withinRate(tx, mailBucket('signin sms asked', asked.address), SMS_TO_A_NUMBER)))
      return refused('number');
  }
  return (await withinRate(tx, device, SMS_FROM_A_DEVICE)) ? ok(null) : refused('device');
}

/**
 * May this SMS be sent? Within what one number gets in a day, and what the house lets codes by SMS cost. The journal says
 * once a day that the latter is reached.
 */
export async function maySmsBeSent(tx: TenantDb, phone: string, parts: number): Promise<boolean> {
  if (!(await withinRate(tx, mailBucket('signin sms sent', phone), SMS_TO_A_NUMBER))) return false;
  const { smsADay } = await openWays(tx);
  if (await takeSmsParts(tx, parts, smsADay)) return true;
  await noteSmsLimit(tx, smsADay);
  return false;
}
