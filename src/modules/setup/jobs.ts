import type { Id } from '../../kernel/id.ts';
import { isPractice } from '../../platform/db/house-settings.ts';
import type { Tenant } from '../../platform/db/tenant-db.ts';
import type { AnyJobKind, ErrandKind } from '../../platform/jobs/jobs.ts';
import { type MailCarrier, MailNotTaken } from '../../platform/mail/mail.ts';
import { messageHtml, messageText } from '../../platform/mail/message.ts';
import { mailTestToSend } from './commands/checks.ts';
import { testMail } from './letters.ts';
import { JOBS } from './rules/jobs.ts';

/** Tells the story of a practice house from its beginning, in the place of what stands there. */
export type TellAnew = (tenant: Tenant) => Promise<void>;

/** What opening a house does out of sight. `mail` null: there is no way out, and the test never arrives. */
export function setupJobs(ways: { readonly mail: MailCarrier | null; readonly tellAnew?: TellAnew }): AnyJobKind[] {
  return [mailTestJob(ways), practiceJob(ways.tellAnew)];
}

/** Out of any transaction, since the house itself goes. Done twice it ends the same. */
function practiceJob(tellAnew: TellAnew | undefined): ErrandKind<Record<never, never>> {
  return {
    ...JOBS.practice,
    async prepare({ tenant }) {
      if (!tellAnew || !isPractice(tenant)) return null;
      return async () => {
        await tellAnew(tenant);
        return async () => undefined;
      };
    },
  };
}

function mailTestJob({ mail }: { readonly mail: MailCarrier | null }): ErrandKind<{ test: Id<'setup_mail_test'> }> {
  return {
    ...JOBS.mailTest,
    async prepare(tx, { test }) {
      const wanted = mail && (await mailTestToSend(tx, test));
      if (!mail || !wanted) return null;
      const { message, frame } = testMail(wanted.code, wanted.language, tx.tenant.name);
      const letter = {
        id: `${test}.${tx.now.getTime()}`,
        to: wanted.email,
        senderName: tx.tenant.name,
        subject: message.subject,
        text: messageText(message, frame),
        html: messageHtml(message, frame),
      };
      return async () => {
        await mail.send(letter).catch((error: unknown) => {
          if (!(error instanceof MailNotTaken && error.forever)) throw error;
        });
        return async () => undefined;
      };
    },
  };
}
