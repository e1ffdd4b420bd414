import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { ApplicationId } from '../rules/application.ts';
import type { MeetingLine } from '../rules/meetings.ts';
import type { Fund } from '../rules/policy.ts';
import { asAdvised, type Round } from '../rules/rounds.ts';
import { meetingsText } from '../text/meetings.ts';
import { applicationPlace, roundPlace } from '../urls.ts';
import { CaseLines } from './case-lines.tsx';
import { FundTabs } from './fund-tabs.tsx';

interface RefusedCase {
  readonly id: ApplicationId;
  readonly title: string;
  /** "P-0007". */
  readonly reference: string;
  readonly why: string;
}

export interface RoundProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly round: Pick<Round, 'closesOn' | 'answersOn'>;
  readonly closed: boolean;
  readonly lines: readonly MeetingLine[];
  readonly available: Ore;
  /** The reader is of those who decide. */
  readonly decides: boolean;
  /** What was done just now: how many decisions were written, and which could not be. */
  readonly done: {
    readonly written: number;
    readonly refused: readonly RefusedCase[];
  } | null;
  readonly problems?: FormProblems | undefined;
}

/** All who applied in a round, with the money left after each, and one button when it is closed. */
export function RoundPage(props: RoundProps): Html {
  const { language, fund, round, lines, closed } = props;
  const words = meetingsText(language);
  return (
    <>
      <FundTabs language={language} fund={fund} current="meetings" works />
      {props.done && <Done {...props} done={props.done} />}
      <p class="lead">
        {words.roundLead(formatDay(round.closesOn, language), formatDay(round.answersOn, language))}{' '}
        {words.roundBefore(formatOre(props.available, language))} {words.ifAll}
      </p>
      {!closed && (
        <Notice>
          <p>{words.roundStillOpen(formatDay(round.closesOn, language))}</p>
        </Notice>
      )}
      <CaseLines language={language} fund={fund} lines={lines} caption={words.roundCases} empty={words.roundEmpty} />
      {closed && props.decides && <DecideAll {...props} />}
    </>
  );
}

function DecideAll({ language, fund, round, lines, problems }: RoundProps): Html | null {
  const words = meetingsText(language);
  const open = lines.filter(({ one }) => UNANSWERED.includes(one.status));
  const ready = open.filter(({ one, takes }) => takes === null || asAdvised(one) !== null).length;
  if (open.length === 0) return null;
  return (
    <Card as="section">
      <p>
        {ready > 0 && words.roundReady(ready)} {ready < open.length && words.roundUnready(open.length - ready)}
      </p>
      {ready > 0 && (
        <Form action={roundPlace({ fund: fund.id, day: round.closesOn })}>
          <TextField
            language={language}
            name="reference"
            label={words.reference}
            hint={words.referenceHint}
            optional
            problems={problems}
          />
          <p>{words.roundSendHint}</p>
          <Button>{words.roundSend}</Button>
        </Form>
      )}
    </Card>
  );
}
const UNANSWERED = ['submitted', 'needs_information', 'under_review', 'recommended'];

function Done({ language, done }: RoundProps & { readonly done: NonNullable<RoundProps['done']> }): Html {
  const words = meetingsText(language);
  const said = done.written + done.refused.length === 0 ? words.roundNone : words.roundDone(done.written);
  if (done.refused.length === 0) {
    return (
      <Notice>
        <p>{said}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning">
      <p>{said}</p>
      <p>{words.roundRefused}</p>
      <ul>
        {done.refused.map(({ id, title, reference, why }) => (
          <li>
            <a href={applicationPlace({ id })}>
              {reference} <span lang="da">{title}</span>
            </a>
            : {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The fund's rounds, the newest first. Nothing where money is not given in rounds. */
export function Rounds(props: {
  readonly language: Language;
  readonly fund: Fund;
  readonly rounds: readonly Round[];
}): Html | null {
  const { language, fund, rounds } = props;
  const words = meetingsText(language);
  if (rounds.length === 0) return null;
  const name = (day: Day) => words.round(formatDay(day, language));
  return (
    <section class="stack">
      <Heading level={2}>{words.rounds}</Heading>
      <Table
        language={language}
        caption={words.rounds}
        captionHidden
        rows={rounds}
        columns={[
          {
            heading: words.rounds,
            names: true,
            cell: (one) => <a href={roundPlace({ fund: fund.id, day: one.closesOn })}>{name(one.closesOn)}</a>,
          },
          { heading: words.roundCases, numeric: true, cell: (one) => one.count },
          { heading: words.roundOpen, numeric: true, cell: (one) => one.open },
        ]}
      />
    </section>
  );
}
