import { path } from '../../../platform/web/path.ts';

export const fundsPlace = path('/pulje');
export const ledgerPlace = path('/pulje/regnskab');
/** Where the secretariat writes what the board approved. */
export const policyPlace = path('/pulje/politik');
export const applyPlace = path('/pulje/ansoeg');
/** What the rules say and how full the page is, asked while somebody writes. */
export const meterPlace = path('/pulje/ansoeg/maaler');
/** The empty form, to be written on with a pen. */
export const blankPlace = path('/pulje/skema');
export const applicationsPlace = path('/pulje/ansoegninger');
export const applicationPlace = path('/pulje/ansoegninger/:id');
export const sheetPlace = path('/pulje/ansoegninger/:id/ark');
export const takeUpPlace = path('/pulje/ansoegninger/:id/tag-op');
export const askPlace = path('/pulje/ansoegninger/:id/spoerg');
export const advisePlace = path('/pulje/ansoegninger/:id/raad');
export const decidePlace = path('/pulje/ansoegninger/:id/beslut');
export const asidePlace = path('/pulje/ansoegninger/:id/inhabil');
export const withdrawPlace = path('/pulje/ansoegninger/:id/traek-tilbage');
export const answerPlace = path('/pulje/ansoegninger/:id/svar/:question');
/** A draft, followed without an account by a code that cannot be guessed. */
export const followPlace = path('/pulje/min-ansoegning/:code');
export const followMeterPlace = path('/pulje/min-ansoegning/:code/maaler');
export const followSheetPlace = path('/pulje/min-ansoegning/:code/ark');
/** Who was asked to join says no. */
export const declinePlace = path('/pulje/min-ansoegning/:code/nej');
export const followAnswerPlace = path('/pulje/min-ansoegning/:code/svar/:question');
export const followWithdrawPlace = path('/pulje/min-ansoegning/:code/traek-tilbage');
