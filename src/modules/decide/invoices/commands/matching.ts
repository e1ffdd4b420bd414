import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Commitment, commitmentById, commitments } from '../../fund/public.ts';
import { type Facts, referenceTexts } from '../rules/facts.ts';
import { clearMatch, type Suggestion, suggestions } from '../rules/matching.ts';
import { insertMatch } from '../store/deciding.ts';
import { creditedBy } from '../store/invoices.ts';

const RECENT = 50;

export interface Found {
  readonly all: readonly Suggestion[];
  readonly commitments: ReadonlyMap<string, Commitment>;
}

/** What may belong together, the best first: by reference, amount, supplier and name. A fixed number of questions. */
export async function suggestFor(tx: TenantDb, facts: Facts, senderWords: string): Promise<Found> {
  const credited = await creditedBy(tx, facts);
  const referred = await commitments(tx, { reference: referenceTexts(facts, senderWords) });
  const found: readonly Commitment[] = [
    ...referred,
    ...(facts.payable ? await commitments(tx, { open: true, amount: facts.payable }) : []),
    ...(facts.supplier.name ? await commitments(tx, { open: true, supplier: facts.supplier.name }) : []),
    ...(await commitments(tx, { open: true, limit: RECENT })),
  ];
  const before = credited && (await commitmentById(tx, credited.applicationId));
  const known = new Map([...found, ...(before ? [before] : [])].map((one) => [one.applicationId as string, one]));
  const all = suggestions(facts, [...known.values()], {
    referred: new Set(referred.map((one) => one.reference)),
    creditedOn: credited?.applicationId ?? null,
    senderWords,
  });
  return { all, commitments: known };
}

/** The commitment that it clearly belongs to, kept with its reasons; null when a person must choose. */
export async function matchByItself(
  tx: TenantDb,
  invoiceId: Id<'invoice'>,
  facts: Facts,
  senderWords: string,
): Promise<Commitment | null> {
  const { all, commitments: known } = await suggestFor(tx, facts, senderWords);
  const match = clearMatch(all);
  if (!match) return null;
  const { applicationId } = match.commitment;
  await insertMatch(tx, { invoiceId, applicationId, score: match.score, reasons: match.reasons, chosenBy: null });
  return known.get(applicationId) ?? null;
}
