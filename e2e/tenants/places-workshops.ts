import type { Asked } from './things.ts';

const workshop: Asked = { params: { id: 'workshop' } };
const table: Asked = { params: { id: 'workshop', table: 'workshopTable' } };
const sheet: Asked = { params: { id: 'workshop', sheet: 'workshopSheet' } };
const photo: Asked = { params: { id: 'workshop', photo: 'workshopPhoto' } };
const link: Asked = { params: { code: 'workshopCode' } };
const atTable: Asked = { params: { code: 'workshopCode', number: '=1' } };
const onPage: Asked = { params: { ...atTable.params, page: '=1' } };
const words = {
  name: 'Sammen',
  on: '2026-05-04',
  paper: 'a3',
  pictureDays: '30',
  gathering: '{gathering}',
  version: '1',
};
const template = {
  name: 'Sammen',
  lang: 'da',
  themes: '1',
  't0-title': 'Vi',
  't0-options': 'Suppe\nSang',
  version: '1',
};

/** Workshops: the paper placemat, those who run it, and those at the tables without an account. */
export const WORKSHOPS: Readonly<Record<string, Asked>> = {
  'GET /workshops': {},
  'GET /workshops/ny': {},
  'POST /workshops/ny': { fields: words },
  'GET /workshops/:id': workshop,
  'GET /workshops/:id/ret': workshop,
  'POST /workshops/:id/ret': { ...workshop, fields: words },
  'GET /workshops/:id/skabelon': workshop,
  'POST /workshops/:id/skabelon': { ...workshop, fields: template },
  'GET /workshops/:id/borde': workshop,
  'POST /workshops/:id/borde': { ...workshop, fields: { count: '1', 'organisations[]': '{organisation}' } },
  'POST /workshops/:id/borde/:table': { ...table, fields: { name: 'Ved vinduet', organisation: '{organisation}' } },
  'POST /workshops/:id/borde/:table/fjern': table,
  'GET /workshops/:id/ark': workshop,
  'POST /workshops/:id/ark': { ...workshop, fields: { spares: '1' } },
  'GET /workshops/:id/ark/pdf': { ...workshop, query: { bord: '1' } },
  'GET /workshops/:id/ark/layout': workshop,
  'GET /workshops/:id/billeder': workshop,
  'POST /workshops/:id/billeder': { ...workshop, fields: { cameBy: 'sms', table: '{workshopTable}' } },
  'GET /workshops/:id/billeder/:photo/billede': photo,
  'GET /workshops/:id/billeder/:photo/ark': photo,
  'POST /workshops/:id/billeder/:photo/hvilket': { ...photo, fields: { sheet: '{workshopSheet}' } },
  'POST /workshops/:id/billeder/:photo/fjern': photo,
  'GET /workshops/:id/tast': workshop,
  'GET /workshops/:id/tast/:sheet': sheet,
  'POST /workshops/:id/tast/:sheet': { ...sheet, fields: { table: '{workshopTable}', 'b-rammer.haver': 'V' } },
  'POST /workshops/:id/indsigter/:insight/skjul': { params: { id: 'workshop', insight: 'insight' } },
  'GET /w': {},
  'POST /w': { fields: { kode: '{workshopCode}' } },
  'GET /w/:code': link,
  'POST /w/:code/billede': { ...link, fields: { table: '{workshopTable}' } },
  'GET /w/:code/billede/:photo': { params: { code: 'workshopCode', photo: 'workshopPhoto' } },
  'GET /w/:code/layout': link,
  'GET /w/:code/bord/:number': atTable,
  'GET /w/:code/bord/:number/:page': onPage,
  'POST /w/:code/bord/:number/:page': { ...onPage, fields: { 'b-rammer.haver': 'V' } },
  'POST /w/:code/indsigt': { ...link, fields: { words: 'Spørg folk' } },
};
