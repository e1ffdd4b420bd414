import { type Ore, toOre, ZERO_ORE } from '../../../../kernel/money.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames } from '../../../housing/public.ts';
import { caseHref, claimPaidOn, fundById, mayHandle } from '../../fund/public.ts';
import { assess, usFor } from '../commands/assess.ts';
import type { Payers } from '../commands/decide.ts';
import { suggestFor } from '../commands/matching.ts';
import { returnLetter } from '../letters.ts';
import { mayBeTyped } from '../rules/invoice.ts';
import { acceptRefusal, amountsOf } from '../rules/outcome.ts';
import { historyOf } from '../store/deciding.ts';
import { cameWith } from '../store/pictures.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import { invoicesPlace, sendPlace } from '../urls.ts';
import { InvoiceView, type OneProps } from '../views/one.tsx';
import { filesShown, type One, type Reached, reached, reachOf } from './reach.ts';

/** One invoice with everything that can be seen and done; `problems` of a form that was sent. */
export async function onePage(visit: One, payers: Payers, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const props = await propsOf(visit, payers, await reached(visit));
  const words = oneText(language);
  const { facts } = props.invoice;
  const kind = facts?.outlay ? words.outlay : facts?.kind === 'creditNote' ? words.creditNote : words.invoice;
  return visit.page(
    {
      title: words.titleOf(kind, props.invoice.number),
      wide: true,
      trail: [{ href: invoicesPlace({}), label: pageText(language).title }],
      status: problems ? 422 : 200,
    },
    InvoiceView({ ...props, problems }),
  );
}

/** Everything the page shows: a fixed number of questions. */
async function propsOf(visit: One, payers: Payers, { invoice, commitment, may }: Reached): Promise<OneProps> {
  const { tx, language, actor } = visit;
  const { facts } = invoice;
  const judged = facts && (await assess(tx, payers.ownAccounts, { ...invoice, facts }));
  const found =
    may.handle && facts && invoice.result === null ? await suggestFor(tx, facts, invoice.senderWords) : null;
  const reaches = await reachOf(visit);
  const history = await historyOf(tx, invoice.id);
  const acting = actor.kind === 'person' ? actor.personId : null;
  const us = await usFor(tx, commitment?.organisationId ?? null);
  const sendAt = tx.origin + sendPlace({}, { ref: commitment?.reference ?? null });
  const letter = returnLetter(facts, judged?.checks ?? [], {
    us,
    reference: commitment?.reference ?? null,
    sendAt,
    language: tx.tenant.language,
  });
  const people = [
    invoice.chosenBy,
    ...history.flatMap((one) => [one.by, one.undoneBy]),
    ...(judged?.answers ?? []).map(({ by }) => by),
  ].filter((id) => id !== null);
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  const fund = commitment && (await fundById(tx, commitment.fundId));
  return {
    language,
    invoice,
    ...(await filesShown(visit, invoice)),
    may,
    mayType: mayBeTyped(invoice),
    commitment,
    caseHref: commitment && fund && mayHandle(actor, fund) ? caseHref(commitment.applicationId) : null,
    judged: judged && {
      commitment: judged.commitment,
      checks: judged.checks,
      answers: judged.answers,
      full: acceptRefusal(judged.checks, judged.answers, acting, false),
      part: acceptRefusal(judged.checks, judged.answers, acting, true),
      pay: payOf(judged, facts),
    },
    suggestions: (found?.all ?? []).filter((one) => reaches(one.commitment)),
    history,
    cameWith: facts || invoice.way !== 'mail' ? [] : await cameWith(tx, invoice.id),
    paidOn: invoice.claimId && (await claimPaidOn(tx, invoice.claimId)),
    letter: { to: facts?.supplier.email ?? invoice.senderEmail ?? '', ...letter },
    names: new Map([...names].map(([key, name]) => [key.slice('person:'.length), name] as const)),
  };
}

function payOf(
  { policy, commitment }: Awaited<ReturnType<typeof assess>>,
  facts: Parameters<typeof amountsOf>[0],
): Ore {
  const { pay } = amountsOf(facts, policy, commitment?.remaining ?? ZERO_ORE);
  return toOre(Math.abs(pay));
}
