import { path } from '../../../platform/web/path.ts';

/** The funds of the house, or the one there is. */
export const fundsPlace = path('/pulje');
export const applyPlace = path('/pulje/ansoeg');
/** A draft or a case, followed without an account by a code that cannot be guessed. */
export const followPlace = path('/pulje/min-ansoegning/:code');
export const applicationsPlace = path('/pulje/ansoegninger');
export const applicationPlace = path('/pulje/ansoegninger/:id');
