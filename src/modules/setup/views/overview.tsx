import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../ui/components/progress-bar.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { doneOf, nextStep, type StepState } from '../rules/steps.ts';
import { stepsText } from '../text/steps.ts';
import { closePlace, practicePlace, setupPlace, stepHref } from '../urls.ts';

/** The seven steps, what each lacks in words, and the one to do now. */
export function SetupPage(props: {
  readonly language: Language;
  readonly steps: readonly StepState[];
  /** Is the list shown on the front page? */
  readonly shown: boolean;
  /** Is there a practice house on the server? */
  readonly practice: boolean;
}): Html {
  const { language, steps } = props;
  const words = stepsText(language);
  const next = nextStep(steps);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <Bar language={language} steps={steps} />
      {next ? (
        <p class="actions">
          <LinkButton href={stepHref(next.step)}>{words.next(words.steps[next.step].title)}</LinkButton>
        </p>
      ) : (
        <Notice kind="success" heading={words.allDone}>
          <p>{words.allDoneText}</p>
        </Notice>
      )}
      <ol class="setup-steps">
        {steps.map((state) => (
          <li>
            <Step language={language} state={state} />
          </li>
        ))}
      </ol>
      <Card as="section" colour="himmel">
        <Heading level={2}>{words.practice}</Heading>
        <p>{props.practice ? words.practiceText : words.practiceNone}</p>
        {props.practice && (
          <Form action={practicePlace({})}>
            <Button look="secondary">{words.practiceOpen}</Button>
          </Form>
        )}
      </Card>
      {props.shown && (
        <Form action={closePlace({})}>
          <Button look="tertiary">{words.close}</Button>
          <p class="quiet">{words.closeHint}</p>
        </Form>
      )}
    </div>
  );
}

function Bar(props: { readonly language: Language; readonly steps: readonly StepState[] }): Html {
  const words = stepsText(props.language);
  const done = doneOf(props.steps);
  return (
    <ProgressBar
      id="kom-godt-i-gang"
      label={words.progressLabel}
      value={done}
      max={props.steps.length}
      text={words.progress(done, props.steps.length)}
    />
  );
}

const LOOK = { done: 'good', next: 'waiting', skipped: 'resting' } as const;

function Step(props: { readonly language: Language; readonly state: StepState }): Html {
  const { state } = props;
  const words = stepsText(props.language);
  const standing = state.done ? 'done' : state.skipped ? 'skipped' : 'next';
  return (
    <Card as="section">
      <Heading level={2}>
        <a class="whole-card" href={stepHref(state.step)}>
          {words.steps[state.step].title}
        </a>
      </Heading>
      <p>
        <StatusTag state={LOOK[standing]}>{words.states[standing]}</StatusTag>
      </p>
      <p>{words.steps[state.step].what}</p>
      <Remains {...props} />
    </Card>
  );
}

/** What the step lacks, in words. */
export function Remains(props: { readonly language: Language; readonly state: StepState }): Html {
  const words = stepsText(props.language);
  const list = (heading: string, lacks: StepState['needed']) =>
    lacks.length > 0 && (
      <p class="setup-remains">
        <strong>{heading}:</strong> {lacks.map((lack) => words.lacks[lack]).join('; ')}.
      </p>
    );
  return (
    <>
      {list(words.remains, props.state.needed)}
      {list(words.good, props.state.wished)}
    </>
  );
}

/** On the secretariat's front page: how far, and the next step. */
export function SetupCard(props: { readonly language: Language; readonly steps: readonly StepState[] }): Html {
  const { language, steps } = props;
  const words = stepsText(language);
  const next = nextStep(steps);
  return (
    <Card as="section" colour="accent">
      <Heading level={2}>{words.title}</Heading>
      <Bar language={language} steps={steps} />
      <p>{next ? words.next(words.steps[next.step].title) : words.allDoneText}</p>
      <p class="actions">
        <LinkButton href={setupPlace({})} look="secondary">
          {next ? words.goOn : words.see}
        </LinkButton>
      </p>
    </Card>
  );
}
