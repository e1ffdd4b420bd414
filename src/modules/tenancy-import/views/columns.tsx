import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { type Columns, FIELDS, type Field } from '../rules.ts';
import { text } from '../text.ts';
import { columnsPlace } from '../urls.ts';

/** A column of the file: its heading and the first thing that stands in it. */
export interface FileColumn {
  readonly heading: string;
  readonly example: string;
}

/** Which column is which: first those without which no row can be read. */
export function ColumnsForm(props: {
  readonly language: Language;
  readonly id: string;
  readonly columns: Columns;
  /** Null when the file has been used up. */
  readonly fileColumns: readonly FileColumn[] | null;
  readonly missing: readonly Field[];
}): Html {
  const { language, columns, fileColumns, missing } = props;
  const words = text(language);
  if (!fileColumns) return <p>{words.usedUp}</p>;
  const options = fileColumns.map(({ heading, example }, at) => ({
    value: String(at),
    label: words.column(letterOf(at), heading, example.slice(0, 30)),
  }));
  const rest = FIELDS.filter((field) => !missing.includes(field));
  const select = (field: Field) => (
    <Select
      language={language}
      name={`felt.${field}`}
      label={words.fields[field]}
      hint={missing.includes(field) && field !== 'number' ? words.eitherOr[field] : undefined}
      optional={!(missing.includes(field) && field === 'number')}
      empty={words.notInFile}
      options={options}
      value={columns[field] === undefined ? '' : String(columns[field])}
    />
  );
  return (
    <Form action={columnsPlace({ id: props.id })}>
      {missing.length === 0 && <p>{words.columnsText}</p>}
      {missing.map(select)}
      {missing.length === 0 ? (
        rest.map(select)
      ) : (
        <Disclosure summary={words.otherColumns}>{rest.map(select)}</Disclosure>
      )}
      <Button look="secondary">{words.useColumns}</Button>
    </Form>
  );
}

/** As the spreadsheet names it: A … Z, AA … */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
