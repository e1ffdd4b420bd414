import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../ui/components/progress-bar.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { departmentsPlace } from '../../housing/public.ts';
import type { Columns, Field, ProblemKind } from '../rules.ts';
import { text } from '../text.ts';
import { confirmPlace, importPlace, importsPlace, problemsPlace } from '../urls.ts';
import { ColumnsForm, type FileColumn } from './columns.tsx';

export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly absent: number;
  readonly refused: number;
  readonly takenBackAt?: Date | null;
}

type State = 'waiting' | 'running' | 'done' | 'takenBack';

export function stateOf(one: ImportSummary): State {
  if (one.takenBackAt) return 'takenBack';
  if (one.finishedAt) return 'done';
  return one.confirmedAt ? 'running' : 'waiting';
}

const LOOK = { waiting: 'waiting', running: 'going', done: 'good', takenBack: 'resting' } as const;

export function UploadPage(props: {
  readonly language: Language;
  readonly earlier: readonly ImportSummary[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = text(language);
  return (
    <>
      <p>{words.intro}</p>
      <Form action={importsPlace({})} files>
        <ErrorSummary language={language} problems={problems} />
        <FileField
          language={language}
          problems={problems}
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,.csv,.txt,text/csv"
        />
        <Button>{words.upload}</Button>
      </Form>
      <Heading level={2}>{words.earlier}</Heading>
      <Table
        language={language}
        caption={words.earlier}
        captionHidden
        columns={[
          { heading: words.file, names: true, cell: (one) => <a href={importPlace({ id: one.id })}>{one.fileName}</a> },
          { heading: words.sent, cell: (one) => formatDay(dayOf(one.uploadedAt), language, 'short') },
          { heading: words.rows, cell: (one) => one.rowsTotal, numeric: true },
          {
            heading: words.state,
            cell: (one) => <StatusTag state={LOOK[stateOf(one)]}>{words.states[stateOf(one)]}</StatusTag>,
          },
        ]}
        rows={props.earlier}
        empty={<EmptyState level={3} title={words.none} text={words.noneText} scene="mailbox" />}
      />
    </>
  );
}

export interface ShownProblem {
  readonly row: number;
  readonly field: Field;
  readonly value: string;
  readonly problem: ProblemKind;
  /** What the file itself calls the field. */
  readonly heading?: string | null;
}

export interface ImportPageProps {
  readonly language: Language;
  readonly file: ImportSummary;
  readonly columns: Columns;
  /** Null when the file has been used up. */
  readonly fileColumns: readonly FileColumn[] | null;
  readonly missing: readonly Field[];
  readonly departments: readonly { readonly number: string; readonly name: string; readonly before: string | null }[];
  readonly problems: readonly ShownProblem[];
  readonly refusal?: string | undefined;
}

export function ImportPage(props: ImportPageProps): Html {
  const { language, file } = props;
  return (
    <>
      {props.refusal && <Notice kind="warning">{props.refusal}</Notice>}
      {stateOf(file) === 'waiting' && <Waiting {...props} />}
      {stateOf(file) === 'takenBack' && <StatusTag state="resting">{text(language).states.takenBack}</StatusTag>}
      {(stateOf(file) === 'running' || stateOf(file) === 'done') && <Progress language={language} file={file} />}
      {props.problems.length > 0 && <Problems {...props} />}
    </>
  );
}

function Waiting(props: ImportPageProps): Html {
  const { language, file } = props;
  const words = text(language);
  if (props.missing.length > 0) {
    return (
      <>
        <Notice kind="warning">
          {words.columnsMissing}
          {props.missing.map((field) => words.fields[field]).join(', ')}.
        </Notice>
        <ColumnsForm {...props} id={file.id} />
      </>
    );
  }
  return (
    <>
      <Heading level={2}>{words.preview}</Heading>
      <Counts language={language} file={file} />
      {props.departments.length > 0 && (
        <>
          <Heading level={3}>{words.departments}</Heading>
          <ul>
            {props.departments.map(({ number, name, before }) => (
              <li>{before === null ? words.newDepartment(number, name) : words.renamed(before, name)}</li>
            ))}
          </ul>
        </>
      )}
      {file.rowsTotal > 0 && !changesSomething(props) && <p>{words.nothingNew}</p>}
      {file.rowsTotal > 0 && (
        <Form action={confirmPlace({ id: file.id })}>
          <Button look={changesSomething(props) ? 'strong' : 'secondary'}>
            {changesSomething(props) ? words.confirm : words.confirmSame}
          </Button>
        </Form>
      )}
      <Disclosure summary={words.columns}>
        <ColumnsForm {...props} id={file.id} />
      </Disclosure>
    </>
  );
}

/** Else everything stands here as it stands in the file. */
function changesSomething({ file, departments }: ImportPageProps): boolean {
  return file.created + file.changed + file.absent + departments.length > 0;
}

function Counts(props: { readonly language: Language; readonly file: ImportSummary }): Html {
  const { file } = props;
  const { counts, absentText } = text(props.language);
  return (
    <ul>
      {(['created', 'changed', 'unchanged', 'absent', 'refused'] as const)
        .filter((kind) => file[kind] > 0)
        .map((kind) => (
          <li>
            <strong>{counts[kind](file[kind])}</strong>
            {kind === 'absent' && <span class="quiet"> {absentText}</span>}
          </li>
        ))}
    </ul>
  );
}

/** How far it has come, told when it moves: by hints where there is script, else by the link to look again. */
function Progress(props: { readonly language: Language; readonly file: ImportSummary }): Html {
  const { file } = props;
  return (
    <div role="status">
      <div class="stack" id="hvor-langt" data-live={`tenancy_import:${file.id}`}>
        {stateOf(file) === 'running' ? <Running {...props} /> : <Done {...props} />}
      </div>
    </div>
  );
}

function Running(props: { readonly language: Language; readonly file: ImportSummary }): Html {
  const { file } = props;
  const words = text(props.language);
  return (
    <>
      <ProgressBar
        id="fremdrift"
        label={words.running}
        value={file.rowsDone}
        max={Math.max(1, file.rowsTotal)}
        text={words.progress(file.rowsDone, file.rowsTotal)}
      />
      <p class="quiet">{words.mayLeave}</p>
      <p>
        <LinkButton href={importPlace({ id: file.id })} look="secondary">
          {words.refresh}
        </LinkButton>
      </p>
    </>
  );
}

function Done(props: { readonly language: Language; readonly file: ImportSummary }): Html {
  const words = text(props.language);
  return (
    <>
      <Notice kind="success" heading={words.done}>
        <Counts {...props} />
      </Notice>
      <p>
        <LinkButton href={departmentsPlace({})} look="secondary">
          {words.toDepartments}
        </LinkButton>
      </p>
    </>
  );
}

function Problems(props: ImportPageProps): Html {
  const { language, problems, file } = props;
  const words = text(language);
  return (
    <section id="fejl">
      <Heading level={2}>{words.problems}</Heading>
      <p>{words.problemsText}</p>
      {file.refused > problems.length && <p class="quiet">{words.problemsMore(problems.length)}</p>}
      <p>
        <LinkButton href={problemsPlace({ id: file.id })} look="secondary" download>
          {words.downloadProblems}
        </LinkButton>
      </p>
      <Table
        language={language}
        caption={words.problems}
        captionHidden
        columns={[
          { heading: words.row, cell: (one) => words.rowNumber(one.row), names: true },
          { heading: words.field, cell: (one) => one.heading ?? words.fields[one.field] },
          { heading: words.value, cell: (one) => valueText(words, one) },
          { heading: words.todo, cell: (one) => words.why[one.problem] },
        ]}
        rows={problems}
      />
    </section>
  );
}

function valueText(words: { rowNumber(row: number): string }, problem: ShownProblem): string {
  return problem.problem === 'same_number' || problem.problem === 'same_address'
    ? words.rowNumber(Number(problem.value))
    : problem.value;
}
