import type { Asked } from './things.ts';

const out: Asked = { params: { id: 'story' } };
const waiting: Asked = { params: { id: 'sentStory' } };
const draft: Asked = { params: { id: 'draftStory' } };
const words = { heading: 'Vi prøvede', lead: 'Det gik godt.', body: 'Vi mødtes og prøvede.', version: '2' };

/** Stories. */
export const STORIES: Readonly<Record<string, Asked>> = {
  'GET /historier': { query: { afdeling: '{department}' } },
  'GET /historier/rss.xml': {},
  'GET /historier/atom.xml': {},
  'GET /historier/skaerm': {},
  'GET /historier/redaktion': {},
  'POST /historier/fra-initiativ/:id': { params: { id: 'toldInitiative' } },
  'GET /historier/:id': out,
  'GET /historier/:id/skriv': waiting,
  'POST /historier/:id/skriv': { ...waiting, fields: { ...words, 'photos[]': '{photo}', who: '{person}' } },
  'POST /historier/:id/send': draft,
  'POST /historier/:id/udgiv': { ...waiting, fields: { version: '2' } },
  'POST /historier/:id/traek-tilbage': waiting,
  'POST /historier/:id/spoerg': { ...draft, fields: { person: '{person}' } },
  'POST /historier/:id/laest': { ...draft, fields: { answer: 'good', words: 'Fin.' } },
  'GET /historier/:id/del': out,
  'GET /historier/:id/nyhedsbrev.html': out,
  'GET /historier/:id/nyhedsbrev.txt': out,
  'GET /historier/:id/plakat': out,
  'POST /historier/:id/billede': { ...waiting, fields: { alt: 'En gryde', people: 'nobody', agreed: 'ja' } },
  'GET /historier/:id/billede/:photo': { params: { id: 'picturedStory', photo: 'storyPhoto' } },
  'POST /historier/:id/billede/:photo/fjern': { params: { id: 'picturedStory', photo: 'storyPhoto' } },
  'POST /historier/:id/navn/fjern': out,
};
