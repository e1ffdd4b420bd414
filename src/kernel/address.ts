/**
 * Danish addresses without the net: read what people and ERPs write, and compare by one normal form,
 * `vej|nr+BOGSTAV|etage|dør|postnr`. Parts follow the national register (DAR): floor `kl`, `k2`-`k9`, `st`, `1`-`99`;
 * door `tv`, `mf`, `th` or up to four letters and digits without leading zeros.
 */
export interface Address {
  readonly street: string;
  /** Number and capital letter: `12`, `12A`. */
  readonly houseNumber: string;
  /** Empty where the home is the whole house. */
  readonly floor: string;
  readonly door: string;
  /** Four digits; empty when it was not told. */
  readonly postcode: string;
  readonly city: string;
}

/** The normal form of a home: equal for all ways of writing the same address. */
export function addressKey(address: Omit<Address, 'city'>): string {
  return [streetKey(address.street), address.houseNumber, address.floor, address.door, address.postcode].join('|');
}

/** The normal form of a street door (opgang): `vej|nr+BOGSTAV|postnr`. */
export function buildingKey(address: Pick<Address, 'street' | 'houseNumber' | 'postcode'>): string {
  return [streetKey(address.street), address.houseNumber, address.postcode].join('|');
}

/** Small letters, abbreviations written out, aa as å, accents and punctuation gone, initials together. */
export function streetKey(street: string): string {
  const words = street
    .normalize('NFC')
    .toLowerCase()
    .replace(/[éèêë]/g, 'e')
    .replace(/[áàâ]/g, 'a')
    .replace(/ü/g, 'y')
    .replace(/ö/g, 'ø')
    .replace(/ä/g, 'æ')
    .replace(/aa/g, 'å')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const whole = words.map((word) => ABBREVIATIONS[word] ?? word);
  return whole.reduce((text, word, at) => text + (at > 0 && !bothInitials(whole[at - 1], word) ? ' ' : '') + word, '');
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  gl: 'gammel',
  ndr: 'nordre',
  nr: 'nørre',
  sdr: 'søndre',
  st: 'store',
  ll: 'lille',
  skt: 'sankt',
  sct: 'sankt',
  dr: 'doktor',
  prof: 'professor',
  kgs: 'kongens',
};

function bothInitials(before: string | undefined, word: string): boolean {
  return before?.length === 1 && word.length === 1 && /\p{L}/u.test(before) && /\p{L}/u.test(word);
}

/** `12a`, `12 A`, `012` → `12A`, `12`. Null when it is not a house number. */
export function readHouseNumber(text: string): string | null {
  const match = /^0*(\d{1,3})\s*([a-zæøå])?$/i.exec(text.trim().replace(/\.$/, ''));
  return match && match[1] !== '0' ? `${match[1]}${(match[2] ?? '').toUpperCase()}` : null;
}

/** `1. sal`, `01`, `stuen`, `kld.` → `1`, `1`, `st`, `kl`. Empty for none; null when it cannot be read. */
export function readFloor(text: string): string | null {
  const word = bare(text);
  if (word === '' || word === '-') return '';
  if (/^(st|stue|stuen|stueetagen|0+)( ?sal| ?etage)?$/.test(word)) return 'st';
  if (/^(kl|kld|kælder|kælderen)$/.test(word)) return 'kl';
  if (/^k[2-9]$/.test(word)) return word;
  const number = /^0*([1-9]\d?)( ?sal| ?etage)?$/.exec(word);
  return number ? (number[1] as string) : null;
}

/** `t.v.`, `venstre`, `dør 0012`, `lejl. 3` → `tv`, `tv`, `12`, `3`. Empty for none; null when it cannot be read. */
export function readDoor(text: string): string | null {
  const word = bare(text).replace(/^(dør|lejl|lejlighed|værelse|vær|nr|bolig) ?/, '');
  if (word === '' || word === '-') return '';
  const side = SIDES.find(([ways]) => ways.test(word));
  if (side) return side[1];
  const plain = word.replace(/ /g, '');
  return /^[a-z0-9æøå]{1,4}$/.test(plain) || /^\d{1,8}$/.test(plain) ? trimZeros(plain) : null;
}

