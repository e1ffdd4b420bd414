import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Lines, Words } from '../../../../ui/components/written.tsx';
import { Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import type { Meeting, Recommendation } from '../rules/meeting.ts';
import type { Panel } from '../rules/panel.ts';
import { METHODS, orderOf, type Question } from '../rules/voting.ts';
import { meetText } from '../text/meet.ts';
import {
  answerRecommendationPlace,
  closeQuestionPlace,
  growPlace,
  questionsPlace,
  recommendationsPlace,
} from '../urls.ts';

export interface QuestionsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly questions: readonly Question[];
  readonly initiatives: readonly { readonly id: string; readonly title: string }[];
  readonly problems?: FormProblems | undefined;
}

/** What the group is asked to put in order, and the order it gave. */
export function QuestionsPage(props: QuestionsProps): Html {
  const { language, panel, questions, problems } = props;
  const words = meetText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.prioritisingLead}</p>
      <ErrorSummary language={language} problems={problems} />
      {questions.length === 0 && <p>{words.noQuestions}</p>}
      {questions.map((question) => (
        <Asked language={language} panel={panel} question={question} />
      ))}
      <section class="stack">
        <Heading level={2}>{words.newQuestion}</Heading>
        <Form action={questionsPlace({ id: panel.id })}>
          <TextField {...common} name="asks" label={words.asks} hint={words.asksHint} maxlength={200} />
          <TextArea {...common} name="options" label={words.options} hint={words.optionsHint} rows={5} optional />
          {props.initiatives.length > 0 && (
            <Checkboxes
              {...common}
              name="initiatives"
              label={words.initiatives}
              hint={words.initiativesHint}
              options={props.initiatives.map(({ id, title }) => ({ value: id, label: title }))}
              optional
            />
          )}
          <Radios
            {...common}
            name="how"
            label={words.method}
            value="dots"
            options={METHODS.map((value) => ({ value, label: words.methods[value], hint: words.methodHints[value] }))}
          />
          <NumberField {...common} name="dots" label={words.dots} value={5} optional />
          <p>
            <Button>{words.ask}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Asked(props: { readonly language: Language; readonly panel: Panel; readonly question: Question }): Html {
  const { language, panel, question } = props;
  const words = meetText(language);
  const order = orderOf(question);
  return (
    <section class="stack">
      <Heading level={2}>
        <Words>{question.asks}</Words>
      </Heading>
      <p>
        {words.methods[question.method]}. {words.answered(question.answered)}.
        {question.closedOn ? ` ${words.closed}` : ''}
      </p>
      {order === null ? (
        <p>{words.few}</p>
      ) : (
        <Table
          language={language}
          caption={words.result}
          rows={order}
          columns={[
            {
              heading: words.option,
              names: true,
              cell: (option) =>
                option.initiativeId ? (
                  <a href={initiativePlace({ id: option.initiativeId })}>
                    <Words>{option.says}</Words>
                  </a>
                ) : (
                  <Words>{option.says}</Words>
                ),
            },
            { heading: words.points, numeric: true, cell: (option) => option.points },
          ]}
        />
      )}
      {!question.closedOn && (
        <Form action={closeQuestionPlace({ id: panel.id, question: question.id })}>
          <Button look="secondary">{words.close}</Button>
        </Form>
      )}
    </section>
  );
}

export interface RecommendationsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly recommendations: readonly Recommendation[];
  readonly meetings: readonly Meeting[];
  /** Which of the forms was refused: that of a new one, or of one by its id. */
  readonly refused?: { readonly at: string; readonly problems: FormProblems } | undefined;
}

/** "I sagde – vi gjorde": writing down, answering, and letting it grow. */
export function RecommendationsPage(props: RecommendationsProps): Html {
  const { language, panel, recommendations, refused } = props;
  const words = meetText(language);
  const common = { language, problems: refused?.at === 'new' ? refused.problems : undefined };
  return (
    <>
      <p class="lead">{words.recommendationsLead}</p>
      <ErrorSummary language={language} problems={refused?.problems} />
      {recommendations.length === 0 && <p>{words.noRecommendations}</p>}
      {recommendations.map((one) => (
        <Said {...props} one={one} />
      ))}
      <section class="stack">
        <Heading level={2}>{words.newRecommendation}</Heading>
        <Form action={recommendationsPlace({ id: panel.id })}>
          <TextArea {...common} name="says" label={words.says} hint={words.saysHint} rows={4} maxlength={1000} />
          {props.meetings.length > 0 && (
            <Select
              {...common}
              name="meeting"
              label={words.fromMeeting}
              empty={words.noMeeting}
              options={props.meetings.map((meeting) => ({ value: meeting.id, label: formatDay(meeting.on, language) }))}
              optional
            />
          )}
          <p>
            <Button>{words.add}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Said(props: RecommendationsProps & { readonly one: Recommendation }): Html {
  const { language, panel, one, refused } = props;
  const words = meetText(language);
  const mine = refused?.at === one.id ? refused.problems : undefined;
  const common = { language, problems: mine };
  return (
    <section class="stack" id={`sagt-${one.id}`}>
      <Heading level={2}>{formatDay(one.saidOn, language)}</Heading>
      <Lines text={one.says} />
      {one.answer ? (
        <div class="quote">
          <Lines text={one.answer} />
        </div>
      ) : (
        <Form action={answerRecommendationPlace({ id: panel.id, said: one.id })}>
          <TextArea
            {...common}
            id={`answer-${one.id}`}
            name="answer"
            label={words.weDid}
            hint={words.weDidHint}
            rows={3}
            maxlength={1000}
          />
          <p>
            <Button look="secondary">{words.answer}</Button>
          </p>
        </Form>
      )}
      {one.initiativeId ? (
        <p>
          <a href={initiativePlace({ id: one.initiativeId })}>{words.seeInitiative}</a>
        </p>
      ) : (
        <Form action={growPlace({ id: panel.id, said: one.id })}>
          <TextField {...common} id={`title-${one.id}`} name="title" label={words.growTitle} maxlength={120} />
          <Select
            {...common}
            id={`category-${one.id}`}
            name="category"
            label={words.category}
            options={(['homes', 'green', 'people'] as const).map((value) => ({
              value,
              label: words.categories[value],
            }))}
          />
          <p>
            <Button look="secondary">{words.makeInitiative}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}
