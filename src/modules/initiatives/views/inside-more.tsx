import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { Interest } from '../rules/interest.ts';
import { END_RESULTS, restingNow } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { insideText } from '../text/inside.ts';
import { endPlace, parkPlace, stepDownPlace, wakePlace } from '../urls.ts';

import type { InitiativeProps } from './public-page.tsx';

/** Which of the page's forms came back, and with what. */
export interface Refused {
  readonly form: 'step' | 'finish' | 'park' | 'wake' | 'end' | 'stepDown';
  /** Which step was to be finished. */
  readonly step?: string;
  readonly problems: FormProblems;
}

export interface InsideProps extends InitiativeProps {
  /** Who can be given a step. */
  readonly helpers: readonly { readonly id: string; readonly name: string }[];
  /** Who wants to join in; for those who may edit it, else none. */
  readonly interests: readonly Interest[];
  /** Where money is applied for; absent where there is nothing to apply to. */
  readonly supportHref?: string;
  /** Where a copy is sent to another house. */
  readonly shareHref?: string | null;
  /** What other modules show beside it. */
  readonly beside?: Html | null;
  readonly refused?: Refused;
}

/** What is needed now and then: letting go, resting, waking, ending. */
export function More(props: InsideProps): Html {
  const { language, initiative, may } = props;
  const words = insideText(language);
  const labels = formWords(language);
  const id = { id: initiative.id };
  const resting = restingNow(initiative, props.today) !== null;
  return (
    <section>
      <Heading level={2}>{words.more}</Heading>
      {may.drive && (
        <Disclosure summary={words.stepDown} open={props.refused?.form === 'stepDown'}>
          <Form action={stepDownPlace(id)}>
            <p>{words.stepDownText}</p>
            <TextArea
              language={language}
              name="words"
              id="words-step-down"
              label={labels.stepDownWords}
              rows={2}
              optional
              problems={problemsOf(props, 'stepDown')}
            />
            <Button look="secondary">{words.stepDownButton}</Button>
          </Form>
        </Disclosure>
      )}
      {resting ? (
        <Disclosure summary={words.wake} open={props.refused?.form === 'wake'}>
          <Form action={wakePlace(id)}>
            <TextArea
              language={language}
              name="words"
              id="words-wake"
              label={labels.wakeWords}
              rows={2}
              optional
              problems={problemsOf(props, 'wake')}
            />
            <Button look="secondary">{words.wakeButton}</Button>
          </Form>
        </Disclosure>
      ) : (
        <Park {...props} />
      )}
      <End {...props} />
    </section>
  );
}

function Park(props: InsideProps): Html {
  const { language } = props;
  const labels = formWords(language);
  const problems = problemsOf(props, 'park');
  return (
    <Disclosure summary={insideText(language).park} open={problems !== undefined}>
      <Form action={parkPlace({ id: props.initiative.id })}>
        <TextArea
          language={language}
          name="reason"
          label={labels.reason}
          hint={labels.reasonHint}
          rows={2}
          problems={problems}
        />
        <DateField
          language={language}
          name="askAgainOn"
          label={labels.askAgainOn}
          min={props.today}
          optional
          problems={problems}
        />
        <Button look="secondary">{insideText(language).parkButton}</Button>
      </Form>
    </Disclosure>
  );
}

function End(props: InsideProps): Html {
  const { language } = props;
  const labels = formWords(language);
  const problems = problemsOf(props, 'end');
  const labelOf = { done: labels.resultDone, stopped: labels.resultStopped };
  return (
    <Disclosure summary={insideText(language).end} open={problems !== undefined}>
      <Form action={endPlace({ id: props.initiative.id })}>
        <Radios
          language={language}
          name="result"
          label={labels.result}
          options={END_RESULTS.map((value) => ({
            value,
            label: labelOf[value],
            ...(value === 'stopped' ? { hint: labels.resultStoppedHint } : {}),
          }))}
          problems={problems}
        />
        <TextArea
          language={language}
          name="words"
          id="words-end"
          label={labels.endWords}
          hint={labels.endWordsHint}
          rows={4}
          optional
          problems={problems}
        />
        <Button look="secondary">{insideText(language).endButton}</Button>
      </Form>
    </Disclosure>
  );
}

export function problemsOf(props: InsideProps, form: Refused['form']): FormProblems | undefined {
  return props.refused?.form === form ? props.refused.problems : undefined;
}
