import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { CATEGORIES } from './rules/story.ts';
import { storiesAfter } from './store/stories.ts';
import { photoPlace, storyPlace } from './urls.ts';

/** What everybody may read of what came of things. */
export const storiesResources = [
  resource({
    name: 'stories',
    area: 'initiatives',
    about: 'Published stories of what residents did together, and what came of it. The same as everybody may read.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      initiativeId: z.uuid(),
      heading: z.string(),
      lead: z.string(),
      body: z
        .string()
        .meta({ description: 'Plain text: paragraphs parted by an empty line, lists by lines with "- ".' }),
      quote: z.string().nullable(),
      quoteName: z.string().nullable().meta({ description: 'Who said it, where they have agreed to be named.' }),
      category: z.enum(CATEGORIES),
      departmentIds: z.array(z.uuid()).meta({ description: 'Empty: the whole organisation.' }),
      publishedOn: z.iso.date(),
      photos: z
        .array(z.object({ url: z.url(), alt: z.string() }))
        .meta({ description: 'Link to them and do not copy them: one that is taken back answers 404.' }),
      url: z.url().meta({ description: 'The page for people.' }),
    }),
    async page(tx, asked) {
      const stories = await storiesAfter(tx, asked);
      return stories.map((story) => ({
        id: story.id,
        initiativeId: story.initiativeId,
        heading: story.heading,
        lead: story.lead,
        body: story.body,
        quote: story.quote?.said ?? null,
        quoteName: story.quote?.name || null,
        category: story.category,
        departmentIds: [...story.departmentIds],
        publishedOn: story.publishedOn ?? '',
        photos: story.photos.map(({ id, alt }) => ({
          url: tx.origin + photoPlace({ id: story.id, photo: id }),
          alt,
        })),
        url: tx.origin + storyPlace({ id: story.id }),
      }));
    },
  }),
];
