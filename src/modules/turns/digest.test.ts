import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { path } from '../../platform/web/path.ts';
import { subject, testMessages } from '../../testing/messages.ts';
import { aPerson } from '../housing/seed.ts';
import { stopTopic } from './commands/stopping.ts';
import { type News, notify, openTurn } from './public.ts';
import { JOBS, type Topic } from './rules.ts';

const { ask, db, mailTo, newAddress, newTenant, outgoing, work } = await testMessages();

test('holders of a role hear at once where it matters, otherwise in the digest', async () => {
  const house = await newTenant();
  const email = newAddress();
  await house.tx(async (tx) => {
    await aPerson(tx, { email, roles: ['consultant'] });
    await openTurn(tx, { kind: 'test.ask', subject, assignee: { role: 'consultant', departmentId: null } });
  });
  await work(house);
  assert.equal((await mailTo(email)).length, 0);
  await house.tx((tx) =>
    openTurn(tx, { kind: 'test.role', subject, assignee: { role: 'consultant', departmentId: null } }),
  );
  await work(house);
  assert.equal((await mailTo(email)).length, 1);
});

test('the digest comes once, on Monday at 8, shows each turn once, and carries the journal’s seal to staff', async () => {
  const house = await newTenant();
  const [staff, resident, idle] = [newAddress(), newAddress(), newAddress()];
  await house.tx(async (tx) => {
    const consultant = await aPerson(tx, { name: 'Signe Bro', email: staff, roles: ['consultant'] });
    const poul = await aPerson(tx, { name: 'Poul Kjær', email: resident });
    await aPerson(tx, { email: idle });
    for (const assignee of [
      { personId: consultant },
      { role: 'consultant' as const, departmentId: null },
      { personId: poul },
    ]) {
      await openTurn(tx, { kind: 'test.ask', subject, assignee });
    }
  });
  await work(house);
  const hourly = async () => {
    await house.tx((tx) => enqueue(tx, JOBS.digests, {}));
    await work(house);
  };
  const digests = async (to: string) => (await mailTo(to)).filter((one) => one.subject.includes('venter på dig'));
  house.clock.set('2026-05-04T07:30:00+02:00');
  await hourly();
  assert.equal((await digests(staff)).length, 0, 'not before 8');
  for (const hour of ['08', '09', '10']) {
    house.clock.set(`2026-05-04T${hour}:05:00+02:00`);
    await hourly();
  }
  const late = newAddress();
  await house.tx(async (tx) => {
    const personId = await aPerson(tx, { email: late });
    await openTurn(tx, { kind: 'test.ask', subject: { ...subject, id: 'late' }, assignee: { personId } });
  });
  house.clock.set('2026-05-04T11:05:00+02:00');
  await hourly();
  assert.equal((await digests(late)).length, 0, 'who came late waits for next week');
  house.clock.set('2026-05-05T08:05:00+02:00');
  await hourly();
  const [toStaff, ...moreStaff] = await digests(staff);
  const [toPoul, ...morePoul] = await digests(resident);
  assert.deepEqual([moreStaff.length, morePoul.length], [0, 0]);
  assert.equal(toStaff?.text.split('bære stole').length, 2, 'one turn, told once');
  assert.match(toStaff?.text ?? '', /Journalens segl: \d+:[0-9a-f]{16}/);
  assert.doesNotMatch(toPoul?.text ?? '', /segl/);
  assert.equal((await mailTo(idle)).length, 0, 'nothing to say, nothing sent');
  const anchors = await house.tx((tx) => tx.sql.selectFrom('journal_anchor').select('told_in').execute());
  assert.deepEqual(anchors, [{ told_in: 'weekly_digest' }]);
  house.clock.set('2026-05-11T08:05:00+02:00');
  await hourly();
  assert.equal((await digests(resident)).length, 2, 'next week again');
});

test('what happened in one’s own initiatives is told in the digest, also when nothing waits', async () => {
  const house = await newTenant();
  const email = newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  house.clock.set('2026-05-04T08:00:00+02:00');
  await house.tx((tx) => enqueue(tx, JOBS.digests, {}));
  const news: News = {
    readers: async () => [personId],
    of: async () => [{ sentence: 'Bo fandt en gryde.', path: '/initiativer/1' }],
  };
  await work(house, { news });
  const [got] = await mailTo(email);
  assert.ok(got?.text.includes('Bo fandt en gryde.'));
});

