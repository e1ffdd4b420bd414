import type { Asked } from './things.ts';

const person: Asked = { params: { id: 'person' } };
const nothing: Asked = {};
const statement: Asked = { params: { kind: '=privacy' } };

/** People's rights: one's own data, somebody else's, and what the house says of itself. */
export const PRIVACY: Readonly<Record<string, Asked>> = {
  'GET /was': nothing,
  'GET /privatliv': nothing,
  'GET /min-side/data': nothing,
  'POST /min-side/data/kopi': nothing,
  'POST /min-side/data/slet': { fields: { sure: 'ja' } },
  'POST /min-side/data/fortryd': nothing,
  'GET /min-side/data/opslag': nothing,
  'GET /min-side/data/samtykker': nothing,
  'POST /min-side/data/samtykker': { fields: { photo: 'ja' } },
  'GET /kopi/:id': { params: { id: 'copy' } },
  'GET /personer/:id/data': person,
  'POST /personer/:id/data/kopi': { ...person, fields: { channel: 'paper' } },
  'POST /personer/:id/data/slet': { ...person, fields: { channel: 'paper', sure: 'ja' } },
  'POST /personer/:id/data/fortryd': person,
  'POST /personer/:id/data/afvis': { ...person, fields: { words: 'Nej' } },
  'GET /personer/:id/data/samtykker': person,
  'POST /personer/:id/data/samtykker': { ...person, fields: { channel: 'paper', photo: 'ja' } },
  'GET /databeskyttelse': nothing,
  'GET /databeskyttelse/indstillinger': nothing,
  'POST /databeskyttelse/indstillinger': {
    fields: { undoDays: '14', exportDays: '7', lookMonths: '12', guestMonths: '12', importDays: '30', version: '0' },
  },
  'GET /databeskyttelse/opslag': { query: { q: 'mette' } },
  'GET /databeskyttelse/fortegnelse': nothing,
  'GET /databeskyttelse/fortegnelse/fil': { query: { som: 'docx' } },
  'GET /databeskyttelse/tekster/:kind': statement,
  'POST /databeskyttelse/tekster/:kind': { ...statement, fields: { words: 'Ord', contact: '', version: '0' } },
};
