import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../../../platform/secret/code.ts';
import { withinRate } from '../../../../platform/web/rate.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { pledgeKept, pledgeReminder } from '../letters/messages.ts';
import {
  isReachable,
  MOST_SAID,
  MOST_STEPS,
  type Pledge,
  type PledgeOutcome,
  remindOn,
  SAID_AT_A_TIME,
  takesAnswer,
} from '../rules/after.ts';
import type { Workshop } from '../rules/workshop.ts';
import {
  hidePledges,
  insertPledge,
  lockPledgesDue,
  pledgeByCode,
  setOutcome,
  setReminded,
  stepsOfAddress,
  stepsUp,
  unansweredWithoutAddress,
} from '../store/pledges.ts';
import { workshopById } from '../store/workshops.ts';
import { pledgeAnswerPlace } from '../urls.ts';
import { PLEDGES_TURN, told } from './telling.ts';

/**
 * Somebody says what they will do first. With an address they are asked how it went when ninety days have gone, and have a
 * receipt for the first. `many`: that address has said enough. `full`: so much hangs on the wall, or is written just now, that it
 * cannot be the people of a hall.
 */
export async function pledge(
  tx: TenantDb,
  workshop: Workshop,
  said: Pick<Pledge, 'words' | 'personName' | 'email' | 'phone'> & Partial<Pick<Pledge, 'tableId'>>,
): Promise<Outcome<null, 'many' | 'full'>> {
  const before = await stepsOfAddress(tx, workshop.id, said);
  if (before >= MOST_STEPS) return refused('many');
  if ((await stepsUp(tx, workshop.id)) >= MOST_SAID) return refused('full');
  if (!(await withinRate(tx, `workshop steps ${workshop.id}`, SAID_AT_A_TIME))) return refused('full');
  const on = remindOn(tx.today);
  const id = { workshopId: workshop.id, remindOn: on };
  await insertPledge(tx, { tableId: null, ...said, ...id, codeHash: hashOfCode(newCode()) });
  told(tx, 'workshop.pledged', workshop.id, { day: on });
  if (!said.email || before > 0) return ok(null);
  await notify(tx, {
    to: { visitor: { email: said.email, name: said.personName || null, language: tx.tenant.language } },
    topic: 'answer',
    say: (language) => pledgeKept({ words: said.words, workshop: workshop.name, on }, language),
  });
  return ok(null);
}

/** The pledge behind a link, and its workshop. Null when there is none, or it is long over. */
export async function pledgeBehind(
  tx: TenantDb,
  code: string,
): Promise<{ readonly pledge: Pledge; readonly workshop: Workshop } | null> {
  const found = await pledgeByCode(tx, hashOfCode(code));
  const workshop = found && takesAnswer(found, tx.today) ? await workshopById(tx, found.workshopId) : null;
  return found && workshop ? { pledge: found, workshop } : null;
}

/** How it went. A later answer holds. */
export async function answerPledge(
  tx: TenantDb,
  one: Pledge,
  said: { readonly outcome: PledgeOutcome; readonly words: string },
): Promise<void> {
  await setOutcome(tx, one.id, said);
  told(tx, 'workshop.pledge_answered', one.workshopId, { outcome: said.outcome });
  if ((await unansweredWithoutAddress(tx, one.workshopId)) > 0) return;
  await closeTurns(tx, { kind: PLEDGES_TURN, subject: { kind: 'workshop', id: one.workshopId } });
}

/** Off the wall, and nobody is asked about them any more. Answers how many there were. */
export async function takeDownPledges(
  tx: TenantDb,
  workshop: Workshop,
  ids: readonly Id<'workshop_pledge'>[],
): Promise<number> {
  const hidden = await hidePledges(tx, workshop.id, ids);
  if (hidden > 0) told(tx, 'workshop.pledge_hidden', workshop.id);
  return hidden;
}

/** As many as one transaction holds with ease; what is left waits for the next round of the same morning. */
const A_ROUND = 200;

/**
 * Each morning: who said ninety days ago what they would do first is asked how it went, by mail or SMS; for those without
 * an address staff have it in Din tur. Each is asked once.
 */
export async function askAboutPledges(tx: TenantDb): Promise<void> {
  for (let due = await lockPledgesDue(tx, A_ROUND); due.length > 0; due = await lockPledgesDue(tx, A_ROUND))
    for (const one of due) await ask(tx, one);
}

async function ask(tx: TenantDb, one: Pledge): Promise<void> {
  const code = newCode();
  await setReminded(tx, one.id, hashOfCode(code));
  told(tx, 'workshop.pledge_asked', one.workshopId);
  const { email, phone } = one;
  const workshop = await workshopById(tx, one.workshopId);
  if (!isReachable(one)) {
    await openTurn(tx, {
      kind: PLEDGES_TURN,
      subject: { kind: 'workshop', id: one.workshopId },
      assignee: { role: 'consultant', departmentId: null },
    });
    return;
  }
  await notify(tx, {
    to: { visitor: { email, phone, name: one.personName || null, language: tx.tenant.language } },
    topic: 'answer',
    say: (language) =>
      pledgeReminder({ words: one.words, workshop: workshop?.name ?? '' }, pledgeAnswerPlace({ code }), language),
  });
}
