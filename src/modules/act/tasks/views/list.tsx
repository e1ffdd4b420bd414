import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { ListedTask } from '../rules/task.ts';
import { tasksText } from '../text/tasks.ts';
import { whenOf } from '../text/when.ts';
import { codePlace, countsPlace, jobPlace, roundsPlace, takePlace, tasksPlace, willingPlace } from '../urls.ts';

export interface ListProps {
  readonly language: Language;
  readonly mine: readonly ListedTask[];
  readonly open: readonly ListedTask[];
  readonly page: number;
  readonly more: boolean;
  /** Those who look after help see its figures. */
  readonly seesCounts: boolean;
}

/** What is one's own, and what can be taken. */
export function ListPage(props: ListProps): Html {
  const { language, mine, open, page } = props;
  const words = tasksText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      {mine.length > 0 && page === 1 && (
        <section class="stack">
          <Heading level={2}>{words.mine}</Heading>
          <Table
            language={language}
            caption={words.mine}
            captionHidden
            columns={[
              { heading: words.task, names: true, cell: (one) => <Linked task={one} /> },
              { heading: words.job, cell: ({ job }) => job },
              { heading: words.when, cell: (one) => whenOf(one, language) },
            ]}
            rows={mine}
          />
        </section>
      )}
      <section class="stack">
        <Heading level={2}>{words.openOnes}</Heading>
        <Table
          language={language}
          caption={words.openOnes}
          captionHidden
          columns={[
            { heading: words.task, names: true, cell: (one) => <Linked task={one} /> },
            { heading: words.minutesHeading, numeric: true, cell: ({ minutes }) => String(minutes) },
            { heading: words.when, cell: (one) => whenOf(one, language) },
            { heading: words.job, cell: ({ job }) => job },
            { heading: words.take, cell: (one) => <Take language={language} task={one} /> },
          ]}
          rows={open}
          empty={<EmptyState level={3} title={words.noOpen} text={words.noOpenText} />}
        />
        <NewerOlder language={language} page={page} more={props.more} href={(side) => tasksPlace({}, { side })} />
      </section>
      <p class="actions">
        <LinkButton href={willingPlace({})} look="secondary">
          {words.gladly}
        </LinkButton>
        <LinkButton href={codePlace({})} look="tertiary">
          {words.registerAnswer}
        </LinkButton>
        {props.seesCounts && <a href={countsPlace({})}>{words.numbers}</a>}
        {props.seesCounts && <a href={roundsPlace({})}>{words.rounds}</a>}
      </p>
    </>
  );
}

function Linked({ task }: { readonly task: ListedTask }): Html {
  return (
    <a href={`${jobPlace({ job: task.jobId })}#o-${task.id}`} lang="da">
      {task.says}
    </a>
  );
}

function Take({ language, task }: { readonly language: Language; readonly task: ListedTask }): Html {
  const words = tasksText(language);
  return (
    <Form action={takePlace({ task: task.id })} class="actions">
      <Button look="tertiary" label={words.takeLabel(task.says)}>
        {words.take}
      </Button>
    </Form>
  );
}
