import type { Application } from './people.ts';

type Lives = Pick<Application, 'homeKey'>;

/**
 * The same people with one key for each home: who left the postcode out lives where the only one who told it does. The same street
 * and number in two towns are two homes.
 */
export function settleHomes<A extends Lives>(all: readonly A[]): readonly A[] {
  const whole = new Map<string, Set<string>>();
  for (const { homeKey } of all) {
    const { home, postcode } = split(homeKey);
    if (postcode) whole.set(home, (whole.get(home) ?? new Set()).add(homeKey));
  }
  return all.map((one) => {
    const { home, postcode } = split(one.homeKey);
    const told = whole.get(home);
    const [only] = told?.size === 1 && !postcode ? told : [];
    return only ? { ...one, homeKey: only } : one;
  });
}

export type UnclearWhy = 'door' | 'postcode';

/** Somebody of whom nobody can tell who shares their home. */
export interface Unclear {
  readonly one: Application;
  readonly why: UnclearWhy;
}

/**
 * `door`: floor and door are missing where others live too, by what others told, or since the register knows no such home.
 * `postcode`: it is missing, and the same street and number is in several towns.
 */
export function unclearHomes(applications: readonly Application[]): readonly Unclear[] {
  const there = settleHomes(applications.filter(({ exit }) => !exit));
  const houses = new Set(there.flatMap(({ homeKey }) => (hasDoor(homeKey) ? houseOf(homeKey) : [])));
  const registered = there.some(({ traits }) => traits.dwelling !== '');
  const towns = new Set(there.flatMap(({ homeKey }) => (split(homeKey).postcode ? split(homeKey).home : [])));
  return there.flatMap((one): readonly Unclear[] => {
    const { home, postcode } = split(one.homeKey);
    if (!isRead(one.homeKey)) return [];
    const unknown = registered && one.traits.dwelling === '';
    if (!hasDoor(one.homeKey) && (unknown || houses.has(houseOf(one.homeKey)))) return [{ one, why: 'door' }];
    return !postcode && towns.has(home) ? [{ one, why: 'postcode' }] : [];
  });
}

/** Keys of addresses have five parts: street, number, floor, door and postcode. */
function isRead(key: string): boolean {
  return key.split('|').length === 5;
}

/** "st." and "1. sal" alone may be a whole floor, or one of two homes there. */
function hasDoor(key: string): boolean {
  return isRead(key) && key.split('|')[3] !== '';
}

/** Street and number: the postcode may be missing for one of two. */
function houseOf(key: string): string {
  return key.split('|').slice(0, 2).join('|');
}

function split(key: string): { readonly home: string; readonly postcode: string } {
  const at = isRead(key) ? key.lastIndexOf('|') : key.length;
  return { home: key.slice(0, at), postcode: key.slice(at + 1) };
}
