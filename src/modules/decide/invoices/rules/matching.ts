import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { type Facts, plain } from './facts.ts';

/** What matching and the rules need to know of a commitment (decide/fund gives more). */
export interface Promised {
  readonly applicationId: Id<'fund_application'>;
  readonly fundId: Id<'fund'>;
  readonly reference: string;
  readonly title: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly applicantName: string;
  readonly lines: readonly { readonly what: string; readonly supplier: string; readonly amount: Ore }[];
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly committedOn: Day;
  readonly expiresOn: Day;
  readonly amount: Ore;
  readonly remaining: Ore;
}

/** Why an invoice may belong to a commitment. */
const MATCH_REASONS = ['credited', 'reference', 'supplier', 'amount', 'applicant', 'title'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What each reason weighs. A reference or the credited invoice is enough alone; two of the others are a good guess. */
const WEIGHT: Readonly<Record<MatchReason, number>> = {
  credited: 90,
  reference: 70,
  supplier: 30,
  amount: 25,
  applicant: 15,
  title: 15,
};

/** From here on the program proposes it by itself; a person still looks before money moves. */
const ENOUGH = 50;
/** So much ahead of the next one: two that fit alike are for a person to tell apart. */
const AHEAD = 15;

export interface Suggestion {
  readonly commitment: Promised;
  readonly reasons: readonly MatchReason[];
  /** 0-100. */
  readonly score: number;
}

/** Every commitment with something that speaks for it, the best first. */
export function suggestions(
  facts: Facts,
  commitments: readonly Promised[],
  known: {
    /** Those whose reference stands on the invoice or in the sender's words. */
    readonly referred: ReadonlySet<string>;
    /** Where the invoice that this one credits was accepted. */
    readonly creditedOn: Id<'fund_application'> | null;
    readonly senderWords: string;
  },
): Suggestion[] {
  return commitments
    .map((commitment) => {
      const reasons = MATCH_REASONS.filter((reason) => speaks(reason, facts, commitment, known));
      const sum = reasons.reduce((all, reason) => all + WEIGHT[reason], 0);
      return { commitment, reasons, score: Math.min(100, sum) };
    })
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score || (one.commitment.reference < other.commitment.reference ? -1 : 1));
}

/** The one to propose, when it is clear. */
export function clearMatch(all: readonly Suggestion[]): Suggestion | null {
  const [best, next] = all;
  if (!best || best.score < ENOUGH) return null;
  return next && best.score - next.score < AHEAD ? null : best;
}

function speaks(
  reason: MatchReason,
  facts: Facts,
  { applicationId, reference, lines, remaining, amount, applicantName, title }: Promised,
  known: Parameters<typeof suggestions>[2],
): boolean {
  switch (reason) {
    case 'credited':
      return applicationId === known.creditedOn;
    case 'reference':
      return known.referred.has(reference);
    case 'supplier':
      return lines.some((line) => namesMeet(line.supplier, facts.supplier.name));
    case 'amount': {
      const paid = [facts.payable, facts.net].filter((one) => one !== null);
      const wanted: readonly number[] = [remaining, amount, ...lines.map((line) => line.amount)];
      return facts.kind === 'invoice' && paid.some((one) => one > 0 && wanted.includes(one));
    }
    case 'applicant':
      return holdsWords(wordsOn(facts, known.senderWords), applicantName);
    case 'title':
      return holdsWords(wordsOn(facts, known.senderWords), title);
  }
}

function wordsOn({ reference, orderReference, note, lines }: Facts, senderWords: string): string {
  return plain([reference, orderReference, note, senderWords, ...lines.map(({ name }) => name)].join(' '));
}

function holdsWords(text: string, words: string): boolean {
  const wanted = plain(words);
  return wanted.length >= 5 && ` ${text} `.includes(` ${wanted} `);
}

/** "Vesterby Brugs" and "Vesterby Brugs A.m.b.A." meet; "Vest" and "Vesterby" do not. */
function namesMeet(one: string, other: string | null): boolean {
  const [a, b] = [plain(one), plain(other ?? '')];
  if (a.length < 3 || b.length < 3) return false;
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}
