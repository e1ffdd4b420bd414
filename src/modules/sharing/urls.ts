import { path } from '../../platform/web/path.ts';

/** Copies that came and copies that went. `side` is the page of those that came, `sendt` of those that went. */
export const copiesPlace = path('/kopier');
export const receivedPlace = path('/kopier/modtaget/:copy');
export const answerPlace = path('/kopier/modtaget/:copy/svar');
export const recallSeenPlace = path('/kopier/modtaget/:copy/set');
export const receivedFilePlace = path('/kopier/modtaget/:copy/fil/:place');
export const sentPlace = path('/kopier/sendt/:copy');
export const recallPlace = path('/kopier/sendt/:copy/traek-tilbage');
/** Choose, see exactly what is sent, send. `source` is `initiativ` or `papir`. */
export const sharePlace = path('/kopier/send/:source/:id');
