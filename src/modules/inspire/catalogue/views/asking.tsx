import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Lines } from '../../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { type Answer, MOST_QUESTION, type Question } from '../rules/voices.ts';
import { voicesText } from '../text/voices.ts';
import { askPlace, questionPlace } from '../urls.ts';

export interface AskProps {
  readonly language: Language;
  readonly cardId: string;
  /** Each time that it was done by somebody who can be asked. */
  readonly times: readonly { readonly id: string; readonly label: string }[];
  readonly problems?: FormProblems | undefined;
}

/** "Spørg dem, der har gjort det." */
export function AskPage(props: AskProps): Html {
  const { language, times, problems } = props;
  const words = voicesText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.askIntro}</p>
      <ErrorSummary {...common} />
      <Form action={askPlace({ id: props.cardId })} warnUnsaved>
        {times.length === 1 ? (
          <>
            <p>
              <strong>{times[0]?.label}</strong>
            </p>
            <input type="hidden" name="initiative" value={times[0]?.id} />
          </>
        ) : (
          <Radios
            {...common}
            name="initiative"
            label={words.askWhom}
            options={times.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <TextArea
          {...common}
          name="words"
          label={words.askWords}
          hint={words.askHint}
          rows={5}
          maxlength={MOST_QUESTION}
        />
        <Button>{words.askSend}</Button>
      </Form>
    </>
  );
}

export interface QuestionProps {
  readonly language: Language;
  readonly question: Question;
  /** What those who may read it call each other, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly mine: boolean;
  readonly mayAnswer: boolean;
  readonly problems?: FormProblems | undefined;
}

/** A question, and what was answered. */
export function QuestionPage(props: QuestionProps): Html {
  const { language, question, mine, problems } = props;
  const words = voicesText(language);
  const day = formatDay(question.askedOn, language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Sheet as="section">
        <Heading level={2}>
          {mine ? words.yours : words.questionFrom(props.names.get(question.askedBy) ?? '', day)}
        </Heading>
        <Lines text={question.words} />
      </Sheet>
      {question.answers.map((answer) => (
        <Answered {...props} answer={answer} />
      ))}
      {question.answers.length === 0 && question.closedOn && <p>{words.nobodyAnswered}</p>}
      {question.answers.length === 0 && !question.closedOn && !props.mayAnswer && <p>{words.waits}</p>}
      {props.mayAnswer && (
        <Form action={questionPlace({ question: question.id })} warnUnsaved>
          <TextArea
            language={language}
            problems={problems}
            name="words"
            label={words.answer}
            hint={words.answerHint}
            rows={5}
            maxlength={MOST_QUESTION}
          />
          <Checkbox language={language} problems={problems} name="named" label={words.answerNamed} />
          <p class="actions">
            <Button>{words.answerSend}</Button>
            <Button look="secondary" name="wish" value="cannot">
              {words.cannot}
            </Button>
          </p>
        </Form>
      )}
    </>
  );
}

function Answered({ language, names, answer }: QuestionProps & { readonly answer: Answer }): Html {
  const words = voicesText(language);
  if (answer.words === '') return <p>{words.couldNot}</p>;
  const day = formatDay(answer.on, language);
  const name = answer.named ? names.get(answer.answeredBy) : undefined;
  return (
    <Sheet colour="sol" as="section">
      <Heading level={2}>{name ? words.answerFromNamed(name, day) : words.answerFrom(day)}</Heading>
      <Lines text={answer.words} />
    </Sheet>
  );
}
