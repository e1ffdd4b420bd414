import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { arrivedMail, startDevSmtp } from '../../dev/smtp.ts';
import type { Id } from '../../kernel/id.ts';
import { drainJobs } from '../../platform/jobs/drain.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { openMailCarrier } from '../../platform/mail/mail.ts';
import { smsLog } from '../../platform/sms/sms.ts';
import { path } from '../../platform/web/path.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { stopTopic } from './commands/stopping.ts';
import { closeTurns, type News, notify, openTurn, type Tongue, turnsJobs, turnsTurns } from './public.ts';
import { JOBS, type Topic } from './rules.ts';

const { db, newTenant } = await testDatabase();
const smtp = await startDevSmtp({ database: db, port: 0 });
const mail = openMailCarrier({ url: smtp.url, from: 'post@grobund.test' });
after(async () => {
  mail.close();
  await smtp.close();
});

const subject = { kind: 'ask', id: '1' };
const tongue: Tongue = {
  kinds: {
    ...turnsTurns,
    'test.ask': {
      sentence: () => 'Mette spørger, om du vil bære stole på lørdag.',
      action: () => 'Svar Mette',
      place: () => path('/spoergsmaal/1')({}),
    },
    'test.role': {
      sentence: () => 'Der er kommet en idé.',
      action: () => 'Læs idéen',
      place: () => path('/ideer/1')({}),
      instant: true,
    },
  },
  names: () => async () => new Map(),
};
const noNews: News = { readers: async () => [], of: async () => [] };

/** Does all that is due at the house's clock. */
function work(house: TestTenant, given: { news?: News; sms?: boolean } = {}) {
  const kinds = turnsJobs({ tongue, news: given.news ?? noNews, mail, sms: given.sms === false ? null : smsLog });
  return drainJobs({
    database: db,
    kinds,
    clock: house.clock,
    originOf: (tenant) => `https://grobund.test/${tenant.slug}`,
  });
}

let addresses = 0;
const newAddress = () => `beboer${++addresses}@example.dk`;
const mailTo = (to: string) => arrivedMail(db, { to });
const ask = (house: TestTenant, personId: Id<'person'>) =>
  house.tx((tx) => openTurn(tx, { kind: 'test.ask', subject, assignee: { personId }, due: '2026-05-08' as never }));
const outgoing = (house: TestTenant) =>
  house.tx((tx) => tx.sql.selectFrom('outgoing').selectAll().orderBy('id').execute());

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
    'Stop beskeder',
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
  for (const words of ['Mette spørger', 'https://grobund.test/', 'Lyngbakken', 'Stop: '])
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
  assert.deepEqual(turns.map((turn) => turn.role).sort(), ['consultant', 'consultant', 'secretariat', 'secretariat']);
  await house.tx((tx) =>
    openTurn(tx, { kind: 'test.ask', subject: { ...subject, id: '3' }, assignee: { personId: gone } }),
  );
  await work(house);
  assert.equal((await outgoing(house)).at(-1)?.channel, 'print', 'a dead address is not written to again');
});

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
