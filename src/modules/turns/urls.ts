import { path } from '../../platform/web/path.ts';

/** `side` is the page, from 1. */
export const turnsPlace = path('/din-tur');
/** Stop one kind of message without signing in: GET asks, POST (also a mail program's one click) does it. */
export const stopPlace = path('/beskeder/:token');
/** Which kinds of message one wants. */
export const messagesPlace = path('/min-side/beskeder');
export const lettersPlace = path('/udskriv/breve');
/** The waiting letters as one PDF; those up to the letter `til`. */
export const lettersFile = path('/udskriv/breve/fil');
export const lettersPrintedPlace = path('/udskriv/breve/udskrevet');
export const undeliveredPlace = path('/udskriv/breve/:id');
