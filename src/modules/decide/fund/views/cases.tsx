import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { CASES_A_PAGE, type CaseCard } from '../rules/cases.ts';
import type { Status } from '../rules/status.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace, applicationsPlace, applyPlace } from '../urls.ts';

export interface CasesProps {
  readonly language: Language;
  readonly cases: readonly CaseCard[];
  readonly total: number;
  readonly page: number;
  /** Staff and deciders see who applies. */
  readonly named: boolean;
}

/** The cases of a fund, the newest first; or one's own. */
export function CasesPage(props: CasesProps): Html {
  const { language } = props;
  const words = fundText(language);
  return (
    <>
      <Table
        language={language}
        caption={words.applications}
        captionHidden
        rows={props.cases}
        empty={<EmptyState title={words.noApplications} action={{ href: applyPlace({}), label: words.apply }} />}
        columns={[
          { heading: words.number, cell: (one) => one.number },
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
      <Pagination
        language={language}
        page={props.page}
        pages={Math.max(1, Math.ceil(props.total / CASES_A_PAGE))}
        href={(page) => `${applicationsPlace({})}?side=${page}`}
      />
    </>
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
