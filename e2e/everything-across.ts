import { tellNeighbours } from '../src/demo/neighbours.ts';
import { aCopy, aPaperAskedBack } from '../src/modules/sharing/seed.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { Tenant } from '../src/platform/db/tenant-db.ts';
import { SOURCES } from '../src/shared-sources.ts';
import type { Visit } from './accessibility.ts';
import { type As, NOON } from './town.ts';

const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const NANNA = 'Nanna Riis';

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

/**
 * Guests, one person in several houses, and copies that went and came. The journey between two houses leads out of this one:
 * `src/modules/houses/houses.test.ts` and `e2e/three-organisations.test.ts` go it.
 */
export async function acrossPages(as: As, database: Database, tenant: Tenant): Promise<Visit[]> {
  const vesterby = await tellNeighbours(database, tenant, NOON);
  const found = await as(KAREN, async (tx) => {
    const soup = tx.sql.selectFrom('initiative').select('id').where('title', 'like', 'Suppeaften%');
    const initiative = (await soup.executeTakeFirstOrThrow()).id;
    const paper = await tx.sql.selectFrom('gathering_paper').select(['id', 'gathering_id']).executeTakeFirstOrThrow();
    await aCopy(tx, { source: 'initiative', id: initiative, to: vesterby.slug }, SOURCES);
    await aPaperAskedBack(tx, { from: vesterby.id, title: 'Plan for stien', file: { name: 'plan.pdf', bytes: PDF } });
    const sent = await tx.sql.selectFrom('sent_copy').select('id').executeTakeFirstOrThrow();
    const came = await tx.sql.selectFrom('received_copy').select('id').orderBy('id', 'desc').execute();
    return {
      initiative,
      paper: paper.id,
      gathering: paper.gathering_id,
      sent: sent.id,
      came: came.map(({ id }) => id),
    };
  });
  const place = `/samarbejder/${found.gathering}`;
  const full = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  return [
    ...full(null, '/invitation', '/pulje/resultater/liste.csv'),
    ...full(SIGNE, '/samarbejder', '/samarbejder/ny', place, `${place}/ret`, `${place}/gaester`),
    ...full(SIGNE, '/min-side/huse?q=', `/kopier/send/papir/${found.paper}`),
    ...full(NANNA, '/samarbejder', place, '/min-side', '/din-tur'),
    ...full(KAREN, '/kopier', `/kopier/sendt/${found.sent}`, `/kopier/send/initiativ/${found.initiative}`),
    ...full(KAREN, ...found.came.map((id) => `/kopier/modtaget/${id}`)),
  ];
}

/** Steps of the journey between two houses: no pages of their own, or only for the browser that holds a secret. */
export const ACROSS_SKIP: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'GET /huse/:house/skift',
      'GET /huse/:house/knyt',
      'GET /huse/fra/:house',
      'GET /huse/til/:house',
      'GET /huse/ind/:code',
      'POST /huse/ind/:code/ja',
    ].map((route) => [route, 'leads out of the house: gone and judged in e2e/three-organisations.test.ts']),
  ),
};
