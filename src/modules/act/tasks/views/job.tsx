import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { DateField, TimeField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { May } from '../access.ts';
import type { Ask } from '../rules/asking.ts';
import {
  canHalve,
  halvesOf,
  inOrder,
  isOfferedInHalf,
  isTakeable,
  type Job,
  lastClaim,
  standingOf,
  stateOf,
  type Task,
} from '../rules/task.ts';
import { tasksText } from '../text/tasks.ts';
import {
  addTaskPlace,
  askedPlace,
  askPlace,
  codePlace,
  finishPlace,
  halvePlace,
  letGoPlace,
  missedPlace,
  putAwayPlace,
  takePlace,
  thankPlace,
} from '../urls.ts';
import { Facts, State } from './parts.tsx';

export interface JobProps {
  readonly language: Language;
  readonly today: Day;
  readonly job: Job;
  readonly tasks: readonly Task[];
  readonly may: May;
  /** Ids of the tasks that the reader has. */
  readonly mine: ReadonlySet<string>;
  /** Who has or did a task, by its id: for those who drive it. */
  readonly names: ReadonlyMap<string, string>;
  readonly asks: readonly (Ask & { readonly says: string })[];
  /** Which form came back: `add`, or the task whose form it was. */
  readonly refused?: { readonly form: string; readonly problems: FormProblems } | undefined;
}

/** A job's tasks: what can be taken first, each with what the reader can do about it. */
export function JobPage(props: JobProps): Html {
  const { language, job, tasks, may, refused } = props;
  const words = tasksText(language);
  const { all, open, done } = standingOf(tasks);
  const left = inOrder(tasks.filter((task) => stateOf(task) !== 'done'));
  const over = inOrder(tasks.filter((task) => stateOf(task) === 'done'));
  return (
    <>
      <p class="lead">{open > 0 ? words.standing(all, open, done) : words.allTaken(all)}</p>
      {job.dueOn && <p>{words.forDay(formatDayWithWeekday(job.dueOn, language))}</p>}
      <ErrorSummary language={language} problems={refused?.problems} />
      <ul class="plain-list stack">
        {left.map((task) => (
          <TaskCard {...props} task={task} />
        ))}
      </ul>
      {tasks.some(({ forChildren }) => forChildren) && <p class="quiet">{words.childrenNote}</p>}
      {may.manage && <Add {...props} />}
      {over.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.done}</Heading>
          <ul class="plain-list stack">
            {over.map((task) => (
              <TaskCard {...props} task={task} />
            ))}
          </ul>
        </section>
      )}
      {may.manage && props.asks.length > 0 && <Asks language={language} asks={props.asks} />}
    </>
  );
}

type OneTask = JobProps & { readonly task: Task };

function TaskCard(props: OneTask): Html {
  const { language, today, task, may, mine, names } = props;
  const words = tasksText(language);
  const own = mine.has(task.id);
  return (
    <Card as="li" id={`o-${task.id}`}>
      <div class="stack">
        <p>
          <strong lang="da">{task.says}</strong>
          <br />
          <Facts language={language} task={task} />
        </p>
        <p>
          <State language={language} task={task} mine={own} holder={may.manage ? (names.get(task.id) ?? null) : null} />
        </p>
        {task.forChildren && stateOf(task) === 'open' && <p class="quiet">{words.children}</p>}
        {isOfferedInHalf(task, today) && <p class="quiet">{words.soon}</p>}
        <Actions {...props} own={own} />
        {may.manage && stateOf(task) === 'done' && lastClaim(task)?.thanked === false && <Thank {...props} />}
      </div>
    </Card>
  );
}

