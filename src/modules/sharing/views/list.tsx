import type { Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { DateText, Words } from '../../../ui/components/written.tsx';
import type { ReceivedCopy, SentCopy } from '../rules.ts';
import { sharingText } from '../text.ts';
import { copiesPlace, receivedPlace, sentPlace } from '../urls.ts';

/** Waiting, accepted, declined or asked back. */
export function CopyState(props: {
  readonly language: Language;
  readonly copy: Pick<SentCopy | ReceivedCopy, 'answer' | 'recall'>;
}): Html {
  const { states } = sharingText(props.language);
  const { answer, recall } = props.copy;
  if (answer?.answer === 'declined') return <StatusTag state="stopped">{states.declined}</StatusTag>;
  if (recall) return <StatusTag state="resting">{states.recalled}</StatusTag>;
  if (answer) return <StatusTag state="good">{states.accepted}</StatusTag>;
  return <StatusTag state="waiting">{states.waiting}</StatusTag>;
}

export interface CopiesProps {
  readonly language: Language;
  readonly received: readonly ReceivedCopy[];
  readonly sent: readonly SentCopy[];
  readonly page: number;
  readonly more: boolean;
}

export function CopiesPage({ language, received, sent, page, more }: CopiesProps): Html {
  const words = sharingText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <section class="stack">
        <Heading level={2}>{words.came}</Heading>
        <Table
          language={language}
          caption={words.came}
          captionHidden
          rows={received}
          empty={<p>{words.cameNone}</p>}
          columns={[
            {
              heading: words.name,
              names: true,
              cell: (copy) => (
                <a href={receivedPlace({ copy: copy.id })}>
                  <Words>{copy.title}</Words>
                </a>
              ),
            },
            { heading: words.from, cell: (copy) => <Words>{copy.houseName}</Words> },
            {
              heading: words.day,
              cell: (copy) => (
                <>
                  <DateText day={copy.sentOn as Day} language={language} style="short" />, {words.edition(copy.edition)}
                </>
              ),
            },
            { heading: words.state, cell: (copy) => <CopyState language={language} copy={copy} /> },
          ]}
        />
        {(page > 1 || more) && (
          <p class="actions">
            {page > 1 && <a href={copiesPlace({}, { side: page - 1 })}>{words.newer}</a>}{' '}
            {more && <a href={copiesPlace({}, { side: page + 1 })}>{words.older}</a>}
          </p>
        )}
      </section>
      <section class="stack">
        <Heading level={2}>{words.went}</Heading>
        <Table
          language={language}
          caption={words.went}
          captionHidden
          rows={sent}
          empty={
            <p>
              {words.wentNone} {words.wentHow}
            </p>
          }
          columns={[
            {
              heading: words.name,
              names: true,
              cell: (copy) => (
                <a href={sentPlace({ copy: copy.id })}>
                  <Words>{copy.title}</Words>
                </a>
              ),
            },
            { heading: words.to, cell: (copy) => <Words>{copy.houseName}</Words> },
            {
              heading: words.day,
              cell: (copy) => (
                <>
                  <DateText day={dayOf(copy.sentAt)} language={language} style="short" />, {words.edition(copy.edition)}
                </>
              ),
            },
            { heading: words.state, cell: (copy) => <CopyState language={language} copy={copy} /> },
          ]}
        />
      </section>
    </>
  );
}
