import { tellDemo } from '../demo/tell.ts';
import type { Fill } from './database.ts';

/** When the story that tests share ends. */
export const STORY_ENDS = new Date('2026-11-22T10:30:00+01:00');

/** For `testDatabase`: the demo story, told once for all files that ask for it. Its house is `lyngbakken`. */
export const theStory: Fill = (db) => tellDemo(db, STORY_ENDS);
