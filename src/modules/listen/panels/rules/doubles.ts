import { streetKey } from '../../../../kernel/address.ts';
import type { Application } from './people.ts';

export type DoubleWhy = 'email' | 'phone' | 'name' | 'home';

/** Two applications that may be one person's, and by what. `home`: one seat a household, so both may stay. */
export interface Double {
  readonly one: Application;
  readonly other: Application;
  readonly why: DoubleWhy;
}

/** Those who may have signed up twice, to be looked at before the pool is locked. Each pair once, by its clearest sign. */
export function doublesIn(applications: readonly Application[]): readonly Double[] {
  const there = applications.filter(({ exit }) => !exit);
  return there.flatMap((one, at) =>
    there.slice(at + 1).flatMap((other) => {
      const why = sameAs(one, other);
      return why ? [{ one, other, why }] : [];
    }),
  );
}

function sameAs(one: Application, other: Application): DoubleWhy | null {
  if (one.email && one.email === other.email) return 'email';
  if (nameKey(one.name) === nameKey(other.name)) return 'name';
  if (one.phone && one.phone === other.phone) return 'phone';
  return one.homeKey === other.homeKey ? 'home' : null;
}

/** Small letters without accents, middle names left out: "Mette K. Holm" is "Mette Holm". */
function nameKey(name: string): string {
  const words = streetKey(name).split(' ');
  return [words[0], words.at(-1)].join(' ');
}
