import type { Asked } from './things.ts';

const version: Asked = { params: { version: 'strategyVersion' } };
const draft: Asked = { params: { version: 'strategyDraft' } };
const draftArea: Asked = { params: { version: 'strategyDraft', area: 'strategyArea' } };
const area: Asked = { params: { area: 'strategyArea' } };
const plan: Asked = { params: { plan: 'strategyPlan' } };
const metric: Asked = { params: { metric: 'strategyMetric' } };
const decided = { decidedOn: '2026-05-01', decision: 'Referat, punkt 6' };
const words = { title: 'Gode naboer', words: 'Vi spørger.', from: '2026-01-01', until: '2029-12-31', version: '1' };
const planned = { title: 'Spørg', owner: '{person}', deadline: '2027-01-01', version: '1' };
const measured = { name: 'Naboer', from: '2026-01-01', owner: '{person}', frequency: 'year', unit: 'number' };

/** The strategy, the figures and the board's year. */
export const STRATEGY: Readonly<Record<string, Asked>> = {
  'GET /strategi': {},
  'GET /strategi/nyt-udkast': {},
  'POST /strategi/nyt-udkast': { fields: words },
  'GET /strategi/udkast/:version': draft,
  'POST /strategi/udkast/:version': { ...draft, fields: words },
  'POST /strategi/udkast/:version/indsats': { ...draft, fields: { title: 'Grønt' } },
  'POST /strategi/udkast/:version/indsats/:area': { ...draftArea, fields: { title: 'Grønt' } },
  'GET /strategi/udkast/:version/godkend': draft,
  'POST /strategi/udkast/:version/godkend': { ...draft, fields: decided },
  'GET /strategi/udgave/:version': version,
  'GET /strategi/udgave/:version/pdf': version,
  'GET /strategi/indsats/:area/handleplan': area,
  'POST /strategi/indsats/:area/handleplan': { ...area, fields: planned },
  'GET /strategi/handleplan/:plan': plan,
  'GET /strategi/handleplan/:plan/ret': plan,
  'POST /strategi/handleplan/:plan/ret': { ...plan, fields: planned },
  'POST /strategi/handleplan/:plan/status': { ...plan, fields: { state: 'under_way' } },
  'POST /strategi/handleplan/:plan/kobling': { ...plan, fields: { to: 'initiative:{initiative}' } },
  'GET /strategi/indsats/:area/maalepunkt': area,
  'POST /strategi/indsats/:area/maalepunkt': { ...area, fields: measured },
  'GET /strategi/maalepunkt/:metric': metric,
  'POST /strategi/maalepunkt/:metric/maal': { ...metric, fields: { from: '2025-01-01', value: '44', words: 'Talt.' } },
  'GET /strategi/maalepunkt/:metric/ny-definition': metric,
  'POST /strategi/maalepunkt/:metric/ny-definition': {
    ...metric,
    fields: { name: 'Naboer', from: '2026-01-01', why: 'Nyt spørgsmål' },
  },
  'POST /strategi/maalepunkt/:metric/stop': metric,
  'GET /strategi/maalinger': {},
  'POST /strategi/maalinger': {},
  'POST /strategi/maalinger/gem': { fields: { rows: '[]' } },
  'GET /strategi/evaluering/:year': { params: { year: '=2025' } },
  'POST /strategi/evaluering/:year/:area': {
    params: { year: '=2025', area: 'strategyArea' },
    fields: { done: 'Meget', course: 'continue', version: '0' },
  },
  'POST /strategi/evaluering/:year/godkend': { params: { year: '=2025' }, fields: decided },
  'GET /strategi/aarshjul': {},
  'POST /strategi/aarshjul': { fields: { title: 'Seminar', on: '2026-10-02' } },
  'POST /strategi/aarshjul/:item/fjern': { params: { item: 'wheelItem' } },
  'GET /tal': { query: { aar: '2026', afdeling: '{department}' } },
  'GET /tal/bag/:figure': {
    params: { figure: '=initiativer-holdt' },
    query: { aar: '2026', afdeling: '{department}' },
  },
};
