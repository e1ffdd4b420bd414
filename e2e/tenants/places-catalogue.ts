import type { Asked } from './things.ts';

const card: Asked = { params: { id: 'catalogueCard' } };
const words = { title: 'Fælles lys', what: 'Vi tænder lys i alle vinduer.', category: 'people', version: '1' };
const funding: Asked = { params: { funding: 'outsideFunding' } };
const written = { name: 'Fonden Lys', supports: 'Lys i mørket', version: '1' };

/** The catalogue. */
export const CATALOGUE: Readonly<Record<string, Asked>> = {
  'GET /katalog': {},
  'GET /katalog/derhjemme': {},
  'GET /katalog/foreslaa': {},
  'POST /katalog/foreslaa': { fields: words },
  'GET /katalog/redaktion': {},
  'POST /katalog/startkort': {},
  'GET /katalog/udgaver': {},
  'POST /katalog/udgaver': { fields: { words: 'Godkendt' } },
  'GET /katalog/udgaver/:edition': { params: { edition: 'catalogueEdition' } },
  'GET /katalog/regler': {},
  'POST /katalog/regler/:department': { params: { department: 'department' }, fields: { proposalDays: '10' } },
  'GET /katalog/penge-udefra': {},
  'GET /katalog/penge-udefra/ny': {},
  'POST /katalog/penge-udefra/ny': { fields: written },
  'GET /katalog/penge-udefra/:funding': funding,
  'POST /katalog/penge-udefra/:funding': { ...funding, fields: written },
  'POST /katalog/penge-udefra/:funding/fjern': funding,
  'POST /katalog/fra-initiativ/:id': { params: { id: 'initiative' } },
  'GET /katalog/kort/:id': card,
  'GET /katalog/kort/:id/ark': card,
  'GET /katalog/kort/:id/plakat': card,
  'GET /katalog/kort/:id/vi-vil': card,
  'POST /katalog/kort/:id/vi-vil': {
    ...card,
    fields: { title: 'Kaffe hos os', 'where[]': '{department}', participants: '12', withSteps: 'ja' },
  },
  'POST /katalog/kort/:id/goer-jeg': { params: { id: 'homeCard' } },
  'GET /katalog/kort/:id/ret': card,
  'POST /katalog/kort/:id/ret': { ...card, fields: words },
  'POST /katalog/kort/:id/udgiv': card,
  'POST /katalog/kort/:id/afslaa': { params: { id: 'proposedCard' }, fields: { words: 'Tak for idéen' } },
  'POST /katalog/kort/:id/tag-ned': card,
  'POST /katalog/kort/:id/aarets': { ...card, fields: { pin: 'nej' } },
  'POST /katalog/kort/:id/spoerg-driften': card,
  'POST /katalog/kort/:id/drift': { ...card, fields: { remark: 'Husk nøglen', where: '{department}' } },
  'POST /katalog/kort/:id/drift/:remark/fjern': { params: { id: 'catalogueCard', remark: 'catalogueRemark' } },
  'POST /katalog/kort/:id/billeder': { ...card, fields: { alt: 'Et bord', agreed: 'ja' } },
  'GET /katalog/billede/:photo': { params: { photo: 'cataloguePhoto' } },
  'POST /katalog/billede/:photo/fjern': { params: { photo: 'cataloguePhoto' } },
  'GET /katalog/kort/:id/spoerg': card,
  'POST /katalog/kort/:id/spoerg': { ...card, fields: { initiative: '{initiative}', words: 'Hvordan gik det?' } },
  'GET /katalog/spoergsmaal/:question': { params: { question: 'catalogueQuestion' } },
  'POST /katalog/spoergsmaal/:question': {
    params: { question: 'catalogueQuestion' },
    fields: { words: 'Det gik fint.' },
  },
};
