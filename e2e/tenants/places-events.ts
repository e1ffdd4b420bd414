import type { Asked } from './things.ts';

const event: Asked = { params: { id: 'event' } };
const theirs: Asked = { params: { id: 'event', person: 'eventSignUp' } };
const mine: Asked = { params: { code: 'eventCode' } };

const words = {
  title: 'Suppe i gården',
  what: 'Vi koger suppe',
  place: 'Gården',
  on: '2028-03-30',
  starts: '17:30',
  'where[]': '{department}',
  signUp: 'ja',
  version: '1',
};

/** Events. */
export const EVENTS: Readonly<Record<string, Asked>> = {
  'GET /arrangementer': { query: { afdeling: '{department}' } },
  'GET /arrangementer/ny': { query: { initiativ: '{initiative}', som: '{event}' } },
  'POST /arrangementer/ny': { query: { initiativ: '{initiative}' }, fields: words },
  'GET /arrangementer/regler': {},
  'POST /arrangementer/regler': {},
  'GET /arrangementer/:id': event,
  'GET /arrangementer/:id/kalender.ics': event,
  'GET /arrangementer/:id/plakat': event,
  'GET /arrangementer/:id/ret': event,
  'POST /arrangementer/:id/ret': { ...event, fields: words },
  'GET /arrangementer/:id/sprog': event,
  'POST /arrangementer/:id/sprog': { ...event, fields: { title_en: 'Soup', what_en: 'We cook soup' } },
  'GET /arrangementer/:id/aflys': event,
  'POST /arrangementer/:id/aflys': { ...event, fields: { reason: 'weather' } },
  'GET /arrangementer/:id/tilmeld': event,
  'POST /arrangementer/:id/tilmeld': {
    ...event,
    fields: { channel: 'self', name: 'Ny Nabo', adults: '2', email: 'ny.nabo@example.dk' },
  },
  'GET /min-tilmelding': {},
  'POST /min-tilmelding': { fields: { kode: '{eventCode}' } },
  'GET /min-tilmelding/:code': mine,
  'POST /min-tilmelding/:code': { ...mine, fields: { adults: '1' } },
  'POST /min-tilmelding/:code/afmeld': mine,
  'GET /arrangementer/:id/inde': event,
  'POST /arrangementer/:id/huskeliste/:duty': { params: { id: 'event', duty: 'eventDuty' } },
  'POST /arrangementer/:id/arrangoerer': { ...event, fields: { contact: '{mail}' } },
  'GET /arrangementer/:id/tilmeldte': event,
  'POST /arrangementer/:id/tilmeldte': { ...event, fields: { 'on[]': '{eventSignUp}', nu: '{eventSignUp}' } },
  'GET /arrangementer/:id/tilmeldte/:person': theirs,
  'POST /arrangementer/:id/tilmeldte/:person': { ...theirs, fields: { adults: '1' } },
  'POST /arrangementer/:id/uden-tilmelding': { ...event, fields: { adults: '1' } },
  'POST /arrangementer/:id/uden-tilmelding/fortryd': event,
  'POST /arrangementer/:id/taelling': { ...event, fields: { hvor: 'ingen' } },
  'GET /arrangementer/:id/liste': event,
  'GET /arrangementer/:id/beskeder': event,
  'POST /arrangementer/:id/beskeder': { ...event, fields: { 'told[]': '{eventNotice}' } },
  'GET /arrangementer/:id/beskeder/liste': event,
};
