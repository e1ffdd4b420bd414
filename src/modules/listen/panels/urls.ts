import { path } from '../../../platform/web/path.ts';

export const panelsPlace = path('/fokusgrupper');
export const newPanelPlace = path('/fokusgrupper/ny');
export const panelPlace = path('/fokusgrupper/:id');
export const editPanelPlace = path('/fokusgrupper/:id/ret');
export const endPanelPlace = path('/fokusgrupper/:id/slut');
export const selectorsPlace = path('/fokusgrupper/:id/vaelgere');
export const posterPlace = path('/fokusgrupper/:id/plakat');
export const callLettersPlace = path('/fokusgrupper/:id/breve');
export const signUpPlace = path('/fokusgrupper/:id/tilmeld');
/** The same questions, empty for a pen. */
export const signUpSheetPlace = path('/fokusgrupper/:id/tilmeld/skema');
export const profilePlace = path('/fokusgrupper/:id/profil');
export const countAnewPlace = path('/fokusgrupper/:id/profil/taelling');
export const combinationPlace = path('/fokusgrupper/:id/profil/kombination');
export const mirrorPlace = path('/fokusgrupper/:id/spejl');

export const applicantsPlace = path('/fokusgrupper/:id/tilmeldte');
export const applicantPlace = path('/fokusgrupper/:id/tilmeldte/:person');
export const applicantGroupPlace = path('/fokusgrupper/:id/tilmeldte/:person/gruppe');
export const applicantActPlace = path('/fokusgrupper/:id/tilmeldte/:person/goer');
export const applicantSlipPlace = path('/fokusgrupper/:id/tilmeldte/:person/brev');
export const lockPlace = path('/fokusgrupper/:id/luk');

export const drawsPlace = path('/fokusgrupper/:id/traek');
export const drawPlace = path('/fokusgrupper/:id/traek/:draw');
export const stopDrawPlace = path('/fokusgrupper/:id/traek/:draw/stop');
export const pressPlace = path('/fokusgrupper/:id/traek/:draw/tryk');
export const dicePlace = path('/fokusgrupper/:id/traek/:draw/terninger');
export const reservePlace = path('/fokusgrupper/:id/traek/reserve');
export const notePlace = path('/fokusgrupper/:id/traek/:draw/notat');
/** Before everybody: the hash, the drum and the number, on the big screen and at home. */
export const drumPlace = path('/fokusgrupper/:id/lodtraekning/:draw');
export const proofPlace = path('/fokusgrupper/:id/lodtraekning/:draw/bevis');

export const newMeetingPlace = path('/fokusgrupper/:id/moeder');
export const meetingPlace = path('/fokusgrupper/:id/moeder/:meeting');
export const attendancePlace = path('/fokusgrupper/:id/moeder/:meeting/fremmoede');
export const questionsPlace = path('/fokusgrupper/:id/prioritering');
export const closeQuestionPlace = path('/fokusgrupper/:id/prioritering/:question/luk');
export const recommendationsPlace = path('/fokusgrupper/:id/anbefalinger');
export const answerRecommendationPlace = path('/fokusgrupper/:id/anbefalinger/:said/svar');
export const growPlace = path('/fokusgrupper/:id/anbefalinger/:said/initiativ');

/** One's own page, by the code on the receipt. */
export const enterPlace = path('/min-plads');
export const minePlace = path('/min-plads/:code');
export const myAnswerPlace = path('/min-plads/:code/svar');
export const myActPlace = path('/min-plads/:code/goer');
export const myMeetingPlace = path('/min-plads/:code/moeder/:meeting');
export const myVotePlace = path('/min-plads/:code/prioritering/:question');
