import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs } from '../../initiatives/seed.ts';
import { anEvent } from '../events/seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

test('an event that gets another day takes what is left of its work with it, and who has a task hears the new day', async () => {
  const house = await newHouse();
  const mail = post.newAddress();
  const { mette, poul, event } = await house.tx(async (tx) => {
    const department = await aDepartment(tx);
    const lives = await aTenancy(tx, { departmentId: department });
    const organiser = await aPerson(tx, { name: 'Mette Holm', lives, roles: ['board_member'] });
    return {
      mette: organiser,
      poul: await aPerson(tx, { name: 'Poul Krag', lives, email: mail }),
      event: await anEvent(await actingAs(tx, organiser), {
        ...{ title: 'Byttedag', on: addDays(tx.today, 10), departmentIds: [department] },
      }),
    };
  });
  const her = await house.signedIn(mette);
  const form = await her.get(`/opgaver/ny?arrangement=${event.id}&skabelon=`);
  const job = await form.submit('Lav opgaverne', { lines: '10 Hent stole\n20 Hent borde' });
  const him = await house.signedIn(poul);
  await (await him.get(job.path)).submit('Jeg tager den');
  const moved = await (await her.get(`/arrangementer/${event.id}/ret`)).submit('Gem', { on: addDays(event.on, 7) });
  assert.equal(moved.status, 200);
  const { rows } = await house.tx((tx) =>
    sql<{ task: string; job: string; turn: string | null }>`
      select t.due_on::text as task, j.due_on::text as job, w.due::text as turn
      from task t join task_job j on j.id = t.job_id
      left join turn w on w.subject_id = t.id::text and w.closed_at is null order by t.id`.execute(tx.sql),
  );
  const day = addDays(event.on, 7);
  assert.deepEqual(rows, [
    { task: day, job: day, turn: day },
    { task: day, job: day, turn: null },
  ]);
  await post.work(house, jobs);
  assert.ok((await post.to(mail)).some(({ subject }) => subject === 'Ny dag: Byttedag'));
});
