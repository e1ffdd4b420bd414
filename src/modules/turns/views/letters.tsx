import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { DateText, Words } from '../../../ui/components/written.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { turnsText } from '../text.ts';
import { lettersFile, lettersPrintedPlace, undeliveredPlace } from '../urls.ts';

/** An envelope in the pile. `address` is null where nobody knows it. */
export interface LetterRow {
  readonly name: string;
  readonly address: string | null;
  /** To the same door as the one above. */
  readonly sameDoor: boolean;
  /** What the messages in it are about. */
  readonly subjects: readonly string[];
  /** The first of them. */
  readonly written: Day;
}

export interface UndeliveredRow {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly why: string;
  /** Where a visitor asked to be answered; staff call. */
  readonly visitor: string | null;
}

export interface LettersPageProps {
  readonly language: Language;
  readonly letters: readonly LetterRow[];
  /** Messages in the letters, and those that come with the next file. */
  readonly messages: number;
  readonly later: number;
  /** The newest message shown: only up to it is anything marked as printed. */
  readonly until: string | null;
  readonly undelivered: readonly UndeliveredRow[];
}

/** For staff: what is to be printed and carried out, and what did not arrive. */
export function LettersPage(props: LettersPageProps): Html {
  const { language, letters, until } = props;
  const text = turnsText(language);
  return (
    <>
      {until === null || letters.length === 0 ? (
        <EmptyState title={text.lettersEmpty} text={text.lettersEmptyText} scene="mailbox" />
      ) : (
        <>
          <p>
            <strong>{text.lettersCount(letters.length)}.</strong> {text.lettersIntro}
          </p>
          {props.messages > letters.length && <p>{text.lettersMerged(props.messages, letters.length)}</p>}
          {props.later > 0 && <p>{text.lettersLater(props.later)}</p>}
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
        { heading: text.subject, cell: (row) => <Subjects language={language} subjects={row.subjects} /> },
        { heading: text.written, cell: (row) => <DateText day={row.written} language={language} style="short" /> },
      ]}
      rows={props.letters}
    />
  );
}

function Recipient(props: { readonly language: Language; readonly row: LetterRow }): Html {
  const text = turnsText(props.language);
  return (
    <>
      <Words>{props.row.name}</Words>
      <br />
      <span class="quiet">
        {props.row.address ?? text.noAddress}
        {props.row.sameDoor && ` (${text.sameDoor})`}
      </span>
    </>
  );
}

function Subjects(props: { readonly language: Language; readonly subjects: readonly string[] }): Html {
  const [only, ...more] = props.subjects;
  if (more.length === 0) return <>{only}</>;
  return (
    <div>
      {turnsText(props.language).inOneLetter(props.subjects.length)}
      <ul>
        {props.subjects.map((subject) => (
          <li>{subject}</li>
        ))}
      </ul>
    </div>
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
