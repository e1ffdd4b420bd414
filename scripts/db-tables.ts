import type { Catalogue, Column, Table } from './db-catalogue.ts';

const HEAD = `// Written by "npm run db:types" from the migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Ore } from '../../kernel/money.ts';
`;

const PLAIN: Readonly<Record<string, string>> = {
  text: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  date: 'Day',
  'time without time zone': 'string',
  bytea: 'Buffer',
  jsonb: 'unknown',
  tsvector: 'string',
  uuid: 'string',
};

/** Kysely's row types for every table of the program. */
export function tableTypes(catalogue: Catalogue): string {
  const tables = catalogue.tables.filter((table) => table.name !== 'migration');
  const body = [
    ...tables.map((table) => interfaceOf(table, catalogue)),
    `/** Every table, by name. */\nexport interface Tables {\n${tables.map((table) => `  ${table.name}: ${pascal(table.name)};\n`).join('')}}\n`,
  ].join('\n');
  const used = HEAD.split('\n').filter((line) => isUsed(line, body));
  return `${used.join('\n')}\n${body}`;
}

/** Leaves out the names that no table needs. */
function isUsed(line: string, body: string): boolean {
  const names = /\{ (.*) \}/.exec(line)?.[1]?.split(', ');
  return !names || names.some((name) => new RegExp(`\\b${name}\\b`).test(body));
}

function interfaceOf(table: Table, catalogue: Catalogue): string {
  const lines = table.columns.map((column) => `  ${column.name}: ${columnType(table, column, catalogue)};\n`);
  return `export interface ${pascal(table.name)} {\n${lines.join('')}}\n`;
}

function columnType(table: Table, column: Column, catalogue: Catalogue): string {
  const value = valueType(table, column, catalogue);
  const type = column.nullable ? `${value} | null` : value;
  if (column.generated) return `GeneratedAlways<${type}>`;
  return column.fallback && !column.nullable ? `Generated<${type}>` : type;
}

function valueType(table: Table, column: Column, catalogue: Catalogue): string {
  if (column.type.endsWith('[]')) {
    return `${valueType(table, { ...column, type: column.type.slice(0, -2) }, catalogue)}[]`;
  }
  if (column.comment?.startsWith('type: ')) return column.comment.slice('type: '.length);
  if (column.type === 'uuid') return idType(table, column, catalogue);
  if (column.type === 'bigint' && column.name.endsWith('_ore')) return 'Ore';
  if (column.type.startsWith('timestamp')) return 'Date';
  if (column.type === 'text') return choices(table, column) ?? 'string';
  const type = PLAIN[column.type.replace(/\(.*\)/, '')];
  if (!type)
    throw new Error(`Cannot type ${table.name}.${column.name}: "${column.type}" is not in scripts/db-tables.ts`);
  return type;
}

/** `check (kind in ('a', 'b'))` reads as `'a' | 'b'`. */
function choices(table: Table, column: Column): string | null {
  for (const { kind, columns, definition } of table.constraints) {
    if (kind !== 'check' || columns.length !== 1 || columns[0] !== column.name) continue;
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)?.[1];
    if (list) return [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, text]) => `'${text}'`).join(' | ');
  }
  return null;
}

function idType(table: Table, column: Column, catalogue: Catalogue): string {
  return `Id<'${named(table, column.name, catalogue, 0)}'>`;
}

/** What an id names: the table at the end of its foreign keys, else the table it is the key of, else its own name. */
function named(table: Table, column: string, catalogue: Catalogue, depth: number): string {
  if (column === 'tenant_id') return 'tenant';
  for (const key of table.constraints) {
    const at = key.columns.indexOf(column);
    const target = catalogue.tables.find((candidate) => candidate.name === key.target);
    const targetColumn = key.targetColumns[at];
    if (key.kind !== 'foreign' || !target || !targetColumn || depth > 5) continue;
    if (target === table && targetColumn === column) continue;
    return named(target, targetColumn, catalogue, depth + 1);
  }
  return column === 'id' ? table.name : column.replace(/_id$/, '');
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
