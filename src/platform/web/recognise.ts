import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { hashOfCode } from '../secret/code.ts';
import type { WebDeps } from './deps.ts';
import { findSession, type Session } from './session.ts';

/** The reader's session, and who they are in it. */
interface Recognised {
  readonly session: Session;
  readonly actor: Actor;
}

const MOST = 10_000;
const whose = new Map<string, Id<'person'>>();

/**
 * Who bears the token; null for visitors. A session is one person's for good, so a process that has met it asks who they
 * are in the same breath as whether it still holds.
 */
export async function recognise(
  { loadActor }: Pick<WebDeps, 'loadActor'>,
  tx: TenantDb,
  token: string | null,
): Promise<Recognised | null> {
  if (!token) return null;
  const key = `${tx.tenant.id} ${hashOfCode(token).toString('base64')}`;
  const expected = whose.get(key);
  const [session, probably] = await Promise.all([findSession(tx, token), expected ? loadActor(tx, expected) : null]);
  if (!session) {
    whose.delete(key);
    return null;
  }
  const { personId } = session;
  const actor = personId === expected ? probably : await loadActor(tx, personId);
  if (!actor) return null;
  if (whose.size >= MOST) whose.clear();
  whose.set(key, personId);
  return { session, actor };
}
