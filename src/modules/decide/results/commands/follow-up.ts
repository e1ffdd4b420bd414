import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { ApplicationId, EndingCase } from '../rules/case.ts';
import type { ReminderDays } from '../rules/reminders.ts';
import { endingCase } from '../store/cases.ts';
import { saveReminderDays } from '../store/reminders.ts';
import { write } from './entries.ts';
import { makeLink } from './feedback.ts';

export interface PrintedCard {
  readonly one: EndingCase;
  readonly code: string;
}

/** A card for each case, each with a fresh code. Null when one of them is not there, or not in these funds. */
export async function printCards(
  tx: TenantDb,
  ids: readonly ApplicationId[],
  fundIds: readonly Id<'fund'>[],
): Promise<readonly PrintedCard[] | null> {
  const cards: PrintedCard[] = [];
  for (const id of new Set(ids)) {
    const one = await endingCase(tx, id);
    if (one?.decided !== 'commit' || !fundIds.includes(one.fundId)) return null;
    cards.push({ one, code: await makeLink(tx, id, 'card') });
    write(tx, one, 'card_printed');
  }
  return cards;
}

/** From now on the fund reminds on other days. */
export async function setDays(tx: TenantDb, fundId: Id<'fund'>, days: ReminderDays): Promise<void> {
  await saveReminderDays(tx, fundId, days);
  record(tx, { kind: 'feedback.days_set', subject: { kind: 'fund', id: fundId }, facts: { ...days } });
}
