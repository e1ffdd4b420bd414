import { personIdOf } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { deleteFile } from '../../../platform/files/files.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Holding } from '../../../platform/privacy/holdings.ts';
import { forgetInSearch } from '../../../platform/search/search.ts';
import { lockPerson } from '../../housing/public.ts';
import { drivenBy, stepDown } from '../../initiatives/public.ts';
import { closeTurns, notify, openTurn } from '../../turns/public.ts';
import { erasureAsked, erasureRefused, erasureStopped, placeholders } from '../letters/messages.ts';
import { type Erasure, matterCode, nextStep } from '../rules/requests.ts';
import { inOrderOfErasure, strikePattern, type Whose } from '../rules/whose.ts';
import { byTable } from '../store/belonging.ts';
import { columnNatures } from '../store/columns.ts';
import {
  deleteRows,
  emptyAddresses,
  emptyRows,
  filesIn,
  forgetOwnAnswers,
  markErased,
  strikeOut,
} from '../store/erasing.ts';
import { settingsOf } from '../store/house.ts';
import { whoseIs } from '../store/people.ts';
import { endErasure, erasureById, erasureOf, insertErasure, noteWaiting } from '../store/requests.ts';
import { mattersOf } from './matters.ts';

/** Asks that a person be forgotten. It happens by the clock when the days in which it can be taken back are over. */
export async function askErasure(tx: TenantDb, personId: Id<'person'>): Promise<Outcome<Erasure, 'asked' | 'gone'>> {
  await lockPerson(tx, personId);
  const known = await whoseIs(tx, personId);
  if (!known) return refused('gone');
  const before = await erasureOf(tx, personId);
  if (before && !before.result) return refused('asked');
  const { undoDays } = await settingsOf(tx);
  const dueOn = addDays(tx.today, undoDays);
  const id = await insertErasure(tx, { personId, askedBy: personIdOf(tx.actor), channel: tx.channel, dueOn });
  record(tx, { kind: 'privacy.erasure_asked', subject: { kind: 'person', id: personId }, facts: { due: dueOn } });
  await notify(tx, {
    to: { personId },
    topic: 'answer',
    say: (language) => erasureAsked(formatDay(dueOn, language), language),
  });
  const asked = await erasureById(tx, id);
  if (!asked) throw new Error(`Cannot read the wish ${id} that was just written`);
  return ok(asked);
}

/** Takes the wish back while it is open. When somebody else did, the person hears of it: it is their wish. */
export async function takeBackErasure(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const done = await end(tx, personId, 'taken_back', '');
  if (done && personIdOf(tx.actor) !== personId) {
    await notify(tx, { to: { personId }, topic: 'answer', say: erasureStopped });
  }
  return done;
}

/** Says no, with a reason that the person reads (GDPR art. 12(4) and 17(3)). */
export async function refuseErasure(tx: TenantDb, personId: Id<'person'>, words: string): Promise<boolean> {
  const done = await end(tx, personId, 'refused', words);
  if (done) await notify(tx, { to: { personId }, topic: 'answer', say: (language) => erasureRefused(words, language) });
  return done;
}

async function end(
  tx: TenantDb,
  personId: Id<'person'>,
  result: 'taken_back' | 'refused',
  words: string,
): Promise<boolean> {
  await lockPerson(tx, personId);
  const open = await erasureOf(tx, personId);
  if (!open || open.result) return false;
  const ended = await endErasure(tx, open.id, { result, words, by: personIdOf(tx.actor) });
  if (!ended) return false;
  await closeTurns(tx, { kind: 'privacy.erasure_waits', subject: { kind: 'person', id: personId } });
  record(tx, { kind: `privacy.erasure_${result}`, subject: { kind: 'person', id: personId } });
  return true;
}

/**
 * Forgets a person whose days have run, or notes what is in the way and asks the secretariat to settle it. All in one
 * transaction: a person is never half forgotten. Asked again, it does nothing more.
 */
export async function carryOutErasure(
  tx: TenantDb,
  holdings: readonly Holding[],
  id: Id<'privacy_erasure'>,
): Promise<'done' | 'waits' | 'nothing'> {
  const asked = await erasureById(tx, id);
  if (!asked) return 'nothing';
  await lockPerson(tx, asked.personId);
  const erasure = await erasureById(tx, id);
  const whose = erasure && (await whoseIs(tx, erasure.personId));
  if (!erasure || !whose) return 'nothing';
  const matters = await mattersOf(tx, whose.ids);
  const step = nextStep(erasure, matters, tx.today);
  const subject = { kind: 'person', id: erasure.personId };
  if (step === 'wait') {
    await noteWaiting(tx, id, matters.map(matterCode));
    await openTurn(tx, {
      kind: 'privacy.erasure_waits',
      subject,
      assignee: { role: 'secretariat', departmentId: null },
    });
    return 'waits';
  }
  if (step !== 'erase') return 'nothing';
  const rows = await forget(tx, holdings, whose);
  await endErasure(tx, id, { result: 'done', words: '', by: null });
  await closeTurns(tx, { kind: 'privacy.erasure_waits', subject });
  record(tx, { kind: 'privacy.erased', subject, facts: { rows } });
  return 'done';
}

/** Everything that is the person's goes or loses their name. Answers how many rows were touched. */
async function forget(tx: TenantDb, holdings: readonly Holding[], whose: Whose): Promise<number> {
  await stopDriving(tx, whose);
  const tables = byTable(holdings);
  const how = { tables, natures: await columnNatures(tx, holdings), put: placeholders(tx.tenant.language) };
  let rows = 0;
  await forgetOwnAnswers(tx, whose);
  for (const one of inOrderOfErasure(holdings)) {
    if (one.erased === 'nobody') continue;
    if (one.erased === 'goes') {
      const files = await filesIn(tx, tables, one, whose);
      rows += await deleteRows(tx, tables, one, whose, 'all');
      for (const file of files) await deleteFile(tx, file);
    }
    if (one.draftWithout) rows += await deleteRows(tx, tables, one, whose, 'drafts');
    if (one.erased === 'unnamed') rows += await emptyRows(tx, how, one, whose);
    rows += await emptyAddresses(tx, how, one, whose);
  }
  const pattern = strikePattern(whose.struck);
  if (pattern)
    for (const one of holdings) rows += await strikeOut(tx, how.natures, one, { pattern, put: how.put.name });
  await forgetInSearch(tx, whose.ids);
  await markErased(tx, whose);
  return rows;
}

/** What the person drives is let go of as if they had done so themselves: somebody else is looked for. */
async function stopDriving(tx: TenantDb, whose: Whose): Promise<void> {
  for (const personId of whose.ids) {
    const asThem: TenantDb = { ...tx, actor: { kind: 'person', personId, name: '', grants: [] } };
    for (const initiative of await drivenBy(tx, personId)) await stepDown(asThem, initiative, '');
  }
}
