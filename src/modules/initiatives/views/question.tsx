import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { QUIET_ANSWERS, type Question, WAKINGS, wantsHelp } from '../rules/quiet.ts';
import { quietText } from '../text/quiet.ts';
import { askPlace, helpedPlace, howGoesCodePlace, initiativePlace, insidePlace } from '../urls.ts';

export interface QuestionProps {
  readonly language: Language;
  /** Where the answer goes: with the code of the letter, or signed in. */
  readonly action: Path;
  readonly initiative: { readonly id: string; readonly title: string };
  /** Staff may have the answer from another. */
  readonly forAnother: boolean;
  readonly problems?: FormProblems | undefined;
}

/** One question and five good answers, each one tap away. */
export function QuestionPage(props: QuestionProps): Html {
  const { language, action, initiative, problems } = props;
  const words = quietText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.lead(initiative.title)}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={action}>
        {props.forAnother && (
          <Radios
            {...common}
            name="channel"
            label={words.onBehalf}
            value="self"
            options={[
              { value: 'self', label: words.onBehalfSelf },
              { value: 'paper', label: words.onBehalfPaper },
              { value: 'phone', label: words.onBehalfPhone },
            ]}
          />
        )}
        <Disclosure summary={words.more} open={problems !== undefined}>
          <TextArea {...common} name="words" label={words.words} hint={words.wordsHint} rows={3} optional />
          <Select
            {...common}
            name="waking"
            label={words.waking}
            empty={words.wakings.season}
            optional
            options={WAKINGS.filter((one) => one !== 'season').map((one) => ({
              value: one,
              label: words.wakings[one],
            }))}
          />
        </Disclosure>
        <ul class="plain-list">
          {QUIET_ANSWERS.map((answer) => (
            <li>
              <Card>
                <p>
                  <Button look={answer === 'going' ? 'strong' : 'secondary'} name="answer" value={answer}>
                    {words.answers[answer]}
                  </Button>
                </p>
                <p class="quiet">{words.hints[answer]}</p>
              </Card>
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}

export interface SettledProps {
  readonly language: Language;
  readonly initiative: { readonly id: string; readonly title: string };
  readonly question: Question | null;
  /** It rests until then. */
  readonly restsUntil: Parameters<typeof formatDay>[0] | null;
  /** Staff may say that help was given. */
  readonly mayHelp: boolean;
  /** Works with it: what was written is theirs to read. */
  readonly inside: boolean;
}

/** It was answered, by them or by another who drives it, and what one can do next. */
export function SettledPage(props: SettledProps): Html {
  const { language, initiative, question } = props;
  const words = quietText(language);
  const id = { id: initiative.id };
  const answer = question?.answer;
  if (!answer) {
    return (
      <>
        <p class="lead">{words.overtaken}</p>
        <LinkButton href={initiativePlace(id)}>{words.see}</LinkButton>
      </>
    );
  }
  return (
    <>
      <Card colour="accent" as="section">
        <Heading level={2}>{words.said(words.answers[answer])}</Heading>
        <p lang="da">
          <strong>{initiative.title}</strong>
        </p>
        {props.inside && question.words && (
          <blockquote class="quote" lang="da">
            <Lines text={question.words} />
          </blockquote>
        )}
        <p>{words.after[answer]}</p>
        {props.restsUntil && <p>{words.asksAgain(formatDay(props.restsUntil, language))}</p>}
      </Card>
      <p class="actions">
        {answer === 'help' && <LinkButton href={askPlace(id)}>{words.successor}</LinkButton>}
        {answer === 'held' && <LinkButton href={insidePlace(id)}>{words.makeCard}</LinkButton>}
        <LinkButton href={initiativePlace(id)} look="secondary">
          {words.see}
        </LinkButton>
      </p>
      {props.mayHelp && wantsHelp(question) && (
        <Form action={helpedPlace(id)}>
          <Button look="secondary">{words.helpedButton}</Button>
        </Form>
      )}
    </>
  );
}

/** Where the code of a letter is typed. */
export function QuestionCodePage(props: {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = quietText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={howGoesCodePlace({})}
      lead={words.codeLead}
      label={words.code}
      hint={words.codeHint}
      size={14}
      button={words.codeGo}
    />
  );
}
