import { path } from '../../../platform/web/path.ts';

export const storiesPlace = path('/historier');
export const storiesRssPlace = path('/historier/rss.xml');
export const storiesAtomPlace = path('/historier/atom.xml');
/** Drafts and what waits to be published, for the editors. */
export const deskPlace = path('/historier/redaktion');
/** The newest, large, for a screen in the entrance. */
export const screenPlace = path('/historier/skaerm');
/** An initiative's story is begun. */
export const tellPlace = path('/historier/fra-initiativ/:id');
export const storyPlace = path('/historier/:id');
export const writePlace = path('/historier/:id/skriv');
export const sendPlace = path('/historier/:id/send');
export const publishPlace = path('/historier/:id/udgiv');
export const withdrawPlace = path('/historier/:id/traek-tilbage');
export const askPlace = path('/historier/:id/spoerg');
export const answerPlace = path('/historier/:id/laest');
/** The same text for newsletter, SMS, poster and screen. */
export const sharePlace = path('/historier/:id/del');
export const htmlPlace = path('/historier/:id/nyhedsbrev.html');
export const plainPlace = path('/historier/:id/nyhedsbrev.txt');
export const posterPlace = path('/historier/:id/plakat');
export const photoPlace = path('/historier/:id/billede/:photo');
export const addPicturePlace = path('/historier/:id/billede');
export const photoOutPlace = path('/historier/:id/billede/:photo/fjern');
export const nameOutPlace = path('/historier/:id/navn/fjern');
