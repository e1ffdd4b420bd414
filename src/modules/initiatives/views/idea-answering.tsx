import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Tag } from '../../../ui/components/tag.tsx';
import { Breadcrumb, Pagination, TabsNav } from '../../../ui/components/wayfinding.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { type AnswerWay, CARDS_A_PAGE, type Idea, type Card as InitiativeCardData, titleFrom } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { ideasText } from '../text/ideas.ts';
import { answerIdeaPlace, ideaPlace, ideasPlace, joinPlace, makePlace, newIdeaPlace } from '../urls.ts';
import type { DepartmentNames } from './card.tsx';
import { DescriptionFields } from './editing.tsx';
import { type Who, WhoseIdea } from './idea-person.tsx';
import { AnswerCard } from './ideas.tsx';
import { PageTitle } from './page-title.tsx';

export interface IdeasProps {
  readonly language: Language;
  readonly which: 'waiting' | 'answered';
  readonly ideas: readonly Idea[];
  readonly counts: { readonly waiting: number; readonly answered: number };
  readonly page: number;
  readonly departments: DepartmentNames;
}

/** For those who answer: what waits, oldest promise first. */
export function IdeasPage(props: IdeasProps): Html {
  const { language, which, counts } = props;
  const words = ideasText(language);
  return (
    <>
      <p class="actions">
        <LinkButton href={newIdeaPlace({})} look="secondary">
          {words.writeIn}
        </LinkButton>
      </p>
      <TabsNav
        label={words.ideas}
        tabs={[
          { href: ideasPlace({}), label: words.waiting, current: which === 'waiting', count: counts.waiting },
          {
            href: ideasPlace({}, { vis: 'besvaret' }),
            label: words.answered,
            current: which === 'answered',
            count: counts.answered,
          },
        ]}
      />
      {props.ideas.length === 0 && (
        <EmptyState
          scene="mailbox"
          title={which === 'waiting' ? words.noneWaiting : words.noneAnswered}
          text={which === 'waiting' ? words.noneWaitingText : undefined}
        />
      )}
      <ul class="plain-list">
        {props.ideas.map((idea) => (
          <li>
            <IdeaRow {...props} idea={idea} />
          </li>
        ))}
      </ul>
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(counts[which] / CARDS_A_PAGE)}
        href={(page) => ideasPlace({}, { vis: which === 'answered' ? 'besvaret' : null, side: page > 1 ? page : null })}
      />
    </>
  );
}

function IdeaRow(props: IdeasProps & { readonly idea: Idea }): Html {
  const { language, idea } = props;
  const words = ideasText(language);
  const department = idea.departmentId && props.departments.get(idea.departmentId);
  return (
    <Card as="article" {...(idea.answer ? {} : { colour: 'sol' as const })}>
      <Heading level={2}>
        <a class="whole-card" lang="da" href={ideaPlace({ id: idea.id })}>
          {titleFrom(idea.said)}
        </a>
      </Heading>
      <p class="quiet">
        {idea.contactName || words.anonymous}
        {department && `, ${department}`}
      </p>
      <p class="tags">
        {idea.answer ? (
          <Tag>{words.answerKinds[idea.answer.answer]}</Tag>
        ) : (
          <Tag icon="clock">{`${words.promised} ${formatDay(idea.readBy, language)}`}</Tag>
        )}
      </p>
    </Card>
  );
}

export interface IdeaPageProps {
  readonly language: Language;
  readonly idea: Idea;
  readonly departments: DepartmentNames;
  readonly names: ReadonlyMap<string, string>;
  /** Open initiatives that it could be laid beside. */
  readonly candidates: readonly InitiativeCardData[];
  /** How an answer gets there. */
  readonly way: AnswerWay;
  /** Set where staff may say whose idea it is. */
  readonly who: Who | null;
  readonly refused?: { readonly form: 'make' | 'join' | 'answer' | 'who'; readonly problems: FormProblems };
}

/** One idea, and three good things that can be done with it. */
export function IdeaPage(props: IdeaPageProps): Html {
  const { language, idea } = props;
  const words = ideasText(language);
  return (
    <>
      <Breadcrumb language={language} steps={[{ href: ideasPlace({}), label: words.ideas }]} />
      <PageTitle lang="da">{titleFrom(idea.said)}</PageTitle>
      <ErrorSummary language={language} problems={props.refused?.problems} ids={idsOf(props.refused?.form)} />
      <blockquote class="quote idea-words" lang="da">
        <Lines text={idea.said} />
      </blockquote>
      <IdeaFacts {...props} />
      {props.who && <WhoseIdea language={language} idea={idea} who={props.who} open={props.way === 'nobody'} />}
      {idea.answer ? (
        <AnswerCard
          language={language}
          idea={idea}
          answer={idea.answer}
          readerName={null}
          answererName={props.names.get(idea.answer.answeredBy) ?? null}
        />
      ) : (
        <ThreeWays {...props} />
      )}
    </>
  );
}

