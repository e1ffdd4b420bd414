import { path } from '../../../platform/web/path.ts';

export const fundsPlace = path('/pulje');
export const ledgerPlace = path('/pulje/regnskab');
/** Where the secretariat writes what the board approved. */
export const policyPlace = path('/pulje/politik');
export const applyPlace = path('/pulje/ansoeg');
export const applicationsPlace = path('/pulje/ansoegninger');
export const applicationPlace = path('/pulje/ansoegninger/:id');
export const takeUpPlace = path('/pulje/ansoegninger/:id/tag-op');
export const askPlace = path('/pulje/ansoegninger/:id/spoerg');
export const advisePlace = path('/pulje/ansoegninger/:id/raad');
export const decidePlace = path('/pulje/ansoegninger/:id/beslut');
export const asidePlace = path('/pulje/ansoegninger/:id/inhabil');
export const withdrawPlace = path('/pulje/ansoegninger/:id/traek-tilbage');
export const answerPlace = path('/pulje/ansoegninger/:id/svar/:question');
/** A draft, followed without an account by a code that cannot be guessed. */
export const followPlace = path('/pulje/min-ansoegning/:code');
export const followAnswerPlace = path('/pulje/min-ansoegning/:code/svar/:question');
export const followWithdrawPlace = path('/pulje/min-ansoegning/:code/traek-tilbage');
