import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import { loadActor } from '../housing/public.ts';
import { aDepartment, aPerson } from '../housing/seed.ts';
import { turnsOf } from '../turns/public.ts';
import { answerQuestion, askTheQuiet, giveHelp, howItGoes, type QuietSaid } from './commands/questions.ts';
import { isQuiet, quietRule, silencesToAsk, wakingDay } from './rules/quiet.ts';
import { type Initiative, statusOf } from './rules.ts';
import { anInitiative, verbs } from './seed.ts';
import { cardPage } from './store/cards.ts';
import { initiativeById } from './store/initiatives.ts';

const { newHouse } = await testApp();

async function withPeople() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx),
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }),
  }));
  return { house, ...people };
}

type People = Awaited<ReturnType<typeof withPeople>>;

async function by<T>(house: House, personId: Id<'person'>, work: Parameters<House['as']>[1]): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return (await house.as(actor, work)) as T;
}

/** Something that Mette drives, and nobody has been heard in for `days`. */
async function quietFor({ house, mette }: People, days: number): Promise<Id<'initiative'>> {
  const id = await by<Id<'initiative'>>(house, mette, (tx) => anInitiative(tx, { status: 'under_way', by: mette }));
  await silent(house, id, days);
  return id;
}

/** As if it were so many days ago that somebody was heard. */
function silent(house: House, id: Id<'initiative'>, days: number): Promise<unknown> {
  return house.tx((tx) =>
    tx.sql
      .updateTable('thread_heard')
      .set({ people_heard_at: new Date(tx.now.getTime() - days * 86_400_000) })
      .where('thread_id', '=', id)
      .execute(),
  );
}

const morning = (house: House) => house.tx((tx) => askTheQuiet(tx));

const load = (house: House, id: Id<'initiative'>): Promise<Initiative> =>
  house.tx(async (tx) => {
    const initiative = await initiativeById(tx, id);
    assert(initiative);
    return initiative;
  });

const waitsFor = (house: House, who: Id<'person'>, kind: string) =>
  by<number>(house, who, async (tx) => (await turnsOf(tx)).filter((turn) => turn.kind === `initiative.${kind}`).length);

function saying(initiative: Initiative, by: Id<'person'>, answer: QuietSaid['answer']): QuietSaid {
  assert(initiative.question);
  return {
    questionId: initiative.question.id,
    answer,
    words: '',
    by,
    channel: 'web',
    registeredBy: null,
    rest: { reason: 'Det hviler.', askAgainOn: null },
  };
}

test('a silence is thirty days long and not twenty-nine, and July can be left out of it', () => {
  const rule = quietRule({});
  assert.equal(isQuiet(day('2026-05-01'), day('2026-05-30'), rule), false);
  assert.equal(isQuiet(day('2026-05-01'), day('2026-05-31'), rule), true);
  const july = quietRule({ quiet: { days: 30, pauseInJuly: true } });
  assert.equal(isQuiet(day('2026-05-01'), day('2026-07-15'), july), false);
  assert.equal(isQuiet(day('2026-06-20'), day('2026-08-19'), july), false);
  assert.equal(isQuiet(day('2026-06-20'), day('2026-08-20'), july), true);
  assert.equal(isQuiet(day('2026-06-20'), day('2026-08-20'), quietRule({ quiet: { days: 0 } })), true);
  assert.deepEqual(quietRule({ quiet: { days: 'mange' } }), rule);
});

test('nobody is asked about two things on one morning, and nobody is asked at all where nobody drives', () => {
  const silence = (id: string, drivers: string[]) => ({
    initiativeId: id as Id<'initiative'>,
    since: day('2026-01-01'),
    drivers: drivers as Id<'person'>[],
  });
  const all = [silence('a', ['mette', 'poul']), silence('b', ['poul']), silence('c', []), silence('d', ['signe'])];
  const asked = silencesToAsk(all, day('2026-03-01'), quietRule(null));
  assert.deepEqual(
    asked.map(({ initiativeId }) => initiativeId),
    ['a', 'd'],
  );
});

test('what rests is asked about on a day that is still to come', () => {
  const today = day('2026-08-15');
  assert.equal(wakingDay('month', today), '2026-09-14');
  assert.equal(wakingDay('autumn', today), '2027-08-15');
  assert.equal(wakingDay('spring', today), '2027-03-01');
  assert.equal(wakingDay('ourselves', today), null);
});

test('what has been quiet for thirty days asks once, and what somebody spoke in yesterday or what rests asks nothing', async () => {
  const people = await withPeople();
  const { house, mette, poul } = people;
  const fresh = await quietFor(people, 29);
  const quiet = await quietFor(people, 30);
  const rests = await by<Id<'initiative'>>(house, poul, (tx) => anInitiative(tx, { status: 'parked', by: poul }));
  await silent(house, rests, 90);
  await morning(house);
  await morning(house);
  assert.equal((await load(house, fresh)).question, null);
  assert.equal((await load(house, rests)).question, null);
  assert.equal((await load(house, quiet)).question?.settledOn, null);
  assert.equal(await waitsFor(house, mette, 'quiet'), 1);
  // The next becomes quiet too; its driver was asked this week.
  await silent(house, fresh, 31);
  await morning(house);
  assert.equal((await load(house, fresh)).question, null);
});

