import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { withinRate } from '../../../../platform/web/rate.ts';
import { joinIn, takeOffThese } from '../../../initiatives/public.ts';
import {
  type Choice,
  initiativeOf,
  LONGEST_CHOICE,
  MOST_CHOICES,
  MOST_NAMES,
  NAMES_AT_A_TIME,
  type SignUp,
} from '../rules/after.ts';
import type { Workshop } from '../rules/workshop.ts';
import {
  choicesOf,
  deleteChoice,
  deleteSignUps,
  insertChoice,
  keepSignUp,
  type NewSignUp,
  onwardOf,
} from '../store/choices.ts';
import { lockWorkshop } from '../store/workshops.ts';
import { told } from './telling.ts';

/** Something for the room to join in. `field`: the box it grew from, or empty. */
interface Wanted {
  readonly field: string;
  readonly title: string;
}

/** Puts up what the room may join in, after what hangs there. What is up already stays where it is. Answers how many. */
export async function putUpChoices(tx: TenantDb, workshop: Workshop, wanted: readonly Wanted[]): Promise<number> {
  await lockWorkshop(tx, workshop.id);
  const [there, onward] = await Promise.all([choicesOf(tx, workshop.id), onwardOf(tx, workshop.id)]);
  const known = new Set(there.map(({ field, title }) => field || title));
  const fresh = wanted.filter(({ field, title }) => !known.has(field || title));
  const room = fresh.slice(0, Math.max(0, MOST_CHOICES - there.length));
  const last = there.at(-1)?.position ?? 0;
  for (const [at, { field, title }] of room.entries()) {
    await insertChoice(tx, workshop.id, {
      field,
      title: title.slice(0, LONGEST_CHOICE),
      position: last + at + 1,
      initiativeId: field === '' ? null : initiativeOf(field, onward),
    });
  }
  if (room.length > 0) told(tx, 'workshop.chosen', workshop.id, { choices: room.length });
  return room.length;
}

/** False when there is none. */
export async function takeDownChoice(tx: TenantDb, workshop: Workshop, id: Id<'workshop_choice'>): Promise<boolean> {
  await lockWorkshop(tx, workshop.id);
  if (!(await deleteChoice(tx, workshop.id, id))) return false;
  told(tx, 'workshop.choice_removed', workshop.id);
  return true;
}

/**
 * Somebody wants to join. The same address twice is once. With their yes, the name goes along into what is an initiative
 * already. `nothing`: none of what they chose is up. `full`: so many have put their names down, or do it just now, that it cannot be
 * the people of a hall.
 */
export async function signUp(
  tx: TenantDb,
  workshop: Workshop,
  chosen: readonly string[],
  who: NewSignUp,
): Promise<Outcome<null, 'nothing' | 'full'>> {
  await lockWorkshop(tx, workshop.id);
  const all = await choicesOf(tx, workshop.id);
  const wanted = all.filter(({ id }) => chosen.includes(id));
  if (wanted.length === 0) return refused('nothing');
  if (all.reduce((sum, { names }) => sum + names, 0) >= MOST_NAMES) return refused('full');
  if (!(await withinRate(tx, `workshop names ${workshop.id}`, NAMES_AT_A_TIME))) return refused('full');
  for (const { id, initiativeId } of wanted) {
    await keepSignUp(tx, id, who);
    if (who.shared && initiativeId) await joinIn(tx, initiativeId, [who]);
  }
  told(tx, 'workshop.signed_up', workshop.id, { choices: wanted.length });
  return ok(null);
}

/** Names that were false, or that somebody asked to have off: they go here, and where they have gone along. Answers how many. */
export async function takeOffNames(
  tx: TenantDb,
  workshop: Workshop,
  choice: Pick<Choice, 'id' | 'initiativeId'>,
  ids: readonly SignUp['id'][],
): Promise<number> {
  if (ids.length === 0) return 0;
  const off = await deleteSignUps(tx, choice.id, ids);
  if (choice.initiativeId) await takeOffThese(tx, choice.initiativeId, off);
  if (off.length > 0) told(tx, 'workshop.names_off', workshop.id, { names: off.length });
  return off.length;
}
