import type { Web } from '../../../platform/web/web.ts';
import { listRoutes } from './routes/list.tsx';
import { pictureRoutes } from './routes/pictures.tsx';
import { sharingRoutes } from './routes/sharing.tsx';
import { storyRoutes } from './routes/story.tsx';
import { writingRoutes } from './routes/writing.tsx';
import { readHeadings } from './store/readings.ts';
import { storyHeadings } from './store/stories.ts';
import { turnsOfStories } from './turns.ts';

export { storiesFigures } from './figures.ts';
export { storiesHoldings } from './holdings.ts';
export { storiesJournal } from './journal.ts';
export { storiesResources } from './resources.ts';
export { newestStories } from './routes/list.tsx';
export { triedNearby } from './routes/nearby.ts';
export { storyBeside } from './routes/writing.tsx';
export { storiesPlace } from './urls.ts';

/** What stories can want of a person, with what the stories are called. */
export const storiesTurns = turnsOfStories(storyHeadings, readHeadings);

/** Every page of stories; what has a fixed name before what has an id. */
export function storiesRoutes(web: Web): void {
  listRoutes(web);
  writingRoutes(web);
  pictureRoutes(web);
  sharingRoutes(web);
  storyRoutes(web);
}
