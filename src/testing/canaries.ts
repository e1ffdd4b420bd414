import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Holding } from '../platform/privacy/holdings.ts';

/**
 * A row in every table that holds something about people, for one person, each text of it a canary
 * (`kanarie-vilma-idea-said`): so that a test can see where a person's data are, and where they are not. Rows are put in as
 * the owner of the database, without triggers and references: what they say is not a story.
 */
export interface Canaries {
  /** `table.column` of every canary that was put in, and the canary. */
  readonly planted: ReadonlyMap<string, string>;
}

export interface CanaryOwner {
  readonly tenantId: string;
  readonly personId: string;
  /** Who did and wrote what is told by others. */
  readonly otherId: string;
  /** In small letters: part of every canary. */
  readonly name: string;
  /** As the person is called: what a guest wrote is theirs only under that name. */
  readonly called: string;
  /** By which rows without a person are theirs. */
  readonly email: string;
}

interface ColumnShape {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly wanted: boolean;
  readonly codes: string | null;
  /** The table that it refers to. */
  readonly to: string | null;
}

/** Values that the checks of a table want. */
const WANTED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  catalogue_card: { minutes: 30 },
  catalogue_card_state: { state: 'declined' },
  contact_preference: { channel: 'mail' },
  digest_wish: { topic: 'nearby' },
  event_attendance: { adults: 2, children: 1 },
  event_sign_up: { phone: null, adults: 2, children: 1, goes_on: '2027-06-01' },
  evaluation: { code: 'K7QX4MT9', initiative_id: null },
  evaluation_answer: { liked: 3, helps: 'yes' },
  fund_decision: { result: 'refuse', reason: 'other', amount_ore: null, period_id: null, expires_on: null },
  fund_letter: { kind: 'receipt', decision_id: null },
  fund_recommendation: { advice: 'commit', amount_ore: 1, reason: null },
  fund_release_wait: { until_day: '2026-06-01' },
  idea_answer: { answer: 'words', initiative_id: null },
  initiative_interest: { called_at: '2026-06-01' },
  initiative_question: {
    quiet_since: '2026-05-01',
    asked_on: '2026-06-01',
    passed_on_day: null,
    settled_on: '2026-06-02',
    answer: 'going',
    channel: 'web',
    helped_on: null,
  },
  initiative_question_code: { asked_on: '2026-06-01', expires_on: '2030-06-01' },
  invoice: { picture_file_id: null, picture_sha256: null },
  invoice_outcome: { result: 'returned', claim_id: null, claimed_ore: null, pay_ore: null },
  notice_stop: { address_hash: null },
  outgoing: { channel: 'mail' },
  panel_application: { birth_year: 1950, lot: 'B7K2QM9X', phone: null },
  privacy_erasure_end: { result: 'refused' },
  privacy_export: { goes_at: null, made_at: null, content: null },
  story_quote: { consent: 'Ja' },
  strategy_version: { from_day: '2026-01-01', until_day: '2029-12-31' },
  strategy_measurement: { from_day: '2026-01-01', until_day: '2026-12-31' },
  task_opt_in: { kinds: ['food'], times: ['evenings'], most_minutes: 30, department_id: null },
  turn: { role: null, department_id: null },
};

export async function plantCanaries(
  client: pg.ClientBase,
  holdings: readonly Holding[],
  owner: CanaryOwner,
): Promise<Canaries> {
  const shapes = await shapesOf(client);
  const planted = new Map<string, string>();
  const rows = new Map<string, Record<string, unknown>>();
  await client.query(`begin; set local session_replication_role = replica`);
  const plant = async (one: Holding, seen = 0): Promise<Record<string, unknown> | null> => {
    const before = rows.get(one.table);
    if (before || one.erased === 'nobody' || one.table === 'journal_entry' || one.table === 'person_merge')
      return before ?? null;
    const above = one.through && holdings.find(({ table }) => table === one.through?.table);
    const parent = above && seen < 9 ? await plant(above, seen + 1) : null;
    const row = await rowOf(client, one, { shapes, owner, planted, rows });
    if (one.through && parent) row[one.through.own] = parent[one.through.theirs];
    const names = Object.keys(row);
    const values = names.map((_, at) => `$${at + 1}`);
    const answer = await client
      .query(
        `insert into ${one.table} (${names.join(', ')}) values (${values.join(', ')}) returning *`,
        Object.values(row),
      )
      .catch((error: Error) => {
        throw new Error(`Cannot plant in ${one.table}: ${error.message}`);
      });
    rows.set(one.table, answer.rows[0]);
    return answer.rows[0];
  };
  for (const one of holdings) if (one.table !== 'person') await plant(one);
  await client.query('commit');
  return { planted };
}

