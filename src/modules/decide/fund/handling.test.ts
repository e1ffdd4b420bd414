import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { threadEntries } from '../../../platform/journal/read.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, anOrganisation, aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { turnsOf } from '../../turns/public.ts';
import { mayWith } from './access.ts';
import { saveDraft, startApplication, submit } from './commands/applying.ts';
import { applicationByCode } from './commands/codes.ts';
import { decide } from './commands/decide.ts';
import { cancel, lapse, takeOver, withdraw } from './commands/endings.ts';
import { topUp } from './commands/funds.ts';
import { answerQuestion, askQuestion, recommend, recuse, takeUp } from './commands/handling.ts';
import { fundJournal } from './journal.ts';
import type { ApplicationId, Page } from './rules/application.ts';
import { availableOf, moneyOf } from './rules/money.ts';
import { statusOf } from './rules/status.ts';
import { aFund, anApplication, aPage } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { fundById, policyOn } from './store/funds.ts';
import { ledgerOf } from './store/ledger.ts';

const { newTenant } = await testDatabase();

async function withPeople(terms: Parameters<typeof aFund>[1] = {}) {
  const house = await newTenant();
  const people = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    ole: await aPerson(tx, { name: 'Ole Bach', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }),
    fundId: await aFund(tx, terms),
  }));
  return { house, ...people };
}

const actorOf = async (house: TestTenant, personId: Id<'person'>): Promise<Actor> => {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return actor;
};

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  return house.as(await actorOf(house, personId), work);
}

const load = (house: TestTenant, id: ApplicationId) =>
  house.tx(async (tx) => {
    const application = await applicationById(tx, id);
    assert(application);
    return { application, status: statusOf(application, tx.today) };
  });

const left = (house: TestTenant, fundId: Id<'fund'>) =>
  house.tx(async (tx) => {
    const policy = await policyOn(tx, fundId, tx.today);
    assert(policy);
    return availableOf(await ledgerOf(tx, policy.periodId));
  });

const mettes = (mette: Id<'person'>): Partial<Page> => ({ applicantId: mette });
const yes = (kr: number) =>
  ({ result: 'commit', amount: kroner(kr), terms: '', words: '', reference: 'OB 4' }) as const;
const wait = { result: 'wait', words: 'Der er ikke nok i år.', reference: 'OB 4' } as const;
const no = { result: 'refuse', reason: 'own_account', words: 'Brug egen konto.', reference: 'OB 4' } as const;
const kinds = (house: TestTenant, personId: Id<'person'>) =>
  by(house, personId, async (tx) => (await turnsOf(tx)).map((turn) => turn.kind));

test('a draft is taken up again by its link alone, and sent in once with a promise of an answer', async () => {
  const { house, fundId } = await withPeople();
  const visitor = { kind: 'visitor' } as const;
  const { id, code } = await house.as(visitor, (tx) => startApplication(tx, fundId, aPage(tx, { title: '' })));
  const missing = await house.as(visitor, (tx) => submit(tx, id));
  assert.deepEqual(missing, { ok: false, refusal: { kind: 'incomplete', missing: ['title'] } });
  const draft = await house.as(visitor, (tx) => applicationByCode(tx, code));
  assert.equal(draft?.id, id);
  assert.equal(await house.as(visitor, (tx) => applicationByCode(tx, `${code}x`)), null);
  const save = () => house.as(visitor, (tx) => saveDraft(tx, id, 1, aPage(tx, { title: 'Suppe' })));
  assert.deepEqual(await save(), { ok: true, value: null });
  const late = await save();
  assert.equal(!late.ok && late.refusal.kind, 'changed');
  const sent = await Promise.all([1, 2].map(() => house.as(visitor, (tx) => submit(tx, id))));
  const receipt = await house.tx(async (tx) => ({ number: 1, reference: 'P-0001', answerBy: addDays(tx.today, 14) }));
  assert.deepEqual(
    sent.filter((one) => one.ok),
    [{ ok: true, value: receipt }],
  );
  const closed = await house.as(visitor, (tx) => saveDraft(tx, id, 2, aPage(tx)));
  assert.deepEqual(closed, { ok: false, refusal: { kind: 'closed' } });
});

