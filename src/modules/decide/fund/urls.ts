import { path } from '../../../platform/web/path.ts';

export const fundsPlace = path('/pulje');
export const newFundPlace = path('/pulje/ny');
export const fundPlace = path('/puljer/:fund');
export const ledgerPlace = path('/puljer/:fund/regnskab');
export const topUpPlace = path('/puljer/:fund/tilfoej');
export const carryOverPlace = path('/puljer/:fund/overfoer');
/** Every version of the policy, and what each changed. */
export const policyPlace = path('/puljer/:fund/politik');
/** Where the secretariat writes what the board approved. */
export const newPolicyPlace = path('/puljer/:fund/politik/ny');
export const waitingPlace = path('/puljer/:fund/venteliste');
export const meetingsPlace = path('/puljer/:fund/moeder');
export const meetingPlace = path('/puljer/:fund/moeder/:meeting');
/** Who took part, for the minutes. */
export const presentPlace = path('/puljer/:fund/moeder/:meeting/til-stede');
/** Applications that are decided together; the day is the last on which one could apply. */
export const roundPlace = path('/puljer/:fund/runder/:day');
/** `liste.pdf`, `liste.docx`, `referat.pdf`, `referat.docx`. */
export const meetingPaperPlace = path('/puljer/:fund/moeder/:meeting/:paper');
export const applyPlace = path('/pulje/ansoeg');
/** What the rules say and how full the page is, asked while somebody writes. */
export const meterPlace = path('/pulje/ansoeg/maaler');
/** The empty form, to be written on with a pen. */
export const blankPlace = path('/pulje/skema');
export const applicationsPlace = path('/pulje/ansoegninger');
/** The same cases as a file for a spreadsheet. */
export const applicationsFilePlace = path('/pulje/ansoegninger.csv');
export const applicationPlace = path('/pulje/ansoegninger/:id');
export const sheetPlace = path('/pulje/ansoegninger/:id/ark');
export const letterPlace = path('/pulje/ansoegninger/:id/brev/:letter');
export const printSlipPlace = path('/pulje/ansoegninger/:id/seddel');
export const closeSlipsPlace = path('/pulje/ansoegninger/:id/seddel/luk');
export const takeUpPlace = path('/pulje/ansoegninger/:id/tag-op');
export const askPlace = path('/pulje/ansoegninger/:id/spoerg');
export const advisePlace = path('/pulje/ansoegninger/:id/raad');
export const decidePlace = path('/pulje/ansoegninger/:id/beslut');
export const asidePlace = path('/pulje/ansoegninger/:id/inhabil');
/** Whether somebody whom the applicant named applies too. */
export const namingPlace = path('/pulje/ansoegninger/:id/naevnt');
/** What staff do with a case after the yes. */
export const cancelPlace = path('/pulje/ansoegninger/:id/aflys');
export const lapsePlace = path('/pulje/ansoegninger/:id/bortfald');
export const releasePlace = path('/pulje/ansoegninger/:id/frigiv');
export const closePlace = path('/pulje/ansoegninger/:id/afslut');
export const takeOverPlace = path('/pulje/ansoegninger/:id/overtag');
export const withdrawPlace = path('/pulje/ansoegninger/:id/traek-tilbage');
export const answerPlace = path('/pulje/ansoegninger/:id/svar/:question');
/** A draft, followed without an account by a code that cannot be guessed. */
export const followPlace = path('/pulje/min-ansoegning/:code');
export const followMeterPlace = path('/pulje/min-ansoegning/:code/maaler');
export const followSheetPlace = path('/pulje/min-ansoegning/:code/ark');
export const followLetterPlace = path('/pulje/min-ansoegning/:code/brev/:letter');
export const followPrintSlipPlace = path('/pulje/min-ansoegning/:code/seddel');
export const followCloseSlipsPlace = path('/pulje/min-ansoegning/:code/seddel/luk');
/** Who was asked to join says no. */
export const declinePlace = path('/pulje/min-ansoegning/:code/nej');
export const followAnswerPlace = path('/pulje/min-ansoegning/:code/svar/:question');
export const followWithdrawPlace = path('/pulje/min-ansoegning/:code/traek-tilbage');
/** The slip at the till: short, since it may be typed from a card. */
export const slipEntryPlace = path('/seddel');
export const slipPlace = path('/seddel/:code');
