import { path } from '../../platform/web/path.ts';

/** For machines. */
export const openapiPlace = path('/api/v1/openapi.json');
export const resourcePlace = path('/api/v1/:resource');
export const onePlace = path('/api/v1/:resource/:id');

/** What the API can, for the people who set other systems up. */
export const apiPagePlace = path('/api');

/** The secretariat's room. */
export const doorsPlace = path('/forbindelser');
export const newTokenPlace = path('/forbindelser/noegler/ny');
export const endTokenPlace = path('/forbindelser/noegler/:id/luk');
export const takeTokenPlace = path('/forbindelser/noegler/:id/overtag');
export const newWebhookPlace = path('/forbindelser/beskeder/ny');
export const webhookPlace = path('/forbindelser/beskeder/:id');
export const editWebhookPlace = path('/forbindelser/beskeder/:id/ret');
export const tryWebhookPlace = path('/forbindelser/beskeder/:id/proev');
export const pauseWebhookPlace = path('/forbindelser/beskeder/:id/pause');
export const resumeWebhookPlace = path('/forbindelser/beskeder/:id/start');
export const secretPlace = path('/forbindelser/beskeder/:id/hemmelighed');
export const resendPlace = path('/forbindelser/beskeder/:id/igen');
export const removeWebhookPlace = path('/forbindelser/beskeder/:id/slet');

/** What everybody may follow, of the whole house or (`?afdeling=`) of one department. */
export const followPlace = path('/nyt');
export const houseCalendarPlace = path('/nyt/kalender.ics');
export const houseNewsPlace = path('/nyt/initiativer.xml');

/** One's own, behind an address that nobody can guess. */
export const ownFeedsPlace = path('/min-side/kalender');
export const renewFeedsPlace = path('/min-side/kalender/ny-adresse');
export const closeFeedsPlace = path('/min-side/kalender/luk');
export const ownCalendarPlace = path('/abonnement/:code/kalender.ics');
export const ownNewsPlace = path('/abonnement/:code/din-tur.xml');