test('what the policy leaves no room for is stopped on screen, and received when it comes on paper', async () => {
  const { house, fundId, signe } = await withPeople();
  const begun = (tx: TenantDb) => aPage(tx, { startsOn: tx.today });
  const { id } = await house.as({ kind: 'visitor' }, (tx) => startApplication(tx, fundId, begun(tx)));
  const outcome = await house.as({ kind: 'visitor' }, (tx) => submit(tx, id));
  assert(!outcome.ok && outcome.refusal.kind === 'no_room');
  assert.deepEqual(
    outcome.refusal.findings.map((finding) => finding.code),
    ['begun'],
  );
  const paper = await by(house, signe, (tx) => startApplication(tx, fundId, begun(tx), 'paper'));
  assert.ok((await by(house, signe, (tx) => submit(tx, paper.id))).ok);
  assert.equal((await load(house, paper.id)).application.registeredBy, signe);
});

test('a question waits for the applicant, the answer for the one who asked, the advice for the board', async () => {
  const { house, fundId, signe, inge, mette } = await withPeople();
  const id = await by(house, mette, (tx) => anApplication(tx, fundId, mettes(mette)));
  assert.deepEqual(await kinds(house, signe), ['fund.handle']);
  await by(house, signe, (tx) => takeUp(tx, id));
  assert.equal((await load(house, id)).status, 'under_review');
  const asked = await by(house, signe, (tx) => askQuestion(tx, id, 'Hvor mange børn kommer?'));
  assert(asked.ok);
  assert.equal((await load(house, id)).status, 'needs_information');
  assert.deepEqual([await kinds(house, signe), await kinds(house, mette)], [[], ['fund.answer']]);
  const answer = () => by(house, mette, (tx) => answerQuestion(tx, asked.value, { words: 'Ti.', onBehalf: null }));
  assert.equal((await Promise.all([answer(), answer()])).filter((one) => one.ok).length, 1);
  assert.deepEqual([await kinds(house, signe), await kinds(house, mette)], [['fund.read_answer'], []]);
  await by(house, signe, (tx) => recommend(tx, id, { advice: 'commit', amount: kroner(4_000), words: 'Ja.' }));
  assert.equal((await load(house, id)).status, 'recommended');
  assert.deepEqual([await kinds(house, signe), await kinds(house, inge)], [[], ['fund.decide']]);
  assert.ok((await by(house, inge, (tx) => decide(tx, id, yes(4_000)))).ok);
  assert.deepEqual(await kinds(house, inge), []);
});

test('what waits for the board waits for nobody who stands aside, whether they said so before the advice or after', async () => {
  const { house, fundId, signe, inge, ole, mette } = await withPeople();
  const id = await by(house, mette, (tx) => anApplication(tx, fundId, mettes(mette)));
  const advise = () =>
    by(house, signe, (tx) => recommend(tx, id, { advice: 'commit', amount: kroner(900), words: 'Ja.' }));
  assert.ok((await advise()).ok);
  assert.deepEqual([await kinds(house, inge), await kinds(house, ole)], [['fund.decide'], ['fund.decide']]);
  assert.ok((await by(house, inge, (tx) => recuse(tx, id, { personId: inge, reason: 'family' }))).ok);
  assert.deepEqual([await kinds(house, inge), await kinds(house, ole)], [[], ['fund.decide']]);
  assert.ok((await advise()).ok);
  assert.deepEqual([await kinds(house, inge), await kinds(house, ole)], [[], ['fund.decide']]);
});