const SIDES: readonly (readonly [RegExp, string])[] = [
  [/^(t ?v|v|til venstre|venstre)$/, 'tv'],
  [/^(m ?f|m|midt for|midtfor|midt|mf)$/, 'mf'],
  [/^(t ?h|h|til højre|højre)$/, 'th'],
];

function trimZeros(door: string): string | null {
  const trimmed = door.replace(/^0+(?=.)/, '');
  return trimmed.length <= 4 ? trimmed : null;
}

/** None is below; a three-figure one that is has lost a figure at its end, not the zero in front that spreadsheets drop. */
const LOWEST_POSTCODE = '0500';

/** `8000` and `DK-8000` → `8000`, `800` → `0800`. Null when it is not a Danish postcode. */
export function readPostcode(text: string): string | null {
  const match = /^(?:dk[- ]?)?(\d{3,4})$/i.exec(text.trim());
  const code = match?.[1]?.padStart(4, '0');
  return code && code >= LOWEST_POSTCODE ? code : null;
}

/** No Danish address is longer; what is, was not meant as one and would only cost time. */
const LONGEST = 150;

/**
 * Every way a written address can be read, the likeliest first: "Vej 5 12" is number 12 of "Vej 5" or number 5 of "Vej".
 * Ask a list of real homes which of them exists. Empty when it is no address.
 */
export function readAddress(text: string): Address[] {
  if (text.length > LONGEST) return [];
  const { before, postcode, city } = splitPostcode(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  const readings: Address[] = [];
  for (const match of before.matchAll(/(?<=\s)\d{1,3}(?: ?[a-zæøå](?=$|[\s,.]))?(?=$|[\s,.])/gi)) {
    const street = before.slice(0, match.index).replace(/[,\s]+$/, '');
    const houseNumber = readHouseNumber(match[0]);
    const home = readFloorAndDoor(before.slice(match.index + match[0].length));
    if (/\p{L}/u.test(street) && houseNumber && home) readings.push({ street, houseNumber, ...home, postcode, city });
  }
  // What needs no floor and no door to explain a last number is the likelier reading.
  return readings.sort((a, b) => oddness(a) - oddness(b));
}

/** A lone door number without a floor is rare in Denmark; a comma in the street rarer still. */
function oddness(address: Address): number {
  const loneDoor = address.floor === '' && /^\d/.test(address.door) ? 2 : 0;
  const numberInStreet = /\d/.test(address.street.replace(/^\d+\. /, '')) ? 1 : 0;
  const oddDoor = /^\d+[a-zæøå]/.test(address.door) ? 1 : 0;
  return loneDoor + numberInStreet + oddDoor + (address.street.includes(',') ? 2 : 0);
}

function splitPostcode(text: string): { before: string; postcode: string; city: string } {
  const match = /^(.*?)[,\s]+(?<!(?:dør|lejl\.?) )(?:DK-?)?([1-9]\d{3}|0[5-9]\d\d)(?: ([\p{L} .'-]+))?$/iu.exec(text);
  if (!match) return { before: text, postcode: '', city: '' };
  return { before: match[1] as string, postcode: match[2] as string, city: (match[3] ?? '').trim() };
}

function readFloorAndDoor(text: string): { floor: string; door: string } | null {
  const rest = text.replace(/^[\s,.]+/, '').replace(/[\s,]+$/, '');
  if (rest === '') return { floor: '', door: '' };
  const words = rest.split(/[\s,./-]+/).filter(Boolean);
  for (let at = words.length; at >= 0; at--) {
    const floor = readFloor(words.slice(0, at).join(' '));
    const door = readDoor(words.slice(at).join(' '));
    if (floor !== null && door !== null && !(at === words.length && /^\d+$/.test(rest))) return { floor, door };
  }
  return null;
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.,/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Kærhaven 12A, 3. tv". */
export function formatAddress(address: Omit<Address, 'postcode' | 'city'>): string {
  const { floor, door } = address;
  const home = floor === '' && /^\d/.test(door) ? `dør ${door}` : `${floor && `${floor}. `}${door}`.trim();
  return `${address.street} ${address.houseNumber}${home ? `, ${home}` : ''}`;
}

/** As on an envelope: street and home, postcode and town. */
export function addressLines(address: Address): string[] {
  return [formatAddress(address), `${address.postcode} ${address.city}`.trim()];
}
