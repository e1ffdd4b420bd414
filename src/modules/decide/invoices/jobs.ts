import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { AnyJobKind, JobKind } from '../../../platform/jobs/jobs.ts';
import { type MailCarrier, MailNotTaken } from '../../../platform/mail/mail.ts';
import { messageHtml, messageText } from '../../../platform/mail/message.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { arrivalLetter, asMessage, supplierFrame } from './letters.ts';
import { JOBS, type LetterJob } from './rules/jobs.ts';
import { deliveryById } from './store/deliveries.ts';
import { lockUnsentLetter, markLetter } from './store/letters.ts';
import { invoiceSettings } from './store/settings.ts';

/** The way out of the house; null where there is none. */
interface Ways {
  readonly mail: MailCarrier | null;
}

/** Everything this module does out of sight. */
export function invoicesJobs(ways: Ways): AnyJobKind[] {
  return [letterJob(ways), arrivalJob(ways)];
}

/** The mail with an invoice that goes back. An address that takes no mail is marked, so that somebody prints it. */
function letterJob({ mail }: Ways): JobKind<LetterJob> {
  return {
    ...JOBS.letter,
    async run(tx, { letter: id }) {
      const letter = await lockUnsentLetter(tx, id);
      if (!letter?.address) return;
      if (!mail) throw new Error('Cannot send a mail to a supplier: no mail server is set up (SMTP_URL)');
      const failed = await carry(tx, mail, { ...letter, to: letter.address });
      await markLetter(tx, id, failed);
    },
  };
}

/** The kind automatic answer to a mail that came with invoices, or without. */
function arrivalJob({ mail }: Ways): JobKind<{ delivery: Id<'invoice_delivery'> }> {
  return {
    ...JOBS.arrival,
    async run(tx, { delivery: id }) {
      const delivery = await deliveryById(tx, id);
      if (!delivery?.sender || !mail) return;
      await carry(tx, mail, { id, to: delivery.sender, ...arrivalLetter(delivery.invoices, tx.tenant.language) });
    },
  };
}

/** Null when it was taken; the code when it never will be. @throws when it may be taken later: the job comes again. */
async function carry(
  tx: TenantDb,
  mail: MailCarrier,
  letter: { readonly id: string; readonly to: string; readonly subject: string; readonly body: string },
): Promise<string | null> {
  const language = tx.tenant.language;
  const { name, email } = await ownOrganisation(tx);
  const { mailAddress } = await invoiceSettings(tx);
  const message = asMessage(letter, language);
  const frame = supplierFrame(language, name);
  try {
    await mail.send({
      id: `invoice.${letter.id}`,
      to: letter.to,
      senderName: name,
      replyTo: mailAddress || email || null,
      subject: letter.subject,
      text: messageText(message, frame),
      html: messageHtml(message, frame),
    });
    return null;
  } catch (error) {
    if (error instanceof MailNotTaken && error.forever) return error.code;
    throw error;
  }
}
