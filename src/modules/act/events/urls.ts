import { path } from '../../../platform/web/path.ts';

export const eventsPlace = path('/arrangementer');
export const newEventPlace = path('/arrangementer/ny');
export const rulesPlace = path('/arrangementer/regler');
export const eventPlace = path('/arrangementer/:id');
export const editEventPlace = path('/arrangementer/:id/ret');
export const textsPlace = path('/arrangementer/:id/sprog');
export const cancelPlace = path('/arrangementer/:id/aflys');
export const organisersPlace = path('/arrangementer/:id/arrangoerer');
export const posterPlace = path('/arrangementer/:id/plakat');
export const eventCalendarPlace = path('/arrangementer/:id/kalender.ics');

export const signUpPlace = path('/arrangementer/:id/tilmeld');
export const enterPlace = path('/min-tilmelding');
export const minePlace = path('/min-tilmelding/:code');
export const leavePlace = path('/min-tilmelding/:code/afmeld');

export const insidePlace = path('/arrangementer/:id/inde');
export const dutyPlace = path('/arrangementer/:id/huskeliste/:duty');
export const listPlace = path('/arrangementer/:id/liste');
export const comingPlace = path('/arrangementer/:id/tilmeldte');
export const changeSignUpPlace = path('/arrangementer/:id/tilmeldte/:person');
export const walkInPlace = path('/arrangementer/:id/uden-tilmelding');
export const undoWalkInPlace = path('/arrangementer/:id/uden-tilmelding/fortryd');
export const noticesPlace = path('/arrangementer/:id/beskeder');
export const noticesListPlace = path('/arrangementer/:id/beskeder/liste');
export const countPlace = path('/arrangementer/:id/taelling');
