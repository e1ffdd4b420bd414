import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../kernel/day.ts';
import { daysBetween } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { Button, LinkButton } from '../../ui/components/button.tsx';
import { Card } from '../../ui/components/card.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { Heading } from '../../ui/components/heading.tsx';
import { Notice } from '../../ui/components/notice.tsx';
import { Table } from '../../ui/components/table.tsx';
import { type TurnItem, TurnList } from '../../ui/components/turn-list.tsx';
import { Pagination } from '../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../ui/components/written.tsx';
import { Checkboxes } from '../../ui/forms/choices.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { FRAME_PATHS } from '../../ui/layout-paths.ts';
import { TOPICS, type ToldTurn, type Topic, TURNS_A_PAGE } from './rules.ts';
import { turnsText } from './text.ts';
import { lettersFile, lettersPrintedPlace, messagesPlace, stopPlace, turnsPlace, undeliveredPlace } from './urls.ts';

/** Told turns as the list on a page shows them. */
export function turnItems(turns: readonly ToldTurn[], today: Day, language: Language): TurnItem[] {
  const text = turnsText(language);
  return turns.map((turn) => {
    const late = turn.due !== null && turn.due < today;
    const day = turn.due && formatDay(turn.due, language);
    return {
      href: turn.path,
      sentence: turn.sentence,
      about: turn.about ?? undefined,
      due: day ? (late ? text.late(day) : text.due(day)) : text.waited(daysBetween(turn.since, today)),
      late,
    };
  });
}

/** The whole list. */
export function TurnsPage(props: {
  readonly language: Language;
  readonly turns: readonly ToldTurn[];
  readonly count: number;
  readonly page: number;
  readonly today: Day;
}): Html {
  const { language, count, page } = props;
  const text = turnsText(language);
  return (
    <>
      {count > 0 && <p>{text.intro}</p>}
      <TurnList
        items={turnItems(props.turns, props.today, language)}
        empty={{ title: text.emptyTitle, text: text.emptyText }}
      />
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(count / TURNS_A_PAGE)}
        href={(one) => turnsPlace({}, { side: one === 1 ? null : one })}
      />
      <p class="quiet">
        <a href={messagesPlace({})}>{text.chooseMessages}</a>
      </p>
    </>
  );
}

