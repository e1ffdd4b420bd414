import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import type { Visit } from './accessibility.ts';
import { workshopCodesOf } from './tenants/workshops.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';

/** Workshops: the one whose pictures are in, and a picture that could not be read. */
export async function workshopPages(as: As): Promise<Visit[]> {
  const found = await as(SIGNE, async (tx) => {
    const photo = await tx.sql
      .selectFrom('workshop_photo as p')
      .innerJoin('workshop as w', (join) =>
        join.onRef('w.tenant_id', '=', 'p.tenant_id').onRef('w.id', '=', 'p.workshop_id'),
      )
      .select(['p.id', 'p.workshop_id as workshop', 'p.sheet_id as sheet', 'w.code'])
      .where('p.tenant_id', '=', tx.tenant.id)
      .where('p.file_id', 'is not', null)
      .where('p.sheet_id', 'is not', null)
      .orderBy('p.id', 'desc')
      .executeTakeFirstOrThrow();
    const unread = await unreadPhoto(tx, photo.workshop);
    // Words that the table has not been asked about.
    await tx.sql
      .insertInto('workshop_words')
      .values({ sheet_id: photo.sheet as never, field: 'bestyrelsen.note1', words: 'Vi vil have en bænk' })
      .execute();
    const table = await tx.sql
      .selectFrom('workshop_table')
      .select(['id', 'code'])
      .where('tenant_id', '=', tx.tenant.id)
      .where('workshop_id', '=', photo.workshop)
      .where('number', '=', 3)
      .executeTakeFirstOrThrow();
    // Somebody sits there by the link, for those who run it to see.
    await tx.sql
      .insertInto('workshop_link_seat')
      .values({ tenant_id: tx.tenant.id, table_id: table.id, begun_at: tx.now })
      .execute();
    const joined = await tx.sql
      .selectFrom('initiative_interest')
      .select('initiative_id as id')
      .where('tenant_id', '=', tx.tenant.id)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const named = await tx.sql
      .selectFrom('workshop_signup as s')
      .innerJoin('workshop_choice as c', (join) =>
        join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.choice_id'),
      )
      .select('c.workshop_id as workshop')
      .where('s.tenant_id', '=', tx.tenant.id)
      .orderBy('s.id')
      .executeTakeFirstOrThrow();
    return {
      ...photo,
      unread,
      ...(await workshopCodesOf(tx)),
      ...{ tableCode: table.code, joined: joined.id, named: named.workshop },
    };
  });
  const place = `/workshops/${found.workshop}`;
  const link = `/w/${found.code}`;
  const own = [`/b/${found.tableCode}/tema/1`, `/b/${found.tableCode}/citater`];
  const full = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  return [
    ...full(SIGNE, '/workshops', '/workshops/ny', place, `${place}/ret`, `${place}/skabelon`, `${place}/borde`),
    ...full(
      SIGNE,
      `${place}/link/ny`,
      `${place}/ark`,
      `${place}/billeder`,
      `${place}/tast`,
      `${place}/tast/${found.sheet}`,
    ),
    ...full(SIGNE, `${place}/resultat`, `${place}/videre`, `${place}/citater`, `${place}/skridt`, `${place}/valgt`),
    ...full(SIGNE, `${place}/skridtkort`),
    ...full(SIGNE, `/workshops/${found.named}/valgt`, `/initiativer/${found.joined}/inde`),
    ...full(SIGNE, `${place}/plan`, `${place}/inviterede`, `${place}/saml-ind`),
    ...full(null, `${link}/vaeg`, `${link}/vaer-med`, `${link}/skridt`),
    ...full(null, `${link}/bord/1`, ...own, `/b/${found.tableCode}`),
    ...full(null, `/mit-skridt/${found.pledgeCode}`, `/kommer-du/${found.invitationCode}`),
    ...full(null, '/w', link, `${link}/billede/${found.id}.${found.unread}`),
    ...full(null, `/b/${found.tableCode}/billede/${found.id}`),
  ];
}

/** One that must be taken again, so that somebody can say which sheet it is. */
async function unreadPhoto(tx: TenantDb, workshop: string): Promise<string> {
  // The same picture in a file of its own, as if it were sent.
  const { id: file } = await tx.sql
    .insertInto('file')
    .columns(['sha256', 'name', 'kind', 'size', 'purpose', 'saved_at'])
    .expression(({ selectFrom }) =>
      selectFrom('file as f')
        .innerJoin('workshop_photo as p', 'p.file_id', 'f.id')
        .select(['f.sha256', 'f.name', 'f.kind', 'f.size', 'f.purpose', 'f.saved_at'])
        .limit(1),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await tx.sql
    .insertInto('workshop_photo')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop as never,
      file_id: file,
      sha256: Buffer.alloc(32, 7),
      came_by: 'sms',
      outcome: 'retake',
      reason: 'blurred',
      read_at: tx.now,
      uploaded_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Files, and what only a script asks for. */
export const WORKSHOPS_SKIP: Readonly<Record<string, string>> = {
  'GET /b/:code/layout': 'the same measures, by a table’s own code',
  'GET /w/:code/layout': 'measures, read by the reader in the browser: e2e/workshop-journey.test.ts',
  'GET /workshops/:id/layout': 'the same measures, for whoever gathers the sheets',
  'GET /kommer-du/:code/ark': 'a PDF',
  'GET /workshops/:id/billeder/:photo/ark': 'a picture, shown beside what was read',
};
