import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lixOf } from '../../../engines/readability/lix.ts';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import { kroner } from '../../../kernel/money.ts';
import { cardForm } from './forms.ts';
import { wordsOf } from './letters/deck.ts';
import { CATEGORIES, nextReview, readIn } from './rules/card.ts';
import { AT_HOME_DECK, DECK } from './rules/deck.ts';
import { experienceOf } from './rules/done.ts';
import { nearWords, vocabularyOf, waysToSay, wordsAsked, wordsIn } from './rules/nearly.ts';
import { begins, conditionsFor, scaled, USUAL_RULES } from './rules/taking.ts';
import { monthsText, timeText } from './text/amounts.ts';

const HOME = 'd1' as Id<'department'>;
const TODAY = day('2026-05-04');

describe('the cards that come with Grobund', () => {
  test('promise no more small tasks than they have', () => {
    assert.equal(wordsOf('summerParty').da.tasks.length, 25);
    assert.ok(DECK.find(({ key }) => key === 'summerParty')?.taskMinutes.every((minutes) => minutes <= 60));
  });

  test('are twenty-eight together and some for one’s own home, whole in every language', () => {
    assert.equal(DECK.length, 28);
    assert.deepEqual(
      CATEGORIES.map((one) => DECK.filter(({ category }) => category === one).length),
      [9, 10, 9],
    );
    for (const { key, budget, taskMinutes } of [...DECK, ...AT_HOME_DECK]) {
      for (const language of LANGUAGES) {
        const words = wordsOf(key)[language];
        assert.equal(words.budget.length, budget.length, `${key} ${language}: budget`);
        assert.equal(words.tasks.length, taskMinutes.length, `${key} ${language}: tasks`);
        assert.ok(words.steps.length >= 3 && words.title.length <= 80, `${key} ${language}`);
        for (const line of [...words.steps, ...words.tasks]) assert.ok(line.length <= 170, line);
      }
      const { title, what, why, whoHelps, permissions, steps, tips } = wordsOf(key).da;
      const lix = lixOf([`${title}.`, what, why, whoHelps, permissions, ...steps, ...tips].join(' '));
      assert.ok(lix !== null && lix <= 35, `${key}: LIX ${lix}`);
      const [danish, english] = LANGUAGES.map((language) => wordsOf(key)[language]);
      assert.equal(danish?.steps.length, english?.steps.length, key);
    }
  });
});

test('a line without words in the reader’s language has those of the other', () => {
  const words = wordsOf('sharedDinner');
  const card = { words: { ...words, en: { ...words.en, budget: [] } }, budgetOre: [kroner(1)], taskMinutes: [5] };
  assert.equal(readIn(card, 'en').budget[0]?.what, 'Mad til 60');
  assert.equal(readIn(card, 'en').tasks[0]?.says, words.en.tasks[0]);
});

test('words as people spell them are near to those that were meant, and other words are not', () => {
  const near = (asked: string, said: string) => [...nearWords(asked, vocabularyOf(wordsIn(said).join(' '))).keys()];
  for (const [asked, said] of MISSPELT) assert.ok(near(asked, said).length > 0, `${asked}: ${said}`);
  for (const [asked, said] of [
    ['svømning', 'Fællesspisning'],
    ['bus', 'bud'],
    ['mad', 'madras'],
    ['kat', 'kasse'],
    ['hund', 'hule'],
  ] as const)
    assert.deepEqual(near(asked, said), [], asked);
  const ways = (question: string) =>
    waysToSay(wordsAsked(question), vocabularyOf('suppe gryde')).map((way) => [...way.keys()]);
  assert.deepEqual(ways('suppe gryde'), [['suppe'], ['gryde']]);
  assert.deepEqual(ways('sjov suppe'), [['suppe']], 'a word that nothing is near is left out');
  assert.deepEqual(ways('noget helt andet suppe'), [], 'but not most of them');
});

/** Danish as it is really written: sounds, double letters, ø and å on foreign keys, words in two, letters that changed places. */
const MISSPELT = [
  ['blomsterneg', 'Blomstereng'],
  ['kompst', 'kompost'],
  ['kompåst', 'kompost'],
  ['reperation', 'reparation'],
  ['reperationscafe', 'Reparationscafé'],
  ['spisning', 'Fællesspisning'],
  ['fellesspisning', 'Fællesspisning'],
  ['fællespisning', 'Fællesspisning'],
  ['faellesspisning', 'Fællesspisning'],
  ['hoejbed', 'Højbede'],
  ['gaagruppe', 'Gågruppe'],
  ['gågrube', 'Gågruppe'],
  ['sprogkafe', 'Sprogcafé'],
  ['lektiehjelp', 'Lektiehjælp'],
  ['sommerfæst', 'Sommerfest'],
  ['insekthottel', 'insekthotel'],
  ['regnvandstønne', 'regnvandstønde'],
  ['afald', 'affald'],
  ['verktøj', 'værktøj'],
  ['værktøjsbibliotk', 'Værktøjsbibliotek'],
  ['radiatår', 'radiator'],
  ['bålpladds', 'bålplads'],
  ['frugttre', 'frugttræ'],
  ['strige', 'strikke'],
  ['nabokafe', 'Nabokaffe'],
  ['sykler', 'cykler'],
  ['tegtning', 'tætning'],
  ['indflytning', 'indflytter'],
  ['skimel', 'skimmel'],
  ['termåstat', 'termostat'],
] as const;

