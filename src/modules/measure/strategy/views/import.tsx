import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { ReadRow } from '../rules/import.ts';
import { evaluationText } from '../text/evaluation.ts';
import { importPlace, takeInPlace } from '../urls.ts';

/** Measurements from a file: first what it says, then they are saved. */
export function ImportPage(props: {
  readonly language: Language;
  readonly names: readonly string[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, names, problems } = props;
  const words = evaluationText(language);
  return (
    <>
      <p class="lead">{words.importLead}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={importPlace({})} files>
        <FileField language={language} problems={problems} name="file" label={words.importFile} accept=".xlsx,.csv" />
        <Button>{words.importShow}</Button>
      </Form>
      <Heading level={2}>{words.importMetrics}</Heading>
      {names.length === 0 && <p class="quiet">{words.importNoMetrics}</p>}
      <ul lang="da">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** `carried`: the rows that can be taken in, as they are posted back and read once more. */
export function PreviewPage(props: {
  readonly language: Language;
  readonly rows: readonly ReadRow[];
  readonly carried: string;
}): Html {
  const { language, rows } = props;
  const words = evaluationText(language);
  const good = rows.filter(({ problem }) => problem === null).length;
  const bad = rows.length - good;
  return (
    <>
      <p class="lead">
        {words.importGood(good)} {bad > 0 && words.importBad(bad)}
      </p>
      {good > 0 && (
        <Form action={takeInPlace({})}>
          <input type="hidden" name="rows" value={props.carried} />
          <Button>{words.importTake}</Button>
        </Form>
      )}
      <Table
        language={language}
        caption={words.importPreview}
        rows={rows}
        columns={[
          { heading: words.importLine, numeric: true, cell: ({ line }) => line },
          { heading: words.importMetric, names: true, cell: ({ metric }) => <span lang="da">{metric || '–'}</span> },
          { heading: words.importPeriod, cell: ({ period }) => period },
          { heading: words.importValue, numeric: true, cell: ({ value }) => value },
          { heading: words.importOutOf, numeric: true, cell: ({ outOf }) => outOf },
          {
            heading: words.importProblem,
            cell: ({ problem }) =>
              problem ? (
                <StatusTag state="waiting">{words.rowProblems[problem]}</StatusTag>
              ) : (
                <StatusTag state="good">{words.ready}</StatusTag>
              ),
          },
        ]}
      />
    </>
  );
}