test('a house that was down on Monday makes up for the digest by Wednesday evening, once, and tells nothing twice', async () => {
  const house = await newTenant();
  const email = newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  await ask(house, personId);
  await work(house);
  const asked: string[] = [];
  const news: News = {
    readers: async () => [],
    of: async (_, __, since) => {
      asked.push(since.toISOString());
      return [];
    },
  };
  const hourly = async (from: string, hours: number) => {
    house.clock.set(from);
    for (let hour = 0; hour < hours; hour++) {
      await house.tx((tx) => enqueue(tx, JOBS.digests, {}));
      await work(house, { news });
      house.clock.forward({ hours: 1 });
    }
  };
  const digests = async () => (await mailTo(email)).filter((one) => one.subject.includes('venter på dig')).length;
  await hourly('2026-05-06T20:01:00+02:00', 30);
  assert.equal(await digests(), 0, 'from Wednesday evening it is too late');
  await hourly('2026-05-12T00:01:00+02:00', 8);
  assert.equal(await digests(), 0, 'made up for on Tuesday at midnight, but nobody is woken');
  await hourly('2026-05-12T08:01:00+02:00', 48);
  assert.equal(await digests(), 1);
  await hourly('2026-05-18T08:01:00+02:00', 3);
  assert.equal(await digests(), 2);
  assert.deepEqual(asked, ['2026-05-04T00:00:00.000Z', '2026-05-11T22:01:00.000Z'], 'from where the last one ended');
});

test('a week in which nobody had anything to read is over when its digest has been looked for', async () => {
  const house = await newTenant();
  const email = newAddress();
  house.clock.set('2026-05-04T08:01:00+02:00');
  await house.tx((tx) => enqueue(tx, JOBS.digests, {}));
  await work(house);
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  await ask(house, personId);
  house.clock.set('2026-05-05T09:01:00+02:00');
  await house.tx((tx) => enqueue(tx, JOBS.digests, {}));
  await work(house);
  assert.equal((await mailTo(email)).length, 1, 'the turn itself, and no late digest');
});

test('stopping one topic stops that one only', async () => {
  const house = await newTenant();
  const email = newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  await house.tx((tx) => stopTopic(tx, { kind: 'person', personId }, 'turn'));
  await ask(house, personId);
  const answer = (topic: Topic) =>
    house.tx((tx) =>
      notify(tx, { to: { personId }, topic, say: () => ({ subject: 'Svar på din idé', paragraphs: ['Ja tak'] }) }),
    );
  assert.equal(await answer('answer'), 'waiting');
  assert.equal(await answer('turn'), 'stopped');
  await work(house);
  assert.deepEqual(
    (await mailTo(email)).map((one) => one.subject),
    ['Svar på din idé'],
  );
});

test('a visitor without an account gets an answer at the address they gave', async () => {
  const house = await newTenant();
  const email = newAddress();
  const say = () => ({
    subject: 'Svar på din idé',
    paragraphs: ['Vi laver suppe.'],
    action: { label: 'Se den', path: path('/initiativer')({}) },
  });
  const fate = await house.tx((tx) =>
    notify(tx, { to: { visitor: { email: email.toUpperCase(), language: 'da' } }, topic: 'answer', say }),
  );
  assert.equal(fate, 'waiting');
  assert.equal(
    await house.tx((tx) => notify(tx, { to: { visitor: { language: 'da' } }, topic: 'answer', say })),
    'no way',
  );
  await work(house);
  assert.ok((await mailTo(email))[0]?.text.includes('Vi laver suppe.'));
});

test('the words of a message are deleted after 30 days', async () => {
  const house = await newTenant();
  const personId = await house.tx((tx) => aPerson(tx, { email: newAddress() }));
  await ask(house, personId);
  await work(house);
  const tidied = async (days: number) => {
    house.clock.forward({ days });
    await house.tx((tx) => enqueue(tx, JOBS.tidy, {}));
    await work(house);
    return (await outgoing(house))[0]?.message;
  };
  assert.ok(await tidied(29));
  assert.equal(await tidied(2), null);
});

test('no payload of a job holds a name, an address or words', async () => {
  const house = await newTenant();
  const email = newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { name: 'Hemmelige Hanne', email }));
  await ask(house, personId);
  const { rows } = await db.pool.query(
    `select data::text as said from pgboss.job_common where data ->> 'tenant' = $1`,
    [house.tenant.id],
  );
  assert.ok(rows.length > 0);
  for (const { said } of rows) assert.doesNotMatch(said, /Hanne|@|stole/);
});
