import type { Channel } from '../../../kernel/actor.ts';
import { formatPhone } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { displayNames, type Organisation, roleName } from '../../housing/public.ts';
import { mattersOf } from '../commands/matters.ts';
import { periodsOf } from '../commands/retaining.ts';
import { keepingWords } from '../letters/record.ts';
import { previewOf } from '../rules/preview.ts';
import type { RecordEntry } from '../rules/record.ts';
import type { Matter } from '../rules/requests.ts';
import type { Periods } from '../rules/settings.ts';
import type { StatementKind } from '../rules/statements.ts';
import type { Whose } from '../rules/whose.ts';
import { byTable } from '../store/belonging.ts';
import { fatesOf } from '../store/erasing.ts';
import { statementOf } from '../store/house.ts';
import { erasureOf, exportsOf } from '../store/requests.ts';
import { pagesText } from '../text/pages.ts';
import { usualWords } from '../text/statements.ts';
import type { DataPageProps } from '../views/data.tsx';
import type { Standing } from '../views/statements.tsx';

/** All that the page of a person's data shows, whoever reads it. A fixed number of questions. */
export async function dataOf(
  tx: TenantDb,
  activities: readonly Activity[],
  whose: Whose,
  language: Language,
): Promise<Omit<DataPageProps, 'paths' | 'name' | 'returned'>> {
  const holdings = activities.flatMap((activity) => activity.holdings);
  const periods = await periodsOf(tx);
  const erasure = await erasureOf(tx, whose.id);
  const behalf = erasure?.askedBy && erasure.askedBy !== whose.id ? erasure.askedBy : null;
  const names = behalf ? await displayNames(tx, [{ kind: 'person', id: behalf }], language) : null;
  return {
    language,
    preview: previewOf(holdings, await fatesOf(tx, byTable(holdings), whose), periods),
    exports: await exportsOf(tx, whose.id),
    erasure,
    askedBy: names?.get(`person:${behalf}`) ?? null,
    matters: (await mattersOf(tx, whose.ids)).map((matter) => matterWords(matter, language)),
    settings: periods,
  };
}

function matterWords(matter: Matter, language: Language): string {
  const words = pagesText(language);
  return matter.kind === 'case'
    ? words.matterCase(matter.reference)
    : words.matterRole(roleName(matter.role as Parameters<typeof roleName>[0], language));
}

/** The same transaction, with the way it reached us. */
export function through(tx: TenantDb, channel: Channel): TenantDb {
  return { ...tx, channel };
}

/** The house's own words, or the proposal. */
export async function standing(tx: TenantDb, kind: StatementKind, language: Language): Promise<Standing> {
  const own = await statementOf(tx, kind, language);
  return own ?? { words: usualWords(kind, language, tx.tenant.name), contact: '', statedOn: null, version: 0 };
}

/** How to reach the house, a line each. */
export function houseLines({ phone, email, streetLine, postcode, city }: Organisation): readonly string[] {
  return [
    phone && formatPhone(phone),
    email,
    [streetLine, `${postcode} ${city}`.trim()].filter(Boolean).join(', '),
  ].filter(Boolean);
}

/** What is kept under a heading of the record, and how long, in words. */
export function keptOf(periods: Periods, language: Language) {
  return ({ keeps }: RecordEntry): readonly { readonly what: string; readonly how: string }[] =>
    keeps.map(({ keeping, holdings }) => ({
      what: holdings.map((one) => one.called[language]).join(', '),
      how: keepingWords(keeping, periods, language),
    }));
}

/** Names of people by their number, for a page. */
export async function namesBy(
  tx: TenantDb,
  people: readonly Id<'person'>[],
  language: Language,
): Promise<(id: Id<'person'>) => string> {
  const names = await displayNames(
    tx,
    [...new Set(people)].map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  return (id) => names.get(`person:${id}`) ?? '';
}
