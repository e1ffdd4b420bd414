import { addDays } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Gathering } from '../modules/gatherings/public.ts';
import { aGathering, aGuest, verbs } from '../modules/gatherings/seed.ts';
import { loadActor, organisations } from '../modules/housing/public.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { Scene } from './tell.ts';

const NANNA = 'Nanna Riis';
const OTTO = 'Otto Bæk';

/** A partnership with the municipality and the nature association: two guests, a paper, and what they write. */
export function gatheringScenes(): readonly Scene[] {
  return [{ ago: 12, by: 'signe', play: (tx) => open(tx) }];
}

async function open(tx: TenantDb): Promise<void> {
  const all = await organisations(tx);
  const municipality = all.find(({ kind }) => kind === 'municipality');
  const nature = all.find(({ name }) => name.startsWith('Natur'));
  if (!municipality || !nature) throw new Error('Cannot open the partnership: the story has no partners yet');
  const partnership = await aGathering(tx, {
    kind: 'partnership',
    name: 'Grønne naboer i Vesterby',
    about:
      'Kommunen, naturforeningen og vi hjælpes ad med de grønne områder mellem husene. Vi mødes hver anden måned og tager et stykke ad gangen.',
    programme: 'Maj: gåtur og kort over stedet\nJuni: vi sår engen\nSeptember: vi høster frø og ser, hvad der kom op',
    place: 'Fælleshuset i Kærhaven',
    from: tx.today,
    until: addDays(tx.today, 180),
    organisations: [municipality.id, nature.id],
  });
  await guests(tx, partnership, { municipality: municipality.id, nature: nature.id });
}

async function guests(
  tx: TenantDb,
  partnership: Gathering,
  from: { readonly municipality: Id<'organisation'>; readonly nature: Id<'organisation'> },
): Promise<void> {
  const nanna = await aGuest(tx, partnership, {
    name: NANNA,
    email: 'nanna.riis@vesterby.test',
    organisationId: from.municipality,
    part: 'organiser',
  });
  await aGuest(tx, partnership, { name: OTTO, organisationId: from.nature, part: 'participant' });
  const actor = await loadActor(tx, nanna);
  if (!actor) throw new Error('Cannot let Nanna write: she is not let in');
  await verbs.sayYes({ ...tx, actor }, partnership, nanna);
  await verbs.writeNote({ ...tx, actor }, partnership.id, 'Kommunen kan lægge jord og frø til engen. Hvem kan grave?');
  await verbs.writeNote(tx, partnership.id, 'Kærhaven har syv, der gerne vil. Vi ses ved skuret kl. 10.');
  const bytes = new TextEncoder().encode(PLAN);
  const paper = await verbs.addPaper(tx, partnership.id, { title: 'Plan for engen', name: 'plan.pdf', bytes });
  if (!paper.ok) throw new Error(`Cannot lay the plan on the table: ${paper.refusal}`);
}

/** The smallest PDF that every reader opens: one page with one line. */
const PLAN = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 62>>stream
BT /F1 20 Tf 72 760 Td (Plan for engen: 200 m2 ved skuret) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
