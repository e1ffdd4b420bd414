import { randomBytes } from 'node:crypto';
import { insertIdentity } from '../src/modules/signin/store/identities.ts';
import { insertPasskey } from '../src/modules/signin/store/passkeys.ts';
import type { Visit } from './accessibility.ts';
import { type As, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const POUL = 'Poul Erik Munk';
const KAREN = 'Karen Mose';
const SAMIRA = 'Samira Haddad';

/** Ways in besides codes: what one has, what the house has opened, and the journeys by a broker, there and back. */
export async function signinPages(as: As): Promise<Visit[]> {
  await as(METTE, async (tx) => {
    const mette = await personNamed(tx, METTE);
    const known = {
      way: 'mitid',
      issuer: 'https://broker.test',
      subject: 'mette-1',
      level: 'substantial',
      onPaper: false,
    } as const;
    const key = { credentialId: randomBytes(16), publicKey: randomBytes(77), counter: 0, transports: [] };
    await insertIdentity(tx, mette, known);
    await insertPasskey(tx, mette, key, { name: 'Chrome på Windows', onPaper: false });
  });
  const byMitId = (as: string | null, who: string): Visit => ({ url: '/log-ind/hos/mitid', as, press: who });
  return [
    { url: '/min-side/veje', as: METTE },
    { url: '/min-side/veje', as: SAMIRA },
    { url: '/indstillinger/log-ind', as: KAREN },
    byMitId(null, METTE),
    byMitId(SAMIRA, POUL),
    byMitId(null, 'Stop'),
    byMitId(null, 'Villads Toft'),
  ];
}
