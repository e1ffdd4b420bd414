import { askErasure } from '../src/modules/privacy/commands/erasing.ts';
import { askExport } from '../src/modules/privacy/commands/exporting.ts';
import { STATEMENTS } from '../src/modules/privacy/rules/statements.ts';
import type { Visit } from './accessibility.ts';
import { type As, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const SAMIRA = 'Samira Haddad';
const AKSEL = 'Aksel Bundgaard';

/** One's own data, somebody else's, a copy that is made when the jobs are done, and a wish to be forgotten that waits. */
export async function privacyPages(as: As): Promise<Visit[]> {
  const samira = await as(SIGNE, (tx) => personNamed(tx, SAMIRA));
  const aksel = await as(SIGNE, (tx) => personNamed(tx, AKSEL));
  const copy = await as(METTE, async (tx) => askExport(tx, await personNamed(tx, METTE), 'da'));
  const wish = await as(AKSEL, (tx) => askErasure(tx, aksel));
  if (!copy || !wish.ok) throw new Error('Cannot go on with the story: nobody is there to be copied and forgotten');
  const full = (as: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as }));
  return [
    ...full(null, '/was', '/privatliv'),
    ...full(METTE, '/min-side/data', '/min-side/data/opslag', '/min-side/data/samtykker', `/kopi/${copy}`),
    ...full(AKSEL, '/min-side/data'),
    ...full(SIGNE, `/personer/${samira}/data`, `/personer/${samira}/data/samtykker`),
    ...full(KAREN, `/personer/${aksel}/data`, '/databeskyttelse', '/databeskyttelse/indstillinger'),
    ...full(KAREN, '/databeskyttelse/opslag', '/databeskyttelse/fortegnelse', '/databeskyttelse/fortegnelse/fil'),
    ...full(KAREN, ...STATEMENTS.map((kind) => `/databeskyttelse/tekster/${kind}`)),
  ];
}
