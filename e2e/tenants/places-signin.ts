import type { Asked } from './things.ts';

const passkey: Asked = { params: { passkey: 'passkey' } };
const way: Asked = { params: { way: '=mitid' } };

/** The ways in besides codes. */
export const SIGN_IN: Readonly<Record<string, Asked>> = {
  'POST /log-ind/noegle/begynd': {},
  'POST /log-ind/noegle': { fields: { svar: '{"id":"YQ","response":{}}', retur: '/personer/{person}' } },
  'GET /log-ind/hos/:way': { ...way, query: { retur: '/personer/{person}' } },
  'GET /log-ind/hos/:way/retur': { ...way, query: { code: '{linkToken}', state: '{linkToken}' } },
  'GET /log-ind/hos/:way/svar': { ...way, query: { hvorfor: 'ukendt', retur: '/personer/{person}' } },
  'POST /log-ind/hos/:way/glem': way,
  'GET /log-ind/hos/:way/knyt': { ...way, query: { retur: '/personer/{person}' } },
  'POST /log-ind/hos/:way/knyt': { ...way, fields: { svar: 'ja', retur: '/personer/{person}' } },
  'GET /min-side/veje': {},
  'POST /min-side/veje/noegle/begynd': {},
  'POST /min-side/veje/noegle': { fields: { svar: '{"id":"YQ","response":{}}' } },
  'POST /min-side/veje/noegle/:passkey/navn': { ...passkey, fields: { navn: 'Min telefon' } },
  'POST /min-side/veje/noegle/:passkey/slet': passkey,
  'POST /min-side/veje/:identity/fjern': { params: { identity: 'identity' } },
  'GET /indstillinger/log-ind': {},
  'POST /indstillinger/log-ind': { fields: { passkey: 'ja', loft: '200', dage: '30' } },
};