test('of two answers at the same moment the first holds for all, and the other changes nothing', async () => {
  const people = await withPeople();
  const { house, mette, poul } = people;
  const id = await quietFor(people, 40);
  await house.tx((tx) =>
    tx.sql
      .insertInto('initiative_driver')
      .values({ tenant_id: tx.tenant.id, initiative_id: id, person_id: poul, from_day: addDays(tx.today, -40) })
      .execute(),
  );
  await morning(house);
  const asked = await load(house, id);
  const outcomes = await Promise.all([
    by<{ ok: boolean }>(house, mette, (tx) => answerQuestion(tx, id, saying(asked, mette, 'going'))),
    by<{ ok: boolean }>(house, poul, (tx) => answerQuestion(tx, id, saying(asked, poul, 'rests'))),
  ]);
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  const after = await load(house, id);
  const today = await house.tx(async (tx) => tx.today);
  assert.equal(statusOf(after, today), after.question?.answer === 'rests' ? 'parked' : 'under_way');
  const told = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select('person_id').where('turn_id', 'is', null).execute(),
  );
  assert.deepEqual(told.length, 1);
  assert.equal(await waitsFor(house, mette, 'quiet'), 0);
  assert.equal(await waitsFor(house, poul, 'quiet'), 0);
  // The answer was heard: it is quiet again only thirty days from now.
  await morning(house);
  assert.equal((await load(house, id)).question?.id, after.question?.id);
});

test('who asks for help gets the consultant, stands in the list of those who want hands, and is not asked again meanwhile', async () => {
  const people = await withPeople();
  const { house, mette, signe } = people;
  const id = await quietFor(people, 30);
  await morning(house);
  const asked = await load(house, id);
  await by(house, mette, (tx) =>
    answerQuestion(tx, id, { ...saying(asked, mette, 'help'), words: 'Vi mangler en gryde.' }),
  );
  assert.equal(await waitsFor(house, signe, 'help'), 1);
  assert.equal((await house.tx((tx) => cardPage(tx, { seeksHelp: true }))).total, 1);
  await silent(house, id, 60);
  await morning(house);
  assert.equal((await load(house, id)).question?.id, asked.question?.id);
  await by(house, signe, (tx) => giveHelp(tx, id));
  assert.equal(await waitsFor(house, signe, 'help'), 0);
  assert.equal((await house.tx((tx) => cardPage(tx, { seeksHelp: true }))).total, 0);
});

test('an unanswered question goes to the consultant after fourteen days, once, and nobody is asked anew', async () => {
  const people = await withPeople();
  const { house, signe } = people;
  const id = await quietFor(people, 60);
  await morning(house);
  const later = (days: number) =>
    house.tx((tx) =>
      tx.sql
        .updateTable('initiative_question')
        .set({ asked_on: addDays(tx.today, -days) })
        .execute(),
    );
  await later(13);
  await morning(house);
  assert.equal(await waitsFor(house, signe, 'quiet_unanswered'), 0);
  await later(14);
  await morning(house);
  await morning(house);
  assert.equal(await waitsFor(house, signe, 'quiet_unanswered'), 1);
  await later(50);
  await morning(house);
  assert.equal((await load(house, id)).question?.settledOn, null);
  // Somebody writes a step: the silence is over, and nothing waits.
  await by(house, signe, (tx) => verbs.addStep(tx, id, { says: 'Ring til Mette', personId: null, dueOn: null }));
  await morning(house);
  assert.notEqual((await load(house, id)).question?.settledOn, null);
  assert.equal(await waitsFor(house, signe, 'quiet_unanswered'), 0);
});

test('one tap answers by the code of a letter without signing in; a wrong code leads nowhere', async () => {
  const people = await withPeople();
  const { house, mette, poul } = people;
  const id = await quietFor(people, 30);
  await morning(house);
  const letter = { personId: mette, language: 'da', channel: 'print' } as const;
  const invited = await house.tx((tx) => howItGoes(tx, { kind: 'initiative', id }, letter));
  assert(invited);
  assert.equal(await house.tx((tx) => howItGoes(tx, { kind: 'initiative', id }, { ...letter, personId: poul })), null);
  const code = invited.path.slice(3);
  const shown = JSON.stringify(invited.parts);
  assert.match(shown, new RegExp(`${code.slice(0, 5)}-${code.slice(5)}`));
  const kept = await house.tx((tx) => tx.sql.selectFrom('initiative_question_code').selectAll().execute());
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(code));

  const typed = await house.visitor().get('/gaar-det');
  const wrong = await typed.submit('Videre', { kode: 'AAAAA-AAAAA' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vi kender ikke koden/);
  const page = await typed.submit('Videre', { kode: `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}` });
  assert.match(page.text, /Alle svar er gode svar/);
  const thanks = await page.submit('Det hviler', { waking: 'month' });
  assert.match(thanks.text, /Svaret er: Det hviler/);
  const after = await load(house, id);
  assert.equal(after.question?.answeredBy, mette);
  assert.equal(await house.tx(async (tx) => statusOf(after, tx.today)), 'parked');
  assert.equal(await house.tx(async (tx) => after.parkings[0]?.askAgainOn === addDays(tx.today, 30)), true);
  assert.equal((await house.visitor().get('/g/AAAAAAAAAA')).status, 404);
});
