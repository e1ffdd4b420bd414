import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { contactsOf, holdersOf } from '../../housing/public.ts';
import { turnSaid } from '../letters.ts';
import { notFor, rowOf, whoseTurn } from '../rules.ts';
import { stoppedTopics } from '../store/stops.ts';
import { turnById } from '../store/turns.ts';
import { send, type Way, wayBy } from './notify.ts';
import { type Tongue, tellTurns } from './telling.ts';

type OneTurn = NonNullable<Awaited<ReturnType<typeof turnById>>>;

/** A turn was opened: those it waits for hear of it, each by their own way; holders of a role when it cannot wait. */
export async function announceTurn(tx: TenantDb, tongue: Tongue, id: Id<'turn'>): Promise<void> {
  const turn = await turnById(tx, id);
  if (!turn?.open) return;
  // Nobody needs to be told what they have just written themselves.
  const people = (await listeners(tx, tongue, turn)).filter((personId) => personId !== turn.openedBy);
  for (const [personId, contact] of await contactsOf(tx, people)) {
    const way = wayBy(personId, contact);
    if (way !== 'never') await announceTo(tx, tongue, turn, way);
  }
}

async function listeners(tx: TenantDb, tongue: Tongue, turn: OneTurn): Promise<readonly Id<'person'>[]> {
  const { assignee } = turn;
  if ('personId' in assignee) return [assignee.personId];
  if (!tongue.kinds[turn.kind]?.instant) return [];
  const people = await peopleWhoseTurn(tx, assignee.role, assignee.departmentId);
  return people.filter((personId) => !turn.facts[notFor(personId)]);
}

async function announceTo(tx: TenantDb, tongue: Tongue, turn: OneTurn, way: Way): Promise<void> {
  if ((await stoppedTopics(tx, way.stopper)).has('turn')) return;
  const [told] = await tellTurns(tx, tongue, [turn], way.language);
  if (!told) return;
  const { personId, language, channel } = way;
  const invitation = personId && tongue.kinds[turn.kind]?.invitation;
  const invited = invitation ? await invitation(tx, turn.subject, { personId, language, channel }) : null;
  const reader = { language, origin: tx.origin, sender: tx.tenant.name };
  await send(tx, { ...way, topic: 'turn', turnId: turn.id, said: turnSaid(told, reader, invited) });
}

/** Those who hold a role in the department or in the whole house, or who stand in for it; each once. */
export async function peopleWhoseTurn(
  tx: TenantDb,
  role: Role,
  departmentId: Id<'department'> | null,
): Promise<readonly Id<'person'>[]> {
  const holders = await holdersOf(tx, rowOf(role), departmentId ? [departmentId] : 'any');
  return [...new Set(whoseTurn(role, holders).map((person) => person.id))];
}
