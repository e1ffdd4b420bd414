import type { Asked } from './things.ts';

const nothing: Asked = {};
const step = (slug: string): Asked => ({ params: { step: `=${slug}` } });

/** Opening a house: its steps are words, the same in every house; only the practice house lets one be somebody. */
export const SETUP: Readonly<Record<string, Asked>> = {
  'GET /kom-godt-i-gang': nothing,
  'GET /kom-godt-i-gang/:step': step('invitation'),
  'POST /kom-godt-i-gang/:step': {
    ...step('folk'),
    fields: { name: 'Else Dam', email: 'else@example.dk', post: 'department_member', department: '{department}' },
  },
  'POST /kom-godt-i-gang/:step/spring-over': step('udseende'),
  'POST /kom-godt-i-gang/:step/tag-op': step('udseende'),
  'GET /kom-godt-i-gang/:step/fortryd': step('boliger'),
  'POST /kom-godt-i-gang/:step/fortryd': step('invitation'),
  'POST /kom-godt-i-gang/luk': nothing,
  'POST /kom-godt-i-gang/oevehuset': nothing,
  'POST /kom-godt-i-gang/vaer': { fields: { person: '{person}' } },
  'POST /kom-godt-i-gang/forfra': nothing,
  'POST /kom-godt-i-gang/folk/liste': { fields: { lines: 'Else Dam; else@example.dk; ; bestyrelsesmedlem; 1' } },
  'POST /kom-godt-i-gang/folk/fil': nothing,
  'GET /kom-godt-i-gang/invitation/:paper': { params: { paper: '=plakat.pdf' } },
  'POST /kom-godt-i-gang/invitation/printet': nothing,
  'POST /kom-godt-i-gang/tjek/mail': nothing,
  'POST /kom-godt-i-gang/tjek/kode': { fields: { code: '1234' } },
  'GET /logo/:id': { params: { id: 'photo' } },
};
