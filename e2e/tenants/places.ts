import { ACROSS } from './places-across.ts';
import { CATALOGUE } from './places-catalogue.ts';
import { CONNECTIONS } from './places-connections.ts';
import { EVALUATION } from './places-evaluation.ts';
import { EVENTS } from './places-events.ts';
import { FUND } from './places-fund.ts';
import { GROUND } from './places-ground.ts';
import { MONEY } from './places-money.ts';
import { PANELS } from './places-panels.ts';
import { PRIVACY } from './places-privacy.ts';
import { SETUP } from './places-setup.ts';
import { SIGN_IN } from './places-signin.ts';
import { STORIES } from './places-stories.ts';
import { STRATEGY } from './places-strategy.ts';
import { TASKS } from './places-tasks.ts';
import { WORKSHOPS } from './places-workshops.ts';
import type { Asked } from './things.ts';

/** Every route of the app. A new route is added in its room, with everything in it that can point at a row. */
export const PLACES: Readonly<Record<string, Asked>> = {
  ...GROUND,
  ...SIGN_IN,
  ...FUND,
  ...MONEY,
  ...PRIVACY,
  ...SETUP,
  ...ACROSS,
  ...CATALOGUE,
  ...WORKSHOPS,
  ...CONNECTIONS,
  ...EVALUATION,
  ...EVENTS,
  ...PANELS,
  ...STORIES,
  ...STRATEGY,
  ...TASKS,
};
