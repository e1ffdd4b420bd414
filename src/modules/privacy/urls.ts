import { path } from '../../platform/web/path.ts';

/** One's own: what is kept, a copy of it, being forgotten, who has looked, and one's yes and no. */
export const myDataPlace = path('/min-side/data');
export const myExportPlace = path('/min-side/data/kopi');
export const myErasurePlace = path('/min-side/data/slet');
export const myUndoPlace = path('/min-side/data/fortryd');
/** `side` is the page, from 1. */
export const myLooksPlace = path('/min-side/data/opslag');
export const myConsentsPlace = path('/min-side/data/samtykker');
/** A copy, for the person and for the staff who asked on their behalf. */
export const packagePlace = path('/kopi/:id');

/** The same, by staff on behalf of somebody. */
export const theirDataPlace = path('/personer/:id/data');
export const theirExportPlace = path('/personer/:id/data/kopi');
export const theirErasurePlace = path('/personer/:id/data/slet');
export const theirUndoPlace = path('/personer/:id/data/fortryd');
export const theirRefusalPlace = path('/personer/:id/data/afvis');
export const theirConsentsPlace = path('/personer/:id/data/samtykker');

/** The secretariat's. */
export const officePlace = path('/databeskyttelse');
export const settingsPlace = path('/databeskyttelse/indstillinger');
/** `q` finds who looked, or at whom. */
export const looksPlace = path('/databeskyttelse/opslag');
export const recordPlace = path('/databeskyttelse/fortegnelse');
/** `som` is pdf or docx. */
export const recordFilePlace = path('/databeskyttelse/fortegnelse/fil');
export const editStatementPlace = path('/databeskyttelse/tekster/:kind');

export const accessibilityPlace = path('/was');
export const privacyPlace = path('/privatliv');
