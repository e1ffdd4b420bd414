import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { DateText, Lines } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { doorsOf, type Round, type RoundStairwell, sumOf } from '../rules/rounds.ts';
import { roundsText } from '../text/rounds.ts';
import { countStairwellPlace, newRoundPlace, roundPaperPlace, roundPlace, roundsPlace } from '../urls.ts';

export interface RoundsProps {
  readonly language: Language;
  readonly rounds: readonly (Round & {
    readonly opened: number;
    readonly talked: number;
    readonly saidYes: number;
  })[];
  readonly departments: ReadonlyMap<string, string>;
  readonly page: number;
  readonly more: boolean;
}

export function RoundsPage(props: RoundsProps): Html {
  const { language, rounds, departments, page } = props;
  const words = roundsText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <p>
        <LinkButton href={newRoundPlace({})}>{words.new}</LinkButton>
      </p>
      <Table
        language={language}
        caption={words.title}
        captionHidden
        columns={[
          {
            heading: words.round,
            names: true,
            cell: (one) => <a href={roundPlace({ round: one.id })}>{one.title}</a>,
          },
          { heading: words.department, cell: (one) => departments.get(one.departmentId) ?? '' },
          { heading: words.day, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
          { heading: words.opened, numeric: true, cell: ({ opened }) => String(opened) },
          { heading: words.talked, numeric: true, cell: ({ talked }) => String(talked) },
          { heading: words.yes, numeric: true, cell: ({ saidYes }) => String(saidYes) },
        ]}
        rows={rounds}
        empty={<EmptyState title={words.none} text={words.noneText} />}
      />
      <NewerOlder language={language} page={page} more={props.more} href={(side) => roundsPlace({}, { side })} />
    </>
  );
}

export interface NewRoundProps {
  readonly language: Language;
  readonly today: Day;
  readonly departments: ReadonlyMap<string, string>;
  /** Whose stairwells are shown; null: none is chosen. */
  readonly department: string | null;
  readonly stairwells: readonly { readonly id: string; readonly address: string; readonly homes: number }[];
  readonly problems?: FormProblems | undefined;
}

/** First whose stairwells, then which of them, when, and what is said at the door. */
export function NewRoundPage(props: NewRoundProps): Html {
  const { language, department, departments, problems } = props;
  const words = roundsText(language);
  if (!department) {
    return (
      <Form action={newRoundPlace({})} method="get">
        <Select
          language={language}
          name="afdeling"
          label={words.department}
          options={[...departments].map(([value, label]) => ({ value, label }))}
        />
        <Button>{words.departmentChoose}</Button>
      </Form>
    );
  }
  const common = { language, problems };
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={newRoundPlace({}, { afdeling: department })}>
        <TextField {...common} name="title" label={words.about} hint={words.aboutHint} />
        <DateField {...common} name="on" label={words.day} hint={words.dayHint} min={props.today} />
        <Checkboxes
          {...common}
          name="stairwells"
          label={words.stairwells}
          options={props.stairwells.map(({ id, address, homes }) => ({
            value: id,
            label: address,
            hint: words.homes(homes),
          }))}
        />
        <TextArea
          {...common}
          name="script"
          label={words.script}
          hint={words.scriptHint}
          rows={5}
          value={words.scriptText}
          optional
        />
        <Button>{words.make}</Button>
      </Form>
    </>
  );
}

export interface RoundProps {
  readonly language: Language;
  readonly round: Round;
  readonly department: string;
  readonly stairwells: readonly RoundStairwell[];
  readonly problems?: FormProblems | undefined;
}

/**
 * The round in the hand. Script (`data-counts-kept`) opens the page without a net, keeps what is typed on the telephone, and
 * sends it when there is a net; without script the form is sent as any other.
 */
export function RoundPage({ language, round, department, stairwells, problems }: RoundProps): Html {
  const words = roundsText(language);
  const sum = sumOf(stairwells);
  return (
    <>
      <p class="lead">
        {department}, <DateText day={round.on} language={language} style="weekday" />
      </p>
      <p>{words.sumText(sum.homes, sum.opened, sum.talked, sum.saidYes)}</p>
      <p class="actions">
        <LinkButton href={roundPaperPlace({ round: round.id })} look="secondary">
          {words.print}
        </LinkButton>
      </p>
      <ErrorSummary language={language} problems={problems} />
      <p role="status" data-counts-offline hidden>
        {words.offline}
      </p>
      <Form
        action={countStairwellPlace({ round: round.id })}
        id="runde"
        data={{ 'data-counts-kept': round.id, 'data-waits': words.waits }}
      >
        {stairwells.map((one) => (
          <Stairwell language={language} one={one} problems={problems} />
        ))}
        <div role="status" data-counts-say />
        <Button>{words.count}</Button>
      </Form>
      <Card colour="accent" as="section">
        <Heading level={2}>{words.script}</Heading>
        <div lang="da">
          <Lines text={round.script} />
        </div>
      </Card>
      <Card colour="sol" as="section">
        <Heading level={2}>{words.safety}</Heading>
        <ul>
          {words.safetyRules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Stairwell(props: {
  readonly language: Language;
  readonly one: RoundStairwell;
  readonly problems: FormProblems | undefined;
}): Html {
  const { language, one, problems } = props;
  const words = roundsText(language);
  const field = (name: string, label: string, value: number | null) => (
    <TextField
      language={language}
      problems={problems}
      name={`${name}-${one.building}`}
      label={label}
      value={value === null ? undefined : String(value)}
      inputmode="numeric"
      size={4}
      optional
    />
  );
  return (
    <Fieldset legend={`${one.address} (${words.homes(doorsOf(one))})`}>
      {one.leaveAlone.length > 0 && <p>{words.leaveAlone(one.leaveAlone.join(', '))}</p>}
      <div class="actions">
        {field('opened', words.opened, one.opened)}
        {field('talked', words.talked, one.talked)}
        {field('yes', words.yes, one.saidYes)}
      </div>
    </Fieldset>
  );
}
