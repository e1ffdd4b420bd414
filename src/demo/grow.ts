import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { addressKey, buildingKey } from '../kernel/address.ts';
import type { Tables } from '../platform/db/tables.ts';
import type { TenantDb, Unwritten } from '../platform/db/tenant-db.ts';
import { flushJournal } from '../platform/journal/flush.ts';

/** What grows, those that others point at first. */
const TABLES = [
  'department',
  'building',
  'tenancy',
  'person',
  'guardian_approval',
  'residency',
  'role_grant',
  'public_duty',
  'board',
  'board_term',
  'contact_preference',
  'no_contact',
  'initiative',
  'initiative_department',
  'initiative_origin',
  'initiative_driver',
  'initiative_driver_ask',
  'initiative_driver_answer',
  'initiative_parking',
  'initiative_waking',
  'initiative_end',
  'initiative_step',
  'initiative_step_end',
  'initiative_question',
  'idea',
  'idea_answer',
  'event',
  'event_department',
  'event_organiser',
  'event_cancellation',
  'event_sign_up',
  'event_attendance',
  'event_walk_in',
  'event_count',
  'event_count_way',
  'event_visitor',
  'event_duty',
  'task_helper',
  'task_job',
  'task',
  'task_ask',
  'task_answer',
  'task_claim',
  'task_claim_end',
  'task_away',
  'task_thanks',
  'catalogue_card',
  'catalogue_card_state',
  'catalogue_card_text',
  'catalogue_word',
  'catalogue_taking',
  'catalogue_doing',
  'strategy_metric',
  'strategy_metric_definition',
  'strategy_measurement',
  'strategy_plan',
  'strategy_plan_state',
  'evaluation',
  'evaluation_answer',
  'evaluation_ask',
  'evaluation_end',
  'turn',
  'search_entry',
] as const;
type Table = (typeof TABLES)[number];

/** What there is of a house and not of its people: it grows by the square root. */
const OF_THE_HOUSE: ReadonlySet<Table> = new Set([
  'department',
  'board',
  'board_term',
  'catalogue_card',
  'catalogue_card_state',
  'catalogue_card_text',
  'catalogue_word',
  'strategy_metric',
  'strategy_metric_definition',
  'strategy_measurement',
  'strategy_plan',
  'strategy_plan_state',
]);

type Row = Readonly<Record<string, unknown>>;

/** Copies that go in one statement. */
const COPIES_AT_ONCE = 20;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Makes a tenant that has heard the demo story `factor` times as large: homes, people, initiatives with their threads,
 * ideas, events with those who came, small tasks with those who were asked, what was taken from the catalogue, answers
 * afterwards, turns and search entries, each copy as the first one is. Departments grow by the square root, as in the
 * country, and with them cards of the catalogue, metrics and plans: a hundred times the homes stand in ten times the
 * departments. No mail goes out.
 */
export async function grow(tx: TenantDb, factor: number): Promise<void> {
  const copier = await openCopier(tx, Math.max(1, Math.round(Math.sqrt(factor))));
  for (const table of TABLES) await growTable(tx, table, factor, copier);
  await growJournal(tx, factor, copier);
}

/** Says a text again for copy number `copy`: ids of what grows become the copy's own, all others stay. */
interface Copier {
  readonly departments: number;
  /** Is there another of this thing in the copy? */
  grows(id: string, copy: number): boolean;
  again(text: string, copy: number): string;
}

async function openCopier(tx: TenantDb, departments: number): Promise<Copier> {
  const kindOf = new Map<string, Table>();
  // A search entry has the id of what it finds.
  for (const table of TABLES)
    for (const { id } of await rowsOf(tx, table)) if (typeof id === 'string' && !kindOf.has(id)) kindOf.set(id, table);
  const idAgain = (id: string, copy: number): string => {
    const kind = kindOf.get(id);
    if (!kind) return id;
    return copyOf(id, OF_THE_HOUSE.has(kind) ? copy % departments : copy);
  };
  const grows = (id: string, copy: number): boolean => {
    const kind = kindOf.get(id);
    return kind !== undefined && (copy < departments || !OF_THE_HOUSE.has(kind));
  };
  return { departments, grows, again: (text, copy) => text.replace(UUID, (id) => idAgain(id, copy)) };
}

/** Another id of version 7, born at the same time. */
function copyOf(id: string, copy: number): string {
  if (copy === 0) return id;
  const chance = createHash('sha256').update(`${id} ${copy}`).digest('hex');
  return `${id.slice(0, 19)}a${chance.slice(0, 3)}-${chance.slice(3, 15)}`;
}

