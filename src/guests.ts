import { GUEST_FORMS, GUEST_PAGES, gatheringsPlace } from './modules/gatherings/public.ts';
import { HOUSE_FORMS, HOUSE_PAGES } from './modules/houses/public.ts';
import { WORKSHOP_GUEST_FORMS, WORKSHOP_GUEST_PAGES } from './modules/listen/workshops/public.ts';
import type { WebDeps } from './platform/web/deps.ts';

/** Their own ways in and out, their own data, what waits for them, and who answers for the site. */
const OWN = [
  'POST /sprog',
  'POST /log-ud',
  'GET /log-ind',
  'POST /log-ind',
  'GET /log-ind/kode',
  'POST /log-ind/kode',
  'GET /log-ind/link/:token',
  'POST /log-ind/link/:token',
  'GET /din-tur',
  'GET /min-side',
  'POST /min-side/oplysninger',
  'POST /min-side/kontakt',
  'GET /min-side/adresse',
  'POST /min-side/adresse',
  'GET /min-side/adresse/kode',
  'POST /min-side/adresse/kode',
  'GET /min-side/enheder',
  'POST /min-side/enheder/log-ud',
  'POST /min-side/enheder/:device/log-ud',
  'GET /min-side/data',
  'POST /min-side/data/kopi',
  'POST /min-side/data/slet',
  'POST /min-side/data/fortryd',
  'GET /min-side/data/opslag',
  'GET /min-side/data/samtykker',
  'POST /min-side/data/samtykker',
  'GET /kopi/:id',
  'GET /was',
  'GET /privatliv',
];

/**
 * Everything that a guest may come to; whatever is not here is missing to them, also what is hung up tomorrow. A route
 * here asks by itself whether the thing is theirs.
 */
export const GUESTS: NonNullable<WebDeps['guests']> = {
  places: new Set([
    ...OWN,
    ...[...GUEST_PAGES, ...WORKSHOP_GUEST_PAGES, ...HOUSE_PAGES].map(({ pattern }) => `GET ${pattern}`),
    ...[...GUEST_FORMS, ...WORKSHOP_GUEST_FORMS, ...HOUSE_FORMS].map(({ pattern }) => `POST ${pattern}`),
  ]),
  home: gatheringsPlace({}),
};
