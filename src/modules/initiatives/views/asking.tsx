import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Breadcrumb } from '../../../ui/components/wayfinding.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../ui/forms/fieldset.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { Ask, Initiative } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import { answerPlace, askPlace, initiativePlace, initiativesPlace, insidePlace } from '../urls.ts';
import { PageTitle } from './page-title.tsx';

export interface AskProps {
  readonly language: Language;
  readonly initiative: Initiative;
  /** People close by who can be asked: name and what they are. */
  readonly people: readonly { readonly id: string; readonly label: string }[];
  /** Staff can ask anybody, by e-mail or telephone. */
  readonly anybody: boolean;
  /** The asker drives it and may hand it over. */
  readonly drives: boolean;
  readonly problems?: FormProblems | undefined;
}

export function AskPage(props: AskProps): Html {
  const { language, initiative, problems } = props;
  const words = formWords(language);
  return (
    <>
      <Breadcrumb
        language={language}
        steps={[
          { href: initiativesPlace({}), label: initiativesText(language).initiatives },
          { href: insidePlace({ id: initiative.id }), label: initiative.title },
        ]}
      />
      <PageTitle>{insideText(language).askTitle(initiative.title)}</PageTitle>
      <p class="lead">{insideText(language).askIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={askPlace({ id: initiative.id })}>
        <Select
          language={language}
          name="person"
          label={words.who}
          hint={words.whoHint}
          options={[
            ...props.people.map(({ id, label }) => ({ value: id, label })),
            ...(props.anybody ? [{ value: 'other', label: words.someoneElse }] : []),
          ]}
          problems={problems}
        />
        {props.anybody && (
          <Fieldset legend={words.someoneElse}>
            <TextField language={language} name="name" label={words.otherName} optional problems={problems} />
            <TextField language={language} name="contact" label={words.otherContact} optional problems={problems} />
          </Fieldset>
        )}
        <TextArea
          language={language}
          name="words"
          label={words.askWords}
          hint={words.askWordsHint}
          rows={4}
          optional
          problems={problems}
        />
        {props.drives && (
          <Checkbox
            language={language}
            name="inMyPlace"
            label={words.inMyPlace}
            hint={words.inMyPlaceHint}
            problems={problems}
          />
        )}
        <Button>{insideText(language).askSend}</Button>
      </Form>
    </>
  );
}

export interface AnswerProps {
  readonly language: Language;
  readonly initiative: Initiative;
  readonly ask: Ask;
  readonly askerName: string;
  /** Who would, but not alone. */
  readonly company: readonly string[];
  /** Set when staff write the answer in for the person who was asked. */
  readonly onBehalfOf: string | null;
  readonly problems?: FormProblems | undefined;
}

export function AnswerPage(props: AnswerProps): Html {
  const { language, initiative, ask, problems } = props;
  const words = formWords(language);
  const told = insideText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Card colour="accent" as="section">
        <Heading level={2}>{told.answerAsks(props.askerName)}</Heading>
        {ask.words && (
          <blockquote class="quote" lang="da">
            <Lines text={ask.words} />
          </blockquote>
        )}
        {props.company.map((name) => (
          <p>{initiativesText(language).wantsCompany(name)}.</p>
        ))}
      </Card>
      <div lang="da">
        <Lines text={initiative.what} />
      </div>
      <p>
        <a href={initiativePlace({ id: initiative.id })}>{initiative.title}</a>
      </p>
      <Form action={answerPlace({ ask: ask.id })}>
        {props.onBehalfOf && <p>{told.answerFor(props.onBehalfOf)}</p>}
        <Radios
          language={language}
          name="answer"
          label={words.answer}
          problems={problems}
          options={[
            { value: 'yes', label: words.answerYes },
            { value: 'not_alone', label: words.answerNotAlone, hint: words.answerNotAloneHint },
            { value: 'no', label: words.answerNo, hint: words.answerNoHint },
          ]}
        />
        <TextArea language={language} name="words" label={words.answerWords} rows={3} optional problems={problems} />
        <Checkbox language={language} name="named" label={words.named} hint={words.namedHint} problems={problems} />
        {props.onBehalfOf && (
          <Radios
            language={language}
            name="channel"
            label={words.channel}
            value="phone"
            problems={problems}
            options={[
              { value: 'paper', label: words.channelPaper },
              { value: 'phone', label: words.channelPhone },
            ]}
          />
        )}
        <Button>{told.answerSend}</Button>
      </Form>
    </>
  );
}
