import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import { addDays, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import { oneAtATime } from '../../../../platform/db/one-at-a-time.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { answeredNo, publishedThanks } from '../letters/messages.ts';
import {
  type Card,
  type CardFacts,
  type CardWords,
  nextReview,
  PINS_A_YEAR,
  REVIEW_NOTICE_DAYS,
  readIn,
} from '../rules/card.ts';
import { cardsDue, lockCard, proposerOf } from '../store/cards.ts';
import { dropLists, insertCard, insertDoing, insertState, pinsOf, setPin, updateCard } from '../store/changes.ts';
import { hideFromSearch, makeFindable } from './finding.ts';

const A_MONTH = 30;

export interface Proposal {
  readonly facts: CardFacts;
  readonly language: Language;
  readonly words: CardWords;
  readonly initiativeId?: Id<'initiative'>;
  readonly contact?: { readonly name: string; readonly email: string | null };
  /** When staff write it in from paper or telephone. */
  readonly onBehalf?: { readonly channel: Channel; readonly registeredBy: Id<'person'> } | null;
}

/** A card in front of the editors. Nobody else reads it before they publish it. */
export async function proposeCard(tx: TenantDb, proposal: Proposal): Promise<Card['id']> {
  const { language, words, initiativeId, onBehalf } = proposal;
  const id = await insertCard(tx, {
    facts: proposal.facts,
    words: { [language]: words },
    ...(initiativeId ? { initiativeId } : {}),
    ...(proposal.contact ? { contact: proposal.contact } : {}),
    // Who writes for somebody else has not proposed it.
    proposedBy: onBehalf ? null : personIdOf(tx.actor),
    onBehalf: onBehalf ?? null,
  });
  const subject = { kind: 'catalogue_card', id };
  record(tx, {
    kind: initiativeId ? 'catalogue.proposed_from' : 'catalogue.proposed',
    subject,
    thread: initiativeId ?? null,
    facts: { channel: onBehalf?.channel ?? null },
  });
  for (const role of ['consultant', 'catalogue_editor'] as const) {
    await openTurn(tx, {
      kind: 'catalogue.proposal',
      subject,
      assignee: { role, departmentId: null },
      due: addDays(tx.today, A_MONTH),
    });
  }
  return id;
}

/** New words in one language, and the facts; refused with the card as it is now when somebody was faster. */
export async function editCard(
  tx: TenantDb,
  id: Card['id'],
  version: number,
  changed: { readonly facts: CardFacts; readonly language: Language; readonly words: CardWords },
): Promise<Outcome<null, Card>> {
  const before = await held(tx, id);
  if (!(await updateCard(tx, id, version, changed))) return refused(before);
  const moved = (one: readonly number[], other: readonly number[]) => String(one) !== String(other);
  await dropLists(tx, id, changed.language, [
    ...(moved(before.budgetOre, changed.facts.budgetOre) ? (['budget'] as const) : []),
    ...(moved(before.taskMinutes, changed.facts.taskMinutes) ? (['tasks'] as const) : []),
  ]);
  const now = await held(tx, id);
  if (now.state === 'published') await makeFindable(tx, id, now.words);
  note(tx, 'edited', id, { version: version + 1 });
  return ok(null);
}

/** For everybody to read. A card that is published already has been looked through, and has two years again. */
export async function publishCard(tx: TenantDb, id: Card['id']): Promise<void> {
  const card = await held(tx, id);
  await insertState(tx, id, { state: 'published', words: '', reviewOn: nextReview(tx.today) });
  await makeFindable(tx, id, card.words);
  await closeTurns(tx, { subject: { kind: 'catalogue_card', id } });
  const again = card.state === 'published';
  note(tx, again ? 'reviewed' : 'published', id, {});
  if (again) return;
  if (card.initiativeId) {
    const subject = { kind: 'catalogue_card', id };
    record(tx, { kind: 'catalogue.grew', subject, thread: card.initiativeId, facts: {} });
  }
  await tellProposer(tx, card, publishedThanks(card));
}

/** No thank you, with kind words to the one who proposed it. False when it is no proposal any more. */
export async function declineCard(tx: TenantDb, id: Card['id'], words: string): Promise<boolean> {
  const card = await held(tx, id);
  if (card.state !== 'proposed') return false;
  await insertState(tx, id, { state: 'declined', words, reviewOn: null });
  await closeTurns(tx, { subject: { kind: 'catalogue_card', id } });
  note(tx, 'declined', id, {});
  await tellProposer(tx, card, answeredNo(card, words));
  return true;
}

/** Out of date, unsafe or wrong: nobody finds it any more. What was begun with it goes on. False when it was not published. */
export async function retireCard(tx: TenantDb, id: Card['id'], words: string): Promise<boolean> {
  const card = await held(tx, id);
  if (card.state !== 'published') return false;
  await insertState(tx, id, { state: 'retired', words, reviewOn: null });
  await setPin(tx, id, yearOf(tx.today), false);
  await hideFromSearch(tx, id);
  await closeTurns(tx, { subject: { kind: 'catalogue_card', id } });
  note(tx, 'retired', id, {});
  return true;
}

/** One of this year's five, or not any more. Two who pin at once do so one after the other. */
export async function pinCard(tx: TenantDb, id: Card['id'], pinned: boolean): Promise<Outcome<null, 'full'>> {
  const year = yearOf(tx.today);
  await oneAtATime(tx, 'catalogue pins');
  const card = await held(tx, id);
  if (pinned && (card.state !== 'published' || (await pinsOf(tx, year)) >= PINS_A_YEAR)) return refused('full');
  await setPin(tx, id, year, pinned);
  note(tx, pinned ? 'pinned' : 'unpinned', id, { year });
  return ok(null);
}

/** "Det gør jeg selv": counted once for each who is signed in. No journal: what somebody does at home is theirs. */
export async function doAtHome(tx: TenantDb, id: Card['id']): Promise<boolean> {
  return insertDoing(tx, id, personIdOf(tx.actor));
}

/** Every morning: what is due soon is asked about, by whoever published it, or the consultants where they have left. */
export async function askForReviews(tx: TenantDb): Promise<void> {
  for (const { id, ownerId, reviewOn } of await cardsDue(tx, addDays(tx.today, REVIEW_NOTICE_DAYS))) {
    await openTurn(tx, {
      kind: 'catalogue.review',
      subject: { kind: 'catalogue_card', id },
      assignee: ownerId ? { personId: ownerId } : { role: 'consultant', departmentId: null },
      due: reviewOn,
    });
  }
}

async function held(tx: TenantDb, id: Card['id']): Promise<Card> {
  const card = await lockCard(tx, id);
  if (!card) throw new Error(`Cannot change card ${id}: it is not there`);
  return card;
}

function note(tx: TenantDb, what: string, id: Card['id'], facts: Readonly<Record<string, number>>): void {
  record(tx, { kind: `catalogue.${what}`, subject: { kind: 'catalogue_card', id }, facts });
}

/** Grobund's own cards were proposed by nobody who waits for an answer; nor does whoever answers write to themselves. */
async function tellProposer(tx: TenantDb, card: Card, say: Parameters<typeof notify>[1]['say']): Promise<void> {
  const { personId, name, email, deckKey } = await proposerOf(tx, card.id);
  if (deckKey || (personId && personId === personIdOf(tx.actor))) return;
  if (personId) await notify(tx, { to: { personId }, topic: 'answer', say });
  else if (email) {
    const { lang } = readIn(card, tx.tenant.language);
    await notify(tx, { to: { visitor: { email, name: name || null, language: lang } }, topic: 'answer', say });
  }
}