/** The first few on the front page, and the way to the rest. */
export function TurnsOnFront(props: {
  readonly language: Language;
  readonly turns: readonly ToldTurn[];
  readonly count: number;
  readonly today: Day;
}): Html {
  const text = turnsText(props.language);
  return (
    <section aria-labelledby="din-tur">
      <Heading level={2} id="din-tur">
        {text.title}
      </Heading>
      <TurnList
        items={turnItems(props.turns, props.today, props.language)}
        empty={{ title: text.emptyTitle, text: text.emptyText }}
      />
      {props.count > props.turns.length && (
        <p>
          <LinkButton look="secondary" href={turnsPlace({})}>
            {text.all(props.count)}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

/** Behind the link in a mail: stop one kind of message, or think better of it. */
export function StopPage(props: {
  readonly language: Language;
  readonly token: string;
  readonly topic: Topic;
  readonly state: 'asking' | 'stopped' | 'resumed';
}): Html {
  const text = turnsText(props.language);
  const stopped = props.state === 'stopped';
  return (
    <>
      {props.state === 'asking' && <p>{text.stopAsk[props.topic]}</p>}
      {props.state === 'resumed' && <Notice kind="success">{text.resumed}</Notice>}
      {stopped && (
        <Notice kind="success">
          <p>{text.stopped}</p>
          <p>{text.othersCome}</p>
        </Notice>
      )}
      <Form action={stopPlace({ token: props.token })}>
        <input type="hidden" name="valg" value={stopped ? 'send' : 'stop'} />
        <Button look={stopped ? 'secondary' : 'strong'}>{stopped ? text.resumeButton : text.stopButton}</Button>
      </Form>
    </>
  );
}

export function StopUnknownPage(props: { readonly language: Language }): Html {
  const text = turnsText(props.language);
  return (
    <EmptyState
      title={text.stopUnknown}
      text={text.stopUnknownText}
      action={{ href: FRAME_PATHS.contact, label: text.contact }}
    />
  );
}

/** Which kinds of message one wants. */
export function MessagesPage(props: { readonly language: Language; readonly stopped: ReadonlySet<string> }): Html {
  const text = turnsText(props.language);
  return (
    <Form action={messagesPlace({})}>
      <Checkboxes
        language={props.language}
        name="emne"
        label={text.messagesIntro}
        options={TOPICS.map((topic) => ({ value: topic, label: text.topic[topic] }))}
        values={TOPICS.filter((topic) => !props.stopped.has(topic))}
      />
      <Button>{text.save}</Button>
    </Form>
  );
}

/** A letter in the pile. `address` is null where nobody knows it. */
export interface LetterRow {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly subject: string;
  readonly written: Day;
}

export interface UndeliveredRow extends LetterRow {
  readonly why: string;
  /** Where a visitor asked to be answered; staff call. */
  readonly visitor: string | null;
}

export interface LettersPageProps {
  readonly language: Language;
  readonly letters: readonly LetterRow[];
  readonly count: number;
  /** The newest letter shown: only up to it is anything marked as printed. */
  readonly until: string | null;
  readonly undelivered: readonly UndeliveredRow[];
}

/** For staff: what is to be printed and carried out, and what did not arrive. */
export function LettersPage(props: LettersPageProps): Html {
  const { language, letters, until } = props;
  const text = turnsText(language);
  return (
    <>
      {until === null ? (
        <EmptyState title={text.lettersEmpty} text={text.lettersEmptyText} scene="mailbox" />
      ) : (
        <>
          <p>
            <strong>{text.lettersCount(props.count)}.</strong> {text.lettersIntro}
          </p>
          <div class="actions">
            <LinkButton href={lettersFile({}, { til: until })} download>
              {text.lettersFile}
            </LinkButton>
            <Form action={lettersPrintedPlace({})}>
              <input type="hidden" name="til" value={until} />
              <Button look="secondary">{text.lettersDone}</Button>
            </Form>
          </div>
          <LettersTable language={language} letters={letters} />
        </>
      )}
      {props.undelivered.length > 0 && <Undelivered language={language} rows={props.undelivered} />}
    </>
  );
}

function LettersTable(props: { readonly language: Language; readonly letters: readonly LetterRow[] }): Html {
  const { language } = props;
  const text = turnsText(language);
  return (
    <Table
      language={language}
      caption={text.lettersTable}
      captionHidden
      columns={[
        { heading: text.recipient, names: true, cell: (row) => <Recipient language={language} row={row} /> },
        { heading: text.subject, cell: (row) => row.subject },
        { heading: text.written, cell: (row) => <DateText day={row.written} language={language} style="short" /> },
      ]}
      rows={props.letters}
    />
  );
}

function Recipient(props: { readonly language: Language; readonly row: LetterRow }): Html {
  return (
    <>
      <Words>{props.row.name}</Words>
      <br />
      <span class="quiet">{props.row.address ?? turnsText(props.language).noAddress}</span>
    </>
  );
}

function Undelivered(props: { readonly language: Language; readonly rows: readonly UndeliveredRow[] }): Html {
  const text = turnsText(props.language);
  return (
    <section id="kom-ikke-frem" aria-labelledby="kom-ikke-frem-titel">
      <Heading level={2} id="kom-ikke-frem-titel">
        {text.failedTitle}
      </Heading>
      <p>{text.failedIntro}</p>
      <div class="stack">
        {props.rows.map((row) => (
          <UndeliveredCard language={props.language} row={row} />
        ))}
      </div>
    </section>
  );
}

function UndeliveredCard(props: { readonly language: Language; readonly row: UndeliveredRow }): Html {
  const { row } = props;
  const text = turnsText(props.language);
  return (
    <Card as="article">
      <p>
        <strong>
          <Words>{row.name}</Words>
        </strong>
        <br />
        {row.subject}
      </p>
      <p class="quiet">
        {text.failedWhy(row.why)} {row.visitor}
      </p>
      <Form action={undeliveredPlace({ id: row.id })} class="actions">
        {row.visitor === null && (
          <Button look="secondary" name="valg" value="brev" label={`${text.asLetter}: ${row.name}`}>
            {text.asLetter}
          </Button>
        )}
        <Button look="tertiary" name="valg" value="sagt" label={`${text.told}: ${row.name}`}>
          {text.told}
        </Button>
      </Form>
    </Card>
  );
}
