import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import type { Quote } from '../rules/after.ts';
import type { Said } from '../rules/checking.ts';
import type { SheetStanding } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import type { WordsRow } from '../store/answers.ts';
import { answerQuote, deleteQuote, dropOutdatedQuotes, hostOfTable, insertQuote, quotesOf } from '../store/quotes.ts';
import { HOST_QUOTES_TURN, QUOTES_TURN, told } from './telling.ts';

/** Asks the tables whether their words may be shown. Answers how many are asked about. */
export async function askForQuotes(tx: TenantDb, workshop: Workshop, words: readonly WordsRow[]): Promise<number> {
  const tables = new Set<Id<'workshop_table'>>();
  let asked = 0;
  for (const one of words) {
    if (!(await insertQuote(tx, one.id, one.words))) continue;
    asked += 1;
    if (one.tableId) tables.add(one.tableId);
  }
  if (asked === 0) return 0;
  for (const table of tables) {
    const host = await hostOfTable(tx, table);
    if (host)
      await openTurn(tx, {
        kind: HOST_QUOTES_TURN,
        subject: { kind: 'workshop_table', id: table },
        assignee: { personId: host },
        facts: { workshop: workshop.id },
      });
  }
  await openTurn(tx, {
    kind: QUOTES_TURN,
    subject: { kind: 'workshop', id: workshop.id },
    assignee: { role: 'consultant', departmentId: null },
  });
  told(tx, 'workshop.quotes_asked', workshop.id, { quotes: asked });
  return asked;
}

/** The table says yes or no; a no takes it off the wall also when it was a yes. */
export async function answerForTable(tx: TenantDb, workshop: Workshop, quote: Quote, approved: boolean): Promise<void> {
  await answerQuote(tx, quote.id, approved);
  told(tx, 'workshop.quote_answered', workshop.id, { approved });
  await noMoreWaiting(tx, workshop, quote.tableId);
}

/** Staff want it no more. */
export async function takeDownQuote(tx: TenantDb, workshop: Workshop, quote: Quote): Promise<void> {
  await deleteQuote(tx, quote.id);
  told(tx, 'workshop.quote_removed', workshop.id);
  await noMoreWaiting(tx, workshop, quote.tableId);
}

/**
 * A sheet is about to say something else. What its table was asked about, and hangs on the wall with its yes, goes where the
 * words are no longer those; staff may ask anew.
 */
export async function wordsChange(
  tx: TenantDb,
  workshop: Workshop,
  sheet: Pick<SheetStanding, 'id' | 'tableId'>,
  said: readonly Said[],
): Promise<void> {
  if (!(await dropOutdatedQuotes(tx, sheet.id, said))) return;
  told(tx, 'workshop.quote_removed', workshop.id);
  await noMoreWaiting(tx, workshop, sheet.tableId);
}

async function noMoreWaiting(tx: TenantDb, { id }: Workshop, table: Id<'workshop_table'> | null): Promise<void> {
  const open = (await quotesOf(tx, id)).filter(({ approved }) => approved === null);
  if (open.length === 0) await closeTurns(tx, { kind: QUOTES_TURN, subject: { kind: 'workshop', id } });
  if (table && !open.some(({ tableId }) => tableId === table))
    await closeTurns(tx, { kind: HOST_QUOTES_TURN, subject: { kind: 'workshop_table', id: table } });
}
