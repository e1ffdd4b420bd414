import { path } from '../../platform/web/path.ts';

export const gatheringsPlace = path('/samarbejder');
export const newGatheringPlace = path('/samarbejder/ny');
export const gatheringPlace = path('/samarbejder/:id');
export const editGatheringPlace = path('/samarbejder/:id/ret');
export const notePlace = path('/samarbejder/:id/skriv');
export const removeNotePlace = path('/samarbejder/:id/noter/:note/fjern');
export const papersPlace = path('/samarbejder/:id/papirer');
export const paperPlace = path('/samarbejder/:id/papirer/:paper');
export const removePaperPlace = path('/samarbejder/:id/papirer/:paper/fjern');
/** A guest says whether the others may see their name. */
export const myNamePlace = path('/samarbejder/:id/mit-navn');
export const guestsPlace = path('/samarbejder/:id/gaester');
export const endGuestPlace = path('/samarbejder/:id/gaester/:guest/slut');
/** A new card with a code to sign in by, as PDF. */
export const cardPlace = path('/samarbejder/:id/gaester/:guest/kort');
/** Where the code on the card is typed; `kode` comes from the square code. */
export const invitationPlace = path('/invitation');
