import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, SYSTEM, VISITOR } from '../../kernel/actor.ts';
import { subject, testMessages } from '../../testing/messages.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { stopTopic } from './commands/stopping.ts';
import { closeTurns, notify, openTurn } from './public.ts';

const { ask, mailTo, newAddress, newTenant, outgoing, work } = await testMessages();
const say = () => ({ subject: 'Tak for din idé', paragraphs: ['Vi har læst den.'] });

test('the one whose turn it is gets a mail that says what, until when, from whom, and how to stop', async () => {
  const house = await newTenant({ name: 'Boligforeningen Lyngbakken' });
  const email = newAddress();
  await ask(house, await house.tx((tx) => aPerson(tx, { name: 'Poul Kjær', email })));
  await work(house);
  const [got, ...more] = await mailTo(email);
  assert.equal(more.length, 0);
  assert.equal(got?.subject, 'Din tur: Mette spørger, om du vil bære stole på lørdag.');
  for (const words of [
    'Hej Poul',
    'senest 8. maj 2026',
    `/${house.tenant.slug}/spoergsmaal/1`,
    'Boligforeningen Lyngbakken',
    'Send mig ikke besked',
  ]) {
    assert.ok(got?.text.includes(words), words);
    assert.ok(got?.html.includes(words), words);
  }
  assert.ok(got?.headers['list-unsubscribe']?.includes('/beskeder/'));
});

test('what was rolled back is never sent', async () => {
  const house = await newTenant();
  const email = newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  await assert.rejects(
    house.tx(async (tx) => {
      await openTurn(tx, { kind: 'test.ask', subject, assignee: { personId } });
      await notify(tx, { to: { personId }, topic: 'answer', say: () => ({ subject: 'Svar', paragraphs: ['Ja'] }) });
      throw new Error('changed our mind');
    }),
    /changed our mind/,
  );
  await work(house);
  assert.equal((await mailTo(email)).length, 0);
  assert.equal((await outgoing(house)).length, 0);
});

test('a visitor can have neither a stranger’s mailbox filled nor SMS sent abroad; staff are not held back', async () => {
  const house = await newTenant();
  const email = newAddress();
  const tell = (by: Actor, reach: { readonly email?: string; readonly phone?: string }) =>
    house.as(by, (tx) => notify(tx, { to: { visitor: { ...reach, language: 'da' } }, topic: 'answer', say }));
  for (let mail = 0; mail < 20; mail += 1) assert.equal(await tell(VISITOR, { email }), 'waiting');
  assert.equal(await tell(VISITOR, { email: ` ${email.toUpperCase()}` }), 'no way');
  assert.equal(await tell(VISITOR, { email: newAddress() }), 'waiting');
  assert.equal(await tell(SYSTEM, { email }), 'waiting');
  assert.equal(await tell(VISITOR, { phone: '+37120012345' }), 'no way');
  assert.equal(await tell(VISITOR, { phone: '+4520304050' }), 'waiting');
  assert.equal(await tell(SYSTEM, { phone: '+37120012345' }), 'waiting');
  assert.equal((await outgoing(house)).length, 24);
});

test('nobody is woken: what happens in the evening is told at 8, also on the night when the clocks change', async () => {
  const nights = [
    { at: '2026-05-03T19:59:00+02:00', told: '2026-05-03T19:59:00+02:00' },
    { at: '2026-05-03T20:00:00+02:00', told: '2026-05-04T08:00:00+02:00' },
    { at: '2026-05-04T00:30:00+02:00', told: '2026-05-04T08:00:00+02:00' },
    { at: '2026-05-04T07:59:00+02:00', told: '2026-05-04T08:00:00+02:00' },
    { at: '2026-03-28T22:00:00+01:00', told: '2026-03-29T08:00:00+02:00' },
    { at: '2026-10-24T22:00:00+02:00', told: '2026-10-25T08:00:00+01:00' },
    { at: '2026-12-31T23:59:00+01:00', told: '2027-01-01T08:00:00+01:00' },
  ];
  for (const { at, told } of nights) {
    const house = await newTenant();
    const email = newAddress();
    house.clock.set(at);
    await ask(house, await house.tx((tx) => aPerson(tx, { email })));
    await work(house);
    house.clock.set(new Date(new Date(told).getTime() - 60_000));
    if (at !== told) await work(house);
    assert.equal((await mailTo(email)).length, at === told ? 1 : 0, `a minute before ${told}`);
    house.clock.set(told);
    await work(house);
    assert.equal((await mailTo(email)).length, 1, `at ${told}`);
  }
});

test('a house that was down in the evening does not make up for it in the night', async () => {
  const house = await newTenant();
  const email = newAddress();
  house.clock.set('2026-05-03T19:00:00+02:00');
  await ask(house, await house.tx((tx) => aPerson(tx, { email })));
  await house.tx((tx) => notify(tx, { to: { visitor: { email, language: 'da' } }, topic: 'answer', say }));
  house.clock.set('2026-05-03T23:00:00+02:00');
  await work(house);
  assert.equal((await mailTo(email)).length, 0);
  house.clock.set('2026-05-04T08:00:00+02:00');
  await work(house);
  assert.equal((await mailTo(email)).length, 2);
});

test('a turn that was answered in the night is not told in the morning', async () => {
  const house = await newTenant();
  const email = newAddress();
  house.clock.set('2026-05-03T22:00:00+02:00');
  await ask(house, await house.tx((tx) => aPerson(tx, { email })));
  await work(house);
  await house.tx((tx) => closeTurns(tx, { subject }));
  house.clock.set('2026-05-04T09:00:00+02:00');
  await work(house);
  assert.equal((await mailTo(email)).length, 0);
});

