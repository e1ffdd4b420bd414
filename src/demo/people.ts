import type { Role } from '../kernel/actor.ts';

/** One of the invented people. `at` is the home: department, house, floor and side. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly at?: readonly [department: string, house: string, floor?: string, side?: string];
  /** `['board_member', 'kaerhaven']`, or without a department: in the whole organisation. */
  readonly roles?: readonly (readonly [role: Role, department?: string])[];
  /** Seat in the board of the department (or, for `organisation_board`, of the organisation). */
  readonly office?: 'chair' | 'vice_chair' | 'member';
  readonly born?: number;
  readonly reach?: 'mail' | 'sms' | 'paper' | 'never';
  readonly phone?: string;
  readonly language?: 'da' | 'en';
  readonly largePrint?: boolean;
  readonly digitalExempt?: boolean;
  readonly protected?: boolean;
}

/** Everybody has an address at lyngbakken.test unless they are reached on paper. `.test` can never be delivered to. */
export const PEOPLE: readonly DemoPerson[] = [
  // The house on Bakketoppen
  { key: 'signe', name: 'Signe Højlund', roles: [['consultant']], born: 1986 },
  { key: 'jonas', name: 'Jonas Brandt', roles: [['consultant']], born: 1991 },
  { key: 'karen', name: 'Karen Mose', roles: [['secretariat']], born: 1968 },
  { key: 'torben', name: 'Torben Aagaard', roles: [['secretariat']], born: 1963 },
  { key: 'lise', name: 'Lise Krogh', roles: [['finance']], born: 1979 },
  { key: 'brian', name: 'Brian Dahl', roles: [['operations']], born: 1974, reach: 'sms', phone: '+4599999901' },
  { key: 'henny', name: 'Henny Skov', roles: [['operations']], born: 1982, reach: 'sms', phone: '+4599999902' },
  { key: 'maja', name: 'Maja Vestergaard', roles: [['municipal_officer']], born: 1984 },

  // The organisation board
  {
    key: 'inge',
    name: 'Inge Falkenberg',
    at: ['engblommen', '7'],
    roles: [['organisation_board']],
    office: 'chair',
    born: 1954,
  },
  {
    key: 'ole',
    name: 'Ole Rasmussen',
    at: ['moellevaenget', '9', '1', 'tv'],
    roles: [['organisation_board']],
    office: 'vice_chair',
    born: 1958,
  },
  {
    key: 'fatma',
    name: 'Fatma Yıldız',
    at: ['havnepladsen', '3', '2', 'th'],
    roles: [['organisation_board']],
    born: 1976,
  },
  { key: 'per', name: 'Per Lindholm', at: ['kaerhaven', '5', 'st', 'th'], roles: [['organisation_board']], born: 1961 },
  { key: 'grethe', name: 'Grethe Ipsen', at: ['rugmarken', '11'], roles: [['organisation_board']], born: 1949 },

  // Kærhaven
  {
    key: 'poul',
    name: 'Poul Erik Munk',
    at: ['kaerhaven', '1', 'st', 'tv'],
    roles: [['board_member', 'kaerhaven']],
    office: 'chair',
    born: 1957,
  },
  {
    key: 'samira',
    name: 'Samira Haddad',
    at: ['kaerhaven', '3', '1', 'th'],
    roles: [['board_member', 'kaerhaven']],
    born: 1989,
  },
  {
    key: 'bent',
    name: 'Bent Ovesen',
    at: ['kaerhaven', '13', '2', 'tv'],
    roles: [['board_member', 'kaerhaven']],
    born: 1951,
    reach: 'paper',
    digitalExempt: true,
    largePrint: true,
  },
  { key: 'mette', name: 'Mette Lauridsen', at: ['kaerhaven', '7', '1', 'tv'], born: 1978 },
  { key: 'yusuf', name: 'Yusuf Abdi', at: ['kaerhaven', '7', '2', 'th'], born: 1995 },
  {
    key: 'vibeke',
    name: 'Vibeke Thorsen',
    at: ['kaerhaven', '11', 'st', 'tv'],
    roles: [['ambassador', 'kaerhaven']],
    born: 1965,
  },
  {
    key: 'aksel',
    name: 'Aksel Bundgaard',
    at: ['kaerhaven', '19', '1', 'th'],
    born: 1944,
    reach: 'paper',
    digitalExempt: true,
  },
  { key: 'olena', name: 'Olena Kovalenko', at: ['kaerhaven', '21', '2', 'tv'], born: 1990, language: 'en' },
  {
    key: 'kasper',
    name: 'Kasper Riis',
    at: ['kaerhaven', '25', 'st', 'th'],
    born: 1999,
    reach: 'sms',
    phone: '+4599999903',
  },

  // Stationsgården
  {
    key: 'anne',
    name: 'Anne-Marie Kjær',
    at: ['stationsgaarden', '4', '1', 'tv'],
    roles: [['board_member', 'stationsgaarden']],
    office: 'chair',
    born: 1970,
  },
  {
    key: 'goran',
    name: 'Goran Petrović',
    at: ['stationsgaarden', '6', '2', 'th'],
    roles: [['board_member', 'stationsgaarden']],
    born: 1966,
  },
  {
    key: 'line',
    name: 'Line Østergaard',
    at: ['stationsgaarden', '10', 'st', 'tv'],
    roles: [['board_member', 'stationsgaarden']],
    born: 1993,
  },
  { key: 'hassan', name: 'Hassan Nazari', at: ['stationsgaarden', '2', '2', 'tv'], born: 1972, language: 'en' },
  {
    key: 'ulla',
    name: 'Ulla Bjerre',
    at: ['stationsgaarden', '8', 'st', 'th'],
    roles: [['ambassador', 'stationsgaarden']],
    born: 1959,
  },
  { key: 'emil', name: 'Emil Frost', at: ['stationsgaarden', '14', '1', 'th'], born: 2001 },
  {
    key: 'rita',
    name: 'Rita Damgaard',
    at: ['stationsgaarden', '20', '2', 'tv'],
    born: 1948,
    reach: 'paper',
    largePrint: true,
  },

  // Møllevænget
  {
    key: 'jens',
    name: 'Jens Kold',
    at: ['moellevaenget', '1', 'st', 'tv'],
    roles: [['board_member', 'moellevaenget']],
    office: 'chair',
    born: 1962,
  },
  {
    key: 'nasrin',
    name: 'Nasrin Karimi',
    at: ['moellevaenget', '5', '1', 'th'],
    roles: [['board_member', 'moellevaenget']],
    office: 'vice_chair',
    born: 1981,
  },
  {
    key: 'troels',
    name: 'Troels Hvid',
    at: ['moellevaenget', '11', '2', 'tv'],
    roles: [['board_member', 'moellevaenget']],
    born: 1975,
  },
  {
    key: 'bodil',
    name: 'Bodil Sand',
    at: ['moellevaenget', '17', 'st', 'th'],
    roles: [['board_member', 'moellevaenget']],
    born: 1953,
  },
  {
    key: 'ahmed',
    name: 'Ahmed Osman',
    at: ['moellevaenget', '23', '1', 'tv'],
    roles: [['board_member', 'moellevaenget']],
    born: 1987,
  },
  {
    key: 'pia',
    name: 'Pia Winther',
    at: ['moellevaenget', '29', '2', 'th'],
    roles: [['ambassador', 'moellevaenget']],
    born: 1969,
  },
  { key: 'leila', name: 'Leila Mansour', at: ['moellevaenget', '31', 'st', 'tv'], born: 1984 },
  { key: 'finn', name: 'Finn Agger', at: ['moellevaenget', '35', '1', 'th'], born: 1950, reach: 'never' },
  { key: 'sofie', name: 'Sofie Lykke', at: ['moellevaenget', '37', '2', 'tv'], born: 1997 },
  {
    key: 'dragan',
    name: 'Dragan Ilić',
    at: ['moellevaenget', '41', 'st', 'th'],
    roles: [['catalogue_editor']],
    born: 1960,
    language: 'en',
  },
  { key: 'tove', name: 'Tove Klit', at: ['moellevaenget', '43', '1', 'tv'], born: 1946, protected: true },

  // Engblommen
  {
    key: 'kirsten',
    name: 'Kirsten Bak',
    at: ['engblommen', '3'],
    roles: [['board_member', 'engblommen']],
    office: 'chair',
    born: 1952,
  },
  {
    key: 'villy',
    name: 'Villy Toft',
    at: ['engblommen', '12'],
    roles: [['board_member', 'engblommen']],
    born: 1947,
    largePrint: true,
  },
  { key: 'edith', name: 'Edith Holm', at: ['engblommen', '18'], roles: [['board_member', 'engblommen']], born: 1945 },
  {
    key: 'arne',
    name: 'Arne Bjørnsen',
    at: ['engblommen', '25'],
    born: 1941,
    reach: 'paper',
    digitalExempt: true,
    largePrint: true,
  },
  { key: 'jytte', name: 'Jytte Ravn', at: ['engblommen', '26'], roles: [['ambassador', 'engblommen']], born: 1950 },
  { key: 'svend', name: 'Svend Åge Kruse', at: ['engblommen', '33'], born: 1938, reach: 'paper', digitalExempt: true },

  // Havnepladsen
  {
    key: 'daniel',
    name: 'Daniel Storm',
    at: ['havnepladsen', '1', '3', 'tv'],
    roles: [['board_member', 'havnepladsen']],
    office: 'chair',
    born: 1988,
  },
  {
    key: 'amina',
    name: 'Amina Warsame',
    at: ['havnepladsen', '4', '1', 'th'],
    roles: [['board_member', 'havnepladsen']],
    born: 1992,
  },
  {
    key: 'rasmus',
    name: 'Rasmus Bech',
    at: ['havnepladsen', '6', '2', 'tv'],
    roles: [['board_member', 'havnepladsen']],
    born: 1985,
  },
  { key: 'clara', name: 'Clara Nygaard', at: ['havnepladsen', '2', '2', 'th'], born: 2000 },
  { key: 'tuan', name: 'Tuan Pham', at: ['havnepladsen', '5', 'st', 'tv'], born: 1980, language: 'en' },
  { key: 'ewa', name: 'Ewa Nowak', at: ['havnepladsen', '8', '3', 'th'], born: 1977, language: 'en' },
  {
    key: 'mikkel',
    name: 'Mikkel Thygesen',
    at: ['havnepladsen', '9', '1', 'tv'],
    born: 1994,
    reach: 'sms',
    phone: '+4599999904',
  },
  { key: 'sara', name: 'Sara Lund', at: ['havnepladsen', '10', 'st', 'th'], born: 2003 },
  { key: 'ida', name: 'Ida Kirkegaard', at: ['havnepladsen', '12', '2', 'tv'], born: 1983 },

  // Rugmarken, which has no board of its own
  { key: 'knud', name: 'Knud Ladefoged', at: ['rugmarken', '2'], born: 1955 },
  { key: 'marie', name: 'Marie Steen', at: ['rugmarken', '8'], born: 1990 },
  { key: 'peter', name: 'Peter Holt', at: ['rugmarken', '14'], born: 1973 },
  { key: 'zahra', name: 'Zahra Rahimi', at: ['rugmarken', '21'], born: 1986, language: 'en' },
];
