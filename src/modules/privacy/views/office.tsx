import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay, formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { NumberField } from '../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import type { RecordEntry } from '../rules/record.ts';
import type { Settings } from '../rules/settings.ts';
import { STATEMENTS, type StatementKind } from '../rules/statements.ts';
import { officeText } from '../text/office.ts';
import {
  editStatementPlace,
  looksPlace,
  recordFilePlace,
  recordPlace,
  settingsPlace,
  theirDataPlace,
} from '../urls.ts';
import { Kept, Written } from './parts.tsx';

/** A rule as the clock follows it. */
export interface RuleLine {
  readonly what: string;
  readonly kept: string;
  readonly rows: 'goes' | 'unnamed';
  readonly law: string;
  readonly lastRun: Date | null;
  readonly nextRun: Date | null;
  readonly now: number;
  /** Null where another module's job does it and keeps no count. */
  readonly lastDid: number | null;
  readonly everDid: number | null;
}

export interface OpenLine {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly dueOn: Day;
  readonly waits: number;
}

export interface StatementLine {
  readonly kind: StatementKind;
  /** Null while the program's proposal stands. */
  readonly statedOn: Day | null;
  readonly old: boolean;
}

/** What the house keeps, how long, and who has asked for something. */
export function OfficePage(props: {
  readonly language: Language;
  readonly open: readonly OpenLine[];
  readonly rules: readonly RuleLine[];
  readonly statements: readonly StatementLine[];
}): Html {
  const { language, open } = props;
  const words = officeText(language);
  return (
    <>
      <p class="lead">{words.officeIntro}</p>
      <ul>
        <li>
          <a href={recordPlace({})}>{words.recordLink}</a>
        </li>
        <li>
          <a href={looksPlace({})}>{words.looksLink}</a>
        </li>
        <li>
          <a href={settingsPlace({})}>{words.settingsLink}</a>
        </li>
      </ul>
      <Heading level={2}>{words.open}</Heading>
      <Table
        language={language}
        caption={words.open}
        captionHidden
        empty={<EmptyState level={3} title={words.openNone} text={words.openNoneText} />}
        rows={open}
        columns={[
          {
            heading: words.person,
            names: true,
            cell: ({ personId, name }) => <a href={theirDataPlace({ id: personId })}>{name}</a>,
          },
          { heading: words.due, cell: ({ dueOn }) => formatDay(dueOn, language) },
          { heading: words.waits, cell: ({ waits }) => (waits === 0 ? words.nothingWaits : words.waitsFor(waits)) },
        ]}
      />
      <Statements {...props} />
      <Rules {...props} />
    </>
  );
}

function Statements(props: { readonly language: Language; readonly statements: readonly StatementLine[] }): Html {
  const { language, statements } = props;
  const words = officeText(language);
  return (
    <>
      <Heading level={2}>{words.statements}</Heading>
      <p>{words.statementsText}</p>
      <ul>
        {STATEMENTS.map((kind) => {
          const here = statements.find((one) => one.kind === kind);
          const day = here?.statedOn;
          return (
            <li>
              <a href={editStatementPlace({ kind })}>{words.kinds[kind]}</a>.{' '}
              <span class="quiet">
                {day ? words.own(formatDay(day, language)) : words.usual}
                {here?.old && `. ${words.old}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Rules(props: { readonly language: Language; readonly rules: readonly RuleLine[] }): Html {
  const { language, rules } = props;
  const words = officeText(language);
  const when = (at: Date | null) => (at ? formatMoment(at, language) : words.never);
  const number = (value: number) => value.toLocaleString(language);
  return (
    <>
      <Heading level={2}>{words.rules}</Heading>
      <p>{words.rulesText}</p>
      <Table
        language={language}
        caption={words.rules}
        captionHidden
        rows={rules}
        columns={[
          { heading: words.rule, names: true, cell: ({ what }) => what },
          { heading: words.keptFor, cell: ({ kept, rows }) => `${kept}. ${words[rows]}.` },
          { heading: words.because, cell: ({ law }) => law },
          { heading: words.lastRun, cell: ({ lastRun }) => when(lastRun) },
          { heading: words.nextRun, cell: ({ nextRun }) => when(nextRun) },
          { heading: words.now, numeric: true, cell: ({ now }) => number(now) },
          {
            heading: words.cleared,
            cell: ({ lastDid, everDid }) =>
              lastDid === null ? '–' : words.clearedNow(number(lastDid), number(everDid ?? 0)),
          },
        ]}
      />
    </>
  );
}

const FIELDS = ['undoDays', 'exportDays', 'lookMonths', 'guestMonths', 'importDays'] as const;

export function SettingsPage(props: {
  readonly language: Language;
  readonly settings: Settings;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, settings, problems } = props;
  const words = officeText(language);
  return (
    <>
      <p class="lead">{words.settingsIntro}</p>
      <Form action={settingsPlace({})} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <input type="hidden" name="version" value={String(settings.version)} />
        {FIELDS.map((name) => (
          <NumberField
            language={language}
            problems={problems}
            name={name}
            label={words.fields[name][0]}
            hint={words.fields[name][1]}
            value={settings[name]}
          />
        ))}
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}

/** The record of processing, as it can be shown to the authority. */
export function RecordPage(props: {
  readonly language: Language;
  readonly record: readonly RecordEntry[];
  readonly own: string;
  readonly kept: (entry: RecordEntry) => readonly { readonly what: string; readonly how: string }[];
  readonly pdf: boolean;
}): Html {
  const { language, record, own } = props;
  const words = officeText(language);
  return (
    <>
      <p class="lead">{words.recordIntro}</p>
      <div class="actions">
        {props.pdf && (
          <LinkButton href={recordFilePlace({}, { som: 'pdf' })} look="secondary" download>
            {words.recordPdf}
          </LinkButton>
        )}
        <LinkButton href={recordFilePlace({}, { som: 'docx' })} look="secondary" download>
          {words.recordWord}
        </LinkButton>
      </div>
      <Heading level={2}>{words.recordWho}</Heading>
      <Written words={own} />
      <p>
        <a href={editStatementPlace({ kind: 'record' })}>{words.editRecord}</a>
      </p>
      {record.map((entry) => (
        <section>
          <Heading level={2}>{entry.activity.name[language]}</Heading>
          <DescriptionList
            rows={[
              { term: words.recordPurpose, content: entry.activity.purpose[language] },
              { term: words.recordPeople, content: entry.activity.people[language] },
              { term: words.recordData, content: entry.activity.data[language] },
              { term: words.recordBasis, content: entry.activity.basis[language] },
              { term: words.recordRecipients, content: entry.activity.recipients[language] },
              { term: words.recordKept, content: <Kept lines={props.kept(entry)} /> },
            ]}
          />
        </section>
      ))}
      <Heading level={2}>{words.recordSecurity}</Heading>
      <ul>
        {words.recordSecurityText.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{words.recordThird}</p>
    </>
  );
}