async function rowsOf(tx: TenantDb, table: Table): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(tx.sql);
  return rows.map(({ row }) => row);
}

async function growTable(tx: TenantDb, table: Table, factor: number, copier: Copier): Promise<void> {
  const first = await rowsOf(tx, table);
  const columns = await columnsOf(tx, table);
  for (let copy = 1; copy < factor; copy += COPIES_AT_ONCE) {
    const copies = Array.from({ length: Math.min(COPIES_AT_ONCE, factor - copy) }, (_, at) => copy + at);
    const rows = copies.flatMap((one) =>
      first
        .filter((row) => isCopied(table, row, one < copier.departments) && growsWith(table, row, one, copier))
        .map((row) => apart(table, JSON.parse(copier.again(JSON.stringify(row), one)) as Row, one)),
    );
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    `.execute(tx.sql);
  }
}

/** Those that the database does not fill in by itself. */
async function columnsOf(tx: TenantDb, table: Table) {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
  `.execute(tx.sql);
  return sql.join(rows.map(({ name }) => sql.ref(name)));
}

/** A department that is not new keeps the board it has; staff, and who is trusted with the whole house, grow with departments. */
function isCopied(table: Table, row: Row, newDepartment: boolean): boolean {
  if (OF_THE_HOUSE.has(table)) return newDepartment;
  if (table === 'role_grant') return newDepartment || (row.role !== 'board_member' && row.department_id !== null);
  return true;
}

/** What waits, and what can be found, is copied when the thing it is about is. */
function growsWith(table: Table, row: Row, copy: number, copier: Copier): boolean {
  const about = table === 'turn' ? row.subject_id : table === 'search_entry' ? row.id : null;
  return typeof about !== 'string' || copier.grows(about, copy);
}

/** What may exist only once gets the number of the copy. */
function apart(table: Table, row: Row, copy: number): Row {
  const street = `${row.street} ${copy + 1}`;
  const houseNumber = String(row.house_number);
  const at = { street, houseNumber, floor: String(row.floor), door: String(row.door), postcode: String(row.postcode) };
  switch (table) {
    case 'department':
      return { ...row, number: `${row.number}${String(copy).padStart(2, '0')}`, name: `${row.name} ${copy + 1}` };
    case 'building':
      return { ...row, street, address_key: buildingKey(at) };
    case 'tenancy':
      return { ...row, street, number: `${row.number}-${copy}`, address_key: addressKey(at) };
    case 'person':
      return { ...row, email: typeof row.email === 'string' ? row.email.replace('@', `.${copy}@`) : null };
    case 'idea':
      return { ...row, follow_hash: hashAgain(row.follow_hash, copy) };
    case 'task_ask':
      return { ...row, code_hash: hashAgain(row.code_hash, copy) };
    case 'task_helper':
    case 'event_visitor':
      return { ...row, mark: row.mark && hashAgain(row.mark, copy) };
    case 'catalogue_card':
      // Counted again by its takings.
      return { ...row, deck_key: null, taken: 0 };
    case 'evaluation':
      return { ...row, code: codeAgain(String(row.code), copy) };
    default:
      return row;
  }
}

function hashAgain(hash: unknown, copy: number): string {
  return `\\x${createHash('sha256').update(`${hash} ${copy}`).digest('hex')}`;
}

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function codeAgain(code: string, copy: number): string {
  const bytes = createHash('sha256').update(`${code} ${copy}`).digest().subarray(0, code.length);
  return Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** What happened, happens once for each copy, in the order of time and through the real chain. */
async function growJournal(tx: TenantDb, factor: number, copier: Copier): Promise<void> {
  const entries = await tx.sql
    .selectFrom('journal_entry')
    .select(['at', 'kind', 'channel', 'actor_kind', 'actor_id', 'subject_kind', 'subject_id', 'thread_id', 'facts'])
    .orderBy('seq')
    .execute();
  for (const { at: now, ...entry } of entries) {
    const unwritten = Array.from({ length: factor - 1 }, (_, at) =>
      toEntry(JSON.parse(copier.again(JSON.stringify(entry), at + 1)) as typeof entry),
    );
    await flushJournal({ ...tx, now, unwritten });
  }
}

function toEntry(
  row: Omit<Selectable<Tables['journal_entry']>, 'tenant_id' | 'seq' | 'at' | 'hash' | 'previous_hash'>,
): Unwritten {
  return {
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    thread: row.thread_id,
    facts: row.facts,
    channel: row.channel as Unwritten['channel'],
    actor: row.actor_id
      ? { kind: 'person', personId: row.actor_id, name: '', grants: [] }
      : { kind: row.actor_kind as 'visitor' | 'system' },
  };
}
