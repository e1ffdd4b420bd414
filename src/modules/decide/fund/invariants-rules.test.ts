/** Promises 2, 3, 7 and 8 of the handbook's list (6.19); the others are in invariants.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Actor, VISITOR } from '../../../kernel/actor.ts';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, toOre } from '../../../kernel/money.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { lyngbakken } from '../../../platform/documents/samples.ts';
import { testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { mayWith } from './access.ts';
import { startApplication, submit } from './commands/applying.ts';
import { fillOf } from './commands/measuring.ts';
import { meetingMinutes } from './letters/meeting.ts';
import { applicationSheet } from './letters/page.ts';
import type { Application, ApplicationId } from './rules/application.ts';
import { type Decision, decisionRefusal } from './rules/deciding.ts';
import { linesOf, type MeetingCase } from './rules/meetings.ts';
import type { Fund, Policy } from './rules/policy.ts';
import { aFund, aPage, someTerms } from './seed.ts';

const { newTenant } = await testDatabase();

const TODAY = day('2026-05-03');
const HERE = { today: TODAY };
const FUND = 'f' as Id<'fund'>;
const OWNER = 'o' as Id<'organisation'>;
const fund: Fund = { id: FUND, organisationId: OWNER, name: 'Puljen', prefix: 'P' };
const policy: Policy = {
  ...someTerms(HERE),
  id: 'y' as Id<'fund_policy'>,
  periodId: 'q' as Id<'fund_period'>,
  number: 1,
};

/** A case that was sent in, and that nobody has answered. */
function sentCase(wanted: Partial<Application> & { readonly sought?: Ore } = {}): Application {
  const { sought, ...rest } = wanted;
  return {
    ...aPage(HERE, sought === undefined ? {} : { sought }),
    id: 'a' as ApplicationId,
    fundId: FUND,
    version: 1,
    createdBy: null,
    channel: 'web',
    registeredBy: null,
    submission: { on: TODAY, number: 1, answerBy: addDays(TODAY, 14), round: null },
    reviews: [],
    questions: [],
    recommendations: [],
    recusals: [],
    namings: [],
    decisions: [],
    releases: [],
    payments: [],
    claims: [],
    takeOvers: [],
    end: null,
    ...rest,
  };
}

const seen = (application: Application, more: Partial<Parameters<typeof decisionRefusal>[1]> = {}) => ({
  application,
  policy,
  available: kroner(100_000) as number,
  earlier: null,
  deciderId: 'i' as Id<'person'>,
  namingOpen: false,
  mayDecide: true,
  today: TODAY,
  ...more,
});
const yesTo = (amount: Ore): Decision => ({ result: 'commit', amount, terms: '', words: '' });
const anyOre = fc.integer({ min: 1, max: 3_000_000 }).map(toOre);

test('2: a promise is at most what one project can have, and at most what was sought; up to there it can be made', () => {
  fc.assert(
    fc.property(anyOre, anyOre, anyOre, (sought, projectMax, amount) => {
      const least = Math.min(sought, projectMax);
      const terms = { ...policy, projectMax };
      const refusal = (one: Ore) => decisionRefusal(yesTo(one), seen(sentCase({ sought }), { policy: terms }));
      assert.equal(refusal(amount) === null, amount <= least);
      assert.equal(refusal(toOre(least)), null);
      assert.notEqual(refusal(toOre(least + 1)), null);
    }),
  );
});

test('3: a promise comes before the activity; from its first day the answer can only be no', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
      const application = sentCase({ startsOn: addDays(TODAY, days), endsOn: null });
      assert.equal(decisionRefusal(yesTo(kroner(1)), seen(application)) === null, days > 0);
      assert.equal(decisionRefusal({ result: 'refuse', reason: 'too_late', words: 'Nej.' }, seen(application)), null);
    }),
  );
  assert.deepEqual(decisionRefusal(yesTo(kroner(1)), seen(sentCase({ startsOn: null }))), { kind: 'too_late' });
});

