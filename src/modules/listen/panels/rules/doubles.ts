import { streetKey } from '../../../../kernel/address.ts';
import { settleHomes } from './homes.ts';
import type { Application } from './people.ts';
import { pairsOf } from './voting.ts';

/** The clearest sign first. `home`: one seat a household, so both may stay. */
const WHYS = ['email', 'account', 'name', 'phone', 'home'] as const;
export type DoubleWhy = (typeof WHYS)[number];

/** Two applications that may be one person's, and by what. */
export interface Double {
  readonly one: Application;
  readonly other: Application;
  readonly why: DoubleWhy;
}

/** Those who may have signed up twice, to be looked at before the pool is locked. Each pair once, the clearest signs first. */
export function doublesIn(applications: readonly Application[]): readonly Double[] {
  const there = settleHomes(applications.filter(({ exit }) => !exit));
  const known = new Set<string>();
  return WHYS.flatMap((why) => alikeBy(there, why)).filter(({ one, other }) => {
    const pair = `${one.id} ${other.id}`;
    return !known.has(pair) && known.add(pair);
  });
}

/** Only those who share a sign are paired: a thousand people have half a million pairs. */
function alikeBy(there: readonly Application[], why: DoubleWhy): readonly Double[] {
  const alike = Map.groupBy(there, (one) => signOf(one, why));
  alike.delete(null);
  return [...alike.values()].flatMap((same) => pairsOf(same).map(([one, other]) => ({ one, other, why })));
}

function signOf({ email, personId, name, phone, homeKey }: Application, why: DoubleWhy): string | null {
  return { email: email && mailbox(email), account: personId, name: nameKey(name), phone, home: homeKey }[why];
}

/** "ida+1@example.dk" comes to ida@example.dk. */
function mailbox(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.split('+')[0]}@${host}`;
}

/** Small letters without accents, middle names left out: "Mette K. Holm" is "Mette Holm". */
function nameKey(name: string): string {
  const words = streetKey(name).split(' ');
  return [words[0], words.at(-1)].join(' ');
}
