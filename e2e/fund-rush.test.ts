import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Id } from '../src/kernel/id.ts';
import { kroner } from '../src/kernel/money.ts';
import { availableOf } from '../src/modules/decide/fund/rules/money.ts';
import { aFund, anApplication } from '../src/modules/decide/fund/seed.ts';
import { policyOn } from '../src/modules/decide/fund/store/funds.ts';
import { ledgerOf } from '../src/modules/decide/fund/store/ledger.ts';
import { aPerson } from '../src/modules/housing/seed.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { type TestTenant, testDatabase } from '../src/testing/database.ts';
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
  readonly fundId: Id<'fund'>;
  readonly ids: readonly string[];
  /** In whole kroner. */
  readonly sought: number;
}

/** A fund of 100.000 kr., a board of three, and applications for three times as much. */
async function crowded(count: number): Promise<Crowd> {
  const house = await newTenant();
  house.clock.set(new Date());
  const sought = Math.floor(300_000 / count);
  return house.tx(async (tx) => {
    const board: Id<'person'>[] = [];
    for (const name of ['Inge Falk', 'Ole Bach', 'Fatma Kaya']) {
      board.push(await aPerson(tx, { name, roles: ['organisation_board'] }));
    }
    const fundId = await aFund(tx);
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push(await anApplication(tx, fundId, { sought: kroner(sought) }));
    return { house, board, fundId, ids, sought };
  });
}

/** All decisions at once, spread over the processes as the board's devices would. Resolves to how each was answered. */
async function rush(crowd: Crowd, processes: readonly Process[]): Promise<number[]> {
  const { house, board, ids, sought } = crowd;
  const devices = await Promise.all(
    processes.flatMap((process) => board.map((personId) => device(house, process, personId, ids[0] ?? ''))),
  );
  const waiting = ids.map((id, at) => ({ id, decide: devices[at % devices.length] ?? assert.fail('no device') }));
  const answers: number[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      answers.push(await next.decide(next.id, { result: 'commit', amount: String(sought) }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE * processes.length }, worker));
  return answers;
}

/** A board member's device, signed in at one process, with a form of its own at hand. */
async function device(house: TestTenant, process: Process, personId: Id<'person'>, anyCase: string) {
  const reader = new Reader(process, `http://127.0.0.1/${house.tenant.slug}`);
  const cookies = readCookies(null, false);
  await house.tx((tx) => beginSession(tx, cookies, personId, 'test'));
  reader.keep(cookies.lines());
  const page = await reader.get(`/pulje/ansoegninger/${anyCase}`);
  const token = page.root.querySelector('main input[name="_csrf"]')?.getAttribute('value') ?? '';
  return async (id: string, fields: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams({ _csrf: token, ...fields });
    const headers = { 'sec-fetch-site': 'same-origin' };
    return (await reader.fetch(`/pulje/ansoegninger/${id}/beslut`, { method: 'POST', body, headers })).status;
  };
}

async function ledger({ house, fundId }: Crowd) {
  return house.tx(async (tx) => {
    const policy = (await policyOn(tx, fundId, tx.today)) ?? assert.fail('no policy');
    const sums = await ledgerOf(tx, policy.periodId);
    return { ...sums, available: availableOf(sums) };
  });
}

test('500 decisions over HTTP at two processes, for three times the money, never promise more than there is', async () => {
  const crowd = await crowded(500);
  const processes = await Promise.all([1, 2].map(() => startProcess({ connection, folder })));
  try {
    const answers = await rush(crowd, processes);
    const yes = answers.filter((status) => status === 303).length;
    const { total, committed, available } = await ledger(crowd);
    assert.equal(answers.length, 500, 'every decision was answered');
    assert.equal(yes, Math.floor(total / kroner(crowd.sought)));
    assert.equal(
      answers.filter((status) => status === 422).length,
      500 - yes,
      'all others were told that the money is gone',
    );
    assert.equal(committed, yes * kroner(crowd.sought), 'none was lost, and none counted twice');
    assert.ok(available >= 0);
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
  }
});

test('the promise above hangs on the lock: two processes without it overspend', async () => {
  const mutant = join(import.meta.dirname, 'mutants/fund-without-lock.mjs');
  const crowds = [await crowded(60), await crowded(60), await crowded(60)];
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