test('7: who stands aside neither sees the deliberation nor decides, and the minutes say so', () => {
  const body = ['a', 'b', 'c'].map((id) => ({ id: id as Id<'person'>, name: `Person ${id.toUpperCase()}` }));
  const actor = (personId: Id<'person'>): Actor => ({
    kind: 'person',
    personId,
    name: '',
    grants: [{ role: 'organisation_board', organisationId: OWNER, departmentId: null }],
  });
  const reasons = fc.constantFrom('family', 'neighbour_group', 'own_interest');
  fc.assert(
    fc.property(fc.subarray(body), reasons, anyOre, (aside, reason, amount) => {
      const recusals = aside.map(({ id }) => ({ personId: id, reason, on: TODAY }) as const);
      const application = sentCase({ recusals });
      const one = { ...CASE, recusals, advice: { ...ADVICE, amount } } satisfies MeetingCase;
      const shown = linesOf([one], kroner(100_000), null);
      const minutes = meetingMinutes({
        ...{ language: 'da', fund, day: TODAY, names: new Map(), available: kroner(100_000), lines: shown, body },
        meeting: { id: 'm' as Id<'fund_meeting'>, fundId: FUND, on: TODAY, reference: 'OB 4', count: 1 },
        present: body.map(({ id }) => id),
      });
      const said = JSON.stringify(minutes.items);
      for (const { id, name } of body) {
        const out = aside.some((person) => person.id === id);
        const may = mayWith(actor(id), fund, policy, application, TODAY);
        assert.equal(may.decide, !out);
        assert.equal(may.seeDeliberation, !out);
        const refusal = decisionRefusal(yesTo(kroner(1)), seen(application, { deciderId: id }));
        assert.equal(refusal?.kind, out ? 'recused' : undefined);
        const [line] = linesOf([one], kroner(100_000), id);
        assert.deepEqual([line?.one.advice === null, line?.left === null], [out, out]);
        assert.equal(said.includes(name), out, 'named as gone out, and only then');
      }
    }),
  );
});

const ADVICE = { advice: 'commit', terms: '', reason: null, words: 'Hemmelig overvejelse.' } as const;
const CASE = {
  id: 'a' as ApplicationId,
  number: 1,
  title: 'Suppe',
  applicantName: 'Mette Holm',
  applicantIds: [],
  purpose: 'Suppe',
  participants: 4,
  startsOn: addDays(TODAY, 40),
  status: 'recommended',
  sought: kroner(4_000),
  departmentIds: [],
  rejected: [],
  decision: null,
} as const satisfies Partial<MeetingCase>;

test('a case that has its answer already, or was taken back, takes nothing more on a meeting list', () => {
  const advised = { ...CASE, recusals: [], advice: { ...ADVICE, amount: kroner(4_000) } } satisfies MeetingCase;
  const left = (status: MeetingCase['status']) => linesOf([{ ...advised, status }], kroner(10_000), null)[0]?.left;
  assert.deepEqual(
    ['recommended', 'waiting_list'].map((one) => left(one as 'recommended')),
    [kroner(6_000), kroner(6_000)],
  );
  assert.deepEqual(
    ['committed', 'withdrawn'].map((one) => left(one as 'committed')),
    [kroner(10_000), kroner(10_000)],
  );
});

test('8: what can be sent in prints on one A4 page, and what is longer cannot be sent in', async () => {
  const house = await newTenant();
  const fundId = await house.tx((tx) => aFund(tx));
  const sentence = 'Vi spiser suppe sammen ved det lange bord i gården. ';
  const answers = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 110 }), async (times) => {
      const page = aPage(
        { today: day(house.clock.now().toISOString().slice(0, 10)) },
        { purpose: sentence.repeat(times) },
      );
      const fill = await house.tx((tx) => fillOf(tx, page));
      assert(fill !== null, 'Typst is installed on this machine');
      const { id } = await house.as(VISITOR, (tx) => startApplication(tx, fundId, page));
      const sent = await house.as(VISITOR, (tx) => submit(tx, id));
      assert.equal(sent.ok, fill <= 1, `${times} times: ${fill}`);
      answers.add(sent.ok);
      if (!sent.ok) return;
      const around = { fund: 'Puljen', departments: new Map(), sent: null, contact: true };
      const pdf = await renderPdf(applicationSheet(page, around), lyngbakken);
      assert.ok(pdf.ok);
      assert.equal((await readPdf(pdf.value)).pages.length, 1);
    }),
    { numRuns: sample(3, 60), seed: 8, examples: [[1], [109]] },
  );
  assert.equal(answers.size, 2, 'both were tried');
});
