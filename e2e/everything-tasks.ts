import { sql } from 'kysely';
import { hashOfCode } from '../src/platform/secret/code.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';
const METTE = 'Mette Lauridsen';
const CODE = 'K7QX4MTD2B';

/** The smallest tasks: a job as its driver, a helper and staff see it, asking, answering without an account, and a round. */
export async function taskPages(as: As): Promise<Visit[]> {
  const found = await as(SIGNE, async (tx) => {
    const one = async (asked: ReturnType<typeof sql<{ id: string }>>) =>
      (await asked.execute(tx.sql)).rows[0]?.id ?? '';
    const own = tx.tenant.id;
    const ask = await one(sql`
      select q.id from task_ask q where q.tenant_id = ${own} and q.expires_on >= ${tx.today}
        and not exists (select from task_claim c where c.tenant_id = q.tenant_id and c.ask_id = q.id) order by q.id desc`);
    await sql`update task_ask set code_hash = ${hashOfCode(`task ask ${CODE}`)} where tenant_id = ${own} and id = ${ask}`.execute(
      tx.sql,
    );
    return {
      ask,
      job: await one(sql`select id from task_job where tenant_id = ${own} and title = 'Suppeaften i december'`),
      over: await one(sql`select id from task_job where tenant_id = ${own} and title = 'Første suppeaften'`),
      task: await one(sql`
        select t.id from task t join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
        where t.tenant_id = ${own} and j.title = 'Suppeaften i december' order by t.id`),
      initiative: await one(sql`select id from initiative where tenant_id = ${own} and title = 'Suppeaften i gården'`),
      round: await one(sql`select id from door_round where tenant_id = ${own}`),
      department: await one(sql`select department_id as id from door_round where tenant_id = ${own}`),
    };
  });
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  return [
    ...visits(METTE, '/opgaver', `/opgaver/${found.job}`, `/opgaver/${found.over}`, '/spoerg-mig-gerne'),
    ...visits(METTE, `/opgaver/ny?initiativ=${found.initiative}`, `/opgave/${found.task}/spoerg`),
    ...visits(METTE, `/opgaver/ny?initiativ=${found.initiative}&skabelon=summer_party`),
    ...visits('Aksel Bundgaard', `/opgaver/${found.job}`),
    ...visits('Kasper Riis', '/spoerg-mig-gerne'),
    ...visits(SIGNE, '/opgaver/tal', `/opgaver/spurgt/${found.ask}?kode=${CODE}`, `/opgaver/spurgt/${found.ask}`),
    ...visits(SIGNE, '/doerrunder', '/doerrunder/ny', `/doerrunder/ny?afdeling=${found.department}`),
    ...visits(SIGNE, `/doerrunder/${found.round}`),
    ...visits(null, '/svar', `/s/${CODE}`, `/s/${CODE}?mindre=ja`),
  ];
}

/** Papers: looked at as pictures. */
export const TASKS_SKIP: Readonly<Record<string, string>> = {
  'GET /opgaver/spurgt/:ask/seddel': 'a PDF',
  'GET /doerrunder/:round/papir': 'a PDF',
};
