import { type Address, formatAddress } from '../../kernel/address.ts';

/** One home on a list, with what staff may see of it. */
export interface ListedHome extends Address {
  readonly id: string;
  readonly number: string;
  readonly department: string;
  readonly stairwellId: string;
  /** Those who live here and whose names may be printed. */
  readonly names: readonly string[];
  /** Somebody here is exempt from Digital Post, wants paper, or cannot be reached by mail or SMS. */
  readonly needsPaper: boolean;
  /** Somebody here reads large print. */
  readonly large: boolean;
  /** They asked never to be contacted: left out of door rounds, never out of what the law demands. */
  readonly leaveAlone: boolean;
}

export const PURPOSES = ['post', 'visit'] as const;
/** `post`: letters and hand-outs, everybody. `visit`: door rounds and invitations, without those who said no. */
export type Purpose = (typeof PURPOSES)[number];

export const COLUMNS = ['number', 'names', 'paper'] as const;
export type ListColumn = (typeof COLUMNS)[number];

export interface Wish {
  readonly purpose: Purpose;
  /** Only homes that need paper. */
  readonly paperOnly: boolean;
}

/** Which homes come on the list. A home that needs paper is never missing from a list of what is to be posted. */
export function homesFor(homes: readonly ListedHome[], wish: Wish): ListedHome[] {
  return homes.filter((home) => {
    if (wish.purpose === 'visit' && home.leaveAlone) return false;
    return !wish.paperOnly || home.needsPaper;
  });
}

const asOneWalks = new Intl.Collator('da', { numeric: true });
const FLOORS = ['k9', 'k8', 'k7', 'k6', 'k5', 'k4', 'k3', 'k2', 'kl', '', 'st'];

/** By street and number, then up the stairs, then from left to right. */
export function inWalkingOrder(homes: readonly ListedHome[]): ListedHome[] {
  const height = (home: ListedHome) =>
    FLOORS.includes(home.floor) ? FLOORS.indexOf(home.floor) : FLOORS.length + Number(home.floor);
  const side = (home: ListedHome) => ({ tv: 0, mf: 1, th: 2 })[home.door] ?? 3;
  return [...homes].sort(
    (a, b) =>
      asOneWalks.compare(`${a.street} ${a.houseNumber}`, `${b.street} ${b.houseNumber}`) ||
      height(a) - height(b) ||
      side(a) - side(b) ||
      asOneWalks.compare(a.door, b.door),
  );
}

/** Homes by stairwell, each under its street door. */
export function byStairwell(homes: readonly ListedHome[]): { heading: string; homes: ListedHome[] }[] {
  const groups = new Map<string, ListedHome[]>();
  for (const home of inWalkingOrder(homes)) {
    const heading = formatAddress({ ...home, floor: '', door: '' });
    groups.set(heading, [...(groups.get(heading) ?? []), home]);
  }
  return [...groups].map(([heading, inside]) => ({ heading, homes: inside }));
}

/** "Kære {navne}" with the home's own words put in. Unknown words in braces are left as they are. */
export function merge(text: string, home: ListedHome, residents: string): string {
  const own: Readonly<Record<string, string>> = {
    navne: home.names.join(' og ') || residents,
    names: home.names.join(' and ') || residents,
    adresse: formatAddress(home),
    address: formatAddress(home),
    afdeling: home.department,
    department: home.department,
  };
  return text.replace(/\{(\p{L}+)\}/gu, (whole, word: string) => own[word.toLowerCase()] ?? whole);
}
