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
import { type Option, pairsOf, type Question, TOP_OF_SLIDER } from '../rules/voting.ts';
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

/** A member puts proposals in order: with dots, with numbers, or two at a time. */
export function Ballot({ language, code, question, given, problems }: BallotProps): Html {
  const words = joinText(language);
  const common = { language, problems };
  const how =
    question.method === 'dots'
      ? words.dotsHow(question.dots)
      : question.method === 'sliders'
        ? words.slidersHow
        : words.pairsHow;
  return (
    <section class="stack" id={`spoerg-${question.id}`}>
      <Heading level={2}>
        <Words>{question.asks}</Words>
      </Heading>
      <p>{how}</p>
      <Form action={myVotePlace({ code, question: question.id })}>
        {question.method === 'pairs' ? (
          <Fieldset legend={words.prioritise}>
            {pairsOf(question.options).map(([one, other], at) => (
              <Radios
                {...common}
                name={`pair_${at}`}
                label={words.pair(one.says, other.says)}
                options={[one, other].map(({ id, says }) => ({ value: id, label: says }))}
              />
            ))}
          </Fieldset>
        ) : (
          <Fieldset legend={words.prioritise}>
            {question.options.map((option) =>
              question.method === 'dots' ? (
                <NumberField
                  {...common}
                  name={`points_${option.id}`}
                  label={<Words>{option.says}</Words>}
                  value={given.get(option.id) ?? 0}
                />
              ) : (
                <Slider option={option} given={given.get(option.id) ?? 5} />
              ),
            )}
          </Fieldset>
        )}
        <p class="quiet">{words.nobodySees}</p>
        <p>
          <Button look="secondary">{words.vote}</Button>
        </p>
      </Form>
    </section>
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
