import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { attendingRole, referenceOf } from '../../fund/public.ts';
import { saying } from '../letters/messages.ts';
import type { ApplicationId, EndingCase } from '../rules/case.ts';
import { closingOf } from '../rules/closing.ts';
import {
  feedbackDueOn,
  REMINDERS,
  type Reminder,
  type ReminderKind,
  remindersDue,
  USUAL_DAYS,
} from '../rules/reminders.ts';
import { casesToRemind } from '../store/cases.ts';
import { remindedOf, reminderDays, takeReminder } from '../store/reminders.ts';
import { byCodePlace, feedbackPlace } from '../urls.ts';
import { closeIfReady } from './ending.ts';
import { subjectOf, write } from './entries.ts';
import { makeLink } from './feedback.ts';

/**
 * Once a day, or late, or twice: each thing is said once for the day it fell due. What no longer holds (the invoice came)
 * stops waiting, and what is told and paid is closed. Answers how much was said.
 */
export async function remindAll(tx: TenantDb): Promise<number> {
  const days = await reminderDays(tx);
  let said = 0;
  let after: ApplicationId | null = null;
  for (;;) {
    const cases: readonly EndingCase[] = await casesToRemind(tx, after);
    const before = await remindedOf(
      tx,
      cases.map((one) => one.id),
    );
    for (const one of cases) {
      const due = remindersDue(one, days.get(one.fundId) ?? USUAL_DAYS, tx.today);
      await stopWaiting(tx, one, before.get(one.id), due);
      for (const reminder of due) {
        if (await takeReminder(tx, one.id, reminder)) {
          await SAY[reminder.kind](tx, one);
          write(tx, one, 'reminded', { what: reminder.kind, due: reminder.forDay });
          said += 1;
        }
      }
      if (closingOf(one, tx.today)) await closeIfReady(tx, one.id);
    }
    after = cases.at(-1)?.id ?? null;
    if (!after) return said;
  }
}

/** What was said once and does not hold any more waits for nobody. */
async function stopWaiting(
  tx: TenantDb,
  one: EndingCase,
  before: ReadonlySet<ReminderKind> | undefined,
  due: readonly Reminder[],
): Promise<void> {
  for (const kind of REMINDERS) {
    if (!before?.has(kind) || due.some((reminder) => reminder.kind === kind)) continue;
    for (const turn of TURNS[kind]) await closeTurns(tx, { kind: turn, subject: subjectOf(one) });
  }
}

/** The turns that a reminder opens. */
const TURNS: Readonly<Record<ReminderKind, readonly string[]>> = {
  undecided: ['results.undecided'],
  feedback: ['results.feedback', 'results.card'],
  feedback_late: ['results.feedback_late'],
  no_invoice: ['results.no_invoice', 'results.no_invoice_staff'],
  release: ['results.release'],
};

const SAY: Readonly<Record<ReminderKind, (tx: TenantDb, one: EndingCase) => Promise<void>>> = {
  async undecided(tx, one) {
    const role = one.recommended ? one.decidingRole : attendingRole(one);
    await openTurn(tx, {
      ...turnOf(one, 'results.undecided'),
      assignee: { role, departmentId: null },
      due: one.startsOn,
    });
  },

  /** A person of the house has it in Din tur, by their own channel; a guest gets a link; who has neither gets a card. */
  async feedback(tx, one) {
    if (one.carrierId) {
      const assignee = { personId: one.carrierId };
      await openTurn(tx, { ...turnOf(one, 'results.feedback'), assignee, due: feedbackDueOn(one) });
      return;
    }
    if (await askGuest(tx, one, 'feedback')) return;
    const role = attendingRole(one);
    await openTurn(tx, {
      ...turnOf(one, 'results.card'),
      assignee: { role, departmentId: null },
      due: feedbackDueOn(one),
    });
  },

  async feedback_late(tx, one) {
    if (one.carrierId) {
      await notify(tx, {
        to: { personId: one.carrierId },
        topic: 'turn',
        say: (language) => said(one, 'feedbackLate', language, feedbackPlace({ id: one.id })),
      });
    } else await askGuest(tx, one, 'feedbackLate');
    await openTurn(tx, {
      ...turnOf(one, 'results.feedback_late'),
      assignee: { role: attendingRole(one), departmentId: null },
    });
  },

  async no_invoice(tx, one) {
    if (one.carrierId) {
      await openTurn(tx, { ...turnOf(one, 'results.no_invoice'), assignee: { personId: one.carrierId } });
    } else {
      await notify(tx, {
        to: { visitor: { email: one.email, phone: one.phone, language: one.language } },
        topic: 'answer',
        say: (language) => said(one, 'noInvoice', language, null),
      });
    }
    const role = attendingRole(one);
    await openTurn(tx, { ...turnOf(one, 'results.no_invoice_staff'), assignee: { role, departmentId: null } });
  },

  async release(tx, one) {
    await openTurn(tx, {
      ...turnOf(one, 'results.release'),
      assignee: { role: attendingRole(one), departmentId: null },
    });
  },
};

/** A mail or SMS with a link that needs no account. False when there is no way to reach them. */
async function askGuest(tx: TenantDb, one: EndingCase, words: 'feedback' | 'feedbackLate'): Promise<boolean> {
  if (!one.email && !one.phone) return false;
  const code = await makeLink(tx, one.id, 'message');
  const fate = await notify(tx, {
    to: { visitor: { email: one.email, phone: one.phone, language: one.language } },
    topic: 'answer',
    say: (language) => said(one, words, language, byCodePlace({ code })),
  });
  return fate !== 'no way';
}

function said(one: EndingCase, which: Parameters<typeof saying>[0], language: Language, path: Path | null) {
  return saying(
    which,
    { title: one.title, reference: referenceOf(one, one.number), due: feedbackDueOn(one), path },
    language,
  );
}

function turnOf(one: EndingCase, kind: string) {
  return {
    kind,
    subject: subjectOf(one),
    thread: one.initiativeId,
    facts: { reference: referenceOf(one, one.number) },
  };
}
