import { path } from '../../platform/web/path.ts';

export const frontPlace = path('/');
export const aboutPlace = path('/om');
export const contactPlace = path('/kontakt');
/** `q` is what is looked for. */
export const searchPlace = path('/soeg');
export const officePlace = path('/kontoret');
