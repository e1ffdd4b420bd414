import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { initiativePlace } from '../../../initiatives/public.ts';
import { triedSentence } from '../letters/nearby.ts';
import { triedSince } from '../store/nearby.ts';
import { storyPlace } from '../urls.ts';

/** Who asks for the first time hears of the last months. */
const FIRST_DAYS = 90;

/**
 * What a department near the person has held since then: the newest of which we may tell how many came. `since` is the day on which they
 * last heard of any. Null where there is none.
 */
export async function triedNearby(
  tx: TenantDb,
  personId: Id<'person'>,
  since: Day | null,
  language: Language,
): Promise<{ readonly sentence: string; readonly path: Path } | null> {
  const all = await triedSince(tx, personId, since ?? addDays(tx.today, -FIRST_DAYS));
  for (const { initiativeId, title, departments, known, storyId } of all) {
    const { came } = known;
    if (typeof came !== 'number') continue;
    const path = storyId ? storyPlace({ id: storyId }) : initiativePlace({ id: initiativeId });
    return { sentence: triedSentence({ departments, title, came }, language), path };
  }
  return null;
}
