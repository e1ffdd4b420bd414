import { randomBytes, randomUUID } from 'node:crypto';

/** What an address or a form can point at. */
export type Thing =
  | 'initiative'
  | 'ask'
  | 'step'
  | 'idea'
  | 'person'
  | 'role'
  | 'duty'
  | 'tenancy'
  | 'department'
  | 'building'
  | 'organisation'
  | 'outgoing'
  | 'import'
  | 'application'
  | 'question'
  | 'fund'
  | 'fundMeeting'
  | 'invoice'
  | 'invoiceLetter'
  | 'mailIn'
  | 'payment'
  | 'batch'
  | 'wish'
  | 'mail'
  | 'ideaCode'
  | 'stopToken'
  | 'linkToken'
  | 'homeCode';
export type Things = Readonly<Record<Thing, string>>;

/** How a route is asked: what its parameters are, and what its query and its form can name. */
export interface Asked {
  /** `=2026` is that word, the same in every house. */
  readonly params?: Readonly<Record<string, Thing | `=${string}`>>;
  /** Values in braces are things: `{department}`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
}

const initiative: Asked = { params: { id: 'initiative' } };
const idea: Asked = { params: { id: 'idea' } };
const person: Asked = { params: { id: 'person' } };
const department: Asked = { params: { id: 'department' } };
const year: Asked = { params: { year: '=2026' } };
const application: Asked = { params: { id: 'application' } };
const fund: Asked = { params: { fund: 'fund' } };
const meeting: Asked = { params: { fund: 'fund', meeting: 'fundMeeting' } };
const followed: Asked = { params: { code: 'linkToken' } };
const invoice: Asked = { params: { id: 'invoice' } };
const payment: Asked = { params: { id: 'payment' } };
const batch: Asked = { params: { id: 'batch' } };
const nothing: Asked = {};
const description = { title: 'Fremmed', what: 'Ord', category: 'people', 'departments[]': '{department}' };

/** Every route of the app. A new route is added here, with everything in it that can point at a row. */
export const PLACES: Readonly<Record<string, Asked>> = {
  'GET /live': { query: { topic: 'initiative:{initiative}' } },
  'POST /sprog': { fields: { language: 'da', back: '/' } },
  'GET /': nothing,
  'GET /om': nothing,
  'GET /kontakt': nothing,
  'GET /privatliv': nothing,
  'GET /was': nothing,
  'GET /kontoret': nothing,
  'GET /soeg': { query: { q: 'mette' } },
  'GET /aarsrapport': nothing,
  'GET /aarsrapport/:year': { ...year, query: { udgave: '1' } },
  'GET /aarsrapport/:year/bag/:figure': {
    params: { year: '=2026', figure: '=begyndt' },
    query: { afdeling: '{department}' },
  },
  'GET /aarsrapport/:year/fortaelling': year,
  'POST /aarsrapport/:year/fortaelling': { ...year, fields: { words: 'Året der gik' } },
  'GET /aarsrapport/:year/udgiv': year,
  'POST /aarsrapport/:year/udgiv': year,
  'POST /aarsrapport/:year/hent': { ...year, fields: { form: 'pdf', edition: '1' } },
  'GET /log-ind': { query: { retur: '/initiativer/{initiative}' } },
  'POST /log-ind': { fields: { adresse: '{mail}' } },
  'GET /log-ind/kode': { query: { til: '{wish}' } },
  'POST /log-ind/kode': { fields: { til: '{wish}', kode: '123456' } },
  'GET /log-ind/link/:token': { params: { token: 'linkToken' } },
  'POST /log-ind/link/:token': { params: { token: 'linkToken' } },
  'GET /log-ind/brev': { query: { kode: '{homeCode}' } },
  'POST /log-ind/brev': { fields: { kode: '{homeCode}' } },
  'POST /log-ind/brev/navn': { fields: { kode: '{homeCode}', navn: 'Ny Nabo', alder: 'ja' } },
  'POST /log-ud': nothing,
  'GET /min-side': nothing,
  'POST /min-side/oplysninger': { fields: { name: 'Nyt Navn' } },
  'POST /min-side/kontakt': { fields: { channel: 'mail' } },
  'GET /min-side/adresse': nothing,
  'POST /min-side/adresse': { fields: { adresse: '{mail}' } },
  'GET /min-side/adresse/kode': nothing,
  'POST /min-side/adresse/kode': { fields: { adresse: '{mail}', kode: '123456' } },
  'GET /min-side/enheder': nothing,
  'POST /min-side/enheder/log-ud': nothing,
  'POST /min-side/enheder/:device/log-ud': { params: { device: 'linkToken' } },
  'GET /min-side/beskeder': nothing,
  'POST /min-side/beskeder': nothing,
  'GET /beskeder/:token': { params: { token: 'stopToken' } },
  'POST /beskeder/:token': { params: { token: 'stopToken' } },
  'GET /din-tur': nothing,
  'GET /udskriv': nothing,
  'GET /udskriv/liste': {
    query: { department: '{department}', stairwell: '{building}', format: 'csv', 'columns[]': 'names' },
  },
  'GET /udskriv/adressebrev': nothing,
  'POST /udskriv/adressebrev': {
    fields: { department: '{department}', stairwell: '{building}', subject: 'Emne', body: 'Tekst' },
  },
  'GET /udskriv/koder': nothing,
  'POST /udskriv/koder/print': { fields: { afdeling: '{department}', som: 'kort' } },
  'POST /udskriv/koder/traek-tilbage': { fields: { afdeling: '{department}' } },
  'GET /udskriv/breve': nothing,
  'GET /udskriv/breve/fil': { query: { til: '{outgoing}' } },
  'POST /udskriv/breve/udskrevet': { fields: { til: '{outgoing}' } },
  'POST /udskriv/breve/:id': { params: { id: 'outgoing' } },
  'GET /ideer/ny': nothing,
  'POST /ideer/ny': { fields: { said: 'En idé', department: '{department}', channel: 'self' } },
  'GET /min-ide/:code': { params: { code: 'ideaCode' } },
  'GET /ideer': nothing,
  'GET /ideer/:id': idea,
  'POST /ideer/:id/bliv-til': { ...idea, fields: description },
  'POST /ideer/:id/laeg-til': { ...idea, fields: { initiative: '{initiative}' } },
  'POST /ideer/:id/hvem': { ...idea, fields: { person: '{person}' } },
  'POST /ideer/:id/svar': { ...idea, fields: { words: 'Tak' } },
  'GET /initiativer': { query: { q: 'suppe', afdeling: '{department}' } },
  'GET /initiativer/ny': nothing,
  'POST /initiativer/ny': { fields: { ...description, channel: 'self' } },
  'GET /initiativer/overblik': nothing,
  'GET /initiativer/:id': initiative,
  'GET /initiativer/:id/ret': initiative,
  'POST /initiativer/:id/ret': { ...initiative, fields: { ...description, version: '1' } },
  'GET /initiativer/:id/inde': initiative,
  'POST /initiativer/:id/overtag': initiative,
  'POST /initiativer/:id/traed-tilbage': initiative,
  'POST /initiativer/:id/hvil': initiative,
  'POST /initiativer/:id/vaek': initiative,
  'POST /initiativer/:id/afslut': initiative,
  'POST /initiativer/:id/skridt': { ...initiative, fields: { says: 'Et skridt', person: '{person}' } },
  'POST /initiativer/:id/skridt/:step': { params: { id: 'initiative', step: 'step' } },
  'GET /initiativer/:id/spoerg': initiative,
  'POST /initiativer/:id/spoerg': { ...initiative, fields: { person: '{person}', words: 'Vil du?' } },
  'GET /vil-du-drive/:ask': { params: { ask: 'ask' } },
  'POST /vil-du-drive/:ask': { params: { ask: 'ask' }, fields: { answer: 'no' } },
  'GET /afdelinger': nothing,
  'GET /afdelinger/ny': nothing,
  'POST /afdelinger/ny': nothing,
  'GET /afdelinger/:id': department,
  'GET /afdelinger/:id/ret': department,
  'POST /afdelinger/:id/ret': department,
  'GET /afdelinger/:id/bestyrelse': { ...department, query: { q: 'mette' } },
  'POST /afdelinger/:id/bestyrelse': { ...department, fields: { seats: '1', 'office.{person}': 'chair' } },
  'GET /bestyrelsen': { query: { q: 'mette' } },
  'POST /bestyrelsen': { fields: { seats: '1', 'office.{person}': 'chair' } },
  'GET /organisationer': nothing,
  'GET /organisationer/ny': nothing,
  'POST /organisationer/ny': nothing,
  'GET /organisationer/:id': { params: { id: 'organisation' } },
  'POST /organisationer/:id': { params: { id: 'organisation' } },
  'GET /indstillinger/roller': nothing,
  'POST /indstillinger/roller': nothing,
  'GET /personer': { query: { q: 'mette' } },
  'GET /personer/ny': nothing,
  'POST /personer/ny': { fields: { name: 'Ny Nabo', tenancyId: '{tenancy}' } },
  'GET /personer/:id': person,
  'GET /personer/:id/ret': person,
  'POST /personer/:id/ret': { ...person, fields: { name: 'Nyt Navn' } },
  'GET /personer/:id/saml': { ...person, query: { q: 'mette' } },
  'POST /personer/:id/saml': { ...person, fields: { other: '{person}', asked: 'ja', sure: 'ja' } },
  'POST /personer/:id/roller': {
    ...person,
    fields: { role: 'ambassador', departmentId: '{department}', organisationId: '{organisation}' },
  },
  'POST /personer/:id/roller/:role/slut': { params: { id: 'person', role: 'role' } },
  'POST /personer/:id/hverv': { ...person, fields: { duty: 'mayor', organisationId: '{organisation}' } },
  'POST /personer/:id/hverv/:duty/slut': { params: { id: 'person', duty: 'duty' } },
  'POST /personer/:id/flyt': { ...person, fields: { tenancyId: '{tenancy}' } },
  'POST /personer/:id/fraflyt': person,
  'POST /personer/:id/kontakt': person,
  'POST /personer/:id/foraelder': { ...person, fields: { guardianName: 'En Voksen' } },
  'POST /lejemaal/:id/kontakt-ikke': { params: { id: 'tenancy' }, fields: { person: '{person}' } },
  'POST /lejemaal/:id/kontakt-gerne': { params: { id: 'tenancy' }, fields: { person: '{person}' } },
  'GET /pulje': nothing,
  'GET /pulje/ny': nothing,
  'POST /pulje/ny': { fields: { total: '100000', projectMax: '20000', organisation: '{organisation}' } },
  'GET /puljer/:fund': fund,
  'GET /puljer/:fund/regnskab': fund,
  'POST /puljer/:fund/tilfoej': { ...fund, fields: { amount: '5000', reference: 'OB 4' } },
  'POST /puljer/:fund/overfoer': fund,
  'GET /puljer/:fund/politik': fund,
  'GET /puljer/:fund/politik/ny': fund,
  'POST /puljer/:fund/politik/ny': { ...fund, fields: { total: '100000', projectMax: '20000' } },
  'GET /puljer/:fund/venteliste': fund,
  'GET /puljer/:fund/moeder': fund,
  'POST /puljer/:fund/moeder': { ...fund, fields: { on: '2026-12-09', reference: 'OB 4' } },
  'GET /puljer/:fund/moeder/:meeting': meeting,
  'POST /puljer/:fund/moeder/:meeting': { ...meeting, fields: { 'cases[]': '{application}' } },
  'GET /puljer/:fund/moeder/:meeting/:paper': {
    params: { fund: 'fund', meeting: 'fundMeeting', paper: '=liste.docx' },
  },
  'GET /pulje/ansoeg': nothing,
  'POST /pulje/ansoeg': { fields: { initiative: '{initiative}', 'departments[]': '{department}' } },
  'POST /pulje/ansoeg/maaler': { fields: { initiative: '{initiative}', 'departments[]': '{department}' } },
  'GET /pulje/skema': nothing,
  'GET /pulje/ansoegninger/:id/ark': application,
  'GET /pulje/ansoegninger/:id/brev/:letter': { params: { id: 'application', letter: 'application' } },
  'POST /pulje/ansoegninger/:id/brev/:letter': { params: { id: 'application', letter: 'application' } },
  'POST /pulje/ansoegninger/:id/seddel': application,
  'POST /pulje/ansoegninger/:id/seddel/luk': application,
  'GET /pulje/min-ansoegning/:code/brev/:letter': { params: { code: 'linkToken', letter: 'application' } },
  'POST /pulje/min-ansoegning/:code/seddel': followed,
  'POST /pulje/min-ansoegning/:code/seddel/luk': followed,
  'GET /seddel': nothing,
  'POST /seddel': { fields: { kode: 'K7QX4MTD9P' } },
  'GET /seddel/:code': followed,
  'GET /pulje/min-ansoegning/:code/ark': followed,
  'POST /pulje/min-ansoegning/:code/maaler': followed,
  'POST /pulje/min-ansoegning/:code/nej': followed,
  'GET /pulje/ansoegninger': { query: { pulje: '{fund}' } },
  'GET /pulje/ansoegninger.csv': { query: { pulje: '{fund}' } },
  'GET /pulje/ansoegninger/:id': application,
  'POST /pulje/ansoegninger/:id/beslut': {
    ...application,
    fields: { period: '{application}', policy: '{application}' },
  },
  'POST /pulje/ansoegninger/:id/inhabil': application,
  'POST /pulje/ansoegninger/:id/raad': application,
  'POST /pulje/ansoegninger/:id/spoerg': application,
  'POST /pulje/ansoegninger/:id/svar/:question': { params: { id: 'application', question: 'question' } },
  'POST /pulje/ansoegninger/:id/tag-op': application,
  'POST /pulje/ansoegninger/:id/aflys': application,
  'POST /pulje/ansoegninger/:id/bortfald': application,
  'POST /pulje/ansoegninger/:id/frigiv': { ...application, fields: { amount: '100' } },
  'POST /pulje/ansoegninger/:id/afslut': application,
  'POST /pulje/ansoegninger/:id/overtag': { ...application, fields: { person: '{person}' } },
  'POST /pulje/ansoegninger/:id/traek-tilbage': application,
  'GET /pulje/resultater': { query: { afdeling: '{department}' } },
  'GET /pulje/resultater/liste.csv': nothing,
  'GET /pulje/resultater/rss.xml': nothing,
  'GET /pulje/resultater/atom.xml': nothing,
  'GET /pulje/resultater/:id': application,
  'GET /pulje/status': { query: { pulje: '{application}', fra: '2026-01-01', til: '2026-12-31' } },
  'GET /pulje/status/bag/:figure': { params: { figure: '=lovet' }, query: { afdeling: '{department}' } },
  'POST /pulje/status/hent': { fields: { fra: '2026-01-01', til: '2026-12-31', form: 'docx' } },
  'GET /pulje/billeder/:id': { params: { id: 'application' } },
  'GET /pulje/opfoelgning': nothing,
  'POST /pulje/opfoelgning/kort': { fields: { 'case[]': '{application}' } },
  'POST /pulje/opfoelgning/dage': { fields: { fund: '{application}' } },
  'GET /pulje/ansoegninger/:id/tilbagemelding': application,
  'POST /pulje/ansoegninger/:id/tilbagemelding': { ...application, fields: { came: '40' } },
  'POST /pulje/ansoegninger/:id/tilbagemelding/vis': application,
  'POST /pulje/ansoegninger/:id/billede': application,
  'POST /pulje/ansoegninger/:id/billede/:photo/fjern': { params: { id: 'application', photo: 'application' } },
  'POST /pulje/ansoegninger/:id/billede/:photo/vis': { params: { id: 'application', photo: 'application' } },
  'POST /pulje/ansoegninger/:id/rest/frigiv': { ...application, fields: { words: 'Aflyst' } },
  'POST /pulje/ansoegninger/:id/rest/vent': { ...application, fields: { words: 'Regn', until: '2026-12-01' } },
  'POST /pulje/ansoegninger/:id/rest/afslut': { ...application, fields: { words: 'Flyttet' } },
  'GET /tilbagemelding': nothing,
  'POST /tilbagemelding': { fields: { code: '{linkToken}' } },
  'GET /tilbagemelding/:code': followed,
  'POST /tilbagemelding/:code': { ...followed, fields: { came: '40' } },
  'POST /tilbagemelding/:code/billede': followed,
  'POST /tilbagemelding/:code/billede/:photo/fjern': { params: { code: 'linkToken', photo: 'application' } },
  'GET /pulje/min-ansoegning/:code': followed,
  'POST /pulje/min-ansoegning/:code': followed,
  'POST /pulje/min-ansoegning/:code/svar/:question': { params: { code: 'linkToken', question: 'question' } },
  'POST /pulje/min-ansoegning/:code/traek-tilbage': followed,
  'GET /faktura': { query: { ref: 'P-0001' } },
  'POST /faktura': { fields: { reference: 'P-0001' } },
  'GET /faktura/:code': followed,
  'GET /fakturaer': { query: { vis: 'all', q: 'brugs' } },
  'GET /fakturaer/ny': nothing,
  'POST /fakturaer/ny': nothing,
  'GET /fakturaer/ny/skriv': nothing,
  'POST /fakturaer/ny/skriv': { fields: { supplierName: 'Vesterby Brugs', payable: '100' } },
  'GET /fakturaer/indstillinger': nothing,
  'POST /fakturaer/indstillinger': nothing,
  'POST /fakturaer/mails/:id/set': { params: { id: 'mailIn' } },
  'GET /fakturaer/:id': invoice,
  'GET /fakturaer/:id/fil': invoice,
  'GET /fakturaer/:id/ret': invoice,
  'POST /fakturaer/:id/ret': { ...invoice, fields: { supplierName: 'Vesterby Brugs', payable: '100', version: '1' } },
  'POST /fakturaer/:id/tilsagn': { ...invoice, fields: { application: '{application}' } },
  'POST /fakturaer/:id/svar': { ...invoice, fields: { rule: 'bank', code: 'bank_changed', words: 'Set' } },
  'POST /fakturaer/:id/betal': invoice,
  'POST /fakturaer/:id/retur': { ...invoice, fields: { subject: 'Retur', body: 'Ord' } },
  'POST /fakturaer/:id/afvis': { ...invoice, fields: { words: 'Nej' } },
  'POST /fakturaer/:id/fortryd': { ...invoice, fields: { words: 'Nej' } },
  'GET /fakturaer/:id/brev/:letter': { params: { id: 'invoice', letter: 'invoiceLetter' } },
  'GET /betalinger': { query: { vis: 'paid' } },
  'GET /betalinger/indstillinger': nothing,
  'POST /betalinger/indstillinger': {
    fields: { version: '0', payerName: 'Hus', iban: 'DK5000400440116243', 'firstRoles[]': 'finance', keepYears: '5' },
  },
  'GET /betalinger/eksport': nothing,
  'POST /betalinger/eksport': { fields: { 'payments[]': '{payment}', when: 'due' } },
  'GET /betalinger/filer': nothing,
  'GET /betalinger/filer/:id': batch,
  'GET /betalinger/filer/:id/fil': batch,
  'GET /betalinger/filer/:id/csv': batch,
  'POST /betalinger/filer/:id/fortryd': { ...batch, fields: { words: 'Nej' } },
  'POST /betalinger/filer/:id/betalt': { ...batch, fields: { on: '2026-01-01' } },
  'GET /betalinger/bank': nothing,
  'POST /betalinger/bank': nothing,
  'GET /betalinger/bank/:id': payment,
  'POST /betalinger/bank/:id/gem': payment,
  'GET /betalinger/bilag': { query: { fra: '2026-01-01' } },
  'GET /betalinger/bilag/liste': { query: { fra: '2026-01-01' } },
  'GET /betalinger/bilag/pakke': { query: { fra: '2026-01-01' } },
  'GET /betalinger/:id/bilag': payment,
  'GET /betalinger/:id': payment,
  'POST /betalinger/:id/godkend': { ...payment, fields: { digest: 'x' } },
  'POST /betalinger/:id/konto': { ...payment, fields: { way: 'account', account: '3000 1234567', words: 'Ja' } },
  'POST /betalinger/:id/betalt': { ...payment, fields: { on: '2026-01-01' } },
  'POST /betalinger/:id/retur': { ...payment, fields: { bouncedOn: '2026-01-01', words: 'Ja' } },
  'GET /import': nothing,
  'POST /import': nothing,
  'GET /import/:id': { params: { id: 'import' } },
  'POST /import/:id/kolonner': { params: { id: 'import' } },
  'POST /import/:id/hent': { params: { id: 'import' } },
  'GET /import/:id/fejl.csv': { params: { id: 'import' } },
};

/** Things that nobody has, of the same shape. */
export function madeUpThings(): Things {
  const ids = ['initiative', 'ask', 'step', 'idea', 'person', 'role', 'duty', 'tenancy', 'department'] as const;
  const more = [
    'building',
    'organisation',
    'outgoing',
    'import',
    'application',
    'question',
    'fund',
    'fundMeeting',
    'invoice',
    'invoiceLetter',
    'mailIn',
    'payment',
    'batch',
    'wish',
  ] as const;
  const token = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    ...(Object.fromEntries([...ids, ...more].map((kind) => [kind, randomUUID()])) as Things),
    mail: 'findes.ikke.her@lyngbakken.test',
    ideaCode: token(15),
    stopToken: token(28),
    linkToken: token(32),
    homeCode: 'MNPR-TUVW',
  };
}
