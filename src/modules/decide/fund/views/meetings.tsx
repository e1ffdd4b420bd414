import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { CaseCard } from '../rules/cases.ts';
import type { Meeting, MeetingLine } from '../rules/meetings.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { meetingsText } from '../text/meetings.ts';
import { applicationPlace, meetingPaperPlace, meetingPlace, meetingsPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

/** The meetings of the deciding body, the newest first. */
export function MeetingsPage(props: {
  readonly language: Language;
  readonly fund: Fund;
  readonly meetings: readonly Meeting[];
  readonly calls: boolean;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, fund, meetings, problems } = props;
  const words = meetingsText(language);
  return (
    <>
      <FundTabs language={language} fund={fund} current="meetings" works />
      <p class="lead">{words.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      {props.calls && (
        <Disclosure summary={words.call} open={problems !== undefined || meetings.length === 0}>
          <Form action={meetingsPlace({ fund: fund.id })}>
            <DateField language={language} name="on" label={words.on} problems={problems} />
            <TextField
              language={language}
              name="reference"
              label={words.reference}
              hint={words.referenceHint}
              problems={problems}
            />
            <Button>{words.callSend}</Button>
          </Form>
        </Disclosure>
      )}
      <Table
        language={language}
        caption={words.title(fund.name)}
        captionHidden
        rows={meetings}
        empty={<EmptyState title={words.none} text={words.noneText} />}
        columns={[
          { heading: words.day, cell: (one) => formatDay(one.on, language) },
          {
            heading: words.reference,
            names: true,
            cell: (one) => <a href={meetingPlace({ fund: fund.id, meeting: one.id })}>{one.reference}</a>,
          },
          { heading: words.cases, numeric: true, cell: (one) => one.count },
        ]}
      />
    </>
  );
}

export interface MeetingProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly meeting: Meeting;
  readonly lines: readonly MeetingLine[];
  readonly available: Ore;
  /** What can be chosen, for those who do; null for those who read. */
  readonly open: readonly CaseCard[] | null;
  readonly notice: string | null;
}

/** The meeting list, with the money left after each case. */
export function MeetingPage(props: MeetingProps): Html {
  const { language, fund, meeting, lines } = props;
  const words = meetingsText(language);
  const file = (paper: string) => meetingPaperPlace({ fund: fund.id, meeting: meeting.id, paper });
  return (
    <>
      <FundTabs language={language} fund={fund} current="meetings" works />
      {props.notice && (
        <Notice kind="warning">
          <p>{props.notice}</p>
        </Notice>
      )}
      <p class="lead">
        {formatDay(meeting.on, language)}. {words.before(formatOre(props.available, language))} {words.ifAll}
      </p>
      <Lines {...props} />
      <section class="stack">
        <Heading level={2}>{words.papers}</Heading>
        <p class="actions">
          <LinkButton href={file('liste.pdf')}>{words.listPdf}</LinkButton>
          <LinkButton href={file('liste.docx')} look="secondary">
            {words.listWord}
          </LinkButton>
          {lines.some(({ one }) => one.decision) && (
            <>
              <LinkButton href={file('referat.pdf')} look="secondary">
                {words.minutesPdf}
              </LinkButton>
              <LinkButton href={file('referat.docx')} look="secondary">
                {words.minutesWord}
              </LinkButton>
            </>
          )}
        </p>
      </section>
      {props.open && <Choose {...props} open={props.open} />}
    </>
  );
}

function Lines({ language, fund, lines }: MeetingProps): Html {
  const words = meetingsText(language);
  return (
    <Table
      language={language}
      caption={words.list}
      captionHidden
      rows={lines}
      empty={<p>{words.empty}</p>}
      columns={[
        {
          heading: words.case,
          names: true,
          cell: ({ one }) => (
            <a href={applicationPlace({ id: one.id })}>
              {referenceOf(fund, one.number)} <span lang="da">{one.title}</span>
            </a>
          ),
        },
        {
          heading: words.sought,
          numeric: true,
          cell: ({ one }) => <Amount ore={one.sought} language={language} />,
        },
        { heading: words.advice, cell: (line) => <Advice language={language} line={line} /> },
        { heading: words.left, numeric: true, cell: (line) => <Left language={language} line={line} /> },
      ]}
    />
  );
}

type LineProps = { readonly language: Language; readonly line: MeetingLine };

function Advice({ language, line }: LineProps): Html {
  const words = meetingsText(language);
  const { decision, advice } = line.one;
  if (decision) {
    const amount = decision.amount === null ? '' : ` ${formatOre(decision.amount, language)}`;
    return <strong>{words.decided(`${words.result[decision.result]}${amount}`)}</strong>;
  }
  if (line.takes === null) return <>{words.hidden}</>;
  if (!advice) return <>{words.noAdvice}</>;
  return (
    <>
      {words.result[advice.advice]} {advice.amount !== null && formatOre(advice.amount, language)}
    </>
  );
}

function Left({ language, line }: LineProps): Html {
  const words = meetingsText(language);
  if (line.left === null) return <>{words.hidden}</>;
  if (line.left < 0) return <strong>{words.tooLittle}</strong>;
  return <Amount ore={line.left} language={language} />;
}

function Choose({ language, fund, meeting, lines, open }: MeetingProps & { readonly open: readonly CaseCard[] }): Html {
  const words = meetingsText(language);
  const chosen = lines.map(({ one }) => one.id as string);
  return (
    <Disclosure summary={words.choose} open={lines.length === 0}>
      <Form action={meetingPlace({ fund: fund.id, meeting: meeting.id })}>
        <Checkboxes
          language={language}
          name="cases"
          label={words.cases}
          hint={words.chooseHint}
          optional
          values={chosen}
          options={open.map((one) => ({
            value: one.id,
            label: `${referenceOf(fund, one.number)} ${one.title} (${formatOre(one.sought, language)})`,
          }))}
        />
        <Button look="secondary">{words.keep}</Button>
      </Form>
    </Disclosure>
  );
}
