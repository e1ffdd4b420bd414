import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { addToInitiative, lockInitiative } from '../../../initiatives/public.ts';
import { stepsFor } from '../letters/steps.ts';
import { type Card, readIn } from '../rules/card.ts';
import { takingOf } from '../store/takings.ts';
import { conditionsOf, layOut, originFrom, type Wanted } from './taking.ts';

/** A card's steps, small tasks and budget for what somebody has begun already. Its title and its places are its own. */
export async function addCard(
  tx: TenantDb,
  card: Card,
  initiativeId: Id<'initiative'>,
  wanted: Pick<Wanted, 'participants' | 'startsOn' | 'withSteps'>,
  said: { readonly language: Language; readonly departments: ReadonlyMap<string, string> },
): Promise<Outcome<null, 'ended' | 'has_card'>> {
  const initiative = await lockInitiative(tx, initiativeId);
  if (!initiative || initiative.end) return refused('ended');
  if (await takingOf(tx, initiativeId)) return refused('has_card');
  const read = readIn(card, said.language);
  const conditions = await conditionsOf(tx, card, { ...wanted, departmentIds: initiative.departmentIds });
  const { id, title, startsOn } = await addToInitiative(tx, initiative, {
    origin: originFrom(card, said.language),
    steps: wanted.withSteps ? stepsFor(read, conditions, said) : [],
    startsOn: wanted.startsOn,
    why: read.why,
  });
  await layOut(tx, card, { id, title, startsOn }, wanted, read, 'catalogue.added');
  return ok(null);
}
