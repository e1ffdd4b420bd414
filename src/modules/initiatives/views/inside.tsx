import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../kernel/format.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { Breadcrumb } from '../../../ui/components/wayfinding.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { openSteps, type Step, statusOf } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import { addStepPlace, askPlace, editPlace, finishStepPlace, initiativePlace, initiativesPlace } from '../urls.ts';
import { CategoryTag, InitiativeStatus } from './card.tsx';
import { type InsideProps, More, problemsOf, type Refused } from './inside-more.tsx';
import { Interested } from './interest.tsx';
import { Origins } from './origins.tsx';
import { PageTitle } from './page-title.tsx';
import { Facts, NextStep, nameOf, StateNotice, StepWords, Told } from './public-page.tsx';
import { ThreadSection } from './thread-section.tsx';

/** For those who drive it, its board and staff. */
export function InsidePage(props: InsideProps): Html {
  const { language, initiative, may } = props;
  const words = insideText(language);
  const over = initiative.end !== null;
  return (
    <>
      <Breadcrumb
        language={language}
        steps={[
          { href: initiativesPlace({}), label: initiativesText(language).initiatives },
          { href: initiativePlace({ id: initiative.id }), label: initiative.title },
        ]}
      />
      <PageTitle lang="da">{initiative.title}</PageTitle>
      <ErrorSummary language={language} problems={props.refused?.problems} ids={idsOf(props.refused)} />
      <p class="tags">
        <CategoryTag language={language} category={initiative.category} />
        <InitiativeStatus language={language} status={statusOf(initiative, props.today)} />
      </p>
      <p class="quiet">
        {words.insideIntro} <a href={initiativePlace({ id: initiative.id })}>{words.publicPage}</a>
      </p>
      {may.edit && !over && (
        <p class="actions">
          <LinkButton href={askPlace({ id: initiative.id })} look="secondary">
            {words.ask}
          </LinkButton>
          <LinkButton href={editPlace({ id: initiative.id })} look="secondary">
            {words.edit}
          </LinkButton>
          {props.supportHref && (
            <LinkButton href={props.supportHref} look="secondary">
              {words.seekSupport}
            </LinkButton>
          )}
        </p>
      )}
      {props.shareHref && (
        <p>
          <a href={props.shareHref}>{words.share}</a>
        </p>
      )}
      <StateNotice {...props} />
      {openSteps(initiative).length === 0 && <NextStep {...props} />}
      <Steps {...props} />
      <Asked {...props} />
      <Interested language={language} initiative={initiative.id} interests={props.interests} />
      <Facts {...props} />
      <Told title={initiativesText(language).what} text={initiative.what} />
      <Told title={initiativesText(language).why} text={initiative.why} />
      {props.beside}
      <ThreadSection {...props} />
      <Origins {...props} />
      {may.edit && !over && <More {...props} />}
    </>
  );
}

function Steps(props: InsideProps): Html | null {
  const { language, initiative, may } = props;
  const words = insideText(language);
  const open = openSteps(initiative);
  const done = initiative.steps.filter((step) => step.outcome === 'done').length;
  const over = initiative.end !== null;
  if (over && open.length + done === 0) return null;
  return (
    <section>
      {(open.length > 0 || !over) && <Heading level={2}>{words.stepsOpen}</Heading>}
      {open.length === 0 && !over && <p class="quiet">{words.stepsNone}</p>}
      {open.length > 0 && (
        <ul class="plain-list">
          {open.map((step) => (
            <li>
              <Card>
                <StepWords {...props} step={step} />
                {may.edit && <FinishStep {...props} step={step} />}
              </Card>
            </li>
          ))}
        </ul>
      )}
      {done > 0 && <p class="quiet">{words.stepsDone(done)}</p>}
      {may.edit && !over && <AddStep {...props} />}
    </section>
  );
}

function FinishStep(props: InsideProps & { readonly step: Step }): Html {
  const { language, initiative, step } = props;
  const words = insideText(language);
  return (
    <Form action={finishStepPlace({ id: initiative.id, step: step.id })} class="form-inline">
      <TextField
        language={language}
        name="words"
        id={`words-${step.id}`}
        label={formWords(language).stepAnswer}
        optional
        problems={props.refused?.step === step.id ? problemsOf(props, 'finish') : undefined}
      />
      <Button look="secondary" name="outcome" value="done" label={`${words.stepDone}: ${step.says}`}>
        {words.stepDone}
      </Button>
      <Button look="tertiary" name="outcome" value="dropped" label={`${words.stepDropped}: ${step.says}`}>
        {words.stepDropped}
      </Button>
    </Form>
  );
}

function AddStep(props: InsideProps): Html {
  const { language, initiative } = props;
  const words = formWords(language);
  const problems = problemsOf(props, 'step');
  return (
    <Disclosure summary={words.step} open={problems !== undefined || openSteps(initiative).length === 0}>
      <Form action={addStepPlace({ id: initiative.id })}>
        <TextField
          language={language}
          name="says"
          label={words.step}
          hint={words.stepHint}
          maxlength={200}
          problems={problems}
        />
        <Select
          language={language}
          name="person"
          label={words.stepWho}
          optional
          empty={words.stepNobody}
          options={props.helpers.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <DateField language={language} name="dueOn" label={words.stepDue} optional problems={problems} />
        <Button look="secondary">{insideText(language).addStep}</Button>
      </Form>
    </Disclosure>
  );
}

function Asked(props: InsideProps): Html | null {
  const { language, initiative } = props;
  const words = insideText(language);
  if (initiative.asks.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{words.asked}</Heading>
      <ul class="plain-list">
        {initiative.asks.toReversed().map((ask) => (
          <li>
            <p>
              <bdi>{nameOf(props, ask.personId)}</bdi>{' '}
              {ask.answer ? (
                <StatusTag state={ask.answer === 'no' ? 'resting' : 'good'}>{words.answers[ask.answer]}</StatusTag>
              ) : (
                <StatusTag state="waiting">{words.waitsUntil(formatDay(ask.answerBy, language))}</StatusTag>
              )}
            </p>
            {ask.answerWords && (
              <blockquote class="quote" lang="da">
                {ask.answerWords}
              </blockquote>
            )}
            <p class="quiet">{words.askedBy(nameOf(props, ask.askedBy))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Several forms of the page have a field "words": the summary leads to the one that came back. */
function idsOf(refused: Refused | undefined): Readonly<Record<string, string>> {
  if (!refused) return {};
  const ids = { stepDown: 'words-step-down', wake: 'words-wake', end: 'words-end', step: 'words', park: 'words' };
  return { words: refused.form === 'finish' ? `words-${refused.step}` : ids[refused.form] };
}
