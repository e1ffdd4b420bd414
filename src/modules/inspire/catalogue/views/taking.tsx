import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { sumOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import { Checkbox, Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { BudgetLine, Card, ReadCard } from '../rules/card.ts';
import { catalogueText } from '../text/catalogue.ts';
import { takingText } from '../text/taking.ts';
import { cardPlace, fromInitiativePlace, takePlace } from '../urls.ts';

export interface TakeProps {
  readonly language: Language;
  readonly card: Card;
  readonly read: ReadCard;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Where the reader lives: ticked from the beginning. */
  readonly home: string | null;
  /** What the rules ask, in sentences. */
  readonly asked: readonly string[];
  readonly budget: readonly BudgetLine[];
  readonly participants: number;
  /** What else the card can be added to. */
  readonly yours: Html | null;
  readonly problems?: FormProblems | undefined;
}

/** "Det vil vi også": what differs where they live; all else comes from the card. */
export function TakePage(props: TakeProps): Html {
  const { language, card, read, problems } = props;
  const words = takingText(language);
  return (
    <>
      {props.yours}
      <p class="lead">{words.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={takePlace({ id: card.id })} warnUnsaved>
        <TextField language={language} name="title" label={words.name} value={read.title} problems={problems} />
        <Checkboxes
          language={language}
          name="where"
          label={words.where}
          hint={words.whereHint}
          problems={problems}
          values={props.home ? [props.home] : []}
          options={[
            ...props.departments.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'alle', label: words.everybody },
          ]}
        />
        <NumberField
          language={language}
          name="participants"
          label={words.participants}
          hint={words.participantsHint}
          value={card.participants}
          problems={problems}
        />
        <DateField
          language={language}
          name="startsOn"
          label={words.startsOn}
          hint={words.startsOnHint}
          optional
          problems={problems}
        />
        <Checkbox
          language={language}
          name="withSteps"
          label={words.withSteps}
          hint={words.withStepsHint}
          checked
          problems={problems}
        />
        <Checkbox
          language={language}
          name="drive"
          label={words.drive}
          hint={words.driveHint}
          checked
          problems={problems}
        />
        <Checkbox language={language} name="named" label={words.named} problems={problems} />
        <Asked {...props} />
        <p class="actions">
          <Button>{words.make}</Button>
          <Button look="secondary" name="wish" value="look">
            {words.look}
          </Button>
        </p>
      </Form>
    </>
  );
}

export function Asked(props: Pick<TakeProps, 'language' | 'asked' | 'budget' | 'participants'>): Html | null {
  const { language, asked } = props;
  if (asked.length === 0 && props.budget.length === 0) return null;
  return (
    <Sheet colour="himmel" as="section">
      {asked.length > 0 && (
        <>
          <Heading level={2}>{takingText(language).asked}</Heading>
          <ul>
            {asked.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <BudgetTable language={language} lines={props.budget} participants={props.participants} />
    </Sheet>
  );
}

function BudgetTable(props: {
  readonly language: Language;
  readonly lines: readonly BudgetLine[];
  readonly participants: number;
}): Html | null {
  const { language, lines } = props;
  const words = catalogueText(language);
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level={3}>{takingText(language).budget}</Heading>
      <Table
        language={language}
        caption={takingText(language).budgetFor(props.participants)}
        columns={[
          { heading: words.doneWhat, names: true, cell: ({ what }) => what, foot: words.sum },
          {
            heading: words.cost,
            numeric: true,
            cell: ({ amount }) => <Amount ore={amount} language={language} />,
            foot: <Amount ore={sumOre(lines.map(({ amount }) => amount))} language={language} />,
          },
        ]}
        rows={lines}
      />
    </>
  );
}

export interface BesideProps {
  readonly language: Language;
  readonly initiativeId: string;
  /** The card that it began with, and what it is called. */
  readonly from: { readonly id: string; readonly title: string } | null;
  /** Inside only: the budget that came with it. */
  readonly taking: { readonly budget: readonly BudgetLine[]; readonly participants: number } | null;
  /** The card that it has become. */
  readonly became: { readonly id: string } | null;
  /** It has become a card that the editors have not published. */
  readonly proposed: boolean;
  readonly mayMakeCard: boolean;
  /** For those who drive it, while no card helps it. */
  readonly like: Html | null;
}

/** On an initiative's page: the card it began with, its budget, and the card that it can become. */
export function BesideInitiative(props: BesideProps): Html | null {
  const { language, from, taking, became, mayMakeCard } = props;
  const words = takingText(language);
  if (props.like) return props.like;
  if (!from && !taking && !became && !mayMakeCard && !props.proposed) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.fromCard}</Heading>
      {from && (
        <p>
          <a href={cardPlace({ id: from.id })}>{words.seeCard(from.title)}</a>
        </p>
      )}
      {taking && <BudgetTable language={language} lines={taking.budget} participants={taking.participants} />}
      {became && (
        <p>
          <a href={cardPlace({ id: became.id })}>{words.becameCard}</a>
        </p>
      )}
      {props.proposed && <p class="quiet">{words.cardWaits}</p>}
      {mayMakeCard && (
        <Form action={fromInitiativePlace({ id: props.initiativeId })}>
          <p>{words.makeCardText}</p>
          <Button look="secondary">{words.makeCard}</Button>
        </Form>
      )}
    </section>
  );
}
