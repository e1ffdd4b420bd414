import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { testApp } from '../../../testing/app.ts';
import { anEvent, comes, verbs as events } from '../../act/events/seed.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { actingAs, anInitiative, verbs as initiatives } from '../../initiatives/seed.ts';
import { answered, answerFrom, verbs as evaluation } from '../evaluation/seed.ts';
import { toldThread } from './letters/threads.ts';
import { chooseThreads, stepsOf, type Thread, type ThreadEntry } from './rules/threads.ts';

const { newHouse } = await testApp();
const ID = '1' as Id<'initiative'>;

function entry(kind: string, on: string, facts: ThreadEntry['facts'] = {}): ThreadEntry {
  return { thread: ID, kind, at: new Date(`${on}T12:00:00+02:00`), facts };
}

test('a thread goes from the X to the result, things of a kind together, and says nothing of few people', () => {
  const steps = stepsOf(
    [
      entry('initiative.created', '2026-03-02'),
      entry('fund.committed', '2026-03-20', { amount: 450_000 }),
      entry('task.done', '2026-04-01'),
      entry('task.done', '2026-04-02'),
      entry('event.counted', '2026-04-03', { people: 34 }),
      entry('event.counted', '2026-05-01', { people: 4 }),
      entry('evaluation.ended', '2026-05-16', { answers: 9, liked: 89 }),
      entry('fund.paid', '2026-05-20', { amount: 500_000 }),
      entry('fund.paid', '2026-05-21', { amount: -50_000 }),
    ],
    { source: 'sheet', on: day('2026-02-11') },
    day('2026-05-02'),
  );
  const { steps: told } = toldThread({ id: ID, title: 'Suppe', places: [], steps });
  assert.deepEqual(
    told.map(({ on, says }) => `${on} ${says.da.replaceAll('\u00a0', ' ')}`),
    [
      '2026-02-11 På en workshop satte nogen et kryds på et ark.',
      '2026-03-02 Det blev skrevet ned som et initiativ.',
      '2026-03-20 Puljen lovede 4.500 kr. til det.',
      '2026-04-02 Naboer løste 2 små opgaver.',
      '2026-05-01 Man mødtes 2 gange.',
      '2026-05-02 Det blev til noget: Initiativet er holdt.',
      '2026-05-16 9 af dem, der var med, sagde, hvordan det var. 89 % syntes, det var godt.',
      '2026-05-21 Puljen betalte 4.500 kr. for det.',
    ],
  );
});

test('the longest threads are told, but each department before any of them twice', () => {
  const thread = (id: string, places: readonly string[], length: number): Thread => ({
    id: id as Id<'initiative'>,
    title: id,
    places,
    steps: Array.from({ length }, (_, at) => ({
      ...{ kind: 'held' as const, source: null, number: null, other: null },
      on: addDays(day('2026-01-01'), at),
    })),
  });
  const all = [
    thread('a', ['Kærhaven'], 9),
    thread('b', ['Kærhaven'], 8),
    thread('c', ['Møllevænget'], 3),
    thread('d', [], 2),
    thread('e', ['Kærhaven', 'Møllevænget'], 7),
  ];
  const chosen = (most: number) =>
    chooseThreads(all, most)
      .map(({ id }) => id)
      .join('');
  assert.deepEqual([chosen(1), chosen(3), chosen(4), chosen(9)], ['a', 'acd', 'acdb', 'acdbe']);
});

test('what came of it stands in the report, and a published thread is the same when more has happened', async () => {
  const house = await newHouse();
  const signe = await house.tx(async (tx) => {
    const department = await aDepartment(tx);
    const mette = await aPerson(tx, { name: 'Mette Holm' });
    const id = await anInitiative(tx, {
      title: 'Suppe i gården',
      departmentIds: [department],
      by: mette,
      status: 'under_way',
    });
    const acting = await actingAs(tx, mette);
    const event = await anEvent(acting, { initiativeId: id, departmentIds: [department] });
    await comes(acting, event.id, { name: 'Aya', adults: 4, children: 5 });
    const came = await events.signUpsOf(acting, event.id);
    await events.checkIn(acting, event.id, { came, not: [] });
    await events.countEvent(acting, event.id, { nobodyCame: false });
    const { id: asked } = await answered(acting, { kind: 'event', id: event.id }, Array(5).fill(answerFrom('4jy')));
    await initiatives.endInitiative(acting, id, { result: 'done', words: '' });
    const person = await aPerson(tx, { name: 'Signe Højlund', roles: ['secretariat'] });
    return { person, asked };
  });
  const reader = await house.signedIn(signe.person);
  const page = await reader.get('/aarsrapport/2026');
  assert.match(page.text, /Hvad blev der ud af det/);
  assert.match(page.text, /Suppe i gården.+Det blev holdt\. Der kom 9\..+Det blev til noget/s);
  await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  await house.tx((tx) => evaluation.endEvaluation(tx, signe.asked));
  assert.match((await reader.get('/aarsrapport/2026?udgave=nu')).text, /5 af dem, der var med/);
  assert.doesNotMatch((await reader.get('/aarsrapport/2026?udgave=1')).text, /5 af dem, der var med/);
});
