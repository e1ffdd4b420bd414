import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { mayWith } from './access.ts';
import { saveDraft } from './commands/applying.ts';
import { decide } from './commands/decide.ts';
import { askQuestion, recuse } from './commands/handling.ts';
import { callMeeting, putBefore } from './commands/meetings.ts';
import { answerNaming } from './commands/namings.ts';
import { type ApplicationId, isRecused } from './rules/application.ts';
import { type Around, closenessOf } from './rules/impartiality.ts';
import { aFund, anApplication, aPage } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { fundById, policyOn } from './store/funds.ts';
import { meetingCases } from './store/meetings.ts';

const { newTenant } = await testDatabase();
const YES = { result: 'commit', amount: kroner(1_000), terms: '', words: '', reference: 'OB 4' } as const;

async function named() {
  const house = await newTenant();
  const people = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    ole: await aPerson(tx, { name: 'Ole Bach', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm' }),
    fundId: await aFund(tx),
  }));
  const coApplicants = [{ name: 'Inge Falk', personId: people.inge, email: null, declinedOn: null }];
  const id = await by(house, people.mette, (tx) => anApplication(tx, people.fundId, { coApplicants }));
  return { house, id, ...people };
}

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return house.as(actor, work);
}

const load = (house: TestTenant, id: ApplicationId) =>
  house.tx(async (tx) => (await applicationById(tx, id)) ?? assert.fail());

test('whom an applicant names is kept out only until it is answered, and nothing is decided before', async () => {
  const { house, id, signe, inge, ole } = await named();
  assert.ok(isRecused(await load(house, id), inge));
  const refusal = async (who: Id<'person'>) => {
    const said = await by(house, who, (tx) => decide(tx, id, YES));
    return said.ok ? null : said.refusal.kind;
  };
  assert.equal(await refusal(inge), 'recused');
  assert.equal(await refusal(ole), 'naming_open');

  const rejected = { result: 'rejected', words: 'Inge kender ikke til projektet.' } as const;
  const own = await by(house, inge, (tx) => answerNaming(tx, id, inge, rejected));
  assert.deepEqual(own, { ok: false, refusal: 'recused' }, 'nobody clears themself');
  assert.ok((await by(house, signe, (tx) => answerNaming(tx, id, inge, rejected))).ok);
  const again = await by(house, signe, (tx) => answerNaming(tx, id, inge, rejected));
  assert.deepEqual(again, { ok: false, refusal: 'answered' });
  const { namings } = await load(house, id);
  assert.deepEqual(
    namings.map(({ answer }) => [answer?.result, answer?.words, answer?.by]),
    [['rejected', rejected.words, signe]],
  );
  assert.equal(await refusal(inge), null, 'then Inge decides like the others');
});

test('confirmed by the handler or by oneself, it is a recusal that the minutes tell of', async () => {
  for (const who of ['signe', 'inge'] as const) {
    const { house, id, ole, ...people } = await named();
    const yes = { result: 'confirmed', words: '' } as const;
    assert.ok((await by(house, people[who], (tx) => answerNaming(tx, id, people.inge, yes))).ok);
    const { recusals } = await load(house, id);
    assert.deepEqual(
      recusals.map(({ personId, reason }) => [personId, reason]),
      [[people.inge, 'applicant']],
    );
    const tried = await by(house, people.inge, (tx) => decide(tx, id, YES));
    assert.equal(!tried.ok && tried.refusal.kind, 'recused');
    assert.ok((await by(house, ole, (tx) => decide(tx, id, YES))).ok);
  }
});

test('what was claimed and found stays: also when the page names them no more, and the minutes say why', async () => {
  const { house, id, fundId, signe, inge, ole, mette } = await named();
  await by(house, signe, (tx) => askQuestion(tx, id, 'Hvem køber ind?'));
  const before = await load(house, id);
  assert.ok((await by(house, mette, (tx) => saveDraft(tx, id, before.version, { ...before, coApplicants: [] }))).ok);
  assert.ok(isRecused(await load(house, id), inge), 'taken off the page, and still to be answered');
  const words = 'Inge er spurgt og er ikke med.';
  assert.ok((await by(house, ole, (tx) => answerNaming(tx, id, inge, { result: 'rejected', words }))).ok);
  const [one] = await house.tx(async (tx) => {
    const meeting = { fundId, on: tx.today, reference: 'OB 4' };
    const meetingId = await callMeeting(tx, meeting);
    await putBefore(tx, { id: meetingId, fundId }, [id]);
    return meetingCases(tx, meetingId);
  });
  assert.deepEqual(one?.rejected, [{ personId: inge, words }]);
  assert.ok(!one?.applicantIds.includes(inge));
});

