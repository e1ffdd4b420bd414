import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type FileWithContent, readFile } from '../../platform/files/files.ts';
import type { Web } from '../../platform/web/web.ts';
import { hostingRoutes } from './routes/hosting.tsx';
import { takingPartRoutes } from './routes/taking-part.tsx';
import { stageOf } from './rules.ts';
import { gatheringById, namesForGuests } from './store/gatherings.ts';
import { guestOf, guestsOf } from './store/guests.ts';
import { anyPaper } from './store/papers.ts';
import { turnsOfGatherings } from './turns.ts';
import {
  gatheringPlace,
  gatheringsPlace,
  invitationPlace,
  myNamePlace,
  notePlace,
  paperPlace,
  papersPlace,
  removeNotePlace,
} from './urls.ts';

export { gatheringsHoldings } from './holdings.ts';
export { gatheringsJournal } from './journal.ts';
export type { Gathering } from './rules.ts';
export { gatheringById, gatheringPage as newestGatherings, gatheringsOf } from './store/gatherings.ts';
export { gatheringPlace, gatheringsPlace };

/** Does somebody take part in it as a guest, now? For what hangs on a gathering. */
export async function isGuestOf(tx: TenantDb, id: Id<'gathering'>, personId: Id<'person'>): Promise<boolean> {
  const [gathering, guest] = await Promise.all([gatheringById(tx, id), guestOf(tx, id, personId)]);
  return gathering !== null && guest !== null && !guest.ended && stageOf(gathering, tx.today) !== 'closed';
}

/** Those who take part in it as guests, now; none when its days of grace are over. For what hangs on a gathering. */
export async function guestsNow(tx: TenantDb, id: Id<'gathering'>): Promise<Id<'person'>[]> {
  const gathering = await gatheringById(tx, id);
  if (!gathering || stageOf(gathering, tx.today) === 'closed') return [];
  return (await guestsOf(tx, id)).filter(({ ended }) => !ended).map(({ personId }) => personId);
}

/** What working together can want of a person, with what they are invited to. */
export const gatheringsTurns = turnsOfGatherings(namesForGuests);

/** A paper with its file, for staff who send a copy of it. */
export async function paperToShare(
  tx: TenantDb,
  id: Id<'gathering_paper'>,
): Promise<{ readonly title: string; readonly file: FileWithContent } | null> {
  const paper = await anyPaper(tx, id);
  const file = paper && (await readFile(tx, paper.fileId));
  return file ? { title: paper.title, file } : null;
}

/** What a guest may come to here: what they are invited to, and nothing of the hosts'. */
export const GUEST_PAGES = [gatheringsPlace, gatheringPlace, paperPlace, invitationPlace];
export const GUEST_FORMS = [notePlace, removeNotePlace, papersPlace, myNamePlace, invitationPlace];

/** Workshops, conferences and partnerships, with guests from other organisations. */
export function gatheringsRoutes(web: Web): void {
  hostingRoutes(web);
  takingPartRoutes(web);
}
