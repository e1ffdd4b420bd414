import type { TestTenant } from '../database.ts';
import { liveEvaluations, liveStories } from './afterwards.ts';
import { TODAY } from './calendar.ts';
import { liveGatherings } from './gatherings.ts';
import { liveHands } from './hands.ts';
import { liveMoney } from './money.ts';
import { liveCatalogue, liveListening, liveOffices, livePlans } from './rest.ts';
import { liveSpine } from './spine.ts';
import { foundTown, type Town } from './town.ts';

/**
 * A year and a half in a house, as the dice of the seed fall: all done by the commands that people use, each on its day, many
 * of them a second from midnight. What happened stands in the diary. Ends at noon on 3 May 2026.
 */
export async function liveHistory(house: TestTenant, seed: number): Promise<Town> {
  const town = await foundTown(house, seed);
  const { dice, calendar } = town;
  // Some houses use a part much, some little, some never.
  const much = (most: number) => (dice.chance(15) ? 0 : 1 + dice.roll(most));
  const spine = liveSpine(town, much(14));
  const gatherings = liveGatherings(town, much(9));
  liveHands(town, spine, gatherings, much(7));
  liveMoney(town, much(7));
  liveCatalogue(town, spine, much(4));
  liveListening(town, much(4));
  liveOffices(town, much(5));
  livePlans(town, much(5));
  liveStories(town, spine, much(4));
  liveEvaluations(town, spine, gatherings, much(5));
  await calendar.run((instant) => house.clock.set(instant));
  house.clock.set(`${TODAY}T12:00:00+02:00`);
  return town;
}
