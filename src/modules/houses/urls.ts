import { path } from '../../platform/web/path.ts';

/** In which other houses I am known. `q` finds one by its name. */
export const myHousesPlace = path('/min-side/huse');
export const untiePlace = path('/min-side/huse/:house/fjern');
/** From the menu: to a house in which I am known. */
export const goPlace = path('/huse/:house/skift');
/** From my page: to a house in which I will be known too. */
export const askPlace = path('/huse/:house/knyt');
// The journey, in three steps, so that the code is worth nothing in another browser: the other house gives this browser a
// secret (`fra`), this house writes a letter for whoever holds it (`til`), and the other takes the letter (`ind`).
export const fromPlace = path('/huse/fra/:house');
/** `spor` is the secret's hash; `vej` is why. */
export const toPlace = path('/huse/til/:house');
export const inPlace = path('/huse/ind/:code');
/** Yes, that is me too. */
export const tiePlace = path('/huse/ind/:code/ja');
