import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
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
import type { Round } from '../rules/rounds.ts';
import { meetingsText } from '../text/meetings.ts';
import { meetingPaperPlace, meetingPlace, meetingsPlace, presentPlace } from '../urls.ts';
import { CaseLines } from './case-lines.tsx';
import { FundTabs } from './fund-tabs.tsx';
import { Rounds } from './round.tsx';

/** The meetings of the deciding body, the newest first. */
export function MeetingsPage(props: {
  readonly language: Language;
  readonly fund: Fund;
  readonly meetings: readonly Meeting[];
  readonly rounds: readonly Round[];
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
      <Rounds language={language} fund={fund} rounds={props.rounds} />
    </>
  );
}

export interface MeetingProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly meeting: Meeting;
  readonly lines: readonly MeetingLine[];
  /** What is in the fund, and how to read the sums. */
  readonly money: string;
  /** What can be chosen, for those who do; null for those who read. */
  readonly open: readonly CaseCard[] | null;
  /** The deciding body, and who else took part. */
  readonly body: readonly { readonly id: Id<'person'>; readonly name: string }[];
  /** Who took part. Empty: nobody has said, and there are no minutes yet. */
  readonly present: readonly Id<'person'>[];
  readonly notice: string | null;
  readonly problems?: FormProblems | undefined;
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
        {formatDay(meeting.on, language)}. {props.money}
      </p>
      <CaseLines language={language} fund={fund} lines={lines} caption={words.list} empty={words.empty} />
      <section class="stack">
        <Heading level={2}>{words.papers}</Heading>
        <p class="actions">
          <LinkButton href={file('liste.pdf')}>{words.listPdf}</LinkButton>
          <LinkButton href={file('liste.docx')} look="secondary">
            {words.listWord}
          </LinkButton>
          {props.present.length > 0 && (
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
      {props.open && lines.some(({ one }) => one.decision) && <Present {...props} />}
      {props.open && <Choose {...props} open={props.open} />}
    </>
  );
}

/** Who makes the minutes says who took part. */
function Present({ language, fund, meeting, body, present, problems }: MeetingProps): Html {
  const words = meetingsText(language);
  return (
    <Form action={presentPlace({ fund: fund.id, meeting: meeting.id })}>
      {present.length === 0 && <p>{words.presentFirst}</p>}
      <Checkboxes
        language={language}
        name="present"
        label={words.present}
        hint={words.presentHint}
        values={present}
        options={body.map((one) => ({ value: one.id, label: one.name }))}
        problems={problems}
      />
      <Button look="secondary">{words.presentSend}</Button>
    </Form>
  );
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
            label: `${referenceOf(one, one.number)} ${one.title} (${formatOre(one.sought, language)})`,
          }))}
        />
        <Button look="secondary">{words.keep}</Button>
      </Form>
    </Disclosure>
  );
}
