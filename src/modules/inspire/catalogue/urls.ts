import { path } from '../../../platform/web/path.ts';

export const cataloguePlace = path('/katalog');
/** What one does in one's own home. */
export const atHomePlace = path('/katalog/derhjemme');
export const proposePlace = path('/katalog/foreslaa');
/** Proposals, what is due to be looked through, and every card there is. */
export const deskPlace = path('/katalog/redaktion');
/** Puts in the cards that come with Grobund. */
export const deckPlace = path('/katalog/startkort');
export const editionsPlace = path('/katalog/udgaver');
export const editionPlace = path('/katalog/udgaver/:edition');
export const rulesPlace = path('/katalog/regler');
export const departmentRulesPlace = path('/katalog/regler/:department');
export const outsidePlace = path('/katalog/penge-udefra');
export const newFundingPlace = path('/katalog/penge-udefra/ny');
export const fundingPlace = path('/katalog/penge-udefra/:funding');
export const retireFundingPlace = path('/katalog/penge-udefra/:funding/fjern');
/** A finished initiative becomes a card. */
export const fromInitiativePlace = path('/katalog/fra-initiativ/:id');
export const cardPlace = path('/katalog/kort/:id');
/** One A4 page to hang up, and the A2 poster. */
export const sheetPlace = path('/katalog/kort/:id/ark');
export const posterPlace = path('/katalog/kort/:id/plakat');
/** "Det vil vi også". */
export const takePlace = path('/katalog/kort/:id/vi-vil');
/** "Det gør jeg selv". */
export const doPlace = path('/katalog/kort/:id/goer-jeg');
export const editCardPlace = path('/katalog/kort/:id/ret');
export const publishPlace = path('/katalog/kort/:id/udgiv');
export const declinePlace = path('/katalog/kort/:id/afslaa');
export const retirePlace = path('/katalog/kort/:id/tag-ned');
export const pinPlace = path('/katalog/kort/:id/aarets');
/** The editors ask the caretakers what a card asks of them; and what those say. */
export const askOperationsPlace = path('/katalog/kort/:id/spoerg-driften');
export const remarkPlace = path('/katalog/kort/:id/drift');
export const removeRemarkPlace = path('/katalog/kort/:id/drift/:remark/fjern');
export const photosPlace = path('/katalog/kort/:id/billeder');
export const photoPlace = path('/katalog/billede/:photo');
export const removePhotoPlace = path('/katalog/billede/:photo/fjern');
/** "Spørg dem, der har gjort det", and where they answer. */
export const askPlace = path('/katalog/kort/:id/spoerg');
export const questionPlace = path('/katalog/spoergsmaal/:question');
