import { asksForOwnWay } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { loadActor, lockPerson } from '../../housing/public.ts';
import { type Ground, groundOf } from '../rules/ways.ts';
import { hasOwnWay } from '../store/own-ways.ts';

/** What a passkey or tie would rest on, if the person added one in a session that rests on paper, or does not. */
export async function groundFor(tx: TenantDb, personId: Id<'person'>, onPaper: boolean): Promise<Ground> {
  if (!onPaper) return 'own';
  const actor = await loadActor(tx, personId);
  const isTrusted = actor?.kind === 'person' && actor.grants.some(({ role }) => asksForOwnWay(role));
  return groundOf({ onPaper, hasOwnWay: await hasOwnWay(tx, personId), isTrusted });
}

/** The same, for one that is added now: a role given meanwhile is either seen here, or ends what is added. */
export async function holdGround(tx: TenantDb, personId: Id<'person'>, onPaper: boolean): Promise<Ground> {
  if (onPaper) await lockPerson(tx, personId);
  return groundFor(tx, personId, onPaper);
}
