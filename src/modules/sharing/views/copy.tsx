import type { Child, Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { formatBytes, formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { type Content, MOST_NOTE, type ReceivedCopy, type SentCopy } from '../rules.ts';
import { sharingText } from '../text.ts';
import { answerPlace, recallPlace, recallSeenPlace, receivedFilePlace } from '../urls.ts';
import { CopyState } from './list.tsx';

/** What a copy says, as the receiver reads it and as the sender saw it before. */
export function CopyBody(props: {
  readonly language: Language;
  readonly content: Content;
  /** The way to a file by its place, from 1; null where it cannot be fetched. */
  readonly fileHref: ((place: number) => string) | null;
}): Html {
  const { language, content, fileHref } = props;
  const words = sharingText(language);
  return (
    <>
      {content.parts.map(({ heading, text }) => (
        <section class="stack">
          <Heading level={2}>{heading}</Heading>
          {text.split(/\n+/).map((line) => (
            <p>
              <Words>{line}</Words>
            </p>
          ))}
        </section>
      ))}
      {content.files.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.files}</Heading>
          <ul>
            {content.files.map((name, at) => (
              <li>{fileHref ? <a href={fileHref(at + 1)}>{name}</a> : <Words>{name}</Words>}</li>
            ))}
          </ul>
        </section>
      )}
      {content.contact && (
        <DescriptionList
          rows={[
            {
              term: words.contact,
              content: <Words>{[content.contact.name, content.contact.email].filter(Boolean).join(', ')}</Words>,
            },
          ]}
        />
      )}
    </>
  );
}

export interface ReceivedProps {
  readonly language: Language;
  readonly copy: ReceivedCopy;
  /** The sender wants it back, and nobody here has said that they saw it. */
  readonly recallWaits: boolean;
  readonly problems?: FormProblems | undefined;
}

export function ReceivedPage({ language, copy, recallWaits, problems }: ReceivedProps): Html {
  const words = sharingText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="tags">
        <CopyState language={language} copy={copy} />
      </p>
      <p class="lead">{words.origin(copy.houseName, formatDay(copy.sentOn as Day, language), copy.edition)}</p>
      {copy.bytes > 0 && <p>{words.weighs(formatBytes(copy.bytes, language))}</p>}
      {copy.recall && (
        <Notice kind="warning" heading={words.recallCame(copy.houseName)}>
          {copy.recall.words && <Said>{copy.recall.words}</Said>}
          {recallWaits && (
            <Form action={recallSeenPlace({ copy: copy.id })}>
              <Button look="secondary">{words.recallSeen}</Button>
            </Form>
          )}
        </Notice>
      )}
      {copy.note && (
        <section class="stack">
          <Heading level={2}>{words.note}</Heading>
          <Said>{copy.note}</Said>
        </section>
      )}
      {copy.answer?.answer === 'declined' ? (
        <p>{words.emptied}</p>
      ) : (
        <CopyBody
          language={language}
          content={copy.content}
          fileHref={(place) => receivedFilePlace({ copy: copy.id, place: String(place) })}
        />
      )}
      {copy.answer ? (
        <Answered language={language} copy={copy} />
      ) : (
        <AnswerForm language={language} copy={copy} problems={problems} />
      )}
    </>
  );
}

function Said(props: { readonly children: Child }): Html {
  return (
    <blockquote class="quote">
      <p>
        <Words>{props.children}</Words>
      </p>
    </blockquote>
  );
}

function Answered({
  language,
  copy,
}: {
  readonly language: Language;
  readonly copy: SentCopy | ReceivedCopy;
}): Html | null {
  const { answer } = copy;
  if (!answer) return null;
  return (
    <>
      <p>{sharingText(language).answered(answer.answer, formatDay(dayOf(answer.at), language))}</p>
      {answer.words && <Said>{answer.words}</Said>}
    </>
  );
}

function AnswerForm(props: {
  readonly language: Language;
  readonly copy: ReceivedCopy;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, copy, problems } = props;
  const words = sharingText(language);
  return (
    <section class="stack">
      <Form action={answerPlace({ copy: copy.id })}>
        <Radios
          language={language}
          problems={problems}
          name="svar"
          label={words.answerTitle}
          hint={words.answerWhy}
          options={[
            { value: 'accepted', label: words.accept },
            { value: 'declined', label: words.decline },
          ]}
        />
        <FewWords language={language} problems={problems} label={words.words}>
          <Button>{words.answer}</Button>
        </FewWords>
      </Form>
    </section>
  );
}

/** A few words that go along with what the button does. */
function FewWords(props: {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
  readonly label: string;
  readonly children: Child;
}): Html {
  const { children, ...field } = props;
  return (
    <>
      <TextArea {...field} name="words" rows={3} maxlength={MOST_NOTE} optional />
      <p>{children}</p>
    </>
  );
}

export interface SentProps {
  readonly language: Language;
  readonly copy: SentCopy;
  readonly problems?: FormProblems | undefined;
}

export function SentPage({ language, copy, problems }: SentProps): Html {
  const words = sharingText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="tags">
        <CopyState language={language} copy={copy} />
      </p>
      <p class="lead">{words.sentTo(copy.houseName, formatDay(dayOf(copy.sentAt), language), copy.edition)}</p>
      <Answered language={language} copy={copy} />
      {copy.note && (
        <section class="stack">
          <Heading level={2}>{words.noteOurs}</Heading>
          <Said>{copy.note}</Said>
        </section>
      )}
      <CopyBody language={language} content={copy.content} fileHref={null} />
      {copy.recall ? (
        <p>{words.recalled}</p>
      ) : (
        copy.answer?.answer !== 'declined' && (
          <section class="stack">
            <Heading level={2}>{words.recallTitle}</Heading>
            <p>{words.recallWhy}</p>
            <Form action={recallPlace({ copy: copy.id })}>
              <FewWords language={language} problems={problems} label={words.noteLabel}>
                <Button look="secondary">{words.recall}</Button>
              </FewWords>
            </Form>
          </section>
        )
      )}
    </>
  );
}
