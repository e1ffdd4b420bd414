import { personIdOf, type Role } from './kernel/actor.ts';
import type { Id } from './kernel/id.ts';
import { displayNames, holdersOf, personPlace, roleName } from './modules/housing/public.ts';
import { notify } from './modules/turns/public.ts';
import type { TenantDb } from './platform/db/tenant-db.ts';
import { trustedRolesText as words } from './trusted-roles-text.ts';

const TRUSTED: readonly Role[] = ['consultant', 'secretariat', 'finance'];

/**
 * Somebody can approve payments from now on. All of the secretariat and finance hear of it, also the one who gave the
 * role: so that nobody becomes two approvers by writing in a person who is themselves, and nobody does it with
 * another's device, without a colleague knowing. Of a role that came with a work account they hear whatever it is, since
 * nobody here gave it.
 */
export async function tellOfTrustedRole(
  tx: TenantDb,
  {
    personId,
    role,
    byDirectory,
  }: { readonly personId: Id<'person'>; readonly role: Role; readonly byDirectory?: true },
): Promise<void> {
  const trusted = TRUSTED.includes(role);
  if (!trusted && !byDirectory) return;
  const by = personIdOf(tx.actor);
  const people = [personId, by].flatMap((id) => (id ? [{ kind: 'person' as const, id }] : []));
  const names = await displayNames(tx, people);
  const nameOf = (id: Id<'person'> | null) => names.get(`person:${id}`) ?? tx.tenant.name;
  const holders = await holdersOf(tx, ['secretariat', 'finance'], 'any');
  for (const to of new Set(holders.map(({ id }) => id).filter((id) => id !== personId))) {
    const opensPeople = holders.some((one) => one.id === to && one.role === 'secretariat');
    await notify(tx, {
      to: { personId: to },
      topic: 'answer',
      say(language) {
        const say = words(language);
        const path = personPlace({ id: personId });
        return {
          subject: say.subject(nameOf(personId)),
          paragraphs: [
            say.given(byDirectory ? say.directory : nameOf(by), nameOf(personId), roleName(role, language)),
            ...(trusted ? [say.trusted, say.unknown] : []),
          ],
          ...(opensPeople ? { action: { label: say.see, path } } : {}),
        };
      },
    });
  }
}
