import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../src/testing/database.ts';
import { sample } from '../src/testing/long.ts';
import { type Deed, type Deeds, isAcknowledged, keepBusy, takeBackupCalmly } from './kills/deeds.ts';
import { openHouse } from './kills/house.ts';
import { allDoneOnce, backupsWhole, bringsBack, nothingLost, settle } from './kills/look.ts';

const WHO = ['the app', 'the database', 'both', 'the database', 'the database'] as const;
const KILLS = sample(2, 200, 'kill -9 of app and database while people are busy');
const LOOK_CLOSELY_EVERY = 20;
const elsewhere = await testDatabase();
const MOST_BEFORE_MS = 1_200;

/** The same kills every time. Numerical Recipes, "An Even Quicker and Dirtier Generator". */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('whenever app or database are killed, nothing acknowledged is lost and nothing is done twice', async () => {
  const house = await openHouse();
  const chance = dice(20261122);
  const deeds: Deeds = { ideas: [], uploads: [], mails: [], imports: [], backups: [] };
  for (let round = 0; round < KILLS; round += 1) {
    const who = WHO[round % WHO.length] ?? 'both';
    await house.start();
    const stop = keepBusy(house, deeds, round);
    await sleep(200 + chance() * MOST_BEFORE_MS);
    await house.kill(who);
    if (who === 'the database') {
      // The app goes on by itself, with people at it all the while.
      await house.ready();
      await sleep(300);
    }
    await stop();
    await house.start();
    await house.look((database) => nothingLost(database, deeds, `after round ${round}, ${who} killed`));
    if (round % LOOK_CLOSELY_EVERY === 0) await bringsBack(elsewhere.db, await takeBackupCalmly(house, deeds));
    if ((round + 1) % LOOK_CLOSELY_EVERY !== 0) continue;
    await settle(house);
    await allDoneOnce(house, deeds);
    // So that a run that is stopped has said how far it came.
    console.log(`${round + 1} kills: ${toldOf(deeds)} acknowledged, nothing lost, nothing twice`);
  }
  await settle(house);
  const { again, entries } = await allDoneOnce(house, deeds);
  const whole = await backupsWhole(deeds);
  for (const [what, all] of Object.entries(deeds) as [string, readonly Deed[]][])
    assert.ok(all.some(isAcknowledged), `no ${what} were acknowledged: the test shows nothing`);
  console.log(`${KILLS} kills: ${toldOf(deeds)} acknowledged; ${again} mails came again with the same Message-ID;`);
  console.log(`${whole} backups lie there and are whole; the journal holds with ${entries} entries`);
  assert.equal(await house.stop(), 0, 'it still ends cleanly');
});

function toldOf(deeds: Deeds): string {
  const kinds = Object.entries(deeds) as [string, readonly Deed[]][];
  return kinds.map(([what, all]) => `${all.filter(isAcknowledged).length} of ${all.length} ${what}`).join(', ');
}
