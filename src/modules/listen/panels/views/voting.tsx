import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Method, type Option, pairsOf, type Question, TOP_OF_SLIDER } from '../rules/voting.ts';
import { joinText } from '../text/join.ts';
import { myVotePlace } from '../urls.ts';

export interface BallotProps {
  readonly language: Language;
  readonly code: string;
  readonly question: Question;
  /** What this member has given, by option. */
  readonly given: ReadonlyMap<string, number>;
  readonly problems?: FormProblems | undefined;
}

/** Each way of putting proposals in order has its form; `forms/ballot.ts` reads what it sends. */
const CHOICES: Readonly<Record<Method, (props: BallotProps) => Html>> = { dots: Dots, sliders: Sliders, pairs: Pairs };

/** A member puts proposals in order: with dots, with numbers, or two at a time. */
export function Ballot(props: BallotProps): Html {
  const { language, code, question } = props;
  const words = joinText(language);
  const how = { dots: words.dotsHow(question.dots), sliders: words.slidersHow, pairs: words.pairsHow };
  const Choices = CHOICES[question.method];
  return (
    <section class="stack" id={`spoerg-${question.id}`}>
      <Heading level={2}>
        <Words>{question.asks}</Words>
      </Heading>
      <p>{how[question.method]}</p>
      <Form action={myVotePlace({ code, question: question.id })}>
        <Fieldset legend={words.prioritise}>
          <Choices {...props} />
        </Fieldset>
        <p class="quiet">{words.nobodySees}</p>
        <p>
          <Button look="secondary">{words.vote}</Button>
        </p>
      </Form>
    </section>
  );
}

function Dots({ language, question, given, problems }: BallotProps): Html {
  return (
    <>
      {question.options.map((option) => (
        <NumberField
          language={language}
          problems={problems}
          name={`points_${option.id}`}
          label={<Words>{option.says}</Words>}
          value={given.get(option.id) ?? 0}
        />
      ))}
    </>
  );
}

function Sliders({ question, given }: BallotProps): Html {
  return (
    <>
      {question.options.map((option) => (
        <Slider option={option} given={given.get(option.id) ?? TOP_OF_SLIDER / 2} />
      ))}
    </>
  );
}

function Pairs({ language, question, problems }: BallotProps): Html {
  const words = joinText(language);
  return (
    <>
      {pairsOf(question.options).map(([one, other], at) => (
        <Radios
          language={language}
          problems={problems}
          name={`pair_${at}`}
          label={words.pair(one.says, other.says)}
          options={[one, other].map(({ id, says }) => ({ value: id, label: says }))}
        />
      ))}
    </>
  );
}

/** From 0 to 10: the browser's own slider, with its ends written beside it. */
function Slider({ option, given }: { readonly option: Option; readonly given: number }): Html {
  const name = `points_${option.id}`;
  return (
    <div class="ds-field field">
      <label class="ds-label" for={name}>
        <Words>{option.says}</Words>
      </label>
      <span class="slider">
        <span aria-hidden="true">0</span>
        <input id={name} name={name} type="range" min="0" max={String(TOP_OF_SLIDER)} step="1" value={String(given)} />
        <span aria-hidden="true">{String(TOP_OF_SLIDER)}</span>
      </span>
    </div>
  );
}
