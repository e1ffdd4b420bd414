import { path } from '../../platform/web/path.ts';

export const frontPlace = path('/');
export const aboutPlace = path('/om');
export const contactPlace = path('/kontakt');
export const privacyPlace = path('/privatliv');
export const accessibilityPlace = path('/was');
export const officePlace = path('/kontoret');
