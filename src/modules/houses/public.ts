import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { tiesOf } from './store.ts';
import { askPlace, fromPlace, goPlace, inPlace, myHousesPlace, tiePlace, toPlace, untiePlace } from './urls.ts';

export { HOUSE_RECEIVERS, signOutElsewhere, untieAll } from './commands.ts';
export { housesHoldings } from './holdings.ts';
export { housesJournal } from './journal.ts';
export { housesRoutes } from './routes.tsx';
export { myHousesPlace };

/** The houses that a person can go to, for the menu: one query. */
export async function housesFor(
  tx: TenantDb,
  personId: Id<'person'>,
): Promise<readonly { readonly href: string; readonly name: string }[]> {
  const ties = await tiesOf(tx, personId);
  return ties.flatMap(({ slug, name, tied }) => (tied ? [{ href: goPlace({ house: slug }), name }] : []));
}

/** A guest may be somebody in another house. */
export const HOUSE_PAGES = [myHousesPlace, goPlace, askPlace, fromPlace, toPlace, inPlace];
export const HOUSE_FORMS = [untiePlace, tiePlace];
