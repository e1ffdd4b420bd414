import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Id } from '../src/kernel/id.ts';
import { kroner } from '../src/kernel/money.ts';
import { decide } from '../src/modules/decide/fund/commands/decide.ts';
import { commitmentById } from '../src/modules/decide/fund/public.ts';
import { availableOf } from '../src/modules/decide/fund/rules/money.ts';
import { aFund, anApplication } from '../src/modules/decide/fund/seed.ts';
import { policyOn } from '../src/modules/decide/fund/store/funds.ts';
import { ledgerOf } from '../src/modules/decide/fund/store/ledger.ts';
import { anInvoice } from '../src/modules/decide/invoices/seed.ts';
import { loadActor } from '../src/modules/housing/public.ts';
import { aPerson } from '../src/modules/housing/seed.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { type TestTenant, testDatabase } from '../src/testing/database.ts';
import { sample } from '../src/testing/long.ts';
import { Reader } from '../src/testing/reader.ts';
import { type Process, startProcess } from './processes.ts';

const { connection, newTenant } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'rush-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Requests that each process answers at the same time; a process has ten connections to the database. */
const AT_ONCE = 16;

interface Crowd {
  readonly house: TestTenant;
  readonly board: readonly Id<'person'>[];
  readonly desk: readonly Id<'person'>[];
  readonly fundId: Id<'fund'>;
  /** Wait for a decision; `sought` is in whole kroner. */
  readonly cases: readonly { readonly id: Id<'fund_application'>; readonly sought: number }[];
  readonly promised: readonly Id<'fund_application'>[];
  /** Bills of `BILL` on what was promised. */
  readonly invoices: readonly Id<'invoice'>[];
}

/** In whole kroner. */
const PROMISE = 2_000;
const BILL = 1_000;
const BILLS_A_PROMISE = 6;
/** 500 in all in the long run. */
const DECISIONS = sample(60, 380);
const BILLS = sample(24, 120);

/**
 * A fund of 100.000 kr., a board of three, a desk of two, and demand for three times what there is: in applications for
 * the free money, and in bills on what is promised.
 */
async function crowded(count: { readonly decisions: number; readonly invoices: number }): Promise<Crowd> {
  const house = await newTenant();
  house.clock.set(new Date());
  const promises = count.invoices / BILLS_A_PROMISE;
  const sought = Math.floor((3 * (100_000 - promises * PROMISE)) / count.decisions);
  const people = await house.tx(async (tx) => {
    const person = (name: string, role: 'organisation_board' | 'consultant') => aPerson(tx, { name, roles: [role] });
    const board = [await person('Inge Falk', 'organisation_board'), await person('Ole Bach', 'organisation_board')];
    const desk = [await person('Signe Krog', 'consultant'), await person('Jonas Lund', 'consultant')];
    return { board: [...board, await person('Fatma Kaya', 'organisation_board')], desk };
  });
  const chair = (await house.tx((tx) => loadActor(tx, people.board[0] as Id<'person'>))) ?? assert.fail('no chair');
  return house.as(chair, async (tx) => {
    const fundId = await aFund(tx);
    const ask = (kr: number) => anApplication(tx, fundId, { sought: kroner(kr) });
    const cases: Crowd['cases'][number][] = [];
    for (let at = 0; at < count.decisions; at += 1) cases.push({ id: await ask(sought), sought });
    const promised: Id<'fund_application'>[] = [];
    const invoices: Id<'invoice'>[] = [];
    for (let at = 0; at < promises; at += 1) {
      const id = await ask(PROMISE);
      const yes = { result: 'commit', amount: kroner(PROMISE), terms: '', words: '', reference: 'OB 4' } as const;
      assert.ok((await decide(tx, id, yes)).ok);
      promised.push(id);
      const { reference } = (await commitmentById(tx, id)) ?? assert.fail('nothing was promised');
      for (let bill = 0; bill < BILLS_A_PROMISE; bill += 1) {
        const lines = [{ name: 'Mad', price: kroner(BILL * 0.8) }];
        invoices.push(
          await anInvoice(tx, {
            number: `${at}-${bill}`,
            issueDate: tx.today,
            deliveryDate: tx.today,
            reference,
            lines,
          }),
        );
      }
    }
    return { house, ...people, fundId, cases, promised, invoices };
  });
}

