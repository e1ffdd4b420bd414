/**
 * A post office for tests: what leaves the house arrives at a real mail server on loopback.
 *
 *     const post = await testPost(db);
 *     await post.work(house, turnsJobs({ tongue, news, ...post.ways }));   // does all jobs that are due at the house's clock
 *     const [mail] = await post.to('mette@example.dk');
 */
import { after } from 'node:test';
import { type ArrivedMail, arrivedMail, startDevSmtp } from '../dev/smtp.ts';
import type { Database } from '../platform/db/database.ts';
import { type Drained, type DrainOptions, drainJobs } from '../platform/jobs/drain.ts';
import type { AnyJobKind } from '../platform/jobs/jobs.ts';
import { type MailCarrier, openMailCarrier } from '../platform/mail/mail.ts';
import { type SmsCarrier, smsLog } from '../platform/sms/sms.ts';
import type { TestTenant } from './database.ts';

export interface TestPost {
  readonly ways: { readonly mail: MailCarrier; readonly sms: SmsCarrier };
  /** Mails that arrived at an address, newest first. */
  to(address: string): Promise<ArrivedMail[]>;
  /** An address that no other test uses. */
  newAddress(): string;
  work(house: TestTenant, kinds: readonly AnyJobKind[], options?: DrainOptions): Promise<Drained>;
}

export async function testPost(database: Database): Promise<TestPost> {
  const smtp = await startDevSmtp({ database, port: 0 });
  const mail = openMailCarrier({ url: smtp.url, from: 'Grobund <post@grobund.test>' });
  after(async () => {
    mail.close();
    await smtp.close();
  });
  let addresses = 0;
  return {
    ways: { mail, sms: smsLog },
    to: (address) => arrivedMail(database, { to: address }),
    newAddress: () => `beboer${++addresses}@example.dk`,
    work: (house, kinds, options) =>
      drainJobs(
        { database, kinds, clock: house.clock, originOf: (tenant) => `http://grobund.test/${tenant.slug}` },
        options,
      ),
  };
}
