/** Boligforeningen Lyngbakken and its six departments. All of it is invented; 4999 is no Danish postcode. */
export const LYNGBAKKEN = {
  slug: 'lyngbakken',
  name: 'Boligforeningen Lyngbakken',
  colour: '#2f6b4f',
  cvr: '99999942',
  streetLine: 'Bakketoppen 2',
  postcode: '4999',
  city: 'Vesterby',
  phone: '+4599999900',
  email: 'kontakt@lyngbakken.test',
} as const;

/** The organisations that Lyngbakken works with. */
export const NEIGHBOURS = [
  { kind: 'municipality', name: 'Vesterby Kommune', email: 'budget@vesterby.test' },
  { kind: 'association', name: 'Vesterby Frivilligcenter' },
  { kind: 'association', name: 'Naturvennerne i Vesterby' },
] as const;

export interface DemoDepartment {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly street: string;
  /** House numbers, in order. */
  readonly houses: readonly string[];
  /** Homes behind each door: floor and side, or one home to a house. */
  readonly homes: readonly { readonly floor: string; readonly side: string }[];
  readonly kind: 'family' | 'senior' | 'youth';
  /** Years since it was built. */
  readonly age: number;
  readonly hasBoard: boolean;
}

const ONE_HOME = [{ floor: '', side: '' }];

export const DEPARTMENTS: readonly DemoDepartment[] = [
  department('kaerhaven', '1', 'Kærhaven', 'Kærhaven', odd(14), storeys(3), 54),
  department('stationsgaarden', '2', 'Stationsgården', 'Stationsgade', even(10), storeys(3), 71),
  department('moellevaenget', '3', 'Møllevænget', 'Møllevænget', odd(22), storeys(3), 48),
  { ...department('engblommen', '4', 'Engblommen', 'Engblommevej', all(41), ONE_HOME, 19), kind: 'senior' },
  department('havnepladsen', '5', 'Havnepladsen', 'Havnepladsen', all(12), storeys(4), 9),
  { ...department('rugmarken', '6', 'Rugmarken', 'Rugmarken', all(27), ONE_HOME, 33), hasBoard: false },
];

function department(
  key: string,
  number: string,
  name: string,
  street: string,
  houses: readonly string[],
  homes: DemoDepartment['homes'],
  age: number,
): DemoDepartment {
  return { key, number, name, street, houses, homes, kind: 'family', age, hasBoard: true };
}

/** Two homes a landing: to the left and to the right. */
function storeys(count: number): DemoDepartment['homes'] {
  const floors = ['st', '1', '2', '3', '4'].slice(0, count);
  return floors.flatMap((floor) => ['tv', 'th'].map((side) => ({ floor, side })));
}

function odd(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String(2 * at + 1));
}

function even(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String(2 * at + 2));
}

function all(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String(at + 1));
}
