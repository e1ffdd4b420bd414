import { path } from '../../../platform/web/path.ts';

export const tasksPlace = path('/opgaver');
/** `initiativ` or `arrangement` in the query: what it is for; `skabelon`: by which template it is cut. */
export const newJobPlace = path('/opgaver/ny');
export const countsPlace = path('/opgaver/tal');
export const capPlace = path('/opgaver/tal/graense');
/** What became of a question; `kode` in the query while the asker is to give it on. */
export const askedPlace = path('/opgaver/spurgt/:ask');
export const slipPlace = path('/opgaver/spurgt/:ask/seddel');
export const jobPlace = path('/opgaver/:job');
export const addTaskPlace = path('/opgaver/:job/flere');

export const takePlace = path('/opgave/:task/tag');
export const finishPlace = path('/opgave/:task/faerdig');
export const letGoPlace = path('/opgave/:task/laeg-tilbage');
export const missedPlace = path('/opgave/:task/blev-ikke');
export const halvePlace = path('/opgave/:task/del');
export const putAwayPlace = path('/opgave/:task/fjern');
export const thankPlace = path('/opgave/:task/tak');
export const askPlace = path('/opgave/:task/spoerg');

/** Where the one who was asked answers, without an account. Short: it stands in an SMS. */
export const answerPlace = path('/s/:code');
/** Where the code of a slip is typed. */
export const codePlace = path('/svar');

export const willingPlace = path('/spoerg-mig-gerne');
export const unwillingPlace = path('/spoerg-mig-gerne/stop');

export const roundsPlace = path('/doerrunder');
/** `afdeling` in the query: whose stairwells. */
export const newRoundPlace = path('/doerrunder/ny');
export const roundPlace = path('/doerrunder/:round');
export const roundPaperPlace = path('/doerrunder/:round/papir');
export const countStairwellPlace = path('/doerrunder/:round/tal');
