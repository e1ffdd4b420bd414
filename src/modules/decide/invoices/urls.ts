import { path } from '../../../platform/web/path.ts';

/** Where a supplier sends an invoice; no account. `?ref=` writes the reference. */
export const sendPlace = path('/faktura');
/** Where the one who sent it follows it. */
export const followPlace = path('/faktura/:code');

export const invoicesPlace = path('/fakturaer');
export const newPlace = path('/fakturaer/ny');
export const typePlace = path('/fakturaer/ny/skriv');
export const settingsPlace = path('/fakturaer/indstillinger');
export const seenPlace = path('/fakturaer/mails/:id/set');
export const invoicePlace = path('/fakturaer/:id');
export const filePlace = path('/fakturaer/:id/fil');
export const picturePlace = path('/fakturaer/:id/billede');
export const partPlace = path('/fakturaer/:id/billede/skil');
export const correctPlace = path('/fakturaer/:id/ret');
export const matchPlace = path('/fakturaer/:id/tilsagn');
export const answerPlace = path('/fakturaer/:id/svar');
export const acceptPlace = path('/fakturaer/:id/betal');
export const returnPlace = path('/fakturaer/:id/retur');
export const letterPlace = path('/fakturaer/:id/brev/:letter');
export const rejectPlace = path('/fakturaer/:id/afvis');
export const undoPlace = path('/fakturaer/:id/fortryd');
