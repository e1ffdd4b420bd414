import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { choosePreference, contactOf, lockPerson } from '../../housing/public.ts';
import { reachAfter, standing, TOPICS, type Topic } from '../rules/consents.ts';
import { consentsOf, insertConsents } from '../store/consents.ts';

/**
 * Writes down what somebody says yes and no to; what they said already is not written twice. A no to the way by which
 * the house reaches them moves them to a way with a yes. Answers whether anything changed.
 */
export async function giveConsents(
  tx: TenantDb,
  personId: Id<'person'>,
  said: Readonly<Partial<Record<Topic, boolean>>>,
): Promise<boolean> {
  await lockPerson(tx, personId);
  const before = standing(await consentsOf(tx, personId));
  const fresh = TOPICS.flatMap((topic) => {
    const given = said[topic];
    return given === undefined || before[topic]?.given === given ? [] : [{ topic, given }];
  });
  if (fresh.length === 0) return false;
  const actor = personIdOf(tx.actor);
  await insertConsents(tx, personId, fresh, { channel: tx.channel, registeredBy: actor === personId ? null : actor });
  record(tx, {
    kind: 'privacy.consents_changed',
    subject: { kind: 'person', id: personId },
    facts: Object.fromEntries(fresh.map(({ topic, given }) => [topic, given])),
  });
  await moveReach(tx, personId);
  return true;
}

async function moveReach(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  const contact = await contactOf(tx, personId);
  if (!contact) return;
  const now = standing(await consentsOf(tx, personId));
  const said = Object.fromEntries(TOPICS.flatMap((topic) => (now[topic] ? [[topic, now[topic].given]] : [])));
  const channel = reachAfter(contact.channel, said, { email: contact.email !== null, phone: contact.phone !== null });
  if (channel === contact.channel) return;
  const { largePrint, digitalExempt } = contact;
  await choosePreference(tx, personId, { channel, largePrint, digitalExempt });
}
