import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { sumOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { layTasks } from '../../../act/tasks/public.ts';
import { fundsOf, policyOn } from '../../../decide/fund/public.ts';
import { type Origin, startInitiative } from '../../../initiatives/public.ts';
import { originOf, stepsFor } from '../letters/steps.ts';
import { type Card, readIn } from '../rules/card.ts';
import { type Condition, conditionsFor, type FundTerms, scaled, USUAL_RULES } from '../rules/taking.ts';
import { remarksOn } from '../store/remarks.ts';
import { departmentRules, departmentsWithBoard, insertTaking } from '../store/takings.ts';

/** How somebody wants it where they live. */
export interface Wanted {
  readonly title: string;
  readonly wholeOrganisation: boolean;
  readonly departmentIds: readonly Id<'department'>[];
  readonly participants: number;
  readonly startsOn: Day | null;
  readonly withSteps: boolean;
  readonly drivenBy: { readonly personId: Id<'person'>; readonly namePublic: boolean } | null;
}

/** What is asked where it is to be: by the departments, the caretakers and the fund. */
export async function conditionsOf(
  tx: TenantDb,
  card: Card,
  wanted: Pick<Wanted, 'departmentIds' | 'participants' | 'startsOn'>,
): Promise<readonly Condition[]> {
  const [rules, boards, fund, remarks] = await Promise.all([
    departmentRules(tx),
    departmentsWithBoard(tx),
    fundTerms(tx),
    remarksOn(tx, card.id),
  ]);
  const budget = scaled(readIn(card, 'da').budget, card.participants, wanted.participants);
  const where = wanted.departmentIds.map((departmentId) => ({
    departmentId,
    hasBoard: boards.has(departmentId),
    rules: rules.get(departmentId) ?? USUAL_RULES,
  }));
  const when = { startsOn: wanted.startsOn, today: tx.today };
  return conditionsFor(card, sumOre(budget.map(({ amount }) => amount)), where, when, fund, remarks);
}

/** The organisation's own fund as it stands today; null between two periods, or where there is none. */
async function fundTerms(tx: TenantDb): Promise<FundTerms | null> {
  const [fund] = await fundsOf(tx);
  const policy = fund && (await policyOn(tx, fund.id, tx.today));
  return policy ? { projectMax: policy.projectMax, answerDays: policy.answerDays } : null;
}

/**
 * "Det vil vi også": an initiative with the card's words, its steps and small tasks, what the rules ask as the first steps,
 * and its budget for as many as they are. The card is its origin, so that the thread begins there.
 */
export async function takeCard(
  tx: TenantDb,
  card: Card,
  wanted: Wanted,
  said: { readonly language: Language; readonly departments: ReadonlyMap<string, string> },
): Promise<Id<'initiative'>> {
  const read = readIn(card, said.language);
  const conditions = await conditionsOf(tx, card, wanted);
  const id = await startInitiative(tx, {
    title: wanted.title,
    what: read.what,
    why: read.why,
    category: card.category,
    place: '',
    startsOn: wanted.startsOn,
    endsOn: null,
    wholeOrganisation: wanted.wholeOrganisation,
    departmentIds: wanted.departmentIds,
    createdBy: personIdOf(tx.actor),
    origins: [originFrom(card, said.language)],
    drivenBy: wanted.drivenBy,
    steps: wanted.withSteps ? stepsFor(read, conditions, said) : [],
  });
  await layOut(tx, card, { id, title: wanted.title, startsOn: wanted.startsOn }, wanted, read, 'catalogue.taken');
  return id;
}

/** The card's small tasks, and what was taken of it, in words of the journal: it began the initiative, or came into it. */
export async function layOut(
  tx: TenantDb,
  card: Card,
  initiative: { readonly id: Id<'initiative'>; readonly title: string; readonly startsOn: Day | null },
  wanted: Pick<Wanted, 'participants' | 'withSteps'>,
  read: ReturnType<typeof readIn>,
  kind: 'catalogue.taken' | 'catalogue.added',
): Promise<void> {
  const { id, title, startsOn } = initiative;
  if (wanted.withSteps) await layTasks(tx, { initiativeId: id, title, dueOn: startsOn }, read.tasks);
  await insertTaking(tx, id, {
    cardId: card.id,
    participants: wanted.participants,
    budget: scaled(read.budget, card.participants, wanted.participants),
  });
  record(tx, {
    kind,
    subject: { kind: 'catalogue_card', id: card.id },
    thread: id,
    facts: { initiative: id, participants: wanted.participants },
  });
}

/** What the thread of an initiative that began with the card begins with. */
export function originFrom(card: Card, language: Language): Origin {
  return { sourceKind: 'catalogue', sourceId: card.id, sentence: originOf(readIn(card, language), language) };
}
