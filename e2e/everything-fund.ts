import { askQuestion, takeUp } from '../src/modules/decide/fund/commands/handling.ts';
import { anApplication, aPage, verbs } from '../src/modules/decide/fund/seed.ts';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import type { Visit } from './accessibility.ts';
import { type As, must, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const INGE = 'Inge Falkenberg';

/** Cases of the fund that wait for each of those who have a part in them, with and without an account. */
export async function fundPages(as: As): Promise<Visit[]> {
  const fund = ({ sql }: TenantDb) => sql.selectFrom('fund').select('id').orderBy('id').executeTakeFirstOrThrow();

  const own = await as(KAREN, fund);
  const fresh = await as(METTE, async (tx) => {
    const applicantId = await personNamed(tx, METTE);
    return anApplication(tx, (await fund(tx)).id, { applicantId, title: 'Fælles grill' });
  });
  const asked = await as(METTE, async (tx) => {
    const applicantId = await personNamed(tx, METTE);
    return anApplication(tx, (await fund(tx)).id, { applicantId, title: 'Loppemarked i maj' });
  });
  await as(SIGNE, async (tx) => {
    must(await takeUp(tx, asked));
    must(await askQuestion(tx, asked, 'Hvem køber ind?'));
  });

  const named = await as(METTE, async (tx) => {
    const inge = { name: INGE, personId: await personNamed(tx, INGE), email: null, declinedOn: null };
    const page = { applicantId: await personNamed(tx, METTE), coApplicants: [inge], title: 'Kor i fælleshuset' };
    return anApplication(tx, (await fund(tx)).id, page);
  });

  const guest = { applicantName: 'Gerda Lund', applicantEmail: 'gerda.lund@lyngbakken.test' };
  const draft = await as(null, async (tx) =>
    verbs.startApplication(tx, (await fund(tx)).id, aPage(tx, { ...guest, title: 'Bænke ved søen' })),
  );
  const sent = await as(null, async (tx) => {
    const started = await verbs.startApplication(
      tx,
      (await fund(tx)).id,
      aPage(tx, { ...guest, title: 'Lys i gården' }),
    );
    must(await verbs.submit(tx, started.id));
    return started;
  });
  await as(SIGNE, async (tx) => {
    must(await takeUp(tx, sent.id));
    must(await askQuestion(tx, sent.id, 'Har I spurgt naboen?'));
  });

  const at = (url: string, as: string | null): Visit => ({ url, as });
  return [
    at('/pulje', null),
    at('/pulje/ansoeg', null),
    at(`/pulje/min-ansoegning/${draft.code}`, null),
    at(`/pulje/min-ansoegning/${sent.code}`, null),
    at(`/pulje/ansoegninger/${fresh}`, SIGNE),
    at(`/pulje/ansoegninger/${fresh}`, INGE),
    at(`/pulje/ansoegninger/${named}`, SIGNE),
    at(`/pulje/ansoegninger/${named}`, INGE),
    at(`/pulje/ansoegninger/${asked}`, METTE),
    at(`/pulje/ansoegninger/${asked}`, SIGNE),
    ...['', '/regnskab', '/politik', '/venteliste', '/moeder'].map((place) => at(`/puljer/${own.id}${place}`, KAREN)),
    at(`/puljer/${own.id}/moeder`, INGE),
    at('/pulje/ny', KAREN),
    at('/pulje/ansoegninger', KAREN),
  ];
}
