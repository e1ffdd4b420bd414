import type { Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../../ui/components/written.tsx';
import { type ReceivedCopy, type SentCopy, stateOf } from '../rules.ts';
import { sharingText } from '../text.ts';
import { copiesPlace, receivedPlace, sentPlace } from '../urls.ts';

/** Waiting, accepted, declined or asked back. */
export function CopyState(props: {
  readonly language: Language;
  readonly copy: Pick<SentCopy | ReceivedCopy, 'answer' | 'recall'>;
}): Html {
  const state = stateOf(props.copy);
  return <StatusTag state={LOOK[state]}>{sharingText(props.language).states[state]}</StatusTag>;
}
const LOOK = { declined: 'stopped', recalled: 'resting', accepted: 'good', waiting: 'waiting' } as const;

interface Listed<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly more: boolean;
}

export interface CopiesProps {
  readonly language: Language;
  readonly received: Listed<ReceivedCopy>;
  readonly sent: Listed<SentCopy>;
}

export function CopiesPage({ language, received, sent }: CopiesProps): Html {
  const words = sharingText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <CopyList
        language={language}
        list={received}
        title={words.came}
        house={words.from}
        empty={words.cameNone}
        dayOf={({ sentOn }) => sentOn as Day}
        hrefOf={({ id }) => receivedPlace({ copy: id })}
        pageAt={(page) => copiesPlace({}, { side: page })}
      />
      <CopyList
        language={language}
        list={sent}
        title={words.went}
        house={words.to}
        empty={`${words.wentNone} ${words.wentHow}`}
        dayOf={({ sentAt }) => dayOf(sentAt)}
        hrefOf={({ id }) => sentPlace({ copy: id })}
        pageAt={(page) => copiesPlace({}, { sendt: page })}
      />
    </>
  );
}

interface CopyListProps<T> {
  readonly language: Language;
  readonly list: Listed<T>;
  readonly title: string;
  /** What the column of the other houses is called. */
  readonly house: string;
  readonly empty: string;
  readonly dayOf: (copy: T) => Day;
  readonly hrefOf: (copy: T) => string;
  readonly pageAt: (page: number) => string;
}

function CopyList<T extends ReceivedCopy | SentCopy>({ language, list, title, ...props }: CopyListProps<T>): Html {
  const words = sharingText(language);
  return (
    <section class="stack">
      <Heading level={2}>{title}</Heading>
      <Table
        language={language}
        caption={title}
        captionHidden
        rows={list.rows}
        empty={<p>{props.empty}</p>}
        columns={[
          {
            heading: words.name,
            names: true,
            cell: (copy) => (
              <a href={props.hrefOf(copy)}>
                <Words>{copy.title}</Words>
              </a>
            ),
          },
          { heading: props.house, cell: (copy) => <Words>{copy.houseName}</Words> },
          {
            heading: words.day,
            cell: (copy) => (
              <>
                <DateText day={props.dayOf(copy)} language={language} style="short" />, {words.edition(copy.edition)}
              </>
            ),
          },
          { heading: words.state, cell: (copy) => <CopyState language={language} copy={copy} /> },
        ]}
      />
      <NewerOlder language={language} page={list.page} more={list.more} href={props.pageAt} />
    </section>
  );
}
