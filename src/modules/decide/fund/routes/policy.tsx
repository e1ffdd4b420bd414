import { day } from '../../../../kernel/day.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Visit, Web } from '../../../../platform/web/web.ts';
import { anyOf } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { approvePolicy, openFundWith } from '../commands/funds.ts';
import { policyForm } from '../forms.ts';
import { type Fund, type PolicyRefusal, type Terms, USUAL_TERMS } from '../rules/policy.ts';
import { funds, lockFund, policiesOf } from '../store/funds.ts';
import { fundText } from '../text/pages.ts';
import { policyText } from '../text/policy.ts';
import { fundsPlace, policyPlace } from '../urls.ts';
import { PolicyPage } from '../views/policy.tsx';

/** The secretariat writes down what the board approved; the first time, that opens the fund. */
export function policyRoutes(web: Web): void {
  const secretariat = anyOf('secretariat');
  web.get(policyPlace, secretariat, (visit) => policyPage(visit));
  web.post(policyPlace, secretariat, postPolicy);
}

async function policyPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const fund = await ownFund(visit);
  const [latest] = fund ? await policiesOf(tx, fund.id) : [];
  return visit.page(
    {
      title: policyText(language).title,
      trail: [{ href: fundsPlace({}), label: fundText(language).fund }],
      status: problems ? 422 : 200,
    },
    PolicyPage({ language, fundName: fund?.name ?? null, terms: latest ?? usualTerms(visit), problems }),
  );
}

async function postPolicy(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const known = await ownFund(visit);
  const read = readForm(policyForm(language, { named: known === null }), visit.form);
  if (!read.ok) return policyPage(visit, read.refusal);
  const { name, ...terms } = read.value;
  const { id: organisationId } = await ownOrganisation(tx);
  const approved = known
    ? await approvePolicy(tx, known.id, terms)
    : await openFundWith(tx, { organisationId, name }, terms);
  if (approved.ok) return visit.redirect(fundsPlace({}), policyText(language).approved);
  return policyPage(visit, problemIn(visit.form, FIELDS[approved.refusal.kind], sentence(approved.refusal, visit)));
}

async function ownFund({ tx }: Visit): Promise<Fund | null> {
  const { id } = await ownOrganisation(tx);
  const fund = (await funds(tx)).find((one) => one.organisationId === id);
  return fund ? lockFund(tx, fund.id) : null;
}

function usualTerms({ tx }: Visit): Terms {
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
  rounds_lack: 'allocation',
  max_over_total: 'projectMax',
  below_promised: 'total',
};

function sentence(refusal: PolicyRefusal, { language }: Visit): string {
  const words = policyText(language);
  if (refusal.kind === 'below_promised') return words.belowPromised(formatOre(refusal.least, language));
  return words.refusals[refusal.kind];
}
