import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { ByLinkSeat, Table } from '../rules/sheets.ts';
import { writeCode } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';
import { workshopsText } from '../text/workshops.ts';
import { changeTablePlace, newTableCodePlace, removeTablePlace, tablePlace, tablesPlace } from '../urls.ts';
import { TableSeat } from './doors.tsx';

export interface TablesProps {
  readonly language: Language;
  readonly id: string;
  readonly tables: readonly Table[];
  readonly seats: readonly ByLinkSeat[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** The table whose form came back. */
  readonly wrong: string | null;
  readonly problems?: FormProblems | undefined;
}

export function TablesPage(props: TablesProps): Html {
  const { language, id, tables, organisations, wrong, problems } = props;
  const words = workshopsText(language);
  const fields = formWords(language);
  const common = { language, problems: wrong === null ? problems : undefined };
  const about = tables.find((table) => table.id === wrong);
  const unseated = organisations.filter((one) => !tables.some(({ organisationId }) => organisationId === one.id));
  return (
    <>
      <ErrorSummary
        language={language}
        problems={problems}
        ids={about ? { name: nameId(about), organisation: organisationId(about) } : {}}
      />
      <p class="lead">{words.tablesLead}</p>
      {tables.some(({ code }) => code) && <p>{words.tableOwnWhy}</p>}
      {tables.length === 0 ? (
        <p>{words.noTables}</p>
      ) : (
        <ul class="workshop-tables">
          {tables.map((table) => (
            <li>
              <TableForm {...props} table={table} />
            </li>
          ))}
        </ul>
      )}
      <section class="stack" aria-labelledby="flere-borde">
        <Heading level={2} id="flere-borde">
          {tables.length === 0 ? words.addTable : words.addTables}
        </Heading>
        <Form action={tablesPlace({ id })}>
          <NumberField {...common} name="count" label={fields.count} optional />
          {unseated.length > 0 && (
            <Checkboxes
              {...common}
              name="organisations"
              label={fields.organisations}
              options={unseated.map((one) => ({ value: one.id, label: one.name }))}
              optional
            />
          )}
          <p>
            <Button>{words.addTable}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

const nameId = ({ number }: Table): string => `navn-${number}`;
const organisationId = ({ number }: Table): string => `organisation-${number}`;

function TableForm(props: TablesProps & { readonly table: Table }): Html {
  const { language, id, table, organisations, wrong } = props;
  const words = workshopsText(language);
  const fields = formWords(language);
  const common = { language, problems: wrong === table.id ? props.problems : undefined };
  const called = words.tableNumber(table.number);
  const seat = props.seats.find(({ tableId }) => tableId === table.id) ?? null;
  return (
    <>
      <Heading level={2}>{called}</Heading>
      <p>
        {table.code ? (
          <>
            {words.tableOwn}: <a href={tablePlace({ code: table.code })}>{writeCode(table.code)}</a>
          </>
        ) : (
          <span class="quiet">{words.noCode}</span>
        )}
      </p>
      <TableSeat language={language} id={id} table={table} seat={seat} />
      <Form action={changeTablePlace({ id, table: table.id })} class="form form-beside" label={called}>
        <TextField
          {...common}
          name="name"
          id={nameId(table)}
          label={fields.tableName}
          value={table.name}
          maxlength={120}
          optional
        />
        <Select
          {...common}
          name="organisation"
          id={organisationId(table)}
          label={fields.organisation}
          empty={words.noOrganisation}
          value={table.organisationId ?? undefined}
          options={organisations.map((one) => ({ value: one.id, label: one.name }))}
          optional
        />
        <div class="actions">
          <Button look="secondary" label={words.saveTableNamed(called)}>
            {words.saveTable}
          </Button>
          <Button
            look="tertiary"
            formaction={removeTablePlace({ id, table: table.id })}
            label={words.removeTableNamed(called)}
          >
            {words.removeTable}
          </Button>
          {table.code && (
            <Button
              look="tertiary"
              formaction={newTableCodePlace({ id, table: table.id })}
              label={words.newCodeNamed(called)}
            >
              {words.newCode}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}
