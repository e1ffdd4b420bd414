import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { notify, openTurn } from '../../../turns/public.ts';
import { draftKept } from '../letters/notices.ts';
import type { Application, ApplicationId, Page } from '../rules/application.ts';
import { type Finding, missingIn, policyFindings } from '../rules/findings.ts';
import { soughtOf } from '../rules/money.ts';
import { answerBy } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { statusOf } from '../rules/status.ts';
import { applicationById, lockApplication } from '../store/applications.ts';
import { insertDraft, insertSubmission, updatePage } from '../store/drafts.ts';
import { policyOn } from '../store/funds.ts';
import { insertNamings } from '../store/namings.ts';
import { followPlace } from '../urls.ts';
import { attendingRole, lockCase, subjectOf, write } from './case.ts';
import { sendReceipt } from './letters.ts';
import { mayMail } from './mailing.ts';
import { fillOf } from './measuring.ts';

/** A draft, and the code of the link with which it is taken up again; only the code's hash is kept. */
export async function startApplication(
  tx: TenantDb,
  fundId: Id<'fund'>,
  page: Page,
  /** How it reached the staff member who writes it in; null when the person stands at the screen. */
  onBehalf: Channel | null = null,
): Promise<{ readonly id: ApplicationId; readonly code: string }> {
  const code = newCode();
  const id = await insertDraft(tx, fundId, page, {
    resumeHash: hashOfCode(code),
    channel: onBehalf ?? tx.channel,
    registeredBy: onBehalf ? personIdOf(tx.actor) : null,
  });
  return { id, code };
}

/** The link to a draft goes to the mail address on it: nothing else knows the way back. */
export async function keepLink(tx: TenantDb, page: Page, code: string): Promise<void> {
  if (!page.applicantEmail || !(await mayMail(tx, page.applicantEmail))) return;
  await notify(tx, {
    to: { visitor: { email: page.applicantEmail, name: page.applicantName, language: page.language } },
    topic: 'answer',
    say: draftKept(page)(followPlace({ code })),
  });
}

/** `changed`: somebody else wrote in the meantime, and nothing was changed. `closed`: the page is no longer written on. */
export type SaveRefusal = { readonly kind: 'changed'; readonly now: Application } | { readonly kind: 'closed' };

/** Keeps what is written so far; also while a question about a sent application is open. */
export async function saveDraft(
  tx: TenantDb,
  id: ApplicationId,
  version: number,
  page: Page,
): Promise<Outcome<null, SaveRefusal>> {
  const now = await lockApplication(tx, id);
  if (!now) throw new Error(`Cannot save application ${id}: it is not there`);
  const status = statusOf(now, tx.today);
  if (status !== 'draft' && status !== 'needs_information') return refused({ kind: 'closed' });
  if (!(await updatePage(tx, id, version, page))) return refused({ kind: 'changed', now });
  if (now.submission) await write(tx, now, 'corrected', { version: version + 1 });
  return ok(null);
}

export interface Receipt {
  readonly number: number;
  /** "P-0007". */
  readonly reference: string;
  readonly answerBy: Day;
}

export type SubmitRefusal =
  | { readonly kind: 'sent_already' | 'no_policy' }
  | { readonly kind: 'incomplete'; readonly missing: readonly (keyof Page)[] }
  /** The policy leaves no room; kind words say what one can do instead. */
  | { readonly kind: 'no_room'; readonly findings: readonly Finding[] };

/**
 * Sends it in: it gets a number, and the day when an answer is promised. What comes on paper or by telephone has been
 * received whatever it says; its answer may be no, and its days count from when it was received.
 */
export async function submit(tx: TenantDb, id: ApplicationId): Promise<Outcome<Receipt, SubmitRefusal>> {
  // Typesetting takes some milliseconds, so it is done before anybody has to wait for the fund.
  const seen = await applicationById(tx, id);
  const measured = seen && !seen.registeredBy ? await fillOf(tx, seen) : null;
  const { fund, application } = await lockCase(tx, id);
  const fill = seen?.version === application.version ? measured : await fillOf(tx, application);
  if (statusOf(application, tx.today) !== 'draft') return refused({ kind: 'sent_already' });
  const policy = await policyOn(tx, fund.id, tx.today);
  if (!policy) return refused({ kind: 'no_policy' });
  if (!application.registeredBy) {
    const missing = missingIn(application);
    if (missing.length > 0) return refused({ kind: 'incomplete', missing });
    const findings = policyFindings(application, policy, tx.today, { fill }).filter((finding) => !finding.room);
    if (findings.length > 0) return refused({ kind: 'no_room', findings });
  }
  const { receivedOn } = application;
  const due = answerBy(policy, receivedOn && receivedOn < tx.today ? receivedOn : tx.today);
  const number = await insertSubmission(tx, { applicationId: id, fundId: fund.id, policyId: policy.id, answerBy: due });
  await insertNamings(tx, id);
  await write(tx, application, 'submitted', {
    number,
    sought: soughtOf(application),
    channel: application.registeredBy ? application.channel : null,
  });
  const reference = referenceOf(fund, number);
  await openTurn(tx, {
    kind: 'fund.handle',
    subject: subjectOf(application),
    thread: application.initiativeId,
    assignee: { role: attendingRole(policy), departmentId: null },
    due,
    facts: { reference },
  });
  await sendReceipt(tx, fund, id);
  return ok({ number, reference, answerBy: due });
}
