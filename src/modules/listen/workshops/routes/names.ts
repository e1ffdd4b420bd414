import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { organisations } from '../../../housing/public.ts';
import type { Sheet, Table } from '../rules/sheets.ts';
import { themesOn } from '../rules/template.ts';
import type { Edition } from '../store/sheets.ts';
import { workshopsText } from '../text/workshops.ts';

/** "Bord 4: Ved vinduet, Vesterby Boligforening". */
export function tableName(language: Language, table: Table, organisation: string | undefined): string {
  const also = [table.name, organisation].filter(Boolean).join(', ');
  const number = workshopsText(language).tableNumber(table.number);
  return also ? `${number}: ${also}` : number;
}

/** What each table is called, by its id. */
export async function tableNames(
  tx: TenantDb,
  language: Language,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, string>> {
  const houses = tables.some(({ organisationId }) => organisationId) ? await organisations(tx) : [];
  const names = new Map(houses.map(({ id, name }) => [id, name]));
  return new Map(
    tables.map((table) => [
      table.id,
      tableName(language, table, table.organisationId ? names.get(table.organisationId) : undefined),
    ]),
  );
}

/** Those who count as one: an organisation by its own name, a mixed table as it is called. By each table's id. */
export async function voiceNames(
  tx: TenantDb,
  language: Language,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, string>> {
  const [names, houses] = await Promise.all([tableNames(tx, language, tables), organisations(tx)]);
  const ofHouse = new Map(houses.map(({ id, name }) => [id, name]));
  return new Map(
    tables.map(({ id, organisationId }) => [
      id,
      (organisationId && ofHouse.get(organisationId)) || (names.get(id) ?? ''),
    ]),
  );
}

/** What a sheet is about: its theme, or that it has them all. */
export function themeName(
  language: Language,
  editions: readonly Edition[],
  { editionId, paper, page }: Pick<Sheet, 'paper' | 'page'> & { readonly editionId: Id<'workshop_edition'> },
): string {
  const template: SheetTemplate | undefined = editions.find(({ id }) => id === editionId)?.template;
  const [theme, ...more] = template ? themesOn(template, paper, page) : [];
  return more.length > 0 ? workshopsText(language).allThemes : (theme?.title ?? '');
}