test('who says no to these messages in the night gets none in the morning', async () => {
  const house = await newTenant();
  const email = newAddress();
  house.clock.set('2026-05-03T22:00:00+02:00');
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  await ask(house, personId);
  await work(house);
  await house.tx((tx) => stopTopic(tx, { kind: 'person', personId }, 'turn'));
  house.clock.set('2026-05-04T09:00:00+02:00');
  await work(house);
  assert.equal((await mailTo(email)).length, 0);
});

test('a person with the paper channel gets a letter and never a mail', async () => {
  const house = await newTenant();
  const [paper, exempt] = [newAddress(), newAddress()];
  await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    const one = await aPerson(tx, { email: paper, lives, preference: { channel: 'paper' } });
    const other = await aPerson(tx, { email: exempt, lives, preference: { channel: 'mail', digitalExempt: true } });
    for (const personId of [one, other]) await openTurn(tx, { kind: 'test.ask', subject, assignee: { personId } });
  });
  await work(house);
  assert.equal((await mailTo(paper)).length + (await mailTo(exempt)).length, 0);
  assert.deepEqual(
    (await outgoing(house)).map((row) => [row.channel, row.sent_at]),
    [
      ['print', null],
      ['print', null],
    ],
  );
});

test('"never" is never, also when it was said after the message was written', async () => {
  const house = await newTenant();
  const [before, later] = [newAddress(), newAddress()];
  const never = await house.tx((tx) => aPerson(tx, { email: before, preference: { channel: 'never' } }));
  await ask(house, never);
  house.clock.set('2026-05-03T21:00:00+02:00');
  const changes = await house.tx((tx) => aPerson(tx, { email: later }));
  await ask(house, changes);
  await work(house);
  await house.tx((tx) =>
    tx.sql
      .insertInto('contact_preference')
      .values({ person_id: changes, channel: 'never', changed_at: tx.now, changed_channel: 'web' })
      .execute(),
  );
  house.clock.set('2026-05-04T09:00:00+02:00');
  await work(house);
  assert.equal((await mailTo(before)).length + (await mailTo(later)).length, 0);
  assert.deepEqual(
    (await outgoing(house)).map((row) => row.dropped_because),
    ['never'],
  );
});

test('an SMS is one short text with the question, the link, the sender and how to stop', async () => {
  const house = await newTenant({ name: 'Lyngbakken' });
  const personId = await house.tx((tx) => aPerson(tx, { phone: '+4520123456', preference: { channel: 'sms' } }));
  await ask(house, personId);
  await work(house);
  const [sms] = await house.tx((tx) => tx.sql.selectFrom('sms_log').selectAll().execute());
  assert.ok(sms && sms.body.length <= 300, sms?.body);
  for (const words of ['Mette spørger', 'http://grobund.test/', 'Lyngbakken', 'Stop: '])
    assert.ok(sms.body.includes(words), sms.body);
  assert.equal(sms.sender, 'Lyngbakken');
});

test('without a way to send SMS, the one who chose it gets a mail, or else a letter', async () => {
  const house = await newTenant();
  const email = newAddress();
  await house.tx(async (tx) => {
    const one = await aPerson(tx, { email, phone: '+4520123456', preference: { channel: 'sms' } });
    const other = await aPerson(tx, { phone: '+4520123457', preference: { channel: 'sms' } });
    for (const personId of [one, other]) await openTurn(tx, { kind: 'test.ask', subject, assignee: { personId } });
  });
  await work(house, { sms: false });
  assert.equal((await mailTo(email)).length, 1);
  assert.deepEqual((await outgoing(house)).map((row) => row.channel).sort(), ['mail', 'print']);
});

test('a busy mail server is tried again with growing waits; an unknown address becomes a turn for staff, and no mail again', async () => {
  const house = await newTenant();
  const { gone, busy } = await house.tx(async (tx) => ({
    gone: await aPerson(tx, { email: 'findes-ikke@example.dk' }),
    busy: await aPerson(tx, { email: 'optaget@example.dk' }),
    staff: await aPerson(tx, { email: newAddress(), roles: ['consultant'] }),
  }));
  await ask(house, busy);
  let tries = 0;
  for (let i = 0; i < 12 && !(await outgoing(house))[0]?.failed_at; i++) {
    await work(house);
    tries += 1;
    house.clock.forward({ hours: 12 });
  }
  assert.ok(tries >= 5, `given up after ${tries} tries`);
  await house.tx((tx) =>
    openTurn(tx, { kind: 'test.ask', subject: { ...subject, id: '2' }, assignee: { personId: gone } }),
  );
  house.clock.set('2026-06-01T12:00:00+02:00');
  await work(house);
  const turns = await house.tx((tx) =>
    tx.sql.selectFrom('turn').selectAll().where('kind', '=', 'turns.unreachable').execute(),
  );
  assert.deepEqual(
    turns.map((turn) => String(turn.role)).toSorted((one, other) => one.localeCompare(other)),
    ['consultant', 'consultant', 'secretariat', 'secretariat'],
  );
  await house.tx((tx) =>
    openTurn(tx, { kind: 'test.ask', subject: { ...subject, id: '3' }, assignee: { personId: gone } }),
  );
  await work(house);
  assert.equal((await outgoing(house)).at(-1)?.channel, 'print', 'a dead address is not written to again');
});
