import { personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import {
  joinedStays,
  type MergeDoubt,
  mergeConflict,
  mergeDoubts,
  mergedPerson,
  mergedWish,
  type OfficesHeld,
} from '../rules/merging.ts';
import { holdsOn, type Person, type RoleConflict } from '../rules.ts';
import { savePreference, wishOf } from '../store/contacts.ts';
import { endSessionsOf, insertMerge, joinStays, lockPair, mergedInto, moveRows } from '../store/merging.ts';
import { isForgotten, personById, residenciesOf, updatePerson } from '../store/people.ts';
import { dutiesOf, roleSettings, rolesOf } from '../store/roles.ts';

export type MergeRefusal =
  | { readonly kind: 'same' }
  /** One of them is another's record already, or was forgotten. */
  | { readonly kind: 'gone' }
  /** Their roles cannot go together in one human: one of them is to be ended first. */
  | { readonly kind: 'conflict'; readonly conflict: RoleConflict }
  /** Said once more, knowing this, it is done. */
  | { readonly kind: 'doubt'; readonly doubts: readonly MergeDoubt[] };

/**
 * Two records are one human: everything that points at `from` points at `into`, which gets what it lacked. The journal
 * tells; the old record stays for what names it, and its address still finds the human. Its devices are signed out.
 * `sure`: whoever does it has seen what speaks against it. The caller has seen to it that they may write both.
 */
export async function mergePeople(
  tx: TenantDb,
  pair: { readonly from: Id<'person'>; readonly into: Id<'person'>; readonly sure: boolean },
): Promise<Outcome<null, MergeRefusal>> {
  const { from, into, sure } = pair;
  if (from === into) return refused({ kind: 'same' });
  await lockPair(tx, [from, into]);
  const [old, kept] = [await sideOf(tx, from), await sideOf(tx, into)];
  if (!old || !kept) return refused({ kind: 'gone' });
  const conflict = mergeConflict(old, kept, await roleSettings(tx));
  if (conflict) return refused({ kind: 'conflict', conflict });
  const doubts = mergeDoubts(old, kept);
  if (doubts.length > 0 && !sure) return refused({ kind: 'doubt', doubts });

  await endSessionsOf(tx, from);
  const [theirs, own] = [await wishOf(tx, from), await wishOf(tx, into)];
  await moveRows(tx, from, into);
  await joinStays(tx, joinedStays(await residenciesOf(tx, into)));
  const { person, left } = mergedPerson(old.person, kept.person);
  // The old record first: an e-mail is one record's at a time.
  await updatePerson(tx, left);
  await updatePerson(tx, person);
  // Where only one has said something, it has moved with everything else.
  if (theirs && own) await savePreference(tx, into, mergedWish(theirs, own), personIdOf(tx.actor));
  await insertMerge(tx, { from, into, by: personIdOf(tx.actor) });
  record(tx, {
    kind: 'housing.people_merged',
    subject: { kind: 'person', id: into },
    facts: { person: into, from, doubts: doubts.join(' ') },
  });
  return ok(null);
}

interface Side extends OfficesHeld {
  readonly person: Person;
  readonly homes: readonly Id<'tenancy'>[];
}

async function sideOf(tx: TenantDb, id: Id<'person'>): Promise<Side | null> {
  const person = await personById(tx, id);
  if (!person || (await mergedInto(tx, id)) || (await isForgotten(tx, id))) return null;
  const homes = (await residenciesOf(tx, id)).filter((home) => holdsOn(home, tx.today));
  const open = ({ until }: { readonly until: Day | null }) => until === null || until >= tx.today;
  return {
    person,
    homes: homes.map((home) => home.tenancyId),
    roles: (await rolesOf(tx, id)).filter(open),
    duties: (await dutiesOf(tx, id)).filter(open),
  };
}