test('what happened to a case can only be added to; only whom it points at follows a person who was two', async () => {
  const house = await newTenant();
  const tables = [
    'fund_submission',
    'fund_recommendation',
    'fund_recusal',
    'fund_end',
    'fund_take_over',
    'fund_naming',
    'fund_naming_answer',
  ];
  const { rows } = await house.tx((tx) =>
    sql<{ table: string; column: string; points: boolean; updates: boolean; deletes: boolean }>`
      select c.relname as "table", a.attname as "column",
        has_table_privilege('grobund_app', c.oid, 'delete') as "deletes",
        has_column_privilege('grobund_app', c.oid, a.attnum, 'update') as "updates",
        exists (
          select from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass and a.attnum = any (k.conkey)
        ) and a.attname <> 'tenant_id' as "points"
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relname = any (${tables}) and c.relkind = 'r'
    `.execute(tx.sql),
  );
  assert.equal(new Set(rows.map((row) => row.table)).size, tables.length);
  for (const row of rows) {
    assert.equal(row.deletes, false, `${row.table} can be deleted from`);
    assert.equal(row.updates, row.points, `${row.table}.${row.column}`);
  }
});

test('closeness is asked about: home, group, name on the page, supplier, and the board of the only department that gains', async () => {
  const house = await newTenant();
  const { page, people } = await house.tx(async (tx) => ({
    page: aPage(tx, { departmentIds: [await aDepartment(tx)] }),
    people: await Promise.all(
      ['Inge Falk', 'Ole Bach', 'Fatma Kaya', 'Poul Dahl', 'Eva Lund', 'Jens'].map(async (name) => ({
        id: await aPerson(tx, { name }),
        name,
      })),
    ),
  }));
  const idOf = (first: string) => people.find(({ name }) => name.startsWith(first))?.id ?? assert.fail(first);
  const [inge, ole, poul, eva] = [idOf('Inge'), idOf('Ole'), idOf('Poul'), idOf('Eva')];
  const { fundId } = await house.tx(async (tx) => ({ fundId: await aFund(tx) }));
  const id = await house.tx((tx) =>
    anApplication(tx, fundId, {
      ...page,
      purpose: 'Jens og fatma kaya laver mad.',
      lines: [{ what: 'Musik', supplier: 'Poul Dahl, DJ', amount: kroner(100) }],
    }),
  );
  const application = await load(house, id);
  const around: Around = { housemates: [inge], group: [ole, inge], ownBoard: [eva, poul] };
  assert.deepEqual(
    closenessOf(application, people, around).map(({ personId, why }) => [personId, why]),
    [
      [inge, 'family'],
      [ole, 'neighbour_group'],
      [idOf('Fatma'), 'named'],
      [poul, 'supplier'],
      [eva, 'own_board'],
    ],
  );
  assert.ok(
    !closenessOf(application, people, around).some((one) => one.personId === idOf('Jens')),
    'a first name is anybody’s',
  );
});

test('staff who stand aside from a case do not write on its page either', async () => {
  const { house, id, signe } = await named();
  await by(house, signe, (tx) => askQuestion(tx, id, 'Hvem køber ind?'));
  const mayEdit = async () => {
    const application = await load(house, id);
    return house.tx(async (tx) => {
      const fund = (await fundById(tx, application.fundId)) ?? assert.fail();
      const actor = (await loadActor(tx, signe)) ?? assert.fail();
      return mayWith(actor, fund, await policyOn(tx, fund.id, tx.today), application, tx.today).edit;
    });
  };
  assert.equal(await mayEdit(), true);
  await by(house, signe, (tx) => recuse(tx, id, { personId: signe, reason: 'own_interest' }));
  assert.equal(await mayEdit(), false);
});
