import type { Asked } from './things.ts';

const gathering: Asked = { params: { id: 'gathering' } };
const guest: Asked = { params: { id: 'gathering', guest: 'guest' } };
const paper: Asked = { params: { id: 'gathering', paper: 'paper' } };
const house: Asked = { params: { house: '=deres-hus' } };
const letter: Asked = { params: { code: 'linkToken' } };
const came: Asked = { params: { copy: 'receivedCopy' } };
const went: Asked = { params: { copy: 'sentCopy' } };
const sends: Asked = { params: { source: '=initiativ', id: 'initiative' } };
const words = {
  kind: 'workshop',
  name: 'Frø',
  from: '2026-05-04',
  until: '2026-05-05',
  graceDays: '30',
  'organisations[]': '{organisation}',
  version: '1',
};

/** Working across organisations: guests, one person in several houses, copies. */
export const ACROSS: Readonly<Record<string, Asked>> = {
  'GET /samarbejder': {},
  'GET /samarbejder/ny': {},
  'POST /samarbejder/ny': { fields: words },
  'GET /samarbejder/:id': gathering,
  'GET /samarbejder/:id/ret': gathering,
  'POST /samarbejder/:id/ret': { ...gathering, fields: words },
  'POST /samarbejder/:id/skriv': { ...gathering, fields: { words: 'Hej' } },
  'POST /samarbejder/:id/noter/:note/fjern': { params: { id: 'gathering', note: 'note' } },
  'POST /samarbejder/:id/papirer': { ...gathering, fields: { title: 'Plan' } },
  'GET /samarbejder/:id/papirer/:paper': paper,
  'POST /samarbejder/:id/papirer/:paper/fjern': paper,
  'POST /samarbejder/:id/mit-navn': { ...gathering, fields: { svar: 'nej' } },
  'GET /samarbejder/:id/gaester': gathering,
  'POST /samarbejder/:id/gaester': {
    ...gathering,
    fields: { name: 'Ny', email: '{mail}', organisation: '{organisation}', part: 'participant' },
  },
  'POST /samarbejder/:id/gaester/:guest/slut': guest,
  'POST /samarbejder/:id/gaester/:guest/kort': guest,
  'GET /invitation': { query: { kode: '{guestCode}' } },
  'POST /invitation': { fields: { kode: '{guestCode}' } },
  'GET /min-side/huse': { query: { q: '' } },
  'POST /min-side/huse/:house/fjern': house,
  'GET /huse/:house/skift': house,
  'GET /huse/:house/knyt': house,
  'GET /huse/fra/:house': { ...house, query: { vej: 'skift' } },
  'GET /huse/til/:house': { ...house, query: { vej: 'skift', spor: 'x'.repeat(43) } },
  'GET /huse/ind/:code': { ...letter, query: { vej: 'knyt' } },
  'POST /huse/ind/:code/ja': letter,
  'GET /kopier': {},
  'GET /kopier/send/:source/:id': sends,
  'POST /kopier/send/:source/:id': { ...sends, fields: { house: 'deres-hus', 'parts[]': 'what' } },
  'GET /kopier/modtaget/:copy': came,
  'POST /kopier/modtaget/:copy/svar': { ...came, fields: { svar: 'accepted', words: 'Tak' } },
  'POST /kopier/modtaget/:copy/set': came,
  'GET /kopier/modtaget/:copy/fil/:place': { params: { ...came.params, place: '=1' } },
  'GET /kopier/sendt/:copy': went,
  'POST /kopier/sendt/:copy/traek-tilbage': { ...went, fields: { words: 'Den er gammel' } },
};

/** What every house's staff and people may know of another: that it is there, and what it is called. */
export const NAMES_HOUSES: readonly string[] = [
  'GET /min-side/huse',
  'GET /kopier/send/:source/:id',
  'POST /kopier/send/:source/:id',
];