/** Everything at once, spread over the processes as the devices of board and desk would. */
async function rush(crowd: Crowd, processes: readonly Process[]): Promise<{ decided: number[]; accepted: number[] }> {
  const { house, board, desk, cases, invoices } = crowd;
  const devices = (people: readonly Id<'person'>[], anyPage: string) =>
    Promise.all(processes.flatMap((process) => people.map((personId) => device(house, process, personId, anyPage))));
  const deciding = await devices(board, `/pulje/ansoegninger/${cases[0]?.id}`);
  const paying = invoices.length > 0 ? await devices(desk, `/fakturaer/${invoices[0]}`) : [];
  const decided: number[] = [];
  const accepted: number[] = [];
  const decisions = cases.map(({ id, sought }, at) => async () => {
    const fields = { result: 'commit', amount: String(sought) };
    decided.push(await deciding[at % deciding.length]!(`/pulje/ansoegninger/${id}/beslut`, fields));
  });
  const bills = invoices.map((id, at) => async () => {
    accepted.push(await paying[at % paying.length]!(`/fakturaer/${id}/betal`, {}));
  });
  const waiting = woven(decisions, bills);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE * processes.length }, worker));
  return { decided, accepted };
}

/** The shorter spread evenly among the longer. */
function woven<T>(many: readonly T[], few: readonly T[]): T[] {
  const place = (list: readonly T[]) => list.map((one, at) => ({ one, at: (at + 0.5) / list.length }));
  return [...place(many), ...place(few)].sort((a, b) => a.at - b.at).map(({ one }) => one);
}

/** Somebody's device, signed in at one process, with a form of its own at hand. */
async function device(house: TestTenant, process: Process, personId: Id<'person'>, anyPage: string) {
  const reader = new Reader(process, `http://127.0.0.1/${house.tenant.slug}`);
  const cookies = readCookies(null, false);
  await house.tx((tx) => beginSession(tx, cookies, personId, 'test', 'mail'));
  reader.keep(cookies.lines());
  const page = await reader.get(anyPage);
  const token = page.root.querySelector('main input[name="_csrf"]')?.getAttribute('value') ?? '';
  return async (path: string, fields: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams({ _csrf: token, ...fields });
    const headers = { 'sec-fetch-site': 'same-origin' };
    return (await reader.fetch(path, { method: 'POST', body, headers })).status;
  };
}

async function ledger({ house, fundId }: Crowd) {
  return house.tx(async (tx) => {
    const policy = (await policyOn(tx, fundId, tx.today)) ?? assert.fail('no policy');
    const sums = await ledgerOf(tx, policy.periodId);
    return { ...sums, available: availableOf(sums) };
  });
}

test('hundreds of decisions and bills over HTTP at two processes, for three times the money, never take more than there is', async () => {
  const crowd = await crowded({ decisions: DECISIONS, invoices: BILLS });
  const processes = await Promise.all([1, 2].map(() => startProcess({ connection, folder })));
  try {
    const { decided, accepted } = await rush(crowd, processes);
    assert.deepEqual([decided.length, accepted.length], [DECISIONS, BILLS], 'everybody was answered');
    assert.deepEqual(
      [...new Set([...decided, ...accepted])].sort((a, b) => a - b),
      [303, 422],
      'and nobody met an error',
    );

    const yes = decided.filter((status) => status === 303).length;
    const { total, committed, available } = await ledger(crowd);
    const free = total - crowd.promised.length * kroner(PROMISE);
    const sought = kroner(crowd.cases[0]?.sought ?? 0);
    assert.equal(yes, Math.floor(free / sought), 'as many were told yes as there was money for');
    assert.equal(committed, total - free + yes * sought, 'none was lost, and none counted twice');
    assert.ok(available >= 0 && available < sought);

    for (const id of crowd.promised) {
      const commitment = await crowd.house.tx((tx) => commitmentById(tx, id));
      assert.equal(commitment?.claimed, kroner(PROMISE), 'bills took all that was promised, and not an øre more');
    }
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
  }
});

test('the promise above hangs on the lock: two processes without it overspend', async () => {
  const mutant = join(import.meta.dirname, 'mutants/fund-without-lock.mjs');
  const crowds: Crowd[] = [];
  for (let round = 0; round < 3; round += 1) crowds.push(await crowded({ decisions: 40, invoices: 0 }));
  const processes = await Promise.all([1, 2].map(() => startProcess({ connection, folder, mutant })));
  try {
    for (const crowd of crowds) {
      await rush(crowd, processes);
      if ((await ledger(crowd)).available < 0) return;
    }
    assert.fail('Three rushes without the lock, and never too much was promised: the test above proves nothing');
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
  }
});
