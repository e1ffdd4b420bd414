import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { personById } from '../../housing/public.ts';
import type { Stopper, Topic } from '../rules.ts';
import { deleteStop, insertStop } from '../store/stops.ts';

/** No more of these to this person or address. Others of our messages still come. */
export async function stopTopic(tx: TenantDb, stopper: Stopper, topic: Topic): Promise<void> {
  // The link may be older than the person's wish to be forgotten.
  if (stopper.kind === 'person' && !(await personById(tx, stopper.personId))) return;
  await insertStop(tx, stopper, topic);
}

export async function resumeTopic(tx: TenantDb, stopper: Stopper, topic: Topic): Promise<void> {
  await deleteStop(tx, stopper, topic);
}
