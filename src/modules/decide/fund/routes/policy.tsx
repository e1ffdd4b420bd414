import { day } from '../../../../kernel/day.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { organisations } from '../../../housing/public.ts';
import { mayManage } from '../access.ts';
import { approvePolicy, openFundWith } from '../commands/funds.ts';
import { policyForm } from '../forms/fund.ts';
import {
  changesBetween,
  type Fund,
  freePrefix,
  nextPeriodOf,
  type PolicyRefusal,
  type Terms,
  USUAL_TERMS,
} from '../rules/policy.ts';
import { funds, policiesOf } from '../store/funds.ts';
import { fundsText } from '../text/funds.ts';
import { policyText } from '../text/policy.ts';
import { fundPlace, fundsPlace, newFundPlace, newPolicyPlace, policyPlace } from '../urls.ts';
import { PoliciesPage } from '../views/policies.tsx';
import { PolicyForm } from '../views/policy.tsx';
import { fundIn, worksWith } from './fund.tsx';
import { trailOf } from './ledger.tsx';

/** Everybody reads the policy and what it said before; who manages the fund writes down what was approved. */
export function policyRoutes(web: Web): void {
  const secretariat = anyOf('secretariat');
  web.get(newFundPlace, secretariat, (visit) => newFundPage(visit));
  web.post(newFundPlace, secretariat, postFund);
  web.get(policyPlace, anyone, versionsPage);
  web.get(newPolicyPlace, signedIn, (visit) => newPolicyPage(visit));
  web.post(newPolicyPlace, signedIn, postPolicy);
}

type OfFund = Omit<Visit, 'params'> & { readonly params: { readonly fund: string } };

async function versionsPage(visit: OfFund): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const fund = (await fundIn(visit)) ?? missing();
  const versions = await policiesOf(tx, fund.id);
  const now = versions.find((one) => one.startsOn <= tx.today && tx.today <= one.endsOn) ?? null;
  const wanted = query.get('udgave');
  const shown =
    (wanted === null ? (now ?? versions[0]) : versions.find((one) => String(one.number) === wanted)) ?? missing();
  const before = versions.find((one) => one.number === shown.number - 1) ?? null;
  return visit.page(
    { title: policyText(language).titleOf(fund.name), wide: true, trail: trailOf(fund, language) },
    PoliciesPage({
      language,
      fund,
      works: worksWith(visit, fund, now),
      today: tx.today,
      versions,
      shown,
      before,
      changes: before ? changesBetween(before, shown) : [],
      inForce: now?.number ?? null,
      manages: mayManage(actor, fund),
    }),
  );
}

async function newFundPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const words = policyText(language);
  return visit.page(
    {
      title: words.newFundTitle,
      trail: [{ href: fundsPlace({}), label: fundsText(language).title }],
      status: problems ? 422 : 200,
    },
    PolicyForm({
      language,
      action: newFundPlace({}),
      opens: {
        organisations: await organisations(tx),
        prefix: freePrefix((await funds(tx)).map((one) => one.prefix)),
      },
      intro: words.newIntro,
      terms: usualTerms(visit),
      problems,
    }),
  );
}

async function postFund(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const read = readForm(policyForm(language, { opens: true }), visit.form);
  if (!read.ok) return newFundPage(visit, read.refusal);
  const { opening, terms } = read.value;
  const known = await organisations(tx);
  const organisation = known.find((one) => one.id === opening.organisationId) ?? known[0] ?? missing();
  const opened = await openFundWith(tx, { ...opening, organisationId: organisation.id }, terms);
  if (!opened.ok) return newFundPage(visit, refusalProblem(visit, opened.refusal));
  const fund = (await funds(tx)).find((one) => one.prefix === opening.prefix) ?? missing();
  return visit.redirect(fundPlace({ fund: fund.id }), policyText(language).approved);
}

async function newPolicyPage(visit: OfFund, problems?: FormProblems): Promise<Response> {
  const { tx, language, query } = visit;
  const words = policyText(language);
  const fund = await managed(visit);
  const [latest] = await policiesOf(tx, fund.id);
  const known = latest ?? usualTerms(visit);
  const next = query.get('periode') === 'ny';
  return visit.page(
    {
      title: next ? words.nextTitle : words.writeTitle,
      trail: [...trailOf(fund, language), { href: policyPlace({ fund: fund.id }), label: fundsText(language).policy }],
      status: problems ? 422 : 200,
    },
    PolicyForm({
      language,
      action: newPolicyPlace({ fund: fund.id }, next ? { periode: 'ny' } : {}),
      opens: null,
      intro: next ? words.nextIntro : words.intro,
      terms: next ? nextPeriodOf(known) : known,
      problems,
    }),
  );
}

async function postPolicy(visit: OfFund): Promise<Response> {
  const { tx, language } = visit;
  const fund = await managed(visit);
  const read = readForm(policyForm(language, { opens: false }), visit.form);
  if (!read.ok) return newPolicyPage(visit, read.refusal);
  const approved = await approvePolicy(tx, fund.id, read.value.terms);
  if (!approved.ok) return newPolicyPage(visit, refusalProblem(visit, approved.refusal));
  return visit.redirect(policyPlace({ fund: fund.id }), policyText(language).approved);
}

async function managed(visit: OfFund): Promise<Fund> {
  const fund = (await fundIn(visit)) ?? missing();
  return mayManage(visit.actor, fund) ? fund : missing();
}

function usualTerms({ tx }: Pick<Visit, 'tx'>): Terms {
  const year = tx.today.slice(0, 4);
  return {
    ...USUAL_TERMS,
    startsOn: day(`${year}-01-01`),
    endsOn: day(`${year}-12-31`),
    words: '',
    approvedOn: tx.today,
    approvedReference: '',
  };
}

const FIELDS: Readonly<Record<PolicyRefusal['kind'], string>> = {
  ends_before_start: 'endsOn',
  period_overlaps: 'startsOn',
  rounds_lack: 'closes1',
  round_unordered: 'closes1',
  max_over_total: 'projectMax',
  below_promised: 'total',
  prefix_taken: 'prefix',
};

function refusalProblem({ form, language }: Pick<Visit, 'form' | 'language'>, refusal: PolicyRefusal): FormProblems {
  const words = policyText(language);
  const said =
    refusal.kind === 'below_promised'
      ? words.belowPromised(formatOre(refusal.least, language))
      : words.refusals[refusal.kind];
  return problemIn(form, FIELDS[refusal.kind], said);
}
