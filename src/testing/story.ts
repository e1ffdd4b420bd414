import { tellDemo } from '../demo/tell.ts';
import type { Fill } from './database.ts';

/** When the story that tests share ends: on the day of all days that is hardest to count from. */
export const STORY_ENDS = new Date('2028-02-29T08:00:00+01:00');

/** For `testDatabase`: the demo story, told once for all files that ask for it. Its house is `lyngbakken`. */
export const theStory: Fill = (db) => tellDemo(db, STORY_ENDS);
