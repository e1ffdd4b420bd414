import { actingPerson, type Channel } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newTypedCode } from '../../../../platform/secret/code.ts';
import { closeTurns } from '../../../turns/public.ts';
import { caseFollowedBy } from '../../fund/public.ts';
import type { ApplicationId } from '../rules/case.ts';
import {
  type Answers,
  cameShown,
  codeWorks,
  type FeedbackDraft,
  type FeedbackRefusal,
  feedbackRefusal,
} from '../rules/feedback.ts';
import { endOf } from '../store/cases.ts';
import {
  applicationOfLink,
  countedAt,
  draftOf,
  feedbackOf,
  insertFeedback,
  insertLink,
  saveDraft as storeDraft,
} from '../store/feedback.ts';
import { insertShowing } from '../store/photos.ts';
import { endAndDays } from '../store/reminders.ts';
import { caseIn, closeIfReady } from './ending.ts';
import { subjectOf, write } from './entries.ts';

const CODE_LENGTH = 12;

/** A way to the three questions without an account. Only the hash is kept, so a lost code is replaced by a new one. */
export async function makeLink(tx: TenantDb, id: ApplicationId, means: 'message' | 'card'): Promise<string> {
  const code = newTypedCode(CODE_LENGTH).toLowerCase();
  await insertLink(tx, { applicationId: id, codeHash: hashOfCode(code), means });
  return code;
}

/** What a code opens, and the code as it stands in an address. */
export interface Door {
  readonly id: ApplicationId;
  readonly code: string;
  /** False so long after the closing that one has to turn to staff. */
  readonly works: boolean;
}

/**
 * The case behind a code as it was typed: of a card or a mail (capitals, spaces and hyphens do not matter), or the
 * applicant's own link to the case, whole or its last part. A slip opens nothing here: the shop has it too. Null when
 * none has it.
 */
export async function caseByCode(tx: TenantDb, typed: string): Promise<Door | null> {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  const card = plain.length === CODE_LENGTH ? await applicationOfLink(tx, hashOfCode(plain)) : null;
  const own = typed
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '');
  const id = card ?? (await caseFollowedBy(tx, own));
  if (!id) return null;
  const { endedOn, feedbackDays } = await endAndDays(tx, id);
  return { id, code: card ? plain : own, works: codeWorks(endedOn, feedbackDays, tx.today) };
}

/** How it went. A second time is a correction: both stand, the newer counts, and staff look at the words again. */
export async function giveFeedback(
  tx: TenantDb,
  id: ApplicationId,
  answers: Answers,
  /** How it reached the staff member who types it in; null when whoever held it writes. */
  onBehalf: Channel | null = null,
): Promise<Outcome<Id<'fund_feedback'>, FeedbackRefusal>> {
  const one = await caseIn(tx, id);
  const refusal = feedbackRefusal(one, await endOf(tx, id), tx.today);
  if (refusal) return refused(refusal);
  const before = await feedbackOf(tx, id);
  const feedbackId = await insertFeedback(tx, id, answers, {
    channel: onBehalf ?? tx.channel,
    registered: onBehalf !== null,
  });
  write(tx, one, before ? 'corrected' : 'given', { came: cameShown(answers.came), channel: onBehalf });
  for (const kind of ['results.feedback', 'results.feedback_late', 'results.card']) {
    await closeTurns(tx, { kind, subject: subjectOf(one) });
  }
  if (!before) await closeIfReady(tx, id);
  return ok(feedbackId);
}

/** Keeps what is typed so far. */
export async function keepDraft(tx: TenantDb, id: ApplicationId, draft: FeedbackDraft): Promise<void> {
  await storeDraft(tx, id, draft);
}

/** What the form begins with: the draft, the answers that were given, or how many were counted at its events. */
export async function knownAnswers(tx: TenantDb, id: ApplicationId): Promise<FeedbackDraft | null> {
  const draft = await draftOf(tx, id);
  if (draft) return draft;
  const given = await feedbackOf(tx, id);
  if (given) return { came: String(given.came), best: given.best, differently: given.differently };
  const counted = await countedAt(tx, id);
  return counted === null ? null : { came: String(counted), best: '', differently: '' };
}

/** Staff have read what was best, and say whether everybody may. */
export async function showWords(tx: TenantDb, id: ApplicationId, shown: boolean): Promise<boolean> {
  const feedback = await feedbackOf(tx, id);
  if (!feedback) return false;
  await insertShowing(tx, { feedbackId: feedback.id }, shown, actingPerson(tx));
  write(tx, await caseIn(tx, id), shown ? 'words_shown' : 'words_hidden', { feedback: feedback.id });
  return true;
}
