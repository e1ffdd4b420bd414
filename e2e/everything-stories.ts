import sharp from 'sharp';
import type { Id } from '../src/kernel/id.ts';
import { addPicture } from '../src/modules/inspire/stories/commands/pictures.ts';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import type { Visit } from './accessibility.ts';
import { type As, must } from './town.ts';

const SIGNE = 'Signe Højlund';

/** Stories: told, waiting, being written and asked about; every one of their uses, and an initiative that has none yet. */
export async function storyPages(as: As): Promise<Visit[]> {
  const found = await as(SIGNE, async (tx) => {
    const all = await tx.sql
      .selectFrom('story as s')
      .innerJoin('initiative as i', (join) =>
        join.onRef('i.tenant_id', '=', 's.tenant_id').onRef('i.id', '=', 's.initiative_id'),
      )
      .select(['s.id', 'i.title', 'i.id as initiative'])
      .execute();
    const of = (title: string) => all.find((one) => one.title === title) ?? assertTold(title);
    await withPicture(tx, of('Varmetjek-aften').id);
    const coffee = await tx.sql
      .selectFrom('initiative')
      .select('id')
      .where('title', '=', 'Nabokaffe i nummer 5')
      .executeTakeFirstOrThrow();
    return {
      walks: of('Gåture med naturguide'),
      meadow: of('Blomstereng bag cykelskuret'),
      warmth: of('Varmetjek-aften'),
      coffee: coffee.id,
    };
  });
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  const story = ({ id }: { readonly id: string }, more = '') => `/historier/${id}${more}`;
  return [
    ...visits(null, '/historier', '/historier?emne=homes', '/historier/skaerm', story(found.walks)),
    ...visits(null, story(found.walks, '/del'), `/initiativer/${found.walks.initiative}`),
    ...visits(SIGNE, '/historier', '/historier/redaktion', story(found.meadow)),
    ...visits(SIGNE, story(found.walks), story(found.walks, '/skriv'), story(found.warmth, '/del')),
    ...visits('Henny Skov', story(found.warmth), story(found.warmth, '/skriv')),
    ...visits('Poul Erik Munk', story(found.warmth)),
    ...visits('Mette Lauridsen', `/initiativer/${found.coffee}/inde`),
  ];
}

/** One that was put with the story itself. */
async function withPicture(tx: TenantDb, id: Id<'story'>): Promise<void> {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c58a3c' } })
    .jpeg()
    .toBuffer();
  const said = { alt: 'En lampe og en strikket dug', people: 'nobody', consent: 'Ja' } as const;
  must(await addPicture(tx, id, { bytes: new Uint8Array(bytes), name: 'lampe.jpg', ...said }));
}

function assertTold(title: string): never {
  throw new Error(`The story of "${title}" is not told`);
}

/** Files: read in src/modules/inspire/stories/stories.test.ts. */
export const STORIES_SKIP: Readonly<Record<string, string>> = {
  'GET /historier/rss.xml': 'a feed',
  'GET /historier/atom.xml': 'a feed',
  'GET /historier/:id/nyhedsbrev.html': 'a piece of a newsletter, to be fetched',
  'GET /historier/:id/nyhedsbrev.txt': 'a text, to be fetched',
  'GET /historier/:id/plakat': 'a PDF',
  'GET /historier/:id/billede/:photo': 'a picture',
};
