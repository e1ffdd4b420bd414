import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { type Category, postIdea, startInitiative } from '../../../initiatives/public.ts';
import { alreadyOnward, type Onward, type Seed, titleOf } from '../rules/after.ts';
import type { Workshop } from '../rules/workshop.ts';
import { insertOnward, onwardOf, tieChoices } from '../store/choices.ts';
import { lockWorkshop } from '../store/workshops.ts';

/** What it becomes, and the words that its thread begins with. */
export interface Growing {
  readonly seed: Seed;
  /** Where it came from, as the thread says it: the option with its figures, or what somebody wrote. */
  readonly sentence: string;
  /** What the initiative says it is about, until somebody writes more. */
  readonly what: string;
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
  for (const { seed, sentence, what } of growing) {
    if (alreadyOnward(seed, before)?.initiativeId) continue;
    const initiative = await startInitiative(tx, {
      title: titleOf(seed),
      what,
      why: '',
      category: CATEGORY_UNTIL_SAID,
      place: '',
      startsOn: null,
      endsOn: null,
      wholeOrganisation: true,
      departmentIds: [],
      origins: [{ sourceKind: originOf(seed), sourceId: sourceOf(workshop, seed), sentence }],
    });
    await insertOnward(tx, workshop.id, { ...rowOf(seed), initiativeId: initiative, ideaId: null });
    if (seed.kind === 'box') await tieChoices(tx, workshop.id, seed.cell.field, initiative);
    note(tx, workshop, initiative, seed);
    made.push(initiative);
  }
  return made;
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
    note(tx, workshop, null, seed);
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

function note(tx: TenantDb, { id }: Workshop, initiative: Id<'initiative'> | null, seed: Seed): void {
  record(tx, {
    kind: initiative ? 'workshop.became_initiative' : 'workshop.became_idea',
    subject: { kind: 'workshop', id },
    thread: initiative,
    facts: { from: seed.kind },
  });
}
