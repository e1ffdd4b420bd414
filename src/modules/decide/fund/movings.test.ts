import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { turnsOf } from '../../turns/public.ts';
import { takeOver } from './commands/endings.ts';
import { askAboutMoved } from './commands/movings.ts';
import { aFund, anApplication } from './seed.ts';

const { newTenant } = await testDatabase();

test('when who carries a case moves out, the consultant is asked who carries it on, also some days late, until somebody does', async () => {
  const house = await newTenant();
  const { signe, mette, poul, id } = await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    const mette = await aPerson(tx, { name: 'Mette Holm', lives });
    const fundId = await aFund(tx);
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', lives }),
      mette,
      id: await anApplication(tx, fundId, { applicantId: mette }),
    };
  });
  const waits = async () => {
    const actor = await house.tx((tx) => loadActor(tx, signe));
    assert(actor);
    return house.as(actor, async (tx) => (await turnsOf(tx)).some((turn) => turn.kind === 'fund.moved_out'));
  };
  await house.tx(askAboutMoved);
  assert.equal(await waits(), false, 'nobody moved');
  await house.tx((tx) =>
    tx.sql.updateTable('residency').set({ until_day: tx.today }).where('person_id', '=', mette).execute(),
  );
  await house.tx(askAboutMoved);
  assert.equal(await waits(), false, 'she lives there today');
  house.clock.forward({ days: 4 });
  await house.tx(askAboutMoved);
  assert.equal(await waits(), true);
  assert.ok((await house.tx((tx) => takeOver(tx, id, { personId: poul, words: '' }))).ok);
  assert.equal(await waits(), false);
  house.clock.forward({ days: 1 });
  await house.tx(askAboutMoved);
  assert.equal(await waits(), false, 'he who carries it now lives there');
});
