import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { BudgetLine, ListedCard } from '../rules/card.ts';
import { takingText } from '../text/taking.ts';
import { cataloguePlace, takePlace } from '../urls.ts';
import { Asked } from './taking.tsx';

export interface AddProps {
  readonly language: Language;
  readonly card: { readonly id: string; readonly participants: number };
  readonly initiative: { readonly id: string; readonly title: string; readonly startsOn: Day | null };
  /** What the rules ask, in sentences. */
  readonly asked: readonly string[];
  readonly budget: readonly BudgetLine[];
  readonly participants: number;
  readonly problems?: FormProblems | undefined;
}

/** A card for what is begun already: only what neither of the two says is asked. */
export function AddPage(props: AddProps): Html {
  const { language, card, initiative, problems } = props;
  const words = takingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.addLead(initiative.title)}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={takePlace({ id: card.id }, { initiativ: initiative.id })} warnUnsaved>
        <NumberField
          {...common}
          name="participants"
          label={words.participants}
          hint={words.participantsHint}
          value={card.participants}
        />
        {!initiative.startsOn && (
          <DateField {...common} name="startsOn" label={words.startsOn} hint={words.startsOnHint} optional />
        )}
        <Checkbox {...common} name="withSteps" label={words.withSteps} hint={words.withStepsHint} checked />
        <Asked {...props} />
        <p class="actions">
          <Button>{words.add}</Button>
          <Button look="secondary" name="wish" value="look">
            {words.look}
          </Button>
        </p>
      </Form>
    </>
  );
}

/** Before "det vil vi også": what they drive may be just what the card is for. */
export function Yours(props: {
  readonly language: Language;
  readonly yours: readonly { readonly title: string; readonly href: Path }[];
}): Html | null {
  const { language, yours } = props;
  const words = takingText(language);
  if (yours.length === 0) return null;
  return (
    <Sheet colour="accent" as="section">
      <Heading level={2}>{words.yours}</Heading>
      <p>{words.yoursText}</p>
      <ul>
        {yours.map(({ title, href }) => (
          <li>
            <a href={href}>{words.addTo(title)}</a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** On the page of those who drive something that no card has helped yet. */
export function CardsLike(props: {
  readonly language: Language;
  readonly initiativeId: string;
  readonly cards: readonly ListedCard[];
}): Html {
  const { language, initiativeId, cards } = props;
  const words = takingText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.like}</Heading>
      <p>{words.likeText}</p>
      <ul>
        {cards.map(({ id, title }) => (
          <li>
            <a href={takePlace({ id }, { initiativ: initiativeId })}>{title}</a>
          </li>
        ))}
        <li>
          <a href={cataloguePlace({})}>{words.allCards}</a>
        </li>
      </ul>
    </section>
  );
}
