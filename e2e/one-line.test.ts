import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addDays, type Day } from '../src/kernel/day.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { applies, hearsYes, saysYes, takesCard } from './one-line/decide.ts';
import { describes, findsDriver, makesInitiative, sendsSheet, setsTables } from './one-line/listen.ts';
import { openStage } from './one-line/stage.ts';
import { NOON, openTown } from './town.ts';

const town = await openTown({ dev: true });
const TODAY = NOON.toISOString().slice(0, 10);
const TITLE = 'Fællesdage i afdelingerne';
const PLAN = {
  what: 'Vi dækker et langt bord og spiser sammen. Alle tager lidt med, og alle hjælper lidt.',
  place: 'Fælleshuset i Kærhaven',
  where: ['Kærhaven', 'Stationsgården'],
} as const;
const CARD = 'Fællesspisning på tværs af tre afdelinger';
const ON = addDays(NOON.toISOString().slice(0, 10) as Day, 30);

describe('from an X on the paper tablecloth to a result in the yearly report', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('one X, and what came of it', async () => {
    const stage = openStage(town, browser);
    const signe = await stage.comes('Signe Højlund');
    const { link, photo } = await setsTables(stage, signe, TODAY);
    await sendsSheet(await stage.comes(null), link, photo);
    await makesInitiative(signe, TITLE);
    await describes(signe, TITLE, PLAN);
    const samira = await stage.comes('Samira Haddad');
    await findsDriver(stage, signe, samira, TITLE);
    await takesCard(samira, TITLE, { card: CARD, on: ON });
    await applies(samira, { title: TITLE, on: ON, ...PLAN });
    await saysYes(stage, signe, await stage.comes('Inge Falkenberg'), TITLE);
    await hearsYes(stage, samira, TITLE);
    assert.deepEqual(town.broken, []);
  });
});
