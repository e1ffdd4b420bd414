import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatDayWithWeekday } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Steps } from '../../../ui/components/steps.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import type { Idea } from '../rules.ts';
import { ideasText } from '../text/ideas.ts';
import { initiativePlace } from '../urls.ts';

export interface FollowProps extends AnswerProps {
  /** The whole address of the page, to be kept. */
  readonly address: string;
}

interface AnswerProps {
  readonly language: Language;
  readonly idea: Idea;
  /** Who reads it, by first name; null for the office. */
  readonly readerName: string | null;
  readonly answererName: string | null;
}

/** The life of one's own idea, followed by its link. */
export function FollowPage(props: FollowProps): Html {
  const { language, idea } = props;
  const words = ideasText(language);
  const reachable = idea.contactEmail !== null || idea.contactPhone !== null || idea.personId !== null;
  return (
    <>
      <Steps
        language={language}
        label={words.lifeOfIdea}
        steps={[
          { label: words.stepPosted, state: 'done', note: formatDay(idea.postedOn, language) },
          { label: words.stepRead, state: idea.answer ? 'done' : 'now', note: readNote(props) },
          { label: words.stepAnswered, state: idea.answer ? 'done' : 'next' },
        ]}
      />
      {idea.answer && <AnswerCard {...props} answer={idea.answer} />}
      <Heading level={2}>{words.yourWords}</Heading>
      <blockquote class="quote" lang="da">
        <Lines text={idea.said} />
      </blockquote>
      {!idea.answer && (
        <Notice heading={words.keepLink}>
          <p>{words.keepLinkText}</p>
          <p>
            <a href={props.address}>{props.address}</a>
          </p>
          <p>{reachable ? words.contactKnown : words.noContact}</p>
        </Notice>
      )}
    </>
  );
}

export function AnswerCard(props: AnswerProps & { readonly answer: NonNullable<Idea['answer']> }): Html {
  const { language, answer } = props;
  const words = ideasText(language);
  return (
    <Card colour="accent" as="section">
      <Heading level={2}>{words[answer.answer]}</Heading>
      {answer.words && (
        <blockquote class="quote" lang="da">
          <Lines text={answer.words} />
        </blockquote>
      )}
      <p class="quiet">
        {words.answeredBy(props.answererName ?? words.office, formatDay(answer.answeredOn, language))}
      </p>
      {answer.initiativeId && (
        <p>
          <LinkButton href={initiativePlace({ id: answer.initiativeId })}>{words.seeInitiative}</LinkButton>
        </p>
      )}
    </Card>
  );
}

function readNote(props: FollowProps): string {
  const words = ideasText(props.language);
  if (props.idea.answer) return words.hasRead(props.answererName ?? words.office);
  return words.readBy(props.readerName ?? words.office, formatDayWithWeekday(props.idea.readBy, props.language));
}
