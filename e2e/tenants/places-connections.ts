import type { Asked } from './things.ts';

const nothing: Asked = {};
const webhook: Asked = { params: { id: 'webhook' } };
const told = { name: 'Økonomi', url: 'https://example.dk/krog', 'fund[]': 'fund.committed' };

/** Doors for other systems, as people with a session meet them; `connections.test.ts` goes through them as machines do. */
export const CONNECTIONS: Readonly<Record<string, Asked>> = {
  'GET /api': nothing,
  'GET /api/v1/openapi.json': nothing,
  'GET /api/v1/:resource': { params: { resource: '=initiatives' } },
  'GET /api/v1/:resource/:id': { params: { resource: '=initiatives', id: 'initiative' } },
  'GET /forbindelser': nothing,
  'GET /forbindelser/noegler/ny': nothing,
  'POST /forbindelser/noegler/ny': { fields: { name: 'Tavlen', 'areas[]': 'initiatives', term: '30' } },
  'POST /forbindelser/noegler/:id/luk': { params: { id: 'token' } },
  'POST /forbindelser/noegler/:id/overtag': { params: { id: 'token' } },
  'GET /forbindelser/beskeder/ny': nothing,
  'POST /forbindelser/beskeder/ny': { fields: told },
  'GET /forbindelser/beskeder/:id': webhook,
  'GET /forbindelser/beskeder/:id/ret': webhook,
  'POST /forbindelser/beskeder/:id/ret': { ...webhook, fields: told },
  'POST /forbindelser/beskeder/:id/proev': webhook,
  'POST /forbindelser/beskeder/:id/pause': webhook,
  'POST /forbindelser/beskeder/:id/start': webhook,
  'POST /forbindelser/beskeder/:id/hemmelighed': webhook,
  'POST /forbindelser/beskeder/:id/igen': { ...webhook, fields: { seq: '1' } },
  'POST /forbindelser/beskeder/:id/slet': webhook,
  'GET /nyt': nothing,
  'GET /nyt/kalender.ics': { query: { afdeling: '{department}' } },
  'GET /nyt/initiativer.xml': { query: { afdeling: '{department}' } },
  'GET /min-side/kalender': nothing,
  'POST /min-side/kalender/ny-adresse': nothing,
  'POST /min-side/kalender/luk': nothing,
  'GET /abonnement/:code/kalender.ics': { params: { code: 'feedCode' } },
  'GET /abonnement/:code/din-tur.xml': { params: { code: 'feedCode' } },
};
