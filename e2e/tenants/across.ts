import { verbs } from '../../src/modules/gatherings/seed.ts';
import { gatheringById } from '../../src/modules/gatherings/store/gatherings.ts';
import { guestsOf } from '../../src/modules/gatherings/store/guests.ts';
import { actingAs } from '../../src/modules/initiatives/seed.ts';
import { aCopy } from '../../src/modules/sharing/seed.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';
import { SOURCES } from '../../src/shared-sources.ts';
import { personNamed } from './people.ts';

/** The code on the card of a guest in the story. */
export async function guestCodeOf(tx: TenantDb): Promise<string> {
  const { id } = await tx.sql.selectFrom('gathering').select('id').orderBy('id').executeTakeFirstOrThrow();
  const gathering = await gatheringById(tx, id);
  const guest = gathering && (await guestsOf(tx, id)).find(({ hasAddress }) => !hasAddress);
  if (!guest) throw new Error('The story has no guest with a card');
  return verbs.makeCard(tx, id, guest);
}

/** Karen sends what she has to the other house: a story with words, and a paper with a file. */
export async function sendTo(tx: TenantDb, slug: string): Promise<void> {
  const acting = await actingAs(tx, await personNamed('Karen Mose')(tx));
  const soup = tx.sql.selectFrom('initiative').select('id').where('title', 'like', 'Suppeaften%');
  await aCopy(acting, { source: 'initiative', id: (await soup.executeTakeFirstOrThrow()).id, to: slug }, SOURCES);
  const paper = await tx.sql.selectFrom('gathering_paper').select('id').executeTakeFirstOrThrow();
  await aCopy(acting, { source: 'paper', id: paper.id, to: slug, note: 'Planen' }, SOURCES);
}
