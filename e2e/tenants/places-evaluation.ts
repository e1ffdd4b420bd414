import type { Asked } from './things.ts';

const answer: Asked = { params: { code: 'evaluationCode' } };
const event: Asked = { params: { about: '=arrangement', id: 'event' } };
const room: Asked = { params: { about: '=arrangement', id: 'evaluatedEvent' } };

/** Three questions to those who were there. */
export const EVALUATION: Readonly<Record<string, Asked>> = {
  'GET /hvordan-var-det': {},
  'POST /hvordan-var-det': { fields: { kode: '{evaluationCode}' } },
  'GET /hvordan-var-det/:code': answer,
  'POST /hvordan-var-det/:code': { ...answer, fields: { liked: '4', metNew: 'ja', helps: 'yes' } },
  'GET /evaluering/:about/:id': room,
  'POST /evaluering/:about/:id': event,
  'POST /evaluering/:about/:id/seddel': { ...room, fields: { liked: '3' } },
  'POST /evaluering/:about/:id/luk': room,
  'POST /evaluering/:about/:id/forfra': { ...room, fields: { sikker: 'ja' } },
  'POST /evaluering/:about/:id/ord/:answer': {
    params: { about: '=arrangement', id: 'answeredEvent', answer: 'evaluationAnswer' },
    fields: { vis: 'ja' },
  },
  'GET /evaluering/:about/:id/papir': { ...room, query: { slags: 'sedler' } },
};
