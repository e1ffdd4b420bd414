import { sql } from 'kysely';
import { answered, answerFrom, verbs } from '../src/modules/measure/evaluation/seed.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';

/** How it was: not asked yet, while people answer (more often than they came), over, not begun, about an initiative, and where too few answered. */
export async function evaluationPages(as: As): Promise<Visit[]> {
  const found = await as(SIGNE, async (tx) => {
    const one = async (asked: ReturnType<typeof sql<{ id: string; code: string }>>) =>
      (await asked.execute(tx.sql)).rows[0] ?? { id: '', code: '' };
    const own = tx.tenant.id;
    const held = (title: string) => sql<{ id: string; code: string }>`
      select v.event_id as id, v.code from evaluation v join event e on e.tenant_id = v.tenant_id and e.id = v.event_id
      where v.tenant_id = ${own} and e.title = ${title} order by e.on_day desc`;
    const initiativeCalled = (title: string) =>
      one(sql`select id, '' as code from initiative where tenant_id = ${own} and title = ${title}`);
    const soup = await initiativeCalled('Suppeaften i gården');
    const unasked = await initiativeCalled('Cykelværksted i kælderen');
    const ahead = await one(
      sql`select id, '' as code from event where tenant_id = ${own} and title = 'Julelys og klippeklistre'`,
    );
    const initiative = { kind: 'initiative', id: soup.id as never } as const;
    await answered(tx, initiative, [answerFrom('4jy', 'Mere suppe')]);
    const early = await verbs.openEvaluation(tx, { kind: 'event', id: ahead.id as never });
    const open = await one(held('Bestyrelsen øver førstehjælp'));
    const stuffed = Array.from({ length: 60 }, () => answerFrom('4jy'));
    await answered(tx, { kind: 'event', id: open.id as never }, stuffed, 'open');
    return {
      open,
      over: await one(held('Sommerfest')),
      few: await one(held('Tur langs møllestien')),
      soup: soup.id,
      unasked: unasked.id,
      ahead: { id: ahead.id, code: early.code },
    };
  });
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  const { open, over, few, soup, unasked, ahead } = found;
  const room = (id: string) => `/evaluering/arrangement/${id}`;
  return [
    ...visits(null, '/hvordan-var-det', `/hvordan-var-det/${open.code}`, `/hvordan-var-det/${over.code}`),
    ...visits(null, `/hvordan-var-det/${ahead.code}`, `/arrangementer/${over.id}`, `/arrangementer/${open.id}`),
    ...visits(SIGNE, room(open.id), room(over.id), room(few.id), room(ahead.id), `/evaluering/initiativ/${soup}`),
    ...visits(SIGNE, `/evaluering/initiativ/${unasked}`),
    ...visits('Inge Falkenberg', room(over.id)),
  ];
}

/** Papers: looked at as pictures. */
export const EVALUATION_SKIP: Readonly<Record<string, string>> = {
  'GET /evaluering/:about/:id/papir': 'a PDF',
};
