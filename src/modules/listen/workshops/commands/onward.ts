import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { type Category, joinIn, type Origin, postIdea, startInitiative } from '../../../initiatives/public.ts';
import { alreadyOnward, type Choice, type Onward, type Seed, titleOf } from '../rules/after.ts';
import type { Workshop } from '../rules/workshop.ts';
import { choicesOf, insertOnward, onwardOf, sharedSignUps, tieChoice, tieChoices } from '../store/choices.ts';
import { lockWorkshop } from '../store/workshops.ts';

/** What it becomes, and the words that its thread begins with. */
export interface Growing {
  readonly seed: Seed;
  /** Where it came from, as the thread says it: the option with its figures, or what somebody wrote. */
  readonly sentence: string;
  /** What the initiative says it is about, until somebody writes more. */
  readonly what: string;
  /** What it is called, where it cannot be called by what was written. */
  readonly title?: string;
}

/** Makes initiatives, one for each that is not one already. Answers those that were made. */
export async function makeInitiatives(
  tx: TenantDb,
  workshop: Workshop,
  growing: readonly Growing[],
): Promise<readonly Id<'initiative'>[]> {
  await lockWorkshop(tx, workshop.id);
  const before = await onwardOf(tx, workshop.id);
  const made: Id<'initiative'>[] = [];
  for (const { seed, sentence, what, title = '' } of growing) {
    if (alreadyOnward(seed, before)?.initiativeId) continue;
    const origin = { sourceKind: originOf(seed), sourceId: sourceOf(workshop, seed), sentence };
    const initiative = await start(tx, titleOf(seed, title), what, origin);
    await insertOnward(tx, workshop.id, { ...rowOf(seed), initiativeId: initiative, ideaId: null });
    if (seed.kind === 'box') {
      await tieChoices(tx, workshop.id, seed.cell.field, initiative);
      await joinIn(tx, initiative, await sharedSignUps(tx, initiative));
    }
    note(tx, workshop, initiative, seed.kind);
    made.push(initiative);
  }
  return made;
}

/** The host's own words on the wall become an initiative, with those who have put their names down. Null: it is one already. */
export async function makeInitiativeOfChoice(
  tx: TenantDb,
  workshop: Workshop,
  choice: Choice,
  { sentence, what }: Pick<Growing, 'sentence' | 'what'>,
): Promise<Id<'initiative'> | null> {
  await lockWorkshop(tx, workshop.id);
  const now = (await choicesOf(tx, workshop.id)).find(({ id }) => id === choice.id);
  if (!now || now.initiativeId) return null;
  const origin = { sourceKind: 'sheet', sourceId: `${workshop.id}:${choice.id}`, sentence };
  const initiative = await start(tx, choice.title, what, origin);
  await tieChoice(tx, choice.id, initiative);
  note(tx, workshop, initiative, 'choice');
  await joinIn(tx, initiative, await sharedSignUps(tx, initiative));
  return initiative;
}

function start(tx: TenantDb, title: string, what: string, origin: Origin): Promise<Id<'initiative'>> {
  return startInitiative(tx, {
    ...{ title, what, why: '', category: CATEGORY_UNTIL_SAID, place: '', startsOn: null, endsOn: null },
    ...{ wholeOrganisation: true, departmentIds: [], origins: [origin] },
  });
}

/** Lays them among the ideas, as if somebody had handed in a slip of paper for each. Answers how many were laid. */
export async function makeIdeas(tx: TenantDb, workshop: Workshop, growing: readonly Growing[]): Promise<number> {
  await lockWorkshop(tx, workshop.id);
  const before = await onwardOf(tx, workshop.id);
  let made = 0;
  for (const { seed, sentence } of growing) {
    if (alreadyOnward(seed, before)) continue;
    const idea = await postIdea(tx, { said: sentence, departmentId: null, contact: {}, onBehalf: 'paper' });
    await insertOnward(tx, workshop.id, { ...rowOf(seed), initiativeId: null, ideaId: idea.id });
    note(tx, workshop, null, seed.kind);
    made += 1;
  }
  return made;
}

/** Somebody chooses another when they write it out. */
const CATEGORY_UNTIL_SAID: Category = 'people';

/** Words that the table has not said yes to stand on the inner page alone, as an idea's do. */
function originOf(seed: Seed): string {
  return seed.kind === 'words' && !seed.open ? 'note' : 'sheet';
}

function sourceOf({ id }: Workshop, seed: Seed): string {
  return seed.kind === 'box' ? `${id}:${seed.cell.field}` : seed.id;
}

function rowOf(seed: Seed): Pick<Onward, 'field' | 'wordsId'> {
  return seed.kind === 'box' ? { field: seed.cell.field, wordsId: null } : { field: seed.field, wordsId: seed.id };
}

function note(
  tx: TenantDb,
  { id }: Workshop,
  initiative: Id<'initiative'> | null,
  from: Seed['kind'] | 'choice',
): void {
  record(tx, {
    kind: initiative ? 'workshop.became_initiative' : 'workshop.became_idea',
    subject: { kind: 'workshop', id },
    thread: initiative,
    facts: { from },
  });
}
