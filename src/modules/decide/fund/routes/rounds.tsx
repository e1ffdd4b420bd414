import { personIdOf } from '../../../../kernel/actor.ts';
import { readDay } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import { toOre } from '../../../../kernel/money.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayDecide } from '../access.ts';
import { decideRound, type RoundAnswer } from '../commands/rounds.ts';
import { roundForm } from '../forms/meeting.ts';
import { linesOf } from '../rules/meetings.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { isClosed, type Round } from '../rules/rounds.ts';
import { policiesOf, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { roundCases, roundsOf } from '../store/meetings.ts';
import { fundsText } from '../text/funds.ts';
import { meetingsText } from '../text/meetings.ts';
import { meetingsPlace, roundPlace } from '../urls.ts';
import { RoundPage } from '../views/round.tsx';
import { refusalSentence } from './cases.tsx';
import { trailOf } from './ledger.tsx';
import { type OfFund, workable } from './meetings.tsx';

/** Where money is given in rounds: all who applied in one, decided together when it has closed. */
export function roundRoutes(web: Web): void {
  web.get(roundPlace, signedIn, (visit) => roundPage(visit));
  web.post(roundPlace, signedIn, postRound);
}

type OfRound = OfFund & { readonly params: { readonly day: string } };

async function roundPage(
  visit: OfRound,
  { answers, problems }: { readonly answers?: readonly RoundAnswer[]; readonly problems?: FormProblems } = {},
): Promise<Response> {
  const { tx, language, actor } = visit;
  const { fund, round } = await reached(visit);
  const policy = (await policyOn(tx, fund.id, tx.today)) ?? (await policiesOf(tx, fund.id))[0] ?? missing();
  const available = availableOf(await ledgerOf(tx, policy.periodId));
  const words = meetingsText(language);
  const refused = (answers ?? []).filter((answer) => answer.refusal !== null);
  return visit.page(
    {
      title: words.round(formatDay(round.closesOn, language)),
      wide: true,
      trail: [
        ...trailOf(fund, language),
        { href: meetingsPlace({ fund: fund.id }), label: fundsText(language).meetings },
      ],
      ...(problems || refused.length > 0 ? { status: 422 as const } : {}),
    },
    RoundPage({
      language,
      fund,
      round,
      closed: isClosed(round, tx.today),
      lines: linesOf(await roundCases(tx, fund.id, round.closesOn), available, personIdOf(actor)),
      available,
      decides: mayDecide(actor, fund, policy, toOre(0)),
      done: answers
        ? {
            written: answers.length - refused.length,
            refused: refused.map(({ one, refusal }) => ({
              id: one.id,
              title: one.title,
              reference: referenceOf(fund, one.number),
              why: refusal ? refusalSentence(refusal, language) : '',
            })),
          }
        : null,
      problems,
    }),
  );
}

async function postRound(visit: OfRound): Promise<Response> {
  const { tx, language, actor } = visit;
  const { fund, round } = await reached(visit);
  const policy = (await policyOn(tx, fund.id, tx.today)) ?? (await policiesOf(tx, fund.id))[0];
  if (!policy || !mayDecide(actor, fund, policy, toOre(0))) missing();
  const read = readForm(roundForm(language), visit.form);
  if (!read.ok) return roundPage(visit, { problems: read.refusal });
  const done = await decideRound(tx, { fundId: fund.id, closesOn: round.closesOn, reference: read.value.reference });
  if (!done.ok) return roundPage(visit);
  if (done.value.some((answer) => answer.refusal !== null)) return roundPage(visit, { answers: done.value });
  const words = meetingsText(language);
  return visit.redirect(
    roundPlace({ fund: fund.id, day: round.closesOn }),
    done.value.length === 0 ? words.roundNone : words.roundDone(done.value.length),
  );
}

async function reached(visit: OfRound): Promise<{ readonly fund: Fund; readonly round: Round }> {
  const fund = await workable(visit);
  const day = readDay(visit.params.day) ?? missing();
  const round = (await roundsOf(visit.tx, fund.id, ROUNDS_LOOKED_AT)).find((one) => one.closesOn === day) ?? missing();
  return { fund, round };
}
const ROUNDS_LOOKED_AT = 500;