test('who stands aside neither sees the deliberation nor decides, and the thread says so', async () => {
  const { house, fundId, inge, ole, mette } = await withPeople();
  const thread = await house.tx((tx) => anInitiative(tx));
  const page = { ...mettes(mette), initiativeId: thread };
  const id = await by(house, mette, (tx) => anApplication(tx, fundId, page));
  const own = await by(house, ole, (tx) => anApplication(tx, fundId, mettes(ole)));
  await by(house, inge, (tx) => recuse(tx, id, { personId: inge, reason: 'family' }));
  for (const [who, which] of [
    [inge, id],
    [ole, own],
  ] as const) {
    assert.deepEqual(await by(house, who, (tx) => decide(tx, which, yes(1_000))), {
      ok: false,
      refusal: { kind: 'recused' },
    });
    const { application } = await load(house, which);
    const may = await by(house, who, async (tx) => {
      const fund = await fundById(tx, fundId);
      assert(fund);
      return mayWith(tx.actor, fund, await policyOn(tx, fundId, tx.today), application, tx.today);
    });
    assert.deepEqual([may.seeDeliberation, may.decide], [false, false]);
  }
  assert.ok((await by(house, ole, (tx) => decide(tx, id, yes(1_000)))).ok);
  const told = await house.tx((tx) => threadEntries(tx, thread, { kinds: fundJournal, audience: 'members' }));
  assert.deepEqual(
    told.map((entry) => entry.kind),
    ['fund.committed', 'fund.recused', 'fund.submitted'],
  );
  assert.deepEqual(await by(house, ole, (tx) => recuse(tx, id, { personId: ole, reason: 'family' })), {
    ok: false,
    refusal: 'has_decided',
  });
});

test('only the deciding body decides; the delegated role up to its limit, and nobody for another organisation', async () => {
  const { house, fundId, signe, inge, mette } = await withPeople({
    delegatedRole: 'consultant',
    delegatedLimit: kroner(3_000),
  });
  const small = await house.tx((tx) => anApplication(tx, fundId, { sought: kroner(3_000) }));
  const large = await house.tx((tx) => anApplication(tx, fundId, { sought: kroner(3_001) }));
  const say = (who: Id<'person'>, id: ApplicationId) => by(house, who, (tx) => decide(tx, id, yes(3_000)));
  const refusedTo = { ok: false, refusal: { kind: 'may_not_decide' } };
  assert.deepEqual(await say(mette, small), refusedTo);
  assert.deepEqual(await say(signe, large), refusedTo);
  assert.ok((await say(signe, small)).ok);
  assert.ok((await say(inge, large)).ok);

  const { theirs, maja } = await house.tx(async (tx) => {
    const organisationId = await anOrganisation(tx);
    const roles = [{ role: 'municipal_officer' as const, organisationId }];
    return {
      maja: await aPerson(tx, { name: 'Maja Vest', roles }),
      theirs: await aFund(tx, { organisationId, name: 'Kommunens pulje', decidingRole: 'municipal_officer' }),
    };
  });
  const asked = await house.tx((tx) => anApplication(tx, theirs, { sought: kroner(3_000) }));
  assert.deepEqual(await kinds(house, maja), ['fund.handle']);
  assert.deepEqual(await say(inge, asked), refusedTo);
  const ours = await house.tx((tx) => anApplication(tx, fundId, { sought: kroner(3_000) }));
  assert.deepEqual(await say(maja, ours), refusedTo);
  assert.ok((await say(maja, asked)).ok);
  assert.equal(await left(house, theirs), kroner(97_000), 'the money of two funds is never mixed');
  assert.equal(await left(house, fundId), kroner(94_000));
});

test('a yes never passes the cap, what is sought, what is left, or the first day of the activity', async () => {
  const { house, fundId, inge } = await withPeople({ total: kroner(22_000) });
  const apply = (sought: number) => house.tx((tx) => anApplication(tx, fundId, { sought: kroner(sought) }));
  const [trip, dinner, late] = [await apply(24_000), await apply(5_000), await apply(1_000)];
  const say = (id: ApplicationId, kr: number) => by(house, inge, (tx) => decide(tx, id, yes(kr)));
  const most = async (id: ApplicationId, kr: number) => {
    const outcome = await say(id, kr);
    return outcome.ok ? 'yes' : outcome.refusal;
  };
  assert.deepEqual(await most(trip, 20_001), { kind: 'over_max', most: kroner(20_000) });
  assert.deepEqual(await most(dinner, 5_001), { kind: 'over_sought', most: kroner(5_000) });
  assert.equal(await most(trip, 20_000), 'yes');
  assert.equal((await load(house, trip)).status, 'partly_committed');
  assert.deepEqual(await most(dinner, 5_000), { kind: 'over_available', most: kroner(2_000) });
  house.clock.forward({ days: 40 });
  assert.deepEqual(await most(late, 1_000), { kind: 'too_late' });
  assert.ok((await by(house, inge, (tx) => decide(tx, late, { ...no, reason: 'too_late' }))).ok);
});

