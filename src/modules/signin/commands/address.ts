import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Path } from '../../../platform/web/path.ts';
import { personById } from '../../housing/public.ts';
import { insertWish, makeSecrets } from '../store/codes.ts';
import { linkPlace } from '../urls.ts';

const MINUTE = 60_000;

/**
 * An absolute address that signs a person in once, within `minutes`: for who runs the server to hand over, where no mail
 * has been sent yet. Only its hash is kept, so it can be shown this one time. Throws when there is no such person.
 */
export async function signInAddress(
  tx: TenantDb,
  personId: Id<'person'>,
  wanted: { readonly minutes: number; readonly returnPath: Path },
): Promise<string> {
  const person = await personById(tx, personId);
  if (!person) throw new Error(`Cannot make a way in for ${personId}: there is no such person`);
  const wish = await insertWish(tx, {
    channel: 'mail',
    address: person.email ?? `${personId}@invalid`,
    language: person.language,
    returnPath: wanted.returnPath,
    expiresAt: new Date(tx.now.getTime() + wanted.minutes * MINUTE),
  });
  const { link } = await makeSecrets(tx, wish, personId);
  return tx.origin + linkPlace({ token: link });
}
