import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { mailBucket, withinRate } from '../../../../platform/web/rate.ts';

/** So many mails a day go to one address at the word of visitors, whoever they are and however many. */
const MAILS = { times: 5, minutes: 24 * 60 };

/**
 * May one more go to an address that a visitor wrote? Counts it. Whoever wrote the address is not told, since the one
 * who reads it did not ask for more.
 */
export async function mayMail(tx: TenantDb, email: string): Promise<boolean> {
  return withinRate(tx, mailBucket('fund mail', email), MAILS);
}
