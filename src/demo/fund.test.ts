import assert from 'node:assert/strict';
import test from 'node:test';
import { kroner } from '../kernel/money.ts';
import { fundFigures, fundsOf } from '../modules/decide/fund/public.ts';
import { testDatabase } from '../testing/database.ts';
import { tellDemo } from './tell.ts';

const { db } = await testDatabase();

test('the thirteen applications of the first year end as they were told, with 5.100 kr. left', async () => {
  const now = new Date('2026-11-22T10:30:00+01:00');
  const tenant = await tellDemo(db, now);
  const visit = { tenant, actor: { kind: 'system' }, now, origin: 'http://127.0.0.1' } as const;
  const { figures, counts } = await db.asTenant(visit, async (tx) => {
    const [fund] = await fundsOf(tx);
    assert(fund);
    return fundFigures(tx, fund.id);
  });
  assert.equal(figures?.committed, kroner(94_900));
  assert.equal(figures?.available, kroner(5_100));
  assert.equal(figures?.total, kroner(100_000));
  assert.deepEqual({ ...counts }, { committed: 4, on_terms: 3, partly_committed: 1, refused: 4, withdrawn: 1 });
});