async function rowOf(
  client: pg.ClientBase,
  one: Holding,
  garden: {
    readonly shapes: readonly ColumnShape[];
    readonly owner: CanaryOwner;
    readonly planted: Map<string, string>;
    readonly rows: ReadonlyMap<string, Record<string, unknown>>;
  },
): Promise<Record<string, unknown>> {
  const { shapes, owner, planted, rows } = garden;
  const row: Record<string, unknown> = {};
  for (const shape of shapes.filter(({ table }) => table === one.table)) {
    const meaning = one.columns[shape.column] ?? 'plain';
    const fixed = WANTED[one.table];
    if (fixed && shape.column in fixed) row[shape.column] = fixed[shape.column];
    else if (shape.column === 'tenant_id') row[shape.column] = owner.tenantId;
    else if (meaning === 'subject') row[shape.column] = owner.personId;
    else if (meaning === 'actor') row[shape.column] = owner.otherId;
    else if (meaning === 'file')
      row[shape.column] = shape.type === 'uuid' ? await aFile(client, owner, one.table) : null;
    else if (meaning === 'name' && isGuests(one)) row[shape.column] = owner.called;
    else if (TELLING.test(meaning) && shape.codes === null) row[shape.column] = canary(one, shape, owner, planted);
    else if (shape.wanted) row[shape.column] = rows.get(shape.to ?? '')?.id ?? someValue(shape, owner);
  }
  return row;
}

const TELLING = /^(name|email|phone|address|words|common|told|by )/;

/** Rows of those who wrote without an account: theirs by e-mail or telephone, and by name. */
function isGuests({ columns, through }: Holding): boolean {
  const meanings = Object.values(columns);
  return !meanings.includes('subject') && !through && (meanings.includes('email') || meanings.includes('phone'));
}

function canary(one: Holding, shape: ColumnShape, owner: CanaryOwner, planted: Map<string, string>): unknown {
  const isWay = ['email', 'phone'].includes(one.columns[shape.column] ?? '');
  const word =
    isGuests(one) && isWay ? owner.email : `kanarie-${owner.name}-${one.table}-${shape.column}`.replaceAll('_', '-');
  planted.set(`${one.table}.${shape.column}`, word);
  if (shape.type === 'jsonb') return JSON.stringify({ text: word });
  if (shape.type === 'text[]') return [word];
  return shape.type === 'bytea' ? Buffer.from(word) : word;
}

function someValue({ type, codes }: ColumnShape, owner: CanaryOwner): unknown {
  if (codes) return codes;
  if (type === 'uuid') return randomUUID();
  if (type === 'bytea') return randomBytes(32);
  if (type === 'date') return '2026-05-01';
  if (type.startsWith('timestamp')) return '2026-05-01T10:00:00Z';
  if (type === 'jsonb') return '{}';
  if (type.endsWith('[]')) return '{}';
  if (type === 'boolean') return false;
  return type === 'text' ? `x${owner.name}` : 1;
}

async function aFile(client: pg.ClientBase, owner: CanaryOwner, table: string): Promise<string> {
  const sha = randomBytes(32);
  const content = Buffer.from(`kanarie-${owner.name}-fil-${table}`);
  await client.query('insert into file_blob (tenant_id, sha256, content) values ($1, $2, $3)', [
    owner.tenantId,
    sha,
    content,
  ]);
  const { rows } = await client.query<{ id: string }>(
    `insert into file (tenant_id, sha256, name, kind, size, purpose, saved_at) values ($1, $2, $3, 'jpg', 1, 'x', now()) returning id`,
    [owner.tenantId, sha, `kanarie-${owner.name}-filnavn.jpg`],
  );
  return rows[0]?.id ?? '';
}

async function shapesOf(client: pg.ClientBase): Promise<readonly ColumnShape[]> {
  const { rows } = await client.query<ColumnShape>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
      a.attnotnull and not a.atthasdef as wanted,
      (
        select k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) limit 1
      ) as "to",
      (
        select substring(pg_get_constraintdef(k.oid) from '''([^'']*)''::text') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1
      ) as codes
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname, a.attnum`);
  return rows;
}

/** Everywhere in the database that a word stands, in any schema: `table.column`, each once. */
export async function whereIs(client: pg.ClientBase, word: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ place: string }>(`
    select format('%I.%I', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const found: string[] = [];
  const hex = Buffer.from(word).toString('hex');
  for (const { place } of rows) {
    const answer = await client.query<{ key: string }>(
      `select distinct e.key from ${place} t cross join lateral jsonb_each_text(to_jsonb(t)) e
       where e.value ilike '%' || $1 || '%' or e.value like '%' || $2 || '%'`,
      [word, hex],
    );
    found.push(...answer.rows.map(({ key }) => `${place.replace(/^public\./, '')}.${key}`));
  }
  return found;
}
