import { path } from '../../../platform/web/path.ts';
import type { About } from './rules/evaluation.ts';

/** For those who were there, without an account: a code off paper, and the three questions. */
export const codePlace = path('/hvordan-var-det');
export const answerPlace = path('/hvordan-var-det/:code');

/** For those who arranged it: link, papers, slips to type in, figures and words. `about` is one of ABOUT_NAMES. */
export const roomPlace = path('/evaluering/:about/:id');
export const slipPlace = path('/evaluering/:about/:id/seddel');
export const endPlace = path('/evaluering/:about/:id/luk');
export const restartPlace = path('/evaluering/:about/:id/forfra');
export const quotePlace = path('/evaluering/:about/:id/ord/:answer');
/** `?slags=plakat` or `sedler`. */
export const paperPlace = path('/evaluering/:about/:id/papir');

export const ABOUT_NAMES = { event: 'arrangement', initiative: 'initiativ' } as const;

/** The parameters of a room. */
export function roomOf({ kind, id }: About): { readonly about: string; readonly id: string } {
  return { about: ABOUT_NAMES[kind], id };
}

export const PAPERS = { poster: 'plakat', slips: 'sedler' } as const;
