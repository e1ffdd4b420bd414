import { path } from '../../../platform/web/path.ts';

export const workshopsPlace = path('/workshops');
export const newWorkshopPlace = path('/workshops/ny');
export const workshopPlace = path('/workshops/:id');
export const editWorkshopPlace = path('/workshops/:id/ret');
/** What is asked. */
export const templatePlace = path('/workshops/:id/skabelon');
export const tablesPlace = path('/workshops/:id/borde');
export const changeTablePlace = path('/workshops/:id/borde/:table');
export const removeTablePlace = path('/workshops/:id/borde/:table/fjern');
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
export const removePhotoPlace = path('/workshops/:id/billeder/:photo/fjern');
/** Sheets that wait for somebody to go through them. */
export const checkingPlace = path('/workshops/:id/tast');
export const checkPlace = path('/workshops/:id/tast/:sheet');
export const hideInsightPlace = path('/workshops/:id/indsigter/:insight/skjul');

/** Where the code is typed by hand. */
export const enterPlace = path('/w');
/** Without an account, by the link or the square code: send a picture, fill in, say what you take home. */
export const linkPlace = path('/w/:code');
export const sendPhotoPlace = path('/w/:code/billede');
export const sentPhotoPlace = path('/w/:code/billede/:photo');
/** What the reader in the browser must know. */
export const linkLayoutsPlace = path('/w/:code/layout');
export const linkTablePlace = path('/w/:code/bord/:number');
export const linkSheetPlace = path('/w/:code/bord/:number/:page');
export const sayInsightPlace = path('/w/:code/indsigt');
