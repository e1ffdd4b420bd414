import type { BrokerName, Level } from '../platform/oidc/brokers.ts';

/** Somebody whom the development broker vouches for. All are invented. */
export interface BrokerPerson {
  /** The broker's own word for the person, and the last part of every address about them. */
  readonly sub: string;
  readonly name: string;
  /** What a test of sign-in can see by them. */
  readonly about: string;
  readonly birthDate: string;
  readonly level: Level;
  /** App roles, for a work account. */
  readonly roles: readonly string[];
}

const PROTECTED_NAME = 'NAVNE & ADRESSEBESKYTTET';

const person = (sub: string, name: string, about: string, more: Partial<BrokerPerson> = {}): BrokerPerson => ({
  sub,
  name,
  about,
  birthDate: '1984-03-12',
  level: 'substantial',
  roles: [],
  ...more,
});

const RESIDENTS: readonly BrokerPerson[] = [
  person('mette', 'Mette Lauridsen', 'Sidder i afdelingsbestyrelsen'),
  person('poul', 'Poul Erik Munk', 'Beboer', { birthDate: '1949-10-02' }),
  person('beskyttet', PROTECTED_NAME, 'Har navne- og adressebeskyttelse'),
  person('ung', 'Sofie Bay', 'Er 16 år', { birthDate: '2010-01-15' }),
  person('barn', 'Alma Lind', 'Er 12 år', { birthDate: '2014-06-01' }),
  person('lav', 'Villads Toft', 'Kommer kun op på niveau lav', { level: 'low' }),
];

const STAFF: readonly BrokerPerson[] = [
  person('karen', 'Karen Mose', 'Sekretariat', { roles: ['Grobund.Sekretariat'] }),
  person('lise', 'Lise Krogh', 'Økonomi', { roles: ['Grobund.Oekonomi'] }),
  person('vikar', 'Otto Rask', 'Har en arbejdskonto, men ingen roller'),
];

export const DEV_ROLES: Readonly<Record<string, string>> = {
  'Grobund.Sekretariat': 'secretariat',
  'Grobund.Oekonomi': 'finance',
};
/** The directory that the work accounts are in. */
export const DEV_DIRECTORY = '11111111-2222-4333-8444-555555555555';

export function peopleOf(broker: BrokerName): readonly BrokerPerson[] {
  return broker === 'entra' ? STAFF : RESIDENTS;
}

/** What each broker would tell of the person, by its own names. */
export function claimsOf(broker: BrokerName, one: BrokerPerson, today: string): Record<string, unknown> {
  const age = String(
    Number(today.slice(0, 4)) - Number(one.birthDate.slice(0, 4)) - (today.slice(4) < one.birthDate.slice(4) ? 1 : 0),
  );
  if (broker === 'signaturgruppen') {
    return {
      idp: 'mitid',
      loa: `https://data.gov.dk/concept/core/nsis/${one.level[0]?.toUpperCase()}${one.level.slice(1)}`,
      'mitid.uuid': `uuid-${one.sub}`,
      'mitid.identity_name': one.name,
      'mitid.date_of_birth': one.birthDate,
      'mitid.age': age,
      'mitid.has_cpr': 'true',
    };
  }
  if (broker === 'idura') {
    return {
      identityscheme: 'dkmitid',
      authenticationtype: `urn:grn:authn:dk:mitid:${one.level}`,
      uuid: `uuid-${one.sub}`,
      name: one.name,
      birthdate: one.birthDate,
      age,
      country: 'DK',
    };
  }
  return { tid: DEV_DIRECTORY, oid: `oid-${one.sub}`, ver: '2.0', name: one.name, roles: one.roles };
}
