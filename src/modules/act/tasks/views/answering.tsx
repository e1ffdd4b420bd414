import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Lines } from '../../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Ask } from '../rules/asking.ts';
import { halvesOf, type Task } from '../rules/task.ts';
import { askingText } from '../text/asking.ts';
import { tasksText } from '../text/tasks.ts';
import { whenOf } from '../text/when.ts';
import { answerPlace, codePlace } from '../urls.ts';
import { Facts } from './parts.tsx';

export interface AnswerProps {
  readonly language: Language;
  readonly code: string;
  readonly ask: Ask;
  readonly task: Task;
  readonly job: string;
  /** Who asks, as the reader may read it. */
  readonly asker: string;
  /** Signed in: the answer may be another's, from paper or telephone. */
  readonly forAnother: boolean;
  /** The reader is known: no name or address is asked for. */
  readonly known: boolean;
  readonly problems?: FormProblems | undefined;
}

/** What a neighbour is asked, and four good answers. No account. */
export function AnswerPage(props: AnswerProps): Html {
  const { language, code, ask, task, problems } = props;
  const words = askingText(language);
  const common = { language, problems };
  return (
    <>
      <Asked {...props} />
      {ask.answer && ask.answer !== 'yes' && (
        <Notice kind="success">
          <p>
            {ask.answer === 'no' ? words.thanksNo : ask.answer === 'later' ? words.thanksLater : words.thanksSmaller}
          </p>
        </Notice>
      )}
      <ErrorSummary language={language} problems={problems} />
      <Form action={answerPlace({ code })}>
        <Radios
          {...common}
          name="answer"
          label={words.yourAnswer}
          value={ask.answer ?? undefined}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'smaller', label: words.smaller, hint: words.smallerHint },
            { value: 'later', label: words.later },
            { value: 'no', label: words.no, hint: words.noHint },
          ]}
        />
        <Who {...props} />
        {!props.known && <Checkbox {...common} name="gladly" label={words.gladly} hint={words.gladlyHint} />}
        <Checkbox {...common} name="never" label={words.never} hint={words.neverHint} />
        <Button>{words.reply}</Button>
      </Form>
      {ask.handsOver && task.claims.length > 0 && <p class="quiet">{words.handsOver}</p>}
    </>
  );
}

function Asked({ language, ask, task, job, asker }: AnswerProps): Html {
  const words = askingText(language);
  const when = whenOf(task, language);
  return (
    <Card colour="accent" as="section">
      <p class="lead" lang="da">
        {task.says}
      </p>
      <p>{words.takes(task.minutes, when)}</p>
      {ask.words && (
        <blockquote class="quote" lang="da">
          <Lines text={ask.words} />
        </blockquote>
      )}
      <p class="quiet">
        {asker}. {words.partOf(job)}
      </p>
    </Card>
  );
}

function Who(props: AnswerProps): Html {
  const { language, problems } = props;
  const words = askingText(language);
  const common = { language, problems };
  return (
    <>
      {props.forAnother && (
        <Radios
          {...common}
          name="channel"
          label={words.cameBy}
          value="self"
          options={[
            { value: 'self', label: words.cameBySelf },
            { value: 'paper', label: words.cameByPaper },
            { value: 'phone', label: words.cameByPhone },
          ]}
        />
      )}
      {(!props.known || props.forAnother) && (
        <>
          <TextField {...common} name="name" label={words.name} autocomplete="given-name" optional />
          <TextField {...common} name="contact" label={words.contact} hint={words.contactHint} optional />
        </>
      )}
    </>
  );
}

export interface InsteadProps extends AnswerProps {
  /** What takes less time, of the same job. */
  readonly smaller: readonly Task[];
  /** Half of what they were asked for can be taken. */
  readonly half: boolean;
  /** Somebody else took what they were asked for. */
  readonly taken: boolean;
}

/** "Noget mindre": a list to choose one from. */
export function InsteadPage(props: InsteadProps): Html {
  const { language, code, task, smaller, half, taken, problems } = props;
  const words = askingText(language);
  const common = { language, problems };
  const none = smaller.length === 0 && !half;
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">{taken ? words.takenText : words.insteadLead}</p>
      {none && <p>{words.noneSmaller}</p>}
      {!none && (
        <Form action={answerPlace({ code }, { mindre: 'ja' })}>
          <input type="hidden" name="answer" value="smaller" />
          <Radios
            {...common}
            name="instead"
            label={words.instead}
            options={[
              ...(half ? [{ value: 'half', label: words.half(halvesOf(task.minutes)[0]) }] : []),
              ...smaller.map((one) => ({
                value: one.id,
                label: one.says,
                hint: [tasksText(language).minutes(one.minutes), whenOf(one, language)].filter(Boolean).join(' · '),
              })),
              { value: 'none', label: words.noneOfThem },
            ]}
          />
          <Who {...props} />
          <Button>{words.reply}</Button>
        </Form>
      )}
    </>
  );
}

/** The link is over, or they have a task by it. */
export function AnswerOverPage(props: {
  readonly language: Language;
  readonly what: 'over' | 'answered';
  readonly task: Task | null;
}): Html {
  const { language, what, task } = props;
  const words = askingText(language);
  if (what === 'over') return <p class="lead">{words.overText}</p>;
  return (
    <>
      <Card colour="accent" as="section">
        <Heading level={2}>{words.thanksYes}</Heading>
        {task && (
          <p>
            <strong lang="da">{task.says}</strong>
            <br />
            <Facts language={language} task={task} />
          </p>
        )}
        <p>{words.thanksYesText}</p>
      </Card>
      <p>{words.answeredText}</p>
    </>
  );
}

/** Where the code of a slip is typed. */
export function CodePage(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const { language, problems } = props;
  const words = askingText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={codePlace({})}
      lead={words.codeLead}
      label={words.code}
      hint={words.codeHint}
      size={14}
      button={words.codeGo}
    />
  );
}
