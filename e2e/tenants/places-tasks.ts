import type { Asked } from './things.ts';

const task: Asked = { params: { task: 'task' } };
const ask: Asked = { params: { ask: 'taskAsk' } };
const round: Asked = { params: { round: 'doorRound' } };

/** The smallest tasks, and asking a neighbour. */
export const TASKS: Readonly<Record<string, Asked>> = {
  'GET /opgaver': {},
  'GET /opgaver/ny': { query: { initiativ: '{initiative}' } },
  'POST /opgaver/ny': {
    query: { initiativ: '{initiative}', skabelon: '' },
    fields: { title: 'Gårddag', lines: '20 Fej trappen' },
  },
  'GET /opgaver/tal': {},
  'POST /opgaver/tal/graense': { fields: { asks: '3', days: '90' } },
  'GET /opgaver/:job': { params: { job: 'taskJob' } },
  'POST /opgaver/:job/flere': { params: { job: 'taskJob' }, fields: { says: 'Hæng lys op', minutes: '15' } },
  'POST /opgave/:task/tag': task,
  'POST /opgave/:task/faerdig': { ...task, fields: { minutes: '10' } },
  'POST /opgave/:task/laeg-tilbage': task,
  'POST /opgave/:task/blev-ikke': task,
  'POST /opgave/:task/del': task,
  'POST /opgave/:task/fjern': task,
  'POST /opgave/:task/tak': { ...task, fields: { words: 'Tak for det' } },
  'GET /opgave/:task/spoerg': task,
  'POST /opgave/:task/spoerg': { ...task, fields: { way: 'link', words: 'Har du lyst?' } },
  'GET /opgaver/spurgt/:ask': ask,
  'GET /opgaver/spurgt/:ask/seddel': ask,
  'GET /s/:code': { params: { code: 'taskAskCode' } },
  'POST /s/:code': { params: { code: 'taskAskCode' }, fields: { answer: 'no' } },
  'GET /svar': {},
  'POST /svar': { fields: { kode: 'K7QX4MTD2B' } },
  'GET /spoerg-mig-gerne': {},
  'POST /spoerg-mig-gerne': { fields: { mostMinutes: '20' } },
  'POST /spoerg-mig-gerne/stop': {},
  'GET /doerrunder': {},
  'GET /doerrunder/ny': {},
  'POST /doerrunder/ny': { query: { afdeling: '{department}' }, fields: { title: 'Hej i gården', on: '2026-12-01' } },
  'GET /doerrunder/:round': round,
  'GET /doerrunder/:round/papir': round,
  'POST /doerrunder/:round/tal': round,
};
