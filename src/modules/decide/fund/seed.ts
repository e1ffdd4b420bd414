import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore } from '../../../kernel/money.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { saveDraft, startApplication, submit } from './commands/applying.ts';
import { decide } from './commands/decide.ts';
import { withdraw } from './commands/endings.ts';
import { approvePolicy, openFund } from './commands/funds.ts';
import { askQuestion, recommend, recuse, takeUp } from './commands/handling.ts';
import { callMeeting } from './commands/meetings.ts';
import { type ApplicationId, EMPTY_PAGE, type Page } from './rules/application.ts';
import type { Decision } from './rules/deciding.ts';
import { type Terms, USUAL_TERMS } from './rules/policy.ts';

/** A fund with the usual policy for the year it is; the organisation's own unless said. */
export async function aFund(
  tx: TenantDb,
  wanted: Partial<Terms> & {
    readonly name?: string;
    readonly prefix?: string;
    readonly organisationId?: Id<'organisation'>;
  } = {},
): Promise<Id<'fund'>> {
  const { name = 'Puljen til fællesskaber', prefix, organisationId, ...terms } = wanted;
  const id = await openFund(tx, {
    organisationId: organisationId ?? (await ownOrganisation(tx)).id,
    name,
    ...(prefix ? { prefix } : {}),
  });
  must(await approvePolicy(tx, id, someTerms(tx, terms)));
  return id;
}

/** The usual terms for the year it is. */
export function someTerms(tx: Pick<TenantDb, 'today'>, wanted: Partial<Terms> = {}): Terms {
  const year = tx.today.slice(0, 4);
  return {
    ...USUAL_TERMS,
    startsOn: `${year}-01-01` as Terms['startsOn'],
    endsOn: `${year}-12-31` as Terms['endsOn'],
    words: 'Puljen støtter det, I gør sammen, på tværs af afdelinger eller med kort varsel.',
    approvedOn: tx.today,
    approvedReference: '',
    ...wanted,
  };
}

/** A page that can be sent in: one line with what is sought, for something that begins in 40 days. */
export function aPage(tx: Pick<TenantDb, 'today'>, wanted: Partial<Page> & { readonly sought?: Ore } = {}): Page {
  const { sought = kroner(4_000), ...page } = wanted;
  return {
    ...EMPTY_PAGE,
    title: 'Suppe i gården',
    applicantName: 'Mette Holm',
    purpose: 'Vi spiser suppe sammen ved det lange bord.',
    participants: 40,
    startsOn: addDays(tx.today, 40),
    endsOn: addDays(tx.today, 40),
    lines: [{ what: 'Mad', supplier: 'Vesterby Brugs', amount: sought }],
    grounds: ['smaller_group'],
    groundReason: 'Det er for os i opgang 14.',
    ...page,
  };
}

/** An application that was sent in by the one who acts. */
export async function anApplication(
  tx: TenantDb,
  fundId: Id<'fund'>,
  wanted: Partial<Page> & { readonly sought?: Ore } = {},
): Promise<ApplicationId> {
  const { id } = await startApplication(tx, fundId, aPage(tx, wanted));
  must(await submit(tx, id));
  return id;
}

/** The thirteen of the first year: what was asked for, and what became of it. */
export interface Told {
  readonly key: string;
  /** Days from the application to the activity; below nought when it was held already. */
  readonly startsIn: number;
  /** How many departments it is for. */
  readonly departments: number;
  readonly page: Pick<Page, 'title' | 'purpose' | 'participants' | 'lines' | 'grounds' | 'groundReason'> &
    Partial<Page>;
  readonly onPaper?: boolean;
  readonly decision: Decision;
  /** What the applicant says when they take it back. */
  readonly withdrawn?: string;
}

/** The one who acts sends it in, or writes in what came on paper. */
export async function apply(
  tx: TenantDb,
  fundId: Id<'fund'>,
  told: Told,
  by: { readonly personId: Id<'person'>; readonly name: string },
  departmentIds: readonly Id<'department'>[],
): Promise<ApplicationId> {
  const page = {
    ...EMPTY_PAGE,
    ...told.page,
    applicantId: by.personId,
    applicantName: by.name,
    departmentIds: departmentIds.slice(0, told.departments),
    startsOn: addDays(tx.today, told.startsIn),
    endsOn: addDays(tx.today, told.startsIn),
  };
  const { id } = await startApplication(tx, fundId, page, told.onPaper ? 'paper' : null);
  must(await submit(tx, id), told.key);
  return id;
}

/** The consultant takes it up and advises what the board then decides. */
export async function advise(tx: TenantDb, id: ApplicationId, told: Told): Promise<void> {
  must(await takeUp(tx, id), told.key);
  const { decision } = told;
  const advice =
    decision.result === 'commit'
      ? { amount: decision.amount, terms: decision.terms }
      : { amount: null, reason: decision.result === 'refuse' ? decision.reason : null };
  must(await recommend(tx, id, { advice: decision.result, ...advice, words: decision.words }), told.key);
}

/** The board decides as it was told. */
export async function answer(tx: TenantDb, id: ApplicationId, told: Told, reference: string): Promise<void> {
  must(await decide(tx, id, { ...told.decision, reference }), told.key);
}

/** The verbs of the fund, for a story that is told event by event, each by its own person on its own day. */
export const verbs = {
  startApplication,
  saveDraft,
  submit,
  askQuestion,
  recommend,
  decide,
  recuse,
  withdraw,
  callMeeting,
};

function must<T, R>(outcome: Outcome<T, R>, what = 'the fund'): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Cannot tell "${what}": ${JSON.stringify(outcome.refusal)}`);
}
