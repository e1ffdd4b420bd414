import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import {
  freePrefix,
  fundsOf,
  openFundWith,
  type PolicyRefusal,
  takeBackFund,
  USUAL_TERMS,
} from '../../decide/fund/public.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { fillWords } from '../rules/wording.ts';
import { insertAct } from '../store/acts.ts';
import { forgetWithdrawn, standingInvitation } from '../store/invitations.ts';
import { note } from './progress.ts';

/** The first fund as the board approved it. `words` may hold {pulje}, {ialt}, {loft}, {frist}, {svar}, {organisation}, {besluttet}. */
export interface FirstFund {
  readonly name: string;
  readonly total: Ore;
  readonly projectMax: Ore;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly closesOn: Day;
  readonly answersOn: Day;
  readonly approvedOn: Day;
  readonly approvedReference: string;
  readonly words: string;
}

/** Opens the first fund with its policy and first round. Refused, nothing is opened. */
export async function openFirstFund(tx: TenantDb, fund: FirstFund): Promise<Outcome<Id<'fund'>, PolicyRefusal>> {
  const own = await ownOrganisation(tx);
  const prefix = freePrefix((await fundsOf(tx)).map((one) => one.prefix));
  const { name, total, projectMax, startsOn, endsOn, closesOn, answersOn, approvedOn, approvedReference } = fund;
  const opened = await openFundWith(
    tx,
    { organisationId: own.id, name, prefix },
    {
      ...USUAL_TERMS,
      total,
      projectMax,
      startsOn,
      endsOn,
      allocation: 'rounds',
      rounds: [{ closesOn, answersOn }],
      words: fillWords(fund.words, wordsOf(fund, own.name, tx.tenant.language)),
      approvedOn,
      approvedReference,
    },
  );
  if (!opened.ok) return opened;
  const made = (await fundsOf(tx)).find((one) => one.prefix === prefix);
  if (!made) throw new Error(`Cannot find the fund "${name}" that was opened`);
  await insertAct(tx, 'fund', { fund: made.id });
  note(tx, 'done', 'fund');
  return ok(made.id);
}

/** What stands for the words in braces. */
export function wordsOf(
  fund: Omit<FirstFund, 'words'>,
  organisation: string,
  language: Language,
): Readonly<Record<string, string>> {
  const dayOf = (value: Day) => formatDay(value, language);
  return {
    pulje: fund.name,
    organisation,
    ialt: formatOre(fund.total, language),
    loft: formatOre(fund.projectMax, language),
    frist: dayOf(fund.closesOn),
    svar: dayOf(fund.answersOn),
    fra: dayOf(fund.startsOn),
    til: dayOf(fund.endsOn),
    besluttet: dayOf(fund.approvedOn),
  };
}

/** Refused when somebody has applied, or the invitation still tells of it. */
export async function undoFund(tx: TenantDb, facts: unknown): Promise<Outcome<null, 'in_use' | 'invited'>> {
  const { fund } = facts as { fund: Id<'fund'> };
  if ((await standingInvitation(tx))?.fundId === fund) return refused('invited');
  await forgetWithdrawn(tx, fund);
  return takeBackFund(tx, fund);
}
