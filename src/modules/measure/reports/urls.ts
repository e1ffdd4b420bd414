import { path } from '../../../platform/web/path.ts';

export const reportsPlace = path('/aarsrapport');
/** `?udgave=2`: an edition; `?udgave=nu`: the figures as they stand now. Without: the newest edition, or now. */
export const reportPlace = path('/aarsrapport/:year');
/** The rows behind a figure; `?emne=` and `?afdeling=` narrow them. */
export const behindPlace = path('/aarsrapport/:year/bag/:figure');
/** The rows behind a figure of the funds; `?pulje=` narrows them to one. */
export const fundBehindPlace = path('/aarsrapport/:year/pulje/:figure');
export const storyPlace = path('/aarsrapport/:year/fortaelling');
export const publishPlace = path('/aarsrapport/:year/udgiv');
export const filePlace = path('/aarsrapport/:year/hent');

/** Every figure that Grobund counts. `?aar=` and `?afdeling=` choose the year and the place. */
export const dashboardPlace = path('/tal');
/** The rows behind one figure; `?aar=`, or `?fra=` and `?til=`, and `?afdeling=`. */
export const figurePlace = path('/tal/bag/:figure');

export const NOW = 'nu';
/** `?afdeling=` for what is in no department of its own. */
export const WHOLE = 'hele';

/** What each figure is called in the address. */
export const FIGURE_NAMES = {
  received: 'modtaget',
  answered: 'besvaret',
  made: 'blev-til-noget-nyt',
  joined: 'lagt-til',
  begun: 'begyndt',
  held: 'afholdt',
  stopped: 'stoppet',
  resting: 'hviler',
} as const;
export type FigureName = keyof typeof FIGURE_NAMES;

export function readFigure(text: string): FigureName | null {
  const found = Object.entries(FIGURE_NAMES).find(([, name]) => name === text);
  return found ? (found[0] as FigureName) : null;
}
