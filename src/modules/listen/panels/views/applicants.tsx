import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag, Tag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { Double } from '../rules/doubles.ts';
import type { Unclear } from '../rules/homes.ts';
import { type Panel, ROWS_A_PAGE } from '../rules/panel.ts';
import { type Application, FEATURES, type State, stateOf } from '../rules/people.ts';
import { callText } from '../text/call.ts';
import { chooseText } from '../text/choose.ts';
import { codeName, type DepartmentNames } from '../text/groups.ts';
import { homesText } from '../text/homes.ts';
import { applicantPlace, applicantsPlace, callLettersPlace, drawsPlace, lockPlace, signUpPlace } from '../urls.ts';

export interface ApplicantsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly rows: readonly Application[];
  readonly page: number;
  readonly more: boolean;
  readonly doubles: readonly Double[];
  /** Of whom nobody can tell who shares their home. */
  readonly unclear: readonly Unclear[];
  readonly departments: DepartmentNames;
  readonly canSignUp: boolean;
  readonly problems?: FormProblems | undefined;
}

const LOOKS: Readonly<Record<State, 'waiting' | 'going' | 'good' | 'resting' | 'stopped'>> = {
  waits: 'waiting',
  offered: 'waiting',
  member: 'good',
  paused: 'resting',
  declined: 'resting',
  lapsed: 'resting',
  left: 'stopped',
};

export function StateTag(props: { readonly language: Language; readonly one: Application }): Html {
  const state = stateOf(props.one);
  return <StatusTag state={LOOKS[state]}>{chooseText(props.language).states[state]}</StatusTag>;
}

/** Everybody who signed up, for those who select and nobody else. */
export function ApplicantsPage(props: ApplicantsProps): Html {
  const { language, panel, rows, departments } = props;
  const words = chooseText(language);
  return (
    <>
      <p class="lead">{words.applicantsLead}</p>
      {props.canSignUp && (
        <p>
          <LinkButton href={signUpPlace({ id: panel.id })}>{callText(language).signUpFor}</LinkButton>
        </p>
      )}
      {panel.kind === 'drawn' && rows.length > 0 && (panel.locked ? <Locked {...props} /> : <Lock {...props} />)}
      <Table
        language={language}
        caption={words.applicants}
        captionHidden
        rows={rows}
        columns={[
          {
            heading: words.columns.name,
            names: true,
            cell: (one) => (
              <>
                <a href={applicantPlace({ id: panel.id, person: one.id })}>
                  <Words>{one.name}</Words>
                </a>{' '}
                {one.onBoard && <Tag>{words.onBoard}</Tag>}
              </>
            ),
          },
          {
            heading: words.columns.groups,
            cell: (one) =>
              FEATURES.map((feature) => codeName(language, feature, one.traits[feature], departments)).join(', '),
          },
          { heading: words.columns.state, cell: (one) => <StateTag language={language} one={one} /> },
          {
            heading: words.columns.applied,
            cell: (one) => <DateText day={one.appliedOn} language={language} style="short" />,
          },
        ]}
        empty={
          <EmptyState
            title={words.noApplicants}
            text={words.noApplicantsText}
            action={{ href: callLettersPlace({ id: panel.id }), label: callText(language).letters }}
          />
        }
      />
      <NewerOlder
        language={language}
        page={props.page}
        more={props.more}
        href={(side) => applicantsPlace({ id: panel.id }, { side })}
      />
    </>
  );
}

function Locked({ language, panel }: ApplicantsProps): Html {
  return (
    <Notice kind="success">
      <p>
        {chooseText(language).lockedNow} <a href={drawsPlace({ id: panel.id })}>{callText(language).draws}</a>
      </p>
    </Notice>
  );
}

function Lock({ language, panel, doubles, unclear, canSignUp, problems }: ApplicantsProps): Html {
  const words = chooseText(language);
  const homes = homesText(language);
  return (
    <section class="stack" id="luk">
      {unclear.length > 0 && (
        <Notice kind="warning" heading={homes.unclear}>
          <p>{homes.unclearText}</p>
          <ul>
            {unclear.slice(0, ROWS_A_PAGE).map(({ one, why }) => (
              <li>
                <Applicant panelId={panel.id} one={one} /> ({homes.unclearWhy[why]})
              </li>
            ))}
          </ul>
          {unclear.length > ROWS_A_PAGE && <p>{homes.unclearMore(unclear.length - ROWS_A_PAGE)}</p>}
        </Notice>
      )}
      {doubles.length > 0 && (
        <Notice kind="warning" heading={words.doubles}>
          <p>{words.doublesText}</p>
          <ul>
            {doubles.slice(0, ROWS_A_PAGE).map(({ one, other, why }) => (
              <li>
                <Applicant panelId={panel.id} one={one} /> – <Applicant panelId={panel.id} one={other} /> (
                {words.doubleWhy[why]})
              </li>
            ))}
          </ul>
          {doubles.length > ROWS_A_PAGE && <p>{words.doublesMore(doubles.length - ROWS_A_PAGE)}</p>}
        </Notice>
      )}
      <Heading level={2}>{words.lock}</Heading>
      <p>{canSignUp ? words.lockEarly : words.lockWhy}</p>
      {!canSignUp && (
        <Form action={lockPlace({ id: panel.id })}>
          <ErrorSummary language={language} problems={problems} />
          {doubles.length > 0 && (
            <Checkbox language={language} problems={problems} name="sure" label={words.lockSure} />
          )}
          <p>
            <Button look="secondary">{words.lock}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}

function Applicant(props: { readonly panelId: string; readonly one: Application }): Html {
  return (
    <a href={applicantPlace({ id: props.panelId, person: props.one.id })}>
      <Words>{props.one.name}</Words>
    </a>
  );
}
