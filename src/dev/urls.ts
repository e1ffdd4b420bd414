import { path } from '../platform/web/path.ts';

export const frontPlace = path('/');
export const devPlace = path('/dev');
export const signInAsPlace = path('/dev/log-ind');
/** A page with one button: the address that `npm start` prints for each role. */
export const asPlace = path('/dev/som/:id');
export const clockPlace = path('/dev/ur');
export const outboxPlace = path('/dev/udbakke');
export const mailPlace = path('/dev/udbakke/:id');
export const jobsPlace = path('/dev/opgaver');
export const galleryPlace = path('/dev/galleri');
/** The way to the development broker: signing in itself. */
export const vouchPlace = path('/log-ind/hos/:way');