test('months are told as spans, over New Year too, and time as people say it', () => {
  assert.equal(monthsText('da', []), 'Hele året');
  assert.equal(monthsText('da', [10, 11, 12, 1, 2, 3]), 'okt.-marts');
  assert.equal(monthsText('da', [4, 5, 9]), 'april-maj, sep.');
  assert.deepEqual(
    [20, 90, 60, 180].map((minutes) => timeText('da', minutes)),
    ['20 min.', '1,5 timer', '1 time', '3 timer'],
  );
});

test('a budget follows the number of people in round sums, and the same number changes nothing', () => {
  const lines = [{ what: 'Mad', amount: kroner(100) }];
  assert.deepEqual(scaled(lines, 30, 30), lines);
  assert.deepEqual(scaled(lines, 30, 45), [{ what: 'Mad', amount: kroner(150) }]);
  assert.deepEqual(scaled(lines, 1000, 1), [{ what: 'Mad', amount: kroner(10) }], 'never for nothing');
  const rounded = (each: number, to: number) =>
    scaled([{ what: '', amount: kroner(each) }], 100, to).map(({ amount }) => amount / 100)[0];
  assert.deepEqual([rounded(487, 99), rounded(1000, 49), rounded(1000, 50)], [480, 490, 500]);
  assert.deepEqual([rounded(1000, 52), rounded(1000, 53), rounded(1000, 199)], [500, 550, 2000]);
  assert.deepEqual([rounded(1000, 204), rounded(1000, 206), rounded(3333, 101)], [2000, 2100, 3400]);
  assert.equal(rounded(0, 60), 0);
});

test('a department without a board turns to the organisation’s, and the fund is asked in time', () => {
  const card = { needsMeeting: true, needsOperations: false, rentEffect: false };
  const rules = { ...USUAL_RULES, boardAbove: kroner(3000) };
  const asked = (hasBoard: boolean, ore: number, startsOn: string | null) =>
    conditionsFor(
      card,
      kroner(ore),
      [{ departmentId: HOME, hasBoard, rules }],
      { startsOn: startsOn ? day(startsOn) : null, today: TODAY },
      { projectMax: kroner(20_000), answerDays: 14 },
    ).map((one) => ('applyBy' in one ? `${one.kind} ${one.applyBy}` : one.kind));
  assert.deepEqual(asked(true, 3000, '2026-06-01'), ['meeting', 'fund 2026-05-17']);
  assert.deepEqual(asked(true, 3001, null), ['meeting', 'board_money', 'fund null']);
  assert.deepEqual(asked(false, 25_000, '2026-05-06'), ['meeting_organisation', 'fund 2026-05-04', 'fund_max']);
  assert.deepEqual(asked(true, 0, null), ['meeting']);
});

test('what it cost is the middle one, and those who came are never added up', () => {
  const one = {
    initiativeId: 'i' as Id<'initiative'>,
    title: '',
    wholeOrganisation: true,
    departmentIds: [],
    on: TODAY,
    askable: false,
  };
  const told = experienceOf([
    { ...one, paid: kroner(900), came: 12 },
    { ...one, paid: kroner(100), came: 'few' },
    { ...one, paid: kroner(300), came: 40 },
    { ...one, paid: null, came: null },
  ]);
  assert.deepEqual(told, { times: 4, paid: { middle: kroner(300), of: 3 }, came: { fewest: 12, most: 40 } });
});

test('a card is looked through two years on, also one of a leap day', () => {
  assert.equal(nextReview(day('2026-05-04')), '2028-05-04');
  assert.equal(nextReview(day('2028-02-29')), '2030-02-28');
});

test('cards are offered to what is begun, for sixty days', () => {
  const begun = (days: number) => begins({ createdOn: addDays(TODAY, -days) }, TODAY);
  assert.deepEqual([begun(0), begun(60), begun(61)], [true, true, false]);
});

test('a task keeps its words, also where they begin like minutes', () => {
  const typed = { title: 'Fest', what: 'Vi holder fest.', category: 'people' };
  const read = cardForm('da').parse({ ...typed, tasks: '10 Mind naboerne om det\n90 min. Byg scenen\n15 min: Ryd op' });
  assert.deepEqual(read.words.tasks, ['Mind naboerne om det', 'Byg scenen', 'Ryd op']);
  assert.deepEqual(read.facts.taskMinutes, [10, 90, 15]);
});