function Actions(props: OneTask & { readonly own: boolean }): Html | null {
  const { language, today, task, may, own } = props;
  const words = tasksText(language);
  const id = { task: task.id };
  const state = stateOf(task);
  if (state === 'done' || !may.help) return null;
  if (state === 'taken') return own || may.manage ? <Holding {...props} /> : null;
  return (
    <>
      {isTakeable(task, today) && (
        <div class="actions">
          <Form action={takePlace(id)} class="actions">
            <Button look="secondary" label={words.takeLabel(task.says)}>
              {words.take}
            </Button>
            {isOfferedInHalf(task, today) && (
              <Button look="tertiary" name="half" value="ja">
                {words.takeHalf(halvesOf(task.minutes)[0])}
              </Button>
            )}
          </Form>
          <LinkButton href={askPlace(id)} look="tertiary">
            {words.ask}
            <span class="only-heard">: {task.says}</span>
          </LinkButton>
        </div>
      )}
      {may.manage && (
        <Disclosure summary={words.more}>
          <div class="actions">
            {canHalve(task) && (
              <Form action={halvePlace(id)} class="actions">
                <Button look="secondary">{words.halve}</Button>
              </Form>
            )}
            <Form action={putAwayPlace(id)} class="actions">
              <Button look="tertiary">{words.putAway}</Button>
            </Form>
          </div>
        </Disclosure>
      )}
    </>
  );
}

/** What the one who has it does, and those who drive it. */
function Holding(props: OneTask & { readonly own: boolean }): Html {
  const { language, task, own, may, refused } = props;
  const words = tasksText(language);
  const id = { task: task.id };
  const problems = refused?.form === task.id ? refused.problems : undefined;
  return (
    <Disclosure summary={own ? words.takenByYou : words.more} open={own || problems !== undefined}>
      <Form action={finishPlace(id)}>
        <TextField
          language={language}
          name="minutes"
          id={`minutes-${task.id}`}
          label={words.took}
          hint={words.tookHint}
          inputmode="numeric"
          size={4}
          optional
          problems={problems}
        />
        <Button look="secondary">{words.finish}</Button>
      </Form>
      <div class="actions">
        <LinkButton href={askPlace(id)} look="tertiary">
          {words.passOn}
        </LinkButton>
        {own && (
          <Form action={letGoPlace(id)} class="actions">
            <Button look="tertiary">{words.letGo}</Button>
          </Form>
        )}
        {may.manage && !own && (
          <Form action={missedPlace(id)} class="actions">
            <Button look="tertiary">{words.missed}</Button>
          </Form>
        )}
      </div>
    </Disclosure>
  );
}

function Thank({ language, task }: OneTask): Html {
  const words = tasksText(language);
  return (
    <Disclosure summary={words.thank}>
      <Form action={thankPlace({ task: task.id })}>
        <TextArea
          language={language}
          name="words"
          id={`words-${task.id}`}
          label={words.thankWords}
          hint={words.thankHint}
          rows={2}
          optional
        />
        <Button look="secondary">{words.thankSend}</Button>
      </Form>
    </Disclosure>
  );
}

function Add({ language, job, refused }: JobProps): Html {
  const words = tasksText(language);
  const problems = refused?.form === 'add' ? refused.problems : undefined;
  const common = { language, problems };
  return (
    <Disclosure summary={words.addTitle} open={problems !== undefined}>
      <Form action={addTaskPlace({ job: job.id })}>
        <TextField {...common} name="says" label={words.says} hint={words.saysHint} />
        <TextField
          {...common}
          name="minutes"
          id="minutes-add"
          label={words.howLong}
          value="20"
          inputmode="numeric"
          size={4}
        />
        <DateField {...common} name="dueOn" label={words.dueOn} value={job.dueOn ?? undefined} optional />
        <TimeField {...common} name="clock" label={words.clock} optional />
        <Checkbox {...common} name="forChildren" label={words.forChildren} />
        <Button look="secondary">{words.add}</Button>
      </Form>
    </Disclosure>
  );
}

function Asks(props: { readonly language: Language; readonly asks: JobProps['asks'] }): Html {
  const { language, asks } = props;
  const words = tasksText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.asksTitle}</Heading>
      <Table
        language={language}
        caption={words.asksIntro}
        columns={[
          { heading: words.task, names: true, cell: (one) => <a href={askedPlace({ ask: one.id })}>{one.says}</a> },
          { heading: words.asksWay, cell: ({ way }) => words.ways[way] },
          { heading: words.asksOn, cell: ({ askedOn }) => formatDay(askedOn, language, 'short') },
          { heading: words.asksAnswer, cell: ({ answer }) => words.answers[answer ?? 'none'] },
        ]}
        rows={asks}
      />
      <p>
        <a href={codePlace({})}>{words.registerAnswer}</a>
      </p>
    </section>
  );
}
