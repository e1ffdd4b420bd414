import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../kernel/day.ts';
import { dayOf } from '../kernel/day.ts';
import { formatDayWithWeekday, formatTime } from '../kernel/format.ts';
import type { Language } from '../kernel/language.ts';
import { Button } from '../ui/components/button.tsx';
import { Card, CardGrid } from '../ui/components/card.tsx';
import { Heading } from '../ui/components/heading.tsx';
import { type Column, Table } from '../ui/components/table.tsx';
import { Form } from '../ui/forms/form.tsx';
import type { Move } from './clock.ts';
import type { ArrivedMail } from './smtp.ts';
import type { DevPerson, QueuedJob, SentText, WaitingMessage } from './store.ts';
import { devText } from './text.ts';
import { clockPlace, galleryPlace, jobsPlace, mailPlace, outboxPlace, signInAsPlace, vouchPlace } from './urls.ts';

/** How far the clock can be moved at a time. */
export const MOVES: readonly Move[] = ['morning', 1, 7, 30];

export function DevPage(props: {
  readonly language: Language;
  readonly now: Date;
  readonly daysAhead: number;
  readonly people: readonly DevPerson[];
  /** What the development broker vouches by. */
  readonly ways: readonly string[];
  roleName(role: DevPerson['roles'][number]['role']): string;
}): Html {
  const words = devText(props.language);
  return (
    <div class="stack">
      <p class="ds-paragraph">{words.lead}</p>
      <CardGrid>
        <Card>
          <Heading level={2}>{words.clock}</Heading>
          <p>{words.clockNow(moment(props.now, props.language))}</p>
          {props.daysAhead > 0 && <p>{words.clockAhead(props.daysAhead)}</p>}
          <Form action={clockPlace({})} class="button-row">
            {MOVES.map((move) => (
              <Button look="secondary" name="by" value={String(move)}>
                {move === 'morning' ? words.morning : words.move(move)}
              </Button>
            ))}
          </Form>
        </Card>
        <Card>
          <Heading level={2}>{words.outbox}</Heading>
          <p>{words.outboxLead}</p>
          <p>
            <a href={outboxPlace({})}>{words.outbox}</a>
          </p>
        </Card>
        <Card>
          <Heading level={2}>{words.jobs}</Heading>
          <p>{words.jobsLead}</p>
          <p>
            <a href={jobsPlace({})}>{words.jobs}</a>
          </p>
        </Card>
        <Card>
          <Heading level={2}>{words.broker}</Heading>
          <p>{props.ways.length > 0 ? words.brokerLead : words.brokerAway}</p>
          {props.ways.map((way) => (
            <p>
              <a href={vouchPlace({ way })}>{words.vouched[way as keyof typeof words.vouched]}</a>
            </p>
          ))}
        </Card>
        <Card>
          <Heading level={2}>{words.gallery}</Heading>
          <p>{words.galleryLead}</p>
          <p>
            <a href={galleryPlace({})}>{words.gallery}</a>
          </p>
        </Card>
      </CardGrid>
      <People {...props} />
    </div>
  );
}

function People(props: Parameters<typeof DevPage>[0]): Html {
  const words = devText(props.language);
  const columns: Column<DevPerson>[] = [
    { heading: words.people, names: true, cell: (person) => person.name },
    {
      heading: words.role,
      cell: (person) =>
        person.roles
          .map(({ role, department }) => props.roleName(role) + (department ? ` (${department})` : ''))
          .join(', '),
    },
    {
      heading: words.choose,
      cell: (person) => <SignInAs language={props.language} person={person} look="secondary" />,
    },
  ];
  return <Table language={props.language} caption={words.people} columns={columns} rows={props.people} />;
}

/** The one button that makes you somebody. */
export function SignInAs(props: {
  readonly language: Language;
  readonly person: DevPerson;
  readonly look?: 'strong' | 'secondary';
}): Html {
  return (
    <Form action={signInAsPlace({})} class="button-row">
      <Button look={props.look ?? 'strong'} name="person" value={props.person.id}>
        {devText(props.language).signInAs(props.person.name)}
      </Button>
    </Form>
  );
}

