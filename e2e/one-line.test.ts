/**
 * The product's one line as one test: from an X on the paper tablecloth to a result in the board's yearly report, without a
 * thread being lost or a field being typed twice. Each person has a telephone of their own, and walks by links and by mail.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addDays, type Day } from '../src/kernel/day.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import {
  asksAnother,
  asksByLink,
  asksByMail,
  asksOnPaper,
  checksIn,
  cutsNinth,
  setsDay,
  signsUp,
  ticksOff,
} from './one-line/act.ts';
import { applies, hearsYes, saysYes, takesCard } from './one-line/decide.ts';
import { describes, findsDriver, makesInitiative, sendsSheet, setsTables } from './one-line/listen.ts';
import {
  answers,
  ends,
  findsX,
  readsMetric,
  readsReport,
  readsStory,
  showsPicture,
  tellsFund,
  tellsStory,
} from './one-line/measure.ts';
import { getsSlip, paysIt, seesPaid, sendsInvoice } from './one-line/settle.ts';
import { openStage } from './one-line/stage.ts';
import { NOON, openTown } from './town.ts';

const town = await openTown({ dev: true });
const TODAY = NOON.toISOString().slice(0, 10) as Day;
/** Printed on the sheet; from there it is the title of everything. */
const TITLE = 'Fællesdage i afdelingerne';
/** Typed once: what is meant, where, and for whom; and the day, when the card is taken. */
const PLAN = {
  title: TITLE,
  what: 'Vi dækker et langt bord og spiser sammen. Alle tager lidt med, og alle hjælper lidt.',
  place: 'Fælleshuset i Kærhaven',
  where: ['Kærhaven', 'Stationsgården'],
  on: addDays(TODAY, 30),
} as const;
const CARD = 'Fællesspisning på tværs af tre afdelinger';
const METRIC = 'Initiativer, der blev til noget';
const STORY = {
  title: TITLE,
  known: ['36', 'To afdelinger spiste sammen'],
  heading: 'Bordet blev for kort',
  picture: 'Et langt bord i fælleshuset',
} as const;
/** The thread as the report tells it: every step, the oldest first. */
const THREAD = [
  TITLE,
  'Kærhaven, Stationsgården',
  'På en workshop satte nogen et kryds på et ark.',
  'Det blev skrevet ned som et initiativ.',
  'En beboer sagde ja til at drive det.',
  'Der blev søgt 2.700 kr. i puljen.',
  'Puljen lovede 2.700 kr. til det.',
  'Naboer løste 3 små opgaver.',
  'Det blev holdt. Der kom 36.',
  '5 af dem, der var med, sagde, hvordan det var. 100 % syntes, det var godt.',
  'Puljen betalte 2.600 kr. for det.',
  'De, der holdt det, fortalte, hvordan det gik. Der kom 36.',
  'Det blev til noget: Initiativet er holdt.',
  'Historien blev fortalt.',
];

describe('from an X on the paper tablecloth to a result in the yearly report', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('one X is followed to the end, no thread is lost and no field is typed twice', async () => {
    const stage = openStage(town, browser);
    const signe = await stage.comes('Signe Højlund');
    const samira = await stage.comes('Samira Haddad');

    // Lyt: an X becomes an initiative that somebody drives.
    const { link, photo } = await setsTables(stage, signe, TODAY);
    await sendsSheet(stage, link, photo);
    await makesInitiative(signe, TITLE);
    await describes(signe, PLAN);
    await findsDriver(stage, signe, samira, TITLE);

    // Inspirér og Beslut: a card gives steps and a budget, and the fund says yes.
    await takesCard(samira, PLAN, CARD);
    await applies(samira, PLAN);
    await saysYes(stage, signe, TITLE);
    await hearsYes(stage, samira, TITLE);

    // Gør: a day, nine small tasks, four who are asked, and a household that signs up.
    await setsDay(samira, PLAN);
    await cutsNinth(samira, TITLE, 'Hæng plakater op i opgangen');
    await asksByLink(stage, samira, 'Dæk et bord');
    await asksByMail(stage, samira, 'Byd velkommen ved døren i en halv time', 'Lav kaffe');
    await asksOnPaper(stage, samira, signe, 'Spørg en nabo, der ikke plejer at komme');
    await asksAnother(stage, samira, 'Hent varer i bil');
    await signsUp(stage, TITLE);

    // A month later it is the day, and everybody has been signed out.
    await stage.passes('30 dage frem');
    const driver = await stage.comes('Samira Haddad');
    const staff = await stage.comes('Signe Højlund');
    const chair = await stage.comes('Inge Falkenberg');
    await checksIn(stage, driver, TITLE);
    await answers(stage, driver, TITLE);
    await ticksOff(driver, TITLE, ['Dæk et bord', 'Lav kaffe', 'Spørg en nabo, der ikke plejer at komme']);
    const slip = await getsSlip(driver, TITLE);
    await sendsInvoice(stage, slip, PLAN.on);
    await paysIt(stage, staff, TITLE, slip);
    await seesPaid(driver);

    // Mål: what came of it, for the fund, the neighbours and the board.
    await stage.passes('En dag frem', 'Til klokken 9');
    await tellsFund(stage, driver, '36', STORY.picture);
    await showsPicture(stage, staff, TITLE, STORY.picture);
    const before = await readsMetric(stage, chair, METRIC);
    await ends(driver, TITLE);
    assert.equal(await readsMetric(stage, chair, METRIC), before + 1, 'one more came to something');
    await tellsStory(driver, staff, STORY);
    await readsStory(stage, STORY, TITLE);
    await findsX(staff, TITLE);
    const report = await readsReport(stage, chair, TITLE);
    assert.ok(report.includes(THREAD[2] ?? ''), 'the report tells of it');
    assert.deepEqual(inOrder(report, THREAD), THREAD);
    assert.deepEqual(town.broken, []);
  });
});

/** Those of the sentences that stand in the text, each after the one before. */
function inOrder(text: string, sentences: readonly string[]): readonly string[] {
  let from = text.indexOf(`${sentences[0]} ${sentences[1]}`);
  return sentences.filter((sentence) => {
    const at = from < 0 ? -1 : text.indexOf(sentence, from);
    if (at >= 0) from = at + sentence.length;
    return at >= 0;
  });
}
