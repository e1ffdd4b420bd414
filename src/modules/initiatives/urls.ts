import { path } from '../../platform/web/path.ts';

export const initiativesPlace = path('/initiativer');
export const newInitiativePlace = path('/initiativer/ny');
export const overviewPlace = path('/initiativer/overblik');
export const initiativePlace = path('/initiativer/:id');
export const insidePlace = path('/initiativer/:id/inde');
/** What both say when not only the newest of the thread is to be shown. */
export const WHOLE_THREAD = { traad: 'hele' } as const;
export const editPlace = path('/initiativer/:id/ret');
export const askPlace = path('/initiativer/:id/spoerg');
export const takeOverPlace = path('/initiativer/:id/overtag');
export const stepDownPlace = path('/initiativer/:id/traed-tilbage');
export const parkPlace = path('/initiativer/:id/hvil');
export const wakePlace = path('/initiativer/:id/vaek');
export const endPlace = path('/initiativer/:id/afslut');
export const addStepPlace = path('/initiativer/:id/skridt');
export const finishStepPlace = path('/initiativer/:id/skridt/:step');
/** Somebody who wants to join in: they were called, or their name goes. */
export const interestPlace = path('/initiativer/:id/vil-vaere-med/:interest');
/** Where an asked person answers. */
export const answerPlace = path('/vil-du-drive/:ask');

/** "Går det, skal I have hjælp, eller hviler det?" for those who are signed in. */
export const questionPlace = path('/initiativer/:id/gaar-det');
/** They have had the help that they asked for. */
export const helpedPlace = path('/initiativer/:id/hjulpet');
/** The same question without signing in. Short: it stands in an SMS. */
export const howGoesPlace = path('/g/:code');
/** Where the code of a letter is typed. */
export const howGoesCodePlace = path('/gaar-det');

export const newIdeaPlace = path('/ideer/ny');
export const ideasPlace = path('/ideer');
export const ideaPlace = path('/ideer/:id');
export const makePlace = path('/ideer/:id/bliv-til');
export const joinPlace = path('/ideer/:id/laeg-til');
/** Who it was that said it on paper or in the telephone. */
export const ideaPersonPlace = path('/ideer/:id/hvem');
export const answerIdeaPlace = path('/ideer/:id/svar');
/** Followed without an account, by a code that cannot be guessed. */
export const followPlace = path('/min-ide/:code');