test('when money comes free, the first whom it serves is the consultant’s turn; and the seat passes on', async () => {
  const { house, fundId, signe, inge } = await withPeople({ total: kroner(20_000) });
  const apply = (sought: number) => house.tx((tx) => anApplication(tx, fundId, { sought: kroner(sought) }));
  const [first, big, small] = [await apply(18_000), await apply(20_000), await apply(8_000)];
  await by(house, inge, (tx) => decide(tx, first, yes(18_000)));
  for (const id of [big, small]) await by(house, inge, (tx) => decide(tx, id, wait));
  assert.deepEqual(await kinds(house, signe), []);
  const inLine = () => by(house, signe, async (tx) => (await turnsOf(tx)).map((turn) => turn.subject.id));
  await by(house, inge, (tx) => cancel(tx, first, { words: 'Regn', keep: kroner(2_000) }));
  assert.equal(await left(house, fundId), kroner(18_000));
  assert.deepEqual(await inLine(), [small]);
  const periodId = await house.tx(async (tx) => (await policyOn(tx, fundId, tx.today))?.periodId);
  assert(periodId);
  const more = { periodId, amount: kroner(2_000), decisionReference: 'OB 12.05, punkt 4' };
  await by(house, inge, (tx) => topUp(tx, fundId, more));
  assert.deepEqual(await inLine(), [big]);
  await by(house, signe, (tx) => withdraw(tx, big, 'Vi låner i stedet.'));
  assert.deepEqual(await inLine(), [small]);
  assert.ok((await by(house, inge, (tx) => decide(tx, small, yes(8_000)))).ok);
  assert.deepEqual(await inLine(), []);
});

test('a commitment lapses after its last day and not before, and somebody else can carry it on', async () => {
  const { house, fundId, signe, inge, mette, poul } = await withPeople();
  const id = await by(house, mette, (tx) => anApplication(tx, fundId, mettes(mette)));
  await by(house, inge, (tx) => decide(tx, id, yes(4_000)));
  assert.ok((await by(house, signe, (tx) => takeOver(tx, id, { personId: poul, words: 'Mette flytter.' }))).ok);
  assert.deepEqual(await by(house, signe, (tx) => takeOver(tx, id, { personId: poul, words: '' })), {
    ok: false,
    refusal: 'carries_already',
  });
  house.clock.forward({ days: 100 });
  assert.deepEqual(await by(house, signe, (tx) => lapse(tx, id, '')), { ok: false, refusal: 'not_expired' });
  house.clock.forward({ days: 1 });
  assert.ok((await by(house, signe, (tx) => lapse(tx, id, ''))).ok);
  const { application, status } = await load(house, id);
  assert.equal(status, 'lapsed');
  assert.equal(moneyOf(application).remaining, 0);
  assert.equal(await left(house, fundId), kroner(100_000));
});

test('a board reads the cases of its department without contact data, and a neighbour reads none', async () => {
  const { house, fundId, mette, poul } = await withPeople();
  const { departmentId, bent } = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const roles = [{ role: 'board_member' as const, departmentId }];
    return { departmentId, bent: await aPerson(tx, { name: 'Bent Ove', roles }) };
  });
  const page = { ...mettes(mette), departmentIds: [departmentId] };
  const id = await by(house, mette, (tx) => anApplication(tx, fundId, page));
  const { application } = await load(house, id);
  const mayOf = (who: Id<'person'>) =>
    by(house, who, async (tx) => {
      const fund = await fundById(tx, fundId);
      assert(fund);
      return mayWith(tx.actor, fund, await policyOn(tx, fundId, tx.today), application, tx.today);
    });
  const board = await mayOf(bent);
  assert.deepEqual([board.see, board.seeContact, board.seeDeliberation, board.decide], [true, false, false, false]);
  assert.equal((await mayOf(poul)).see, false);
  const own = await mayOf(mette);
  assert.deepEqual([own.see, own.seeContact, own.seeDeliberation, own.withdraw], [true, true, false, true]);
});
