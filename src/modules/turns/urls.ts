import { path } from '../../platform/web/path.ts';

export const turnsPlace = path('/din-tur');
/** Stop one kind of message without signing in: GET asks, POST (also the mail program's one click) does it. */
export const stopPlace = path('/beskeder/:token');
export const lettersPlace = path('/udskriv/breve');
/** The waiting letters as one PDF. */
export const lettersFile = path('/udskriv/breve/fil');
export const lettersPrintedPlace = path('/udskriv/breve/udskrevet');
