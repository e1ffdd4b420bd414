import { personIdOf } from '../../../../kernel/actor.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { Edition } from '../rules/edition.ts';
import type { Funding } from '../rules/funding.ts';
import type { DepartmentRules } from '../rules/taking.ts';
import { publishedCards } from '../store/cards.ts';
import { insertEdition } from '../store/editions.ts';
import { insertFunding, retireFunding, updateFunding } from '../store/funding.ts';
import { writeDepartmentRules } from '../store/takings.ts';

/** More than this is no book that anybody prints. */
const MOST_IN_EDITION = 400;

/** The catalogue as it is today, kept for good. Refused when nothing is published. */
export async function makeEdition(
  tx: TenantDb,
  foreword: string,
): Promise<Outcome<Pick<Edition, 'id' | 'number'>, 'empty'>> {
  const cards = await publishedCards(tx, MOST_IN_EDITION);
  if (cards.length === 0) return refused('empty');
  const edition = await insertEdition(tx, foreword, cards);
  record(tx, {
    kind: 'catalogue.edition_made',
    subject: { kind: 'catalogue_edition', id: edition.id },
    facts: { number: edition.number, cards: cards.length },
  });
  return ok(edition);
}

/** What a department asks of those who begin something there. */
export async function setDepartmentRules(tx: TenantDb, rules: DepartmentRules): Promise<void> {
  await writeDepartmentRules(tx, rules, personIdOf(tx.actor));
  record(tx, {
    kind: 'catalogue.rules_set',
    subject: { kind: 'department', id: rules.departmentId },
    facts: { department: rules.departmentId },
  });
}

type Written = Omit<Funding, 'id' | 'version' | 'checkedOn'>;

/** Somewhere to seek money. Who saves it has looked that it is so today. */
export async function addFunding(tx: TenantDb, funding: Written): Promise<Funding['id']> {
  const id = await insertFunding(tx, { ...funding, checkedOn: tx.today });
  noteFunding(tx, 'funding_set', id);
  return id;
}

/** False when somebody wrote in the meantime: then nothing is changed. */
export async function saveFunding(
  tx: TenantDb,
  id: Funding['id'],
  version: number,
  funding: Written,
): Promise<boolean> {
  const saved = await updateFunding(tx, id, version, { ...funding, checkedOn: tx.today });
  if (saved) noteFunding(tx, 'funding_set', id);
  return saved;
}

export async function removeFunding(tx: TenantDb, id: Funding['id']): Promise<void> {
  await retireFunding(tx, id);
  noteFunding(tx, 'funding_gone', id);
}

function noteFunding(tx: TenantDb, what: string, id: Funding['id']): void {
  record(tx, { kind: `catalogue.${what}`, subject: { kind: 'outside_funding', id }, facts: {} });
}