function IdeaFacts(props: IdeaPageProps): Html {
  const { language, idea, names } = props;
  const words = ideasText(language);
  const staff = idea.registeredBy && (names.get(idea.registeredBy) ?? words.office);
  const day = formatDay(idea.postedOn, language);
  const from = (idea.personId && names.get(idea.personId)) || idea.contactName || words.anonymous;
  return (
    <>
      <DescriptionList
        rows={[
          { term: words.from, content: <bdi>{from}</bdi> },
          { term: words.contact, content: <bdi>{answerTo(props, from)}</bdi> },
          { term: words.department, content: idea.departmentId && props.departments.get(idea.departmentId) },
          { term: words.came, content: day },
          { term: words.promised, content: formatDay(idea.readBy, language) },
        ]}
      />
      {staff && <p class="quiet">{idea.channel === 'phone' ? words.byPhone(day, staff) : words.onPaper(day, staff)}</p>}
    </>
  );
}

function answerTo(props: IdeaPageProps, from: string): string {
  const { idea, way } = props;
  if (way === 'address') return idea.contactEmail ?? idea.contactPhone ?? '';
  return ideasText(props.language).answerWay[way](from);
}

function ThreeWays(props: IdeaPageProps): Html {
  const { language, refused } = props;
  const words = ideasText(language);
  const problems = (form: 'make' | 'join' | 'answer') => (refused?.form === form ? refused.problems : undefined);
  return (
    <section>
      <Heading level={2}>{words.threeWays}</Heading>
      <Disclosure summary={words.make} open={!refused || refused.form === 'make' || refused.form === 'who'}>
        <MakeForm {...props} problems={problems('make')} />
      </Disclosure>
      <Disclosure summary={words.join} open={refused?.form === 'join'}>
        {props.candidates.length === 0 ? <p>{words.joinNone}</p> : <JoinForm {...props} problems={problems('join')} />}
      </Disclosure>
      <Disclosure summary={words.answer} open={refused?.form === 'answer'}>
        <AnswerForm {...props} problems={problems('answer')} />
      </Disclosure>
    </section>
  );
}

/** One of the three ways. What was wrong in it, when it was the one that came back. */
interface Way extends IdeaPageProps {
  readonly problems: FormProblems | undefined;
}

function MakeForm({ language, idea, departments, problems }: Way): Html {
  const words = ideasText(language);
  const labels = formWords(language);
  return (
    <Form action={makePlace({ id: idea.id })} warnUnsaved>
      <DescriptionFields
        language={language}
        departments={departments}
        problems={problems}
        known={{
          title: titleFrom(idea.said),
          what: idea.said,
          departmentIds: idea.departmentId ? [idea.departmentId] : [],
        }}
      />
      <TextArea
        language={language}
        name="words"
        id="words-make"
        label={words.makeWords}
        hint={labels.wordsBackHint}
        rows={3}
        optional
        problems={problems}
      />
      <Button>{words.makeButton}</Button>
    </Form>
  );
}

function JoinForm({ language, idea, candidates, problems }: Way): Html {
  const words = ideasText(language);
  const labels = formWords(language);
  return (
    <Form action={joinPlace({ id: idea.id })}>
      <Select
        language={language}
        name="initiative"
        label={labels.joinWhich}
        options={candidates.map((card) => ({ value: card.id, label: card.title }))}
        problems={problems}
      />
      <TextArea
        language={language}
        name="words"
        id="words-join"
        label={words.makeWords}
        rows={3}
        optional
        problems={problems}
      />
      <Button look="secondary">{words.joinButton}</Button>
    </Form>
  );
}

function AnswerForm({ language, idea, problems }: Way): Html {
  const words = ideasText(language);
  const labels = formWords(language);
  return (
    <Form action={answerIdeaPlace({ id: idea.id })}>
      <TextArea
        language={language}
        name="words"
        id="words-answer"
        label={labels.wordsBack}
        hint={labels.wordsBackHint}
        rows={4}
        problems={problems}
      />
      <Button look="secondary">{words.answerButton}</Button>
    </Form>
  );
}

function idsOf(form: NonNullable<IdeaPageProps['refused']>['form'] | undefined): Readonly<Record<string, string>> {
  return form && form !== 'who' ? { words: `words-${form}` } : {};
}
