import type { Catalogue, Constraint, Table } from './db-catalogue.ts';

/** Tables that belong to no tenant, and why. */
const GLOBAL: Readonly<Record<string, string>> = {
  tenant: 'the directory of tenants, read before one is known',
  migration: 'the history of the database itself',
  scheduled_run: 'the clock starts a job once for all tenants',
};

/** Index methods that also exist where the database is spread over machines (docs/scale.md). */
const METHODS = ['btree', 'gin'];

/** What keeps tenants apart and lets the database grow, table by table. Answers one sentence per breach. */
export function breaches(catalogue: Catalogue): string[] {
  return catalogue.tables.flatMap((table) => {
    const found = [...(table.name in GLOBAL ? [] : tenancyBreaches(table)), ...reachBreaches(table)];
    return found.map((breach) => `${table.name}: ${breach}`);
  });
}

function tenancyBreaches(table: Table): string[] {
  const found: string[] = [];
  const tenant = table.columns.find(({ name }) => name === 'tenant_id');
  if (!tenant || tenant.nullable || tenant.type !== 'uuid') return ['has no column "tenant_id uuid not null"'];
  const guarded = table.policies.some((policy) => policy.match(/tenant_id = current_tenant\(\)/g)?.length === 2);
  if (!table.secured || !guarded || table.policies.length !== 1) {
    found.push(`is not under row-level security: end with "call protect_tenant_table('${table.name}')"`);
  }
  for (const { name, generated, fallback } of table.columns) {
    if (fallback?.includes('nextval(') || (generated && !fallback))
      found.push(`${name} is drawn from a sequence: use new_id()`);
  }
  const primary = table.constraints.find(({ kind }) => kind === 'primary');
  if (primary?.columns[0] !== 'tenant_id') found.push('has no primary key that begins with tenant_id');
  for (const { name, unique, columns } of table.indexes) {
    if (unique && !columns.includes('tenant_id')) found.push(`${name} is unique across tenants: put tenant_id in it`);
  }
  for (const key of table.constraints.filter(({ kind }) => kind === 'foreign')) found.push(...keyBreaches(table, key));
  return found;
}

function keyBreaches(table: Table, key: Constraint): string[] {
  const found: string[] = [];
  const names = key.columns.join(', ');
  const at = key.columns.indexOf('tenant_id');
  if (key.target !== 'tenant' && (at < 0 || key.targetColumns[at] !== 'tenant_id')) {
    found.push(`(${names}) can point into another tenant: refer to (tenant_id, …)`);
  }
  if (!table.indexes.some((index) => serves(index, key.columns))) {
    found.push(`no index begins with (${names}), so that looking from the other side reads the whole table`);
  }
  return found;
}

/** Does the index begin with these columns, tenant first, for every row that has them? */
function serves({ columns, partial, definition }: Table['indexes'][number], wanted: readonly string[]): boolean {
  const start = columns.slice(0, wanted.length);
  const condition = /where \((.*)\)$/i.exec(definition)?.[1]?.toLowerCase();
  const whole = !partial || wanted.some((column) => condition === `${column} is not null`);
  return whole && start[0] === 'tenant_id' && wanted.every((column) => start.includes(column));
}

function reachBreaches(table: Table): string[] {
  const exclusions = table.constraints.filter(({ kind }) => kind === 'exclusion');
  const methods = table.indexes.filter(({ method }) => !METHODS.includes(method));
  return [
    ...exclusions.map(({ name }) => `${name} is an exclusion constraint: lock a row and check instead`),
    ...methods.map(({ name, method }) => `${name} is a ${method} index: only ${METHODS.join(' and ')} work everywhere`),
  ];
}
