import { path } from '../../../platform/web/path.ts';

export const workshopsPlace = path('/workshops');
export const newWorkshopPlace = path('/workshops/ny');
export const workshopPlace = path('/workshops/:id');
export const editWorkshopPlace = path('/workshops/:id/ret');
/** The link that everybody has: closed for now, open again, or with another code. */
export const closeLinkPlace = path('/workshops/:id/link/luk');
export const openLinkPlace = path('/workshops/:id/link/aabn');
export const renewLinkPlace = path('/workshops/:id/link/ny');
/** What is asked. */
export const templatePlace = path('/workshops/:id/skabelon');
export const tablesPlace = path('/workshops/:id/borde');
export const changeTablePlace = path('/workshops/:id/borde/:table');
export const removeTablePlace = path('/workshops/:id/borde/:table/fjern');
/** Another code for a table: the one before opens nothing any more. */
export const newTableCodePlace = path('/workshops/:id/borde/:table/kode');
/** What was typed for it by somebody who did not sit there, and back again. */
export const setAsidePlace = path('/workshops/:id/borde/:table/til-side');
export const putBackPlace = path('/workshops/:id/borde/:table/med-igen');
export const sheetsPlace = path('/workshops/:id/ark');
/** All that is printed, or one table's (`bord`), as PDF. */
export const sheetsPdfPlace = path('/workshops/:id/ark/pdf');
/** What a reader must know of the sheets, as `grobund read-sheet --layout` takes it. */
export const layoutsPlace = path('/workshops/:id/ark/layout');
export const photosPlace = path('/workshops/:id/billeder');
export const photoFilePlace = path('/workshops/:id/billeder/:photo/billede');
/** The sheet laid flat, without what lay around it. */
export const flatPlace = path('/workshops/:id/billeder/:photo/ark');
/** Staff say which sheet a picture shows, when it could not be read. */
export const namePhotoPlace = path('/workshops/:id/billeder/:photo/hvilket');
/** In place of one picture or one step: all that the page showed. */
export const ALL_SHOWN = 'alle';
export const removePhotoPlace = path('/workshops/:id/billeder/:photo/fjern');
/** Sheets that wait for somebody to go through them. */
export const checkingPlace = path('/workshops/:id/tast');
export const checkPlace = path('/workshops/:id/tast/:sheet');
/** What somebody takes home: up on the wall, or off it; `alle` in place of one of them. */
export const showInsightPlace = path('/workshops/:id/indsigter/:insight/vis');
export const hideInsightPlace = path('/workshops/:id/indsigter/:insight/skjul');

/** Where the code is typed by hand. */
export const enterPlace = path('/w');
/** Without an account, by the link or the square code: send a picture, fill in, say what you take home. */
export const linkPlace = path('/w/:code');
export const sendPhotoPlace = path('/w/:code/billede');
/** What came of the pictures that somebody sent at once: their ids with a full stop between (`sentTogether`). */
export const sentPhotoPlace = path('/w/:code/billede/:photo');
/** What the reader in the browser must know. */
export const linkLayoutsPlace = path('/w/:code/layout');
/** Where a table begins to answer on a telephone, or types the code that is its own. */
export const linkTablePlace = path('/w/:code/bord/:number');
/** A table's own pages: by the code on its sheets, and by no other. Short, since it stands in a square code. */
export const tablePlace = path('/b/:code');
export const tableSheetPlace = path('/b/:code/tema/:page');
export const tablePhotoPlace = path('/b/:code/billede');
export const tableSentPlace = path('/b/:code/billede/:photo');
export const tableLayoutsPlace = path('/b/:code/layout');
export const tableQuotesPlace = path('/b/:code/citater');
export const tableQuotePlace = path('/b/:code/citater/:quote');
export const sayInsightPlace = path('/w/:code/indsigt');

