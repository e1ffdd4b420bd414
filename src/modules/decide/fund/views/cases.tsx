import type { Html } from '#jsx/jsx-runtime';
import { formatPeriod } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Pagination, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { CASES_A_PAGE, type CaseCard, MOST_COUNTED } from '../rules/cases.ts';
import type { Fund, Terms } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { STATUSES, type Status } from '../rules/status.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace, applicationsFilePlace, applicationsPlace, applyPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

/** What the reader asked to see, as it stands in the address. */
export interface CaseChoice {
  readonly q: string;
  readonly status: string;
  readonly period: string;
  readonly department: string;
}

export interface CasesProps {
  readonly language: Language;
  readonly fund: Fund;
  /** All that this reader works with. */
  readonly funds: readonly Fund[];
  readonly choice: CaseChoice;
  readonly departments: readonly { readonly id: Id<'department'>; readonly name: string }[];
  readonly periods: readonly (Pick<Terms, 'startsOn' | 'endsOn'> & { readonly id: Id<'fund_period'> })[];
  readonly cases: readonly CaseCard[];
  readonly total: number;
  readonly page: number;
}

/** The cases of a fund, the newest first, for those who look after them. */
export function CasesPage(props: CasesProps): Html {
  const { language, fund, choice, total } = props;
  const words = handlingText(language);
  const query = (side: number) => ({
    pulje: fund.id,
    q: choice.q || null,
    status: choice.status || null,
    periode: choice.period || null,
    afdeling: choice.department || null,
    side: side > 1 ? side : null,
  });
  return (
    <>
      <FundTabs language={language} fund={fund} current="cases" works />
      {props.funds.length > 1 && (
        <TabsNav
          label={words.pickFund}
          tabs={props.funds.map((one) => ({
            href: applicationsPlace({}, { pulje: one.id }),
            label: one.name,
            current: one.id === fund.id,
          }))}
        />
      )}
      <Filters {...props} />
      <p role="status" class="quiet">
        {total >= MOST_COUNTED ? words.foundMany : words.found(total)}
      </p>
      <CaseTable language={language} cases={props.cases} named />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(total / CASES_A_PAGE)}
        href={(side) => applicationsPlace({}, query(side))}
      />
      {total > 0 && (
        <p>
          <a href={applicationsFilePlace({}, query(1))}>{words.file}</a>
        </p>
      )}
    </>
  );
}

/** One's own, in whatever fund. */
export function OwnCasesPage(props: {
  readonly language: Language;
  readonly cases: readonly CaseCard[];
  readonly total: number;
  readonly page: number;
}): Html {
  const { language } = props;
  return (
    <>
      <CaseTable language={language} cases={props.cases} named={false} />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(props.total / CASES_A_PAGE)}
        href={(side) => applicationsPlace({}, { side })}
      />
    </>
  );
}

function Filters({ language, fund, choice, departments, periods }: CasesProps): Html {
  const words = handlingText(language);
  const ask = { language, optional: true, empty: words.all };
  return (
    <search>
      <Form action={applicationsPlace({})} method="get" class="form filters" label={words.search}>
        <input type="hidden" name="pulje" value={fund.id} />
        <TextField language={language} name="q" type="search" label={words.search} value={choice.q} optional />
        <Select
          {...ask}
          name="status"
          label={words.status}
          value={choice.status}
          options={STATUSES.filter((one) => one !== 'draft').map((value) => ({
            value,
            label: fundText(language).statuses[value],
          }))}
        />
        <Select
          {...ask}
          name="periode"
          label={words.period}
          value={choice.period}
          options={periods.map((one) => ({ value: one.id, label: formatPeriod(one.startsOn, one.endsOn, language) }))}
        />
        <Select
          {...ask}
          name="afdeling"
          label={words.department}
          value={choice.department}
          options={departments.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Button look="secondary">{words.show}</Button>
      </Form>
    </search>
  );
}

function CaseTable(props: {
  readonly language: Language;
  readonly cases: readonly CaseCard[];
  /** Staff and deciders see who applies. */
  readonly named: boolean;
}): Html {
  const { language } = props;
  const words = fundText(language);
  return (
    <Table
      language={language}
      caption={words.applications}
      captionHidden
      rows={props.cases}
      empty={<EmptyState title={words.noApplications} action={{ href: applyPlace({}), label: words.apply }} />}
      columns={[
        {
          heading: words.number,
          cell: (one) => <span class="amount">{referenceOf(one, one.number)}</span>,
        },
        {
          heading: words.project,
          names: true,
          cell: (one) => (
            <a lang="da" href={applicationPlace({ id: one.id })}>
              {one.title}
            </a>
          ),
        },
        ...(props.named ? [{ heading: words.applicant, cell: (one: CaseCard) => one.applicantName }] : []),
        { heading: words.status, cell: (one) => <CaseStatus language={language} status={one.status} /> },
        { heading: words.answerBy, cell: (one) => <DateText day={one.answerBy} language={language} style="short" /> },
        { heading: words.sought, numeric: true, cell: (one) => <Amount ore={one.sought} language={language} /> },
        {
          heading: words.given,
          numeric: true,
          cell: (one) => (one.committed === null ? '' : <Amount ore={one.committed} language={language} />),
        },
      ]}
    />
  );
}

const LOOKS: Readonly<Record<Status, 'going' | 'waiting' | 'good' | 'resting' | 'stopped'>> = {
  draft: 'resting',
  submitted: 'waiting',
  needs_information: 'waiting',
  under_review: 'going',
  recommended: 'going',
  waiting_list: 'resting',
  committed: 'good',
  partly_committed: 'good',
  on_terms: 'good',
  settled: 'good',
  completed: 'good',
  refused: 'stopped',
  withdrawn: 'stopped',
  cancelled: 'stopped',
  lapsed: 'stopped',
};

export function CaseStatus(props: { readonly language: Language; readonly status: Status }): Html {
  return <StatusTag state={LOOKS[props.status]}>{fundText(props.language).statuses[props.status]}</StatusTag>;
}
