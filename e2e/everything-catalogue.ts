import { deckCard } from '../src/modules/inspire/catalogue/seed.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';
const METTE = 'Mette Lauridsen';

/** The catalogue: its list, cards of every kind and state, "det vil vi også", the editors' desk and money from elsewhere. */
export async function cataloguePages(as: As): Promise<Visit[]> {
  const found = await as(SIGNE, async (tx) => {
    const first = (sql: { executeTakeFirstOrThrow(): Promise<{ id: string }> }) =>
      sql.executeTakeFirstOrThrow().then(({ id }) => id);
    return {
      coffee: (await deckCard(tx, 'neighbourCoffee')).id,
      meadow: (await deckCard(tx, 'meadow')).id,
      home: (await deckCard(tx, 'threeNeighbours')).id,
      proposed: await first(
        tx.sql
          .selectFrom('catalogue_card as c')
          .leftJoin('catalogue_card_state as s', 's.card_id', 'c.id')
          .select('c.id')
          .where('s.id', 'is', null)
          .orderBy('c.id'),
      ),
      funding: await first(tx.sql.selectFrom('outside_funding').select('id').orderBy('id')),
      walks: await first(tx.sql.selectFrom('catalogue_photo').select('card_id as id').orderBy('id')),
      open: await first(tx.sql.selectFrom('catalogue_question').select('id').where('closed_on', 'is', null)),
      answered: await first(tx.sql.selectFrom('catalogue_question').select('id').where('closed_on', 'is not', null)),
      cardless: await first(
        tx.sql
          .selectFrom('initiative as i')
          .leftJoin('catalogue_taking as t', 't.initiative_id', 'i.id')
          .leftJoin('initiative_end as e', 'e.initiative_id', 'i.id')
          .select('i.id')
          .where('t.initiative_id', 'is', null)
          .where('e.initiative_id', 'is', null)
          .where('i.starts_on', 'is', null)
          .orderBy('i.id'),
      ),
      begun: await first(tx.sql.selectFrom('initiative').select('id').where('title', '=', 'Nabokaffe i nummer 5')),
    };
  });
  const card = (id: string, more = '') => `/katalog/kort/${id}${more}`;
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  return [
    ...visits(null, '/katalog', '/katalog?q=suppe&pris=under-500', '/katalog/derhjemme', '/katalog/foreslaa'),
    ...visits(null, '/katalog/udgaver', '/katalog/penge-udefra', card(found.coffee), card(found.home)),
    ...visits(METTE, card(found.meadow), card(found.meadow, '/vi-vil'), '/katalog/foreslaa', card(found.home)),
    ...visits(METTE, `/initiativer/${found.begun}/inde`),
    ...visits(SIGNE, card(found.coffee, `/vi-vil?initiativ=${found.cardless}`)),
    ...visits(SIGNE, '/katalog/redaktion', '/katalog/redaktion?vis=published', '/katalog/udgaver', '/katalog/regler'),
    ...visits(SIGNE, card(found.proposed), card(found.meadow), card(found.meadow, '/ret'), '/katalog/foreslaa'),
    ...visits(METTE, card(found.coffee, '/spoerg'), `/katalog/spoergsmaal/${found.open}`),
    ...visits('Sofie Lykke', `/katalog/spoergsmaal/${found.answered}`),
    ...visits('Brian Dahl', card(found.coffee), card(found.proposed)),
    ...visits('Dragan Ilić', '/katalog/redaktion', card(found.walks), card(found.walks, '/ret')),
    ...visits(SIGNE, '/katalog/penge-udefra', '/katalog/penge-udefra/ny', `/katalog/penge-udefra/${found.funding}`),
  ];
}

/** Files: looked at as pictures, and read in src/modules/inspire/catalogue/papers.test.ts. */
export const CATALOGUE_SKIP: Readonly<Record<string, string>> = {
  'GET /katalog/kort/:id/ark': 'a PDF',
  'GET /katalog/kort/:id/plakat': 'a PDF',
  'GET /katalog/udgaver/:edition': 'a PDF',
  'GET /katalog/billede/:photo': 'a picture',
};