/** What a room of people wants: for staff, and (released) for those who take part. */
export const resultPlace = path('/workshops/:id/resultat');
export const resultPdfPlace = path('/workshops/:id/resultat/pdf');
export const resultExcelPlace = path('/workshops/:id/resultat/excel');
/** What an organisation, or a mixed table (`bord`), answered itself. */
export const ownSheetPlace = path('/workshops/:id/resultat/eget/:table');
export const releasePlace = path('/workshops/:id/resultat/vis');
export const returnedPlace = path('/workshops/:id/resultat/givet');
/** From the sheet to initiatives and ideas, several at once. */
export const onwardPlace = path('/workshops/:id/videre');
export const quotesPlace = path('/workshops/:id/citater');
export const putUpQuotesPlace = path('/workshops/:id/citater/op');
export const answerQuotePlace = path('/workshops/:id/citater/:quote');
export const pledgesPlace = path('/workshops/:id/skridt');
export const pledgePlace = path('/workshops/:id/skridt/:pledge');
export const hidePledgePlace = path('/workshops/:id/skridt/:pledge/skjul');
/** First steps that were written on paper: typed in one after the other. */
export const pledgeCardsPlace = path('/workshops/:id/skridtkort');
/** The cards, to print; `blanke`: without the names of tables. */
export const pledgeCardsPdfPlace = path('/workshops/:id/skridtkort/pdf');
/** What the room may join in, and who has. */
export const choicesPlace = path('/workshops/:id/valgt');
export const removeChoicePlace = path('/workshops/:id/valgt/:choice/fjern');
/** Names are taken off it. */
export const choiceNamesPlace = path('/workshops/:id/valgt/:choice/navne');
/** What hangs there becomes an initiative, with the names. */
export const choiceInitiativePlace = path('/workshops/:id/valgt/:choice/initiativ');
export const planPlace = path('/workshops/:id/plan');
export const planPdfPlace = path('/workshops/:id/plan/pdf');
export const itemsPlace = path('/workshops/:id/plan/program');
export const removeItemPlace = path('/workshops/:id/plan/program/:item/fjern');
export const ticksPlace = path('/workshops/:id/plan/tjekliste');
export const invitationsPlace = path('/workshops/:id/inviterede');
export const attendancePlace = path('/workshops/:id/inviterede/fremmoede');
export const removeInvitationPlace = path('/workshops/:id/inviterede/:invitation/fjern');
/** The facilitator's telephone: one sheet after another. */
export const gatherPlace = path('/workshops/:id/saml-ind');
/** What the reader in the browser must know there. */
export const gatherLayoutsPlace = path('/workshops/:id/layout');
/** The wall goes on at once, without waiting for the last sheet. */
export const showClosingPlace = path('/workshops/:id/saml-ind/vis');

/** What hangs on the wall, for everybody in the room. */
export const wallPlace = path('/w/:code/vaeg');
export const makePledgePlace = path('/w/:code/skridt');
export const joinChoicePlace = path('/w/:code/vaer-med');
/** By the link in a letter alone: how it went with a first step, and whether somebody comes. */
export const pledgeAnswerPlace = path('/mit-skridt/:code');
export const invitationAnswerPlace = path('/kommer-du/:code');
export const invitationSheetPlace = path('/kommer-du/:code/ark');

/** What opens to whoever has a code, with an account or without. */
export const PAGES_BY_CODE = [
  enterPlace,
  linkPlace,
  sentPhotoPlace,
  linkLayoutsPlace,
  linkTablePlace,
  tablePlace,
  tableSheetPlace,
  tableSentPlace,
  tableLayoutsPlace,
  tableQuotesPlace,
  wallPlace,
  makePledgePlace,
  joinChoicePlace,
  pledgeAnswerPlace,
  invitationAnswerPlace,
  invitationSheetPlace,
];
export const FORMS_BY_CODE = [
  enterPlace,
  sendPhotoPlace,
  linkTablePlace,
  tableSheetPlace,
  tablePhotoPlace,
  tableQuotePlace,
  sayInsightPlace,
  makePledgePlace,
  joinChoicePlace,
  pledgeAnswerPlace,
  invitationAnswerPlace,
];
