import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../../ui/components/progress-bar.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { Figures, Supported } from '../rules/cases.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { ledgerText } from '../text/ledger.ts';
import { fundText } from '../text/pages.ts';
import { policyText } from '../text/policy.ts';
import { applicationsPlace, applyPlace, ledgerPlace, policyPlace } from '../urls.ts';

export interface FundProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly policy: Policy | null;
  readonly figures: Figures | null;
  readonly supported: readonly Supported[];
  readonly departments: ReadonlyMap<string, string>;
  /** Signed in: there may be applications of one's own. */
  readonly known: boolean;
  /** Writes the policy. */
  readonly manages: boolean;
}

/** What everybody may know of a fund: its rules, what is left, and what it said yes to. */
export function FundPage(props: FundProps): Html {
  const { language, policy, figures, fund } = props;
  const words = fundText(language);
  return (
    <>
      {policy && figures ? (
        <>
          <Card as="section" colour="sol">
            <Heading level={2}>{fund.name}</Heading>
            <ProgressBar
              id="left"
              label={words.left}
              value={figures.available}
              max={figures.available + figures.committed - figures.released}
              text={words.leftOf(formatOre(figures.available, language), formatOre(policy.total, language))}
            />
            <p>
              {words.atMost(formatOre(policy.projectMax, language))} {words.answerIn(policy.answerDays)}
            </p>
            <p>{words.promiseFirst}</p>
            <LinkButton href={applyPlace({})}>{words.apply}</LinkButton>
            <p>
              <a href={ledgerPlace({})}>{ledgerText(language).see}</a>
            </p>
          </Card>
          <section class="stack">
            <Heading level={2}>{words.whatFor}</Heading>
            <p lang="da">{policy.words}</p>
            <ul>
              {policy.grounds.map((ground) => (
                <li>{formWords(language).ground[ground]}</li>
              ))}
            </ul>
            <p>{words.approved(formatDay(policy.approvedOn, language))}</p>
          </section>
        </>
      ) : (
        <Notice>
          <p>{words.noPeriod}</p>
        </Notice>
      )}
      {props.known && (
        <p>
          <a href={applicationsPlace({})}>{words.applications}</a>
        </p>
      )}
      {props.manages && (
        <p>
          <a href={policyPlace({})}>{policyText(language).title}</a>
        </p>
      )}
      <Table
        language={language}
        caption={words.supported}
        rows={props.supported}
        empty={<p>{words.supportedNone}</p>}
        columns={[
          { heading: words.project, names: true, cell: (one) => <span lang="da">{one.title}</span> },
          {
            heading: words.departments,
            cell: (one) => one.departmentIds.map((id) => props.departments.get(id) ?? '').join(', '),
          },
          { heading: words.day, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
          { heading: words.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} /> },
        ]}
      />
    </>
  );
}

export function NoFundPage(props: { readonly language: Language; readonly manages: boolean }): Html {
  const words = fundText(props.language);
  const action = { href: policyPlace({}), label: policyText(props.language).title };
  return <EmptyState title={words.noFund} text={words.noFundText} {...(props.manages ? { action } : {})} />;
}