export function OutboxPage(props: {
  readonly language: Language;
  readonly mails: readonly ArrivedMail[];
  readonly texts: readonly SentText[];
  readonly waiting: readonly WaitingMessage[];
  /** By the clock of the house: the mail server's own is not moved. */
  readonly now: Date;
}): Html {
  const { language } = props;
  const words = devText(language);
  const empty = <p>{words.none}</p>;
  return (
    <div class="stack">
      <p class="ds-paragraph">{words.outboxLead}</p>
      <p class="quiet">{words.clockNow(moment(props.now, language))}</p>
      <Heading level={2}>{words.mail}</Heading>
      <Table<ArrivedMail>
        language={language}
        caption={words.mail}
        captionHidden
        empty={empty}
        rows={props.mails}
        columns={[
          {
            heading: words.subject,
            names: true,
            cell: (mail) => <a href={mailPlace({ id: String(mail.id) })}>{mail.subject}</a>,
          },
          { heading: words.to, cell: (mail) => mail.to },
          { heading: words.whenForReal, cell: (mail) => moment(mail.arrivedAt, language) },
        ]}
      />
      <Heading level={2}>{words.sms}</Heading>
      <Table<SentText>
        language={language}
        caption={words.sms}
        captionHidden
        empty={empty}
        rows={props.texts}
        columns={[
          { heading: words.to, names: true, cell: (text) => text.phone },
          { heading: words.text, cell: (text) => text.body },
          { heading: words.when, cell: (text) => moment(text.sentAt, language) },
        ]}
      />
      <Heading level={2}>{words.waiting}</Heading>
      <p>{words.waitingLead}</p>
      <Table<WaitingMessage>
        language={language}
        caption={words.waiting}
        captionHidden
        empty={empty}
        rows={props.waiting}
        columns={[
          { heading: words.to, names: true, cell: (message) => message.name },
          { heading: words.way, cell: (message) => words.ways[message.channel as keyof typeof words.ways] },
          {
            heading: words.subject,
            cell: (message) => words.topics[message.topic as keyof typeof words.topics] ?? message.topic,
          },
          { heading: words.earliest, cell: (message) => moment(message.notBefore, language) },
        ]}
      />
    </div>
  );
}

/** A mail as its reader gets it: the text part, with its links to follow. */
export function MailPage(props: {
  readonly language: Language;
  readonly mail: ArrivedMail;
  readonly site: string;
}): Html {
  const { language, mail } = props;
  const words = devText(language);
  return (
    <div class="stack">
      <p class="quiet">
        {words.to}: {mail.to} · {moment(mail.arrivedAt, language)}
      </p>
      <Card>
        <div class="mail-text">{linked(mail.text, props.site)}</div>
      </Card>
    </div>
  );
}

const ADDRESS = /(https?:\/\/\S+)/;

function linked(text: string, site: string) {
  return text.split('\n').map((line) => (
    <p>
      {line.split(ADDRESS).map((piece) => {
        if (!ADDRESS.test(piece)) return piece;
        return <a href={piece.startsWith(site) ? piece.slice(site.length) || '/' : piece}>{piece}</a>;
      })}
    </p>
  ));
}

export function JobsPage(props: { readonly language: Language; readonly jobs: readonly QueuedJob[] }): Html {
  const words = devText(props.language);
  return (
    <div class="stack">
      <p class="ds-paragraph">{words.jobsLead}</p>
      <Table<QueuedJob>
        language={props.language}
        caption={words.jobs}
        captionHidden
        empty={<p>{words.none}</p>}
        rows={props.jobs}
        columns={[
          { heading: words.jobs, names: true, cell: (job) => <code>{job.kind}</code> },
          { heading: words.state, cell: (job) => job.state },
          { heading: words.tries, numeric: true, cell: (job) => job.tries },
          { heading: words.when, cell: (job) => moment(job.createdAt, props.language) },
        ]}
      />
    </div>
  );
}

function moment(instant: Date, language: Language): string {
  const on: Day = dayOf(instant);
  return `${formatDayWithWeekday(on, language)}, ${formatTime(instant, language)}`;
}
