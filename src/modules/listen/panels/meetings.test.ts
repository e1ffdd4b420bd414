import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStaff } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import type { SignedUp } from './commands/joining.ts';
import { stateOf } from './rules/people.ts';
import { orderOf } from './rules/voting.ts';
import { anApplicant, aPanel, residentsToMirror, verbs } from './seed.ts';

const { newHouse } = await testApp();

/** An open group of six, all of them old and of the one department, and its selector. */
async function aGroup() {
  const house = await newHouse();
  const signe = await house.tx((tx) => aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }));
  const { one } = await house.tx(residentsToMirror);
  const as = async <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> => {
    const actor = await house.tx((tx) => loadActor(tx, personId));
    assert.ok(actor && isStaff(actor));
    return house.as(actor, work);
  };
  const panel = await as(signe, (tx) => aPanel(tx, { kind: 'open', name: 'Det åbne bord', seats: 6 }));
  const members = await house.tx(async (tx) => {
    const found: SignedUp[] = [];
    for (let at = 1; at <= 6; at += 1) {
      found.push(await anApplicant(tx, panel.id, { name: `Gæst ${at}`, department: one, birthYear: 1948 }));
    }
    return found;
  });
  return { house, as, signe, one, panel, members, place: `/fokusgrupper/${panel.id}` };
}

test('a meeting’s tilt is shown once five came, in words, and nobody has to come', async () => {
  const { house, as, signe, panel, members, place } = await aGroup();
  const id = await as(signe, (tx) =>
    verbs.callMeeting(tx, panel, { on: addDays(tx.today, 7), starts: '17:30', place: '', agenda: 'Skilte' }),
  );
  const her = await house.signedIn(signe);
  const came = async (count: number) => {
    await as(signe, (tx) =>
      verbs.noteAttendance(
        tx,
        panel.id,
        id,
        members.slice(0, count).map((one) => one.id),
      ),
    );
    return (await her.get(`${place}/moeder/${id}`)).text;
  };
  assert.match(await came(4), /Der kom færre end fem/);
  const tilt = await came(5);
  assert.match(tilt, /5 kom\./);
  assert.match(tilt, /75 år eller mere|60-74 år/);
  assert.match(tilt, /Flere end blandt beboerne/);
  assert.match(tilt, /Færre end blandt beboerne/);
  assert.match(tilt, /Ingen har pligt til at komme/);
});

test('members put real proposals in order with dots, sliders or two at a time, and no order is shown before five answered', async () => {
  const { house, as, signe, panel, members, place } = await aGroup();
  const options = ['Bænke', 'Lys', 'Skilte'].map((says) => ({ says, initiativeId: null }));
  await as(signe, async (tx) => {
    for (const method of ['dots', 'sliders', 'pairs'] as const) {
      await verbs.askToPrioritise(tx, panel.id, { asks: `Hvad først med ${method}?`, method, dots: 5, options });
    }
  });
  const questions = await house.tx((tx) => verbs.questionsOf(tx, panel.id));
  const [dots, sliders, pairs] = (['dots', 'sliders', 'pairs'] as const).map(
    (method) => questions.find((one) => one.method === method) ?? assert.fail(method),
  ) as [(typeof questions)[number], (typeof questions)[number], (typeof questions)[number]];
  const page = await house.visitor('10.9.0.1').get(`/min-plads/${members[0]?.code}`);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const her = house.visitor('10.9.0.2');
  const send = async (member: number, question: string, fields: Record<string, string>) => {
    const at = `/min-plads/${members[member]?.code}`;
    const mine = await her.get(at);
    const own = mine.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? token;
    return her.post(`${at}/prioritering/${question}`, { _csrf: own, ...fields });
  };
  const points = (question: (typeof questions)[number], given: readonly number[]) =>
    Object.fromEntries(question.options.map(({ id }, at) => [`points_${id}`, String(given[at] ?? 0)]));
  const tooMany = await send(0, dots.id, points(dots, [4, 4, 4]));
  assert.equal(tooMany.status, 422);
  assert.match(tooMany.text, /Du har delt for mange ud/);
  for (let member = 0; member < 4; member += 1) await send(member, dots.id, points(dots, [1, 4, 0]));
  const staff = await house.signedIn(signe);
  assert.match((await staff.get(`${place}/prioritering`)).text, /Resultatet vises, når fem har svaret/);
  await send(4, dots.id, points(dots, [5, 0, 0]));
  assert.match((await send(0, sliders.id, points(sliders, [10, 0, 5]))).text, /Dit svar er gemt/);
  const [first, second, third] = pairs.options.map(({ id }) => id as string);
  const chosen = { pair_0: second ?? '', pair_1: third ?? '', pair_2: third ?? '' };
  assert.match((await send(0, pairs.id, chosen)).text, /Dit svar er gemt/);
  // Whom nobody asked about in the first pair gets nothing there.
  await send(1, pairs.id, { pair_0: third ?? '', pair_1: third ?? '', pair_2: third ?? '' });
  const given = (await house.tx((tx) => verbs.questionsOf(tx, panel.id))).find(({ id }) => id === pairs.id);
  const preferred = (id: string | undefined) => given?.options.find((one) => one.id === id)?.points;
  assert.deepEqual([first, second, third].map(preferred), [0, 1, 4]);
  const counted = (await house.tx((tx) => verbs.questionsOf(tx, panel.id))).find(({ id }) => id === dots.id);
  const order = counted && orderOf(counted)?.map(({ says, points: sum }) => `${says} ${sum}`);
  assert.deepEqual(order, ['Lys 16', 'Bænke 9', 'Skilte 0']);
  assert.match((await staff.get(`${place}/prioritering`)).text, /Lys.*16.*Bænke.*9/);
});

test('a member takes a break and hears of no meetings meanwhile; the seat is kept, and they are back on their day', async () => {
  const { house, as, signe, one } = await aGroup();
  const open = await as(signe, (tx) => aPanel(tx, { kind: 'open', name: 'Det åbne bord' }));
  const email = 'gry@example.dk';
  const { code, id } = await house.tx((tx) => anApplicant(tx, open.id, { name: 'Gry Bang', department: one, email }));
  const her = house.visitor('10.8.0.4');
  const page = await her.get(`/min-plads/${code}`);
  const wrong = await page.submit('Hold pause', { until: '2020-01-01' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en dag efter i dag/);
  const until = await house.tx(async (tx) => addDays(tx.today, 10));
  await page.submit('Hold pause', { until });
  const state = async () => {
    const found = (await house.tx((tx) => verbs.applicationsOf(tx, open.id))).find((person) => person.id === id);
    return found && stateOf(found);
  };
  assert.equal(await state(), 'paused');
  // Each message has a code of its own.
  const messages = () =>
    house.tx(async (tx) => (await tx.sql.selectFrom('panel_receipt').select('made_at').execute()).length);
  const before = await messages();
  await as(signe, (tx) => verbs.callMeeting(tx, open, { on: until, starts: '17:30', place: '', agenda: 'Skilte' }));
  assert.equal(await messages(), before, 'nobody is asked on a break');
  house.clock.forward({ days: 10 });
  assert.equal(await state(), 'member');
});
