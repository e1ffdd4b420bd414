import type { Asked } from './things.ts';

const panel: Asked = { params: { id: 'panel' } };
const applicant: Asked = { params: { id: 'panel', person: 'panelApplication' } };
const draw: Asked = { params: { id: 'panel', draw: 'panelDraw' } };
const meeting: Asked = { params: { id: 'panel', meeting: 'panelMeeting' } };
const said: Asked = { params: { id: 'panel', said: 'panelRecommendation' } };
const mine: Asked = { params: { code: 'panelCode' } };

const words = {
  kind: 'drawn',
  name: 'Lutter ører',
  purpose: 'Vi hører efter',
  seats: '12',
  opensOn: '2026-05-03',
  closesOn: '2026-05-30',
  minAge: '16',
  offerDays: '5',
  boardLimit: '0',
  unchosenMonths: '3',
  memberMonths: '12',
  version: '1',
};
const meets = { on: '2026-06-01', starts: '17:30', place: 'Fælleshuset', agenda: 'Mad', notes: '', version: '1' };

/** Focus groups. */
export const PANELS: Readonly<Record<string, Asked>> = {
  'GET /fokusgrupper': {},
  'GET /fokusgrupper/ny': {},
  'POST /fokusgrupper/ny': { fields: words },
  'GET /fokusgrupper/:id': panel,
  'GET /fokusgrupper/:id/ret': panel,
  'POST /fokusgrupper/:id/ret': { ...panel, fields: words },
  'POST /fokusgrupper/:id/slut': panel,
  'POST /fokusgrupper/:id/vaelgere': { ...panel, fields: { person: '{person}' } },
  'GET /fokusgrupper/:id/plakat': panel,
  'GET /fokusgrupper/:id/breve': panel,
  'POST /fokusgrupper/:id/breve': {
    ...panel,
    fields: { department: '{department}', subject: 'Vil du være med?', body: 'Kære {navne}' },
  },
  'GET /fokusgrupper/:id/tilmeld': panel,
  'POST /fokusgrupper/:id/tilmeld': {
    ...panel,
    fields: {
      channel: 'self',
      name: 'Ny Nabo',
      birthYear: '1980',
      address: 'Kærhaven 1, st. tv',
      department: '{department}',
      tenure: '2-5',
      language: 'da',
      email: '{mail}',
      consent: 'ja',
    },
  },
  'GET /fokusgrupper/:id/tilmeld/skema': panel,
  'GET /fokusgrupper/:id/profil': panel,
  'POST /fokusgrupper/:id/profil': panel,
  'POST /fokusgrupper/:id/profil/taelling': panel,
  'POST /fokusgrupper/:id/profil/kombination': {
    ...panel,
    fields: { one: '{panel}', other: '{panel}', atLeast: '1', atMost: '2' },
  },
  'GET /fokusgrupper/:id/spejl': panel,
  'GET /fokusgrupper/:id/tilmeldte': panel,
  'GET /fokusgrupper/:id/tilmeldte/:person': applicant,
  'POST /fokusgrupper/:id/tilmeldte/:person/gruppe': {
    ...applicant,
    fields: { age: '30-44', department: '{department}' },
  },
  'POST /fokusgrupper/:id/tilmeldte/:person/goer': { ...applicant, fields: { act: 'withdrawn', channel: 'phone' } },
  'POST /fokusgrupper/:id/tilmeldte/:person/brev': applicant,
  'POST /fokusgrupper/:id/luk': { ...panel, fields: { sure: 'ja' } },
  'GET /fokusgrupper/:id/traek': panel,
  'POST /fokusgrupper/:id/traek': { ...panel, fields: { kind: 'test' } },
  'POST /fokusgrupper/:id/traek/reserve': panel,
  'GET /fokusgrupper/:id/traek/:draw': draw,
  'POST /fokusgrupper/:id/traek/:draw/stop': draw,
  'POST /fokusgrupper/:id/traek/:draw/tryk': draw,
  'POST /fokusgrupper/:id/traek/:draw/terninger': { ...draw, fields: { dice: '407' } },
  'GET /fokusgrupper/:id/traek/:draw/notat': draw,
  'GET /fokusgrupper/:id/lodtraekning/:draw': draw,
  'GET /fokusgrupper/:id/lodtraekning/:draw/bevis': draw,
  'GET /fokusgrupper/:id/moeder': panel,
  'POST /fokusgrupper/:id/moeder': { ...panel, fields: meets },
  'GET /fokusgrupper/:id/moeder/:meeting': meeting,
  'POST /fokusgrupper/:id/moeder/:meeting': { ...meeting, fields: meets },
  'POST /fokusgrupper/:id/moeder/:meeting/fremmoede': { ...meeting, fields: { 'came[]': '{panelApplication}' } },
  'GET /fokusgrupper/:id/prioritering': panel,
  'POST /fokusgrupper/:id/prioritering': {
    ...panel,
    fields: { asks: 'Hvad først?', how: 'dots', dots: '5', options: 'Bænke\nLys', 'initiatives[]': '{initiative}' },
  },
  'POST /fokusgrupper/:id/prioritering/:question/luk': { params: { id: 'panel', question: 'panelQuestion' } },
  'GET /fokusgrupper/:id/anbefalinger': panel,
  'POST /fokusgrupper/:id/anbefalinger': { ...panel, fields: { says: 'Flere bænke', meeting: '{panelMeeting}' } },
  'POST /fokusgrupper/:id/anbefalinger/:said/svar': { ...said, fields: { answer: 'Ja' } },
  'POST /fokusgrupper/:id/anbefalinger/:said/initiativ': { ...said, fields: { title: 'Bænke', category: 'green' } },
  'GET /min-plads': {},
  'POST /min-plads': { fields: { kode: '{panelCode}' } },
  'GET /min-plads/:code': mine,
  'POST /min-plads/:code/svar': { ...mine, fields: { answer: 'no' } },
  'POST /min-plads/:code/goer': { ...mine, fields: { act: 'pause' } },
  'POST /min-plads/:code/moeder/:meeting': {
    params: { code: 'panelCode', meeting: 'panelMeeting' },
    fields: { coming: 'ja' },
  },
  'POST /min-plads/:code/prioritering/:question': {
    params: { code: 'panelCode', question: 'panelQuestion' },
    fields: {},
  },
};
