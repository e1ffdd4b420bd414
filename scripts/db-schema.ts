import type { Catalogue, Column, Table } from './db-catalogue.ts';

/** The database as it stands after all migrations, for reading. */
export function schemaText(catalogue: Catalogue): string {
  const head =
    '-- Written by "npm run db:types" from the migrations, for reading. Change the database by a new migration.\n';
  return [head, ...catalogue.tables.map(tableText)].join('\n');
}

function tableText(table: Table): string {
  const lines = [
    ...table.columns.map(columnText),
    ...table.constraints.map(({ kind, name, definition }) =>
      kind === 'check' || kind === 'other' ? `constraint ${name} ${lower(definition)}` : lower(definition),
    ),
  ];
  const behind = new Set(
    table.constraints.filter(({ kind }) => kind === 'primary' || kind === 'unique').map(({ name }) => name),
  );
  const after = [
    ...table.indexes.filter(({ name }) => !behind.has(name)).map(({ definition }) => lower(definition)),
    ...(table.secured ? [`alter table ${table.name} enable row level security`] : []),
    ...table.policies,
    ...table.triggers.map(lower),
  ];
  const comment = table.comment ? `-- ${table.comment}\n` : '';
  return `${comment}create table ${table.name} (\n  ${lines.join(',\n  ')}\n);\n${after.map((line) => `${line};\n`).join('')}`;
}

function columnText({ name, type, nullable, fallback, generated }: Column): string {
  const value = fallback && (generated ? ` generated always as (${fallback}) stored` : ` default ${fallback}`);
  return `${name} ${type}${nullable ? '' : ' not null'}${value ?? ''}`;
}

/** PostgreSQL shouts its key words. Text in quotes is left as it is. */
function lower(sql: string): string {
  return sql
    .replace(/\bpublic\./g, '')
    .split(/('(?:[^']|'')*')/)
    .map((part, at) => (at % 2 ? part : part.toLowerCase()))
    .join('');
}
