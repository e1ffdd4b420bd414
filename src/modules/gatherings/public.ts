import type { Web } from '../../platform/web/web.ts';
import { hostingRoutes } from './routes/hosting.tsx';
import { takingPartRoutes } from './routes/taking-part.tsx';
import { namesForGuests } from './store/gatherings.ts';
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
export { gatheringsPlace };

/** What working together can want of a person, with what they are invited to. */
export const gatheringsTurns = turnsOfGatherings(namesForGuests);

/** What a guest may come to here: what they are invited to, and nothing of the hosts'. */
export const GUEST_PAGES = [gatheringsPlace, gatheringPlace, paperPlace, invitationPlace];
export const GUEST_FORMS = [notePlace, removeNotePlace, papersPlace, myNamePlace, invitationPlace];

/** Workshops, conferences and partnerships, with guests from other organisations. */
export function gatheringsRoutes(web: Web): void {
  hostingRoutes(web);
  takingPartRoutes(web);
}
