import { sql } from 'kysely';
import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { sumOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Card, CardFacts, CardState, CardWords } from '../rules/card.ts';

export interface NewCard {
  readonly facts: CardFacts;
  readonly words: Readonly<Partial<Record<Language, CardWords>>>;
  readonly deckKey?: string;
  readonly initiativeId?: Id<'initiative'>;
  readonly proposedBy?: Id<'person'> | null;
  readonly contact?: { readonly name: string; readonly email: string | null };
  readonly onBehalf?: { readonly channel: Channel; readonly registeredBy: Id<'person'> } | null;
}

export async function insertCard(tx: TenantDb, card: NewCard): Promise<Card['id']> {
  const { id } = await tx.sql
    .insertInto('catalogue_card')
    .values({
      tenant_id: tx.tenant.id,
      ...columnsOf(card.facts),
      deck_key: card.deckKey ?? null,
      initiative_id: card.initiativeId ?? null,
      proposed_at: tx.now,
      proposed_by: card.proposedBy === undefined ? personIdOf(tx.actor) : card.proposedBy,
      contact_name: card.contact?.name ?? '',
      contact_email: card.contact?.email ?? null,
      channel: card.onBehalf?.channel ?? tx.channel,
      registered_by: card.onBehalf?.registeredBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const language of LANGUAGES) {
    const words = card.words[language];
    if (words) await writeWords(tx, id, language, words);
  }
  return id;
}

/** Writes facts and words of one language when nobody has since `version`. False when somebody was faster. */
export async function updateCard(
  tx: TenantDb,
  id: Card['id'],
  version: number,
  changed: { readonly facts: CardFacts; readonly language: Language; readonly words: CardWords },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('catalogue_card')
    .set({ ...columnsOf(changed.facts), version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await writeWords(tx, id, changed.language, changed.words);
  return true;
}

export async function writeWords(tx: TenantDb, id: Card['id'], language: Language, words: CardWords): Promise<void> {
  const { whoHelps, steps, needs, budget, tasks, tips, ...rest } = words;
  const lists = { steps: [...steps], needs: [...needs], budget: [...budget], tasks: [...tasks], tips: [...tips] };
  const columns = {
    ...rest,
    ...lists,
    who_helps: whoHelps,
    edited_at: tx.now,
    edited_by: personIdOf(tx.actor),
  };
  await tx.sql
    .insertInto('catalogue_card_text')
    .values({ tenant_id: tx.tenant.id, card_id: id, language, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'card_id', 'language']).doUpdateSet(columns))
    .execute();
}

/** The lists whose lines the other language would tell wrongly now are emptied there: it falls back to what was written. */
export async function dropLists(
  tx: TenantDb,
  id: Card['id'],
  language: Language,
  which: readonly ('budget' | 'tasks')[],
): Promise<void> {
  if (which.length === 0) return;
  await tx.sql
    .updateTable('catalogue_card_text')
    .set(Object.fromEntries(which.map((list) => [list, []])))
    .where('tenant_id', '=', tx.tenant.id)
    .where('card_id', '=', id)
    .where('language', '<>', language)
    .execute();
}

function columnsOf(facts: CardFacts) {
  return {
    category: facts.category,
    done_by: facts.doneBy,
    setting: facts.setting,
    effort: facts.effort,
    minutes: facts.minutes,
    helpers: facts.helpers,
    participants: facts.participants,
    months: [...facts.months],
    budget_ore: [...facts.budgetOre],
    task_minutes: [...facts.taskMinutes],
    cost_ore: sumOre(facts.budgetOre),
    needs_meeting: facts.needsMeeting,
    needs_operations: facts.needsOperations,
    rent_effect: facts.rentEffect,
    operations_hours: facts.operationsHours,
    goals: [...facts.goals],
    licence: facts.licence,
    credit: facts.credit,
  };
}

export async function insertState(
  tx: TenantDb,
  cardId: Card['id'],
  state: { readonly state: Exclude<CardState, 'proposed'>; readonly words: string; readonly reviewOn: Day | null },
): Promise<void> {
  const by = personIdOf(tx.actor);
  await tx.sql
    .insertInto('catalogue_card_state')
    .values({
      tenant_id: tx.tenant.id,
      card_id: cardId,
      state: state.state,
      words: state.words,
      review_on: state.reviewOn,
      on_day: tx.today,
      set_by: by,
    })
    .execute();
  if (state.state !== 'published') return;
  // Who publishes it answers for it, and is asked when it is due.
  await tx.sql
    .updateTable('catalogue_card')
    .set({ owner_id: by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', cardId)
    .execute();
}

/** Which of Grobund's own cards the house has, in whatever state. */
export async function deckKeysThere(tx: TenantDb): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('catalogue_card')
    .select('deck_key')
    .where('tenant_id', '=', tx.tenant.id)
    .where('deck_key', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ deck_key }) => deck_key ?? []));
}

/** "Det gør jeg selv". False when the person had said so before; whoever is not signed in is counted anew. */
export async function insertDoing(tx: TenantDb, cardId: Card['id'], personId: Id<'person'> | null): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('catalogue_doing')
    .values({ tenant_id: tx.tenant.id, card_id: cardId, person_id: personId, on_day: tx.today, channel: tx.channel })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One of this year's five, or not any more. */
export async function setPin(tx: TenantDb, cardId: Card['id'], year: number, pinned: boolean): Promise<void> {
  if (pinned) {
    await tx.sql
      .insertInto('catalogue_pin')
      .values({ tenant_id: tx.tenant.id, year, card_id: cardId, on_day: tx.today, pinned_by: personIdOf(tx.actor) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await tx.sql
    .deleteFrom('catalogue_pin')
    .where('tenant_id', '=', tx.tenant.id)
    .where('year', '=', year)
    .where('card_id', '=', cardId)
    .execute();
}

/** How many are pinned this year. */
export async function pinsOf(tx: TenantDb, year: number): Promise<number> {
  const { rows } = await sql<{ pins: number }>`
    select count(*)::int as pins from catalogue_pin where tenant_id = ${tx.tenant.id} and year = ${year}
  `.execute(tx.sql);
  return rows[0]?.pins ?? 0;
}
